"""How each kind of slot is written: cases, prepositions, dates, numbers as people of that language write them."""

import pytest

from overtone.brief.wording import FORMATS
from overtone.errors import UsageError
from overtone.language import LANGUAGES
from overtone.records import Slot
from tests.brief.samples import SLOTS, writer
from tests.build import desk

FIXED = "\u00a0"  # a space at which no line breaks


def written(lang: str, kind: str, value: str, rest: str = "") -> str:
    return writer(lang).wording.write(Slot(name="x", kind=kind, value=value), rest)


@pytest.mark.parametrize(
    ("lang", "kind", "value", "rest", "words"),
    [
        ("en", "actor", "lukashenko", "", "Lukashenko"),
        ("en", "actor", "lukashenko", "full", "Alexander Lukashenko"),
        ("ru", "actor", "lukashenko", "ins", "Лукашенко"),
        ("be", "actor", "lukashenko", "ins", "Лукашэнкам"),
        ("be", "actor", "lukashenko", "gen", "Лукашэнкі"),
        ("be", "actor", "lukashenko", "full.gen", "Аляксандра Лукашэнкі"),
        ("ru", "actor", "putin", "ins", "Путиным"),
        ("be", "actor", "putin", "ins", "Пуціным"),
        ("ru", "actor", "lukashenko,putin", "ins", "Лукашенко и Путиным"),
        ("be", "actor", "lukashenko,putin", "ins", "Лукашэнкам і Пуціным"),
        ("en", "actor", "lukashenko,putin,tokayev", "", "Lukashenko, Putin, and Tokayev"),
        ("ru", "actor", "zakharova", "gen", "Захаровой"),
        ("be", "actor", "zakharova", "gen", "Захаравай"),
        ("ru", "actor", "unknown:А. Б.", "", "А. Б."),
        ("en", "state", "by", "", "Belarus"),
        ("be", "state", "by,ru", "", "Беларусь і Расія"),
        ("en", "state", "xxx", "", "xxx"),
        ("en", "topic", "nato", "quoted", "“NATO”"),
        ("ru", "topic", "nato", "about", "о НАТО"),
        ("be", "topic", "nato", "about", "пра НАТА"),
        ("ru", "topic", "ua", "", "Украина"),
        ("ru", "topic", "csto", "name", "ОДКБ"),
        ("en", "place", "sochi", "inside", "in Sochi"),
        ("ru", "place", "novo-ogaryovo", "inside", "в Ново-Огарёве"),
        ("be", "place", "moscow", "inside", "у Маскве"),
        ("en", "date", "2022-05-16", "", "16 May"),
        ("en", "date", "2021-12-29", "", "29 December 2021"),
        ("ru", "date", "2022-05-16", "", "16 мая"),
        ("be", "date", "2022-10-14", "", "14 кастрычніка"),
        ("be", "date", "2021-12-29", "", "29 снежня 2021 года"),
        ("en", "count", "12115", "", "12,115"),
        ("ru", "count", "12115", "", f"12{FIXED}115"),
        ("en", "share", "0.264", "", "26%"),
        ("ru", "share", "0.264", "", f"26{FIXED}%"),
        ("en", "number", "2.31", "", "2.3"),
        ("ru", "number", "2.31", "", "2,3"),
        ("en", "number", "0.051", "", "0.05"),
        ("be", "number", "0.004", "", "0,004"),
        ("be", "contact", "phone", "", "тэлефон"),
        ("en", "quote", "He said.", "", "“He said.”"),
        ("be", "quote", "Ён сказаў.", "", "«Ён сказаў.»"),
        ("en", "word", "ES-11/1", "", "ES-11/1"),
    ],
)
def test_a_slot_is_written_as_its_language_writes_it(lang: str, kind: str, value: str, rest: str, words: str) -> None:
    assert written(lang, kind, value, rest) == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_institution_that_speaks_is_named_not_numbered(lang: str) -> None:
    assert written(lang, "actor", "by-mod") == desk().institutions["by-mod"].names.display(lang)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", f"<{FIXED}0.001"), ("ru", f"<{FIXED}0,001"), ("be", f"<{FIXED}0,001")]
)
def test_a_very_small_number_is_not_written_as_nothing(lang: str, words: str) -> None:
    assert {written(lang, "number", value) for value in ("0.0004", "1e-09", "0.0")} == {words}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_of_a_chart_are_short(lang: str) -> None:
    assert all(1 < len(written(lang, "month", str(n))) <= 6 for n in range(1, 13))


def test_a_kind_without_wording_is_an_error_never_a_guess() -> None:
    with pytest.raises(UsageError, match="colour"):
        written("en", "colour", "red")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_is_written_in_every_language(lang: str) -> None:
    known = {kind: values[0] for kind, values in SLOTS.values()} | {
        "institution": "by-mod", "contact": "phone", "month": "5", "count": "3", "likelihood": "0.62",
        "week": "2022-W20", "arrow": "putin,peskov", "standing": "held", "column": "day", "signed": "-0.2",
    }  # fmt: skip
    assert set(FORMATS) - set(known) == set()
    assert all(written(lang, kind, value) for kind, value in known.items())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_topic_place_theme_and_rule_of_the_desk_has_its_words(lang: str) -> None:
    facts = desk()
    for table in (facts.topics, facts.places, facts.themes, facts.rules, facts.states, facts.blocs, facts.events):
        assert [key for key, fact in table.items() if not fact.names.of(lang)] == []
    assert [key for key, topic in facts.topics.items() if not topic.about.of(lang)] == []
    assert [key for key, place in facts.places.items() if not place.inside.of(lang)] == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "no. 5 by the rule “bilateral talks only”; not counted by: “any private contact"),
        ("ru", "№ 5 по правилу «только двусторонние переговоры»; не учитывают: «любой личный"),
        ("be", "№ 5 паводле правіла «толькі двухбаковыя перамовы»; не ўлічваюць: «любая асабістая"),
    ],
)
def test_a_contact_is_numbered_under_each_rule(lang: str, words: str) -> None:
    assert written(lang, "ordinals", "bilateral-talks=5;private-in-person=").startswith(words)


@pytest.mark.parametrize(("lang", "words"), [("en", "One?"), ("ru", "Два?"), ("be", "Тры?")])
def test_what_its_author_wrote_in_each_language_stands_as_written(lang: str, words: str) -> None:
    assert written(lang, "names", "One?\x1fДва?\x1fТры?") == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("putin", "Путин"),
        ("by", "Беларусь"),
        ("csto", "ОДКБ"),
        ("by-mod,unknown:Somebody", None),
        ("lukashenko", "Лукашенко"),
    ],
)
def test_whoever_undertakes_something_is_named(value: str, words: str | None) -> None:
    told = written("ru", "party", value)
    assert told == words if words else told.endswith("Somebody")


def test_a_reason_without_words_of_its_own_is_told_in_general() -> None:
    assert written("en", "reason", "no-such-reason") == written("en", "reason", "other")
    assert written("en", "measure", "no-such-measure") == "no-such-measure"


@pytest.mark.parametrize(("lang", "case", "words"), [("en", "acc", "the United States"), ("ru", "acc", "США")])
def test_a_state_takes_its_article_where_it_is_spoken_of(lang: str, case: str, words: str) -> None:
    assert written(lang, "topic", "us", case) == words
