"""A name in a finished sentence is found as grammar has it, outside quoted words, or not at all."""

import pytest

from overtone.brief.naming import names_in
from overtone.records import Slot
from tests.brief.samples import phrases, writer

SLOTS = (
    Slot(name="parties", kind="actor", value="lukashenko,putin"),
    Slot(name="date", kind="date", value="2022-05-16"),
    Slot(name="place", kind="place", value="sochi"),
    Slot(name="contact", kind="encounter", value="abc123"),
)


def named(key: str, lang: str, slots: tuple[Slot, ...] = SLOTS) -> list[tuple[str, str, str]]:
    phrase = phrases(lang).sentence(key)
    words, quotes = writer(lang).quoting(phrase, slots)
    found = names_in(words, phrase, slots, writer(lang).wording, quotes)
    return [(kind, name, words[start:stop]) for start, stop, kind, name in found]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Alexander Lukashenko", "Vladimir Putin", "16 May"]),
        ("ru", ["Александр Лукашенко", "Владимир Путин", "16 мая"]),
        ("be", ["Аляксандр Лукашэнка", "Уладзімір Пуцін", "16 мая"]),
    ],
)
def test_each_of_several_is_named_and_the_date_stands_for_the_contact(lang: str, words: list[str]) -> None:
    found = named("met-bilateral", lang)
    assert [(kind, name) for kind, name, _ in found] == [
        ("actor", "lukashenko"),
        ("actor", "putin"),
        ("encounter", "abc123"),
    ]
    assert [printed for _, _, printed in found] == words


def test_a_name_is_found_in_its_case() -> None:
    assert [w for _, _, w in named("announced-open", "be")][:2] == ["Аляксандра Лукашэнкі", "Уладзіміра Пуціна"]


def test_a_quotation_is_never_cut_by_a_name() -> None:
    slots = (
        Slot(name="actor", kind="actor", value="putin"),
        Slot(name="date", kind="date", value="2022-05-16"),
        Slot(name="quote", kind="quote", value="Vladimir Putin said Vladimir Putin."),
    )
    assert named("said", "en", slots) == [("actor", "putin", "Vladimir Putin")]
    assert names_in("“putin”", "{actor}", slots[:1], writer("en").wording, [(1, 6)]) == ()


def test_a_date_without_a_contact_and_a_number_name_nothing() -> None:
    assert [kind for kind, _, _ in named("met-bilateral", "en", SLOTS[:3])] == ["actor", "actor"]
    assert names_in("5 statements", "{n} {n#statement|statements}", (), writer("en").wording) == ()
