"""Folding for matching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, language
from tests.language import drawn

CASES = [line.split("\t") for line in drawn.lines("folding.txt")]


@pytest.mark.parametrize(("code", "text", "folded"), CASES)
def test_a_text_folds_as_drawn(code: str, text: str, folded: str) -> None:
    assert language(code).fold(text) == folded


@given(st.text() | st.text(alphabet="aiхўЎёİßŁ’ -\u0301пQ"), st.sampled_from(LANGUAGES))
def test_folding_keeps_the_length_and_is_done_once(text: str, code: str) -> None:
    folded = language(code).fold(text)
    assert len(folded) == len(text)
    assert len(language(code).fold(folded)) == len(text)
