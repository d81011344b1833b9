"""The naive peers find what a regular expression can find, in both languages, and no more."""

import pytest

from overtone.bench.peers import quotations, quotations_and_clauses, russian
from overtone.records import Attribution

Said = tuple[str, str, tuple[str, ...]]


def shown(text: str, found: tuple[Attribution, ...]) -> list[Said]:
    def words(one: Attribution, role: str) -> tuple[str, ...]:
        return tuple(text[s.start : s.stop] for s in getattr(one, role))

    return [
        ("".join(words(one, "source")).strip("."), "".join(words(one, "cue")), words(one, "content")) for one in found
    ]


def test_a_quotation_goes_to_who_stands_beside_it_and_the_next_of_its_line_too() -> None:
    text = "“We will not sign it,” Lavrov said. “Not this year at all.”\n“Nobody is beside this one.”"
    pieces = ("“We will not sign it,”", "“Not this year at all.”")
    assert shown(text, quotations(text, "en")) == [("Lavrov", "said", pieces)]
    text = 'Lavrov said on Monday: "We will not sign it."'
    assert shown(text, quotations(text, "en")) == [("Lavrov", "said", ('"We will not sign it."',))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lavrov said that talks go on.", ("Lavrov", "said", ("talks go on",))),
        ("The talks will go on, Lavrov said.", ("Lavrov", "said", ("The talks will go on",))),
        ("According to Lavrov, talks go on.", ("Lavrov", "According to", (", talks go on.",))),
        ("Talks will go on, according to Lavrov.", ("Lavrov", "according to", ("Talks will go on, ",))),
    ],
)
def test_clauses_are_found_where_they_are_asked_for(text: str, said: Said) -> None:
    assert shown(text, quotations_and_clauses(text, "en")) == [said]
    assert quotations(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Мы готовы к переговорам», — заявил Лавров.", ("Лавров", "заявил", ("«Мы готовы к переговорам»",))),
        ("Лавров заявил, что Москва готова.", ("Лавров", "заявил", ("что Москва готова",))),
        ("По словам Лаврова, Москва готова.", ("Лаврова", "По словам", ("Москва готова",))),
        ("Москва готова к ним, — сообщил Песков.", ("Песков", "сообщил", ("Москва готова к ним",))),
    ],
)
def test_russian_by_marks_clause_phrase_and_dash(text: str, said: Said) -> None:
    assert shown(text, russian(text, "ru")) == [said]


def test_nothing_is_found_where_nobody_speaks() -> None:
    assert quotations_and_clauses("The delegation arrived in Minsk at noon.", "en") == ()
    assert russian("Делегация прибыла в Минск. ", "ru") == ()
