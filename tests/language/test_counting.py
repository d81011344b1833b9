"""Counting words."""

import pytest

from overtone.language import LANGUAGES, language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— … !", 0),
        ("co-operation, don't", 2),
        ("Кот-д’Ивуар", 1),
        ("сям'я і д'Артаньян", 3),
        ("16 May 2022", 3),
        ("3.5", 2),
        ("snake_case", 2),
        ("Лукаше\u0301нко", 1),
        ("a - b", 2),
    ],
)
def test_words_are_runs_of_letters_or_digits(text: str, count: int) -> None:
    assert [language(code).words(text) for code in LANGUAGES] == [count] * 3
