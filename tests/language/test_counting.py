"""Counting words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, language
from overtone.language.counting import words

_WORD = re.compile("[^\\W_]+(?:[-'’ʼ‑\u0301\u00ad][^\\W_]+)*")


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


@given(st.text(alphabet="aЯ5éğ_-'’ʼ‑\u0301\u00ad .\n\u3000中²") | st.text())
def test_words_are_those_that_a_pattern_finds(text: str) -> None:
    assert words(text) == len(_WORD.findall(text))


@given(st.text(alphabet="abЯї5é_-’ʼ‑\u0301\u00ad «\n\0"))
def test_words_of_everyday_signs_are_those_that_a_pattern_finds(text: str) -> None:
    assert words(text) == len(_WORD.findall(text))
