"""Numbers in words, in three languages."""

import pytest

from overtone.language import language
from overtone.language.numerals import number_of, tens_and_ones, with_endings


@pytest.mark.parametrize(
    ("code", "word", "number"),
    [
        ("en", "eighth", 8),
        ("en", "twenty-first", 21),
        ("en", "twentieth", 20),
        ("ru", "восьмая", 8),
        ("ru", "одиннадцатой", 11),
        ("ru", "третьей", 3),
        ("ru", "двадцать первая", 21),
        ("be", "восьмая", 8),
        ("be", "дзявятай", 9),
        ("be", "другі", 2),
        ("be", "трэцяя", 3),
    ],
)
def test_an_ordinal_says_its_number_in_every_form(code: str, word: str, number: int) -> None:
    assert number_of(word, language(code).ordinals) == number


@pytest.mark.parametrize(
    ("code", "word", "number"),
    [("en", "eight", 8), ("ru", "восемь", 8), ("ru", "трижды", 3), ("be", "дзесяць", 10), ("be", "двойчы", 2)],
)
def test_a_cardinal_says_its_number(code: str, word: str, number: int) -> None:
    assert number_of(word, language(code).cardinals) == number


@pytest.mark.parametrize(("word", "number"), [("8th", 8), ("8-я", 8), ("21", 21), ("8-га", 8), ("eightish", None)])
def test_figures_are_read_with_their_endings(word: str, number: int | None) -> None:
    assert number_of(word, {}) == number


def test_forms_are_made_of_stems_and_endings() -> None:
    assert with_endings(((8, "восьм/a"),), {"a": "ой ая"}) == {"восьмой": 8, "восьмая": 8}
    assert tens_and_ones({"twenty": 20}, {"one": 1, "ten": 10}, "-") == {"twenty-one": 21}
