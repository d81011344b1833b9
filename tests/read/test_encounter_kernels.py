"""The letters without which a pattern cannot stand, and that no match is ever lost by looking for them first."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.read.encounter_kernels import Kernels, alternatives, kernels

LETTERS = (
    (r"\bphon(?:es|ed|ing)\b", ("phon",)),
    (r"\bcalls?\b(?= (?:with|to)\b)", ("call",)),
    (r"встре[тч]", ("встре",)),
    (r"тр[её]хсторонн", ("хсторонн",)),
    (r"\b(?:day|weeks?) after\b", (" after",)),
    (r"^(?:greetings?|law)\b", ("greeting", "law")),
    (r"\bno(?: such)? [\w ]{0,9}(?:talks?|meeting)\b", ("talk", "meeting")),
    (r"(?:told)?[a-z]+", ()),
    (r"\d", ()),
)
PATTERNS = (r"\bmet\b|\bmeet(?:s|ings?)?\b", r"на полях|встре[тч]", r"\d", r"^(?:law|greetings?)\b")


@pytest.mark.parametrize(("pattern", "letters"), LETTERS, ids=[pattern for pattern, _ in LETTERS])
def test_letters_without_which_a_pattern_cannot_stand(pattern: str, letters: tuple[str, ...]) -> None:
    assert kernels(pattern) == letters


def test_a_pattern_is_cut_at_its_outer_bars_only() -> None:
    assert alternatives(r"a|b(?:c|d)|[|]|e") == ["a", "b(?:c|d)", "[|]", "e"]


def test_only_patterns_whose_letters_stand_in_the_text_are_worth_a_search() -> None:
    looked = Kernels(PATTERNS)
    assert looked.may_stand("they meet on the law") == 0b1101  # the third needs no letters: it always may
    assert looked.may_stand("на полях саммита") == 0b0110
    assert looked.may_stand("") == 0b0100


@given(st.lists(st.sampled_from(["met", "meetings", "встреч", "на полях", "7", "law", "greeting", " ", "x"])))
def test_no_match_is_lost(words: list[str]) -> None:
    text = "".join(words)
    may_stand = Kernels(PATTERNS).may_stand(text)
    for number, pattern in enumerate(PATTERNS):
        assert may_stand & 1 << number or re.search(pattern, text) is None
