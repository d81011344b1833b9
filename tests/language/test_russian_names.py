"""How Russian declines people: by the end of the word, men and women apart."""

import pytest

from overtone.language.declension import Paradigm, surface
from overtone.language.russian_names import given, person, surname


def first(paradigm: Paradigm) -> list[str]:
    return [variants[0] for variants in paradigm]


@pytest.mark.parametrize(
    ("gender", "cases"),
    [
        ("m", "Песков Пескова Пескову Пескова Песковым Пескове"),
        ("m", "Байден Байдена Байдену Байдена Байденом Байдене"),
        ("m", "Чаплин Чаплина Чаплину Чаплина Чаплином Чаплине"),
        ("m", "Лавровский Лавровского Лавровскому Лавровского Лавровским Лавровском"),
        ("f", "Тихановская Тихановской Тихановской Тихановскую Тихановской Тихановской"),
        ("f", "Захарова Захаровой Захаровой Захарову Захаровой Захаровой"),
    ],
)
def test_a_surname_declines_by_its_end(gender: str, cases: str) -> None:
    assert first(surname(cases.partition(" ")[0], gender)) == cases.split()


@pytest.mark.parametrize(
    ("word", "gender"), [("Лукашенко", "m"), ("Дюма", "m"), ("Черных", "m"), ("Меркель", "f"), ("Эйсмонт", "f")]
)
def test_some_surnames_stay(word: str, gender: str) -> None:
    assert surface(surname(word, gender)) == {word}


def test_the_same_surname_stays_of_a_woman_and_declines_of_a_man() -> None:
    assert surface(surname("Байден", "f")) == {"Байден"}
    assert "Байдена" in surface(surname("Байден", "m"))


@pytest.mark.parametrize(
    ("name", "gender", "genitive"),
    [
        ("Владимир Путин", "m", "Владимира Путина"),
        ("Ким Чен Ын", "m", "Ким Чен Ына"),
        ("Си Цзиньпин", "m", "Си Цзиньпина"),
        ("Урсула фон дер Ляйен", "f", "Урсулы фон дер Ляйен"),
        ("Дж. Байден", "m", "Дж. Байдена"),
        ("Наталья Эйсмонт", "f", "Натальи Эйсмонт"),
    ],
)
def test_the_words_of_a_name_agree(name: str, gender: str, genitive: str) -> None:
    assert first(person(name, gender))[1] == genitive


@pytest.mark.parametrize(
    ("word", "gender", "genitive"),
    [
        ("Павел", "m", "Павла"),
        ("Пётр", "m", "Петра"),
        ("Касым-Жомарт", "m", "Касым-Жомарта"),
        ("Любовь", "f", "Любови"),
    ],
)
def test_a_given_name_declines_with_its_fleeting_vowel(word: str, gender: str, genitive: str) -> None:
    assert first(given(word, gender))[1] == genitive


def test_no_name_has_no_forms() -> None:
    assert surface(person("", "m")) == {""}
