"""Pairs printed as two texts, and pairs that share a statement."""

import pytest

from overtone.bench.contradiction_corpora import _groups, _two


def test_two_texts_are_told_apart() -> None:
    assert _two("Text 1: Roads first.\n\nText 2: Rails first.") == ("Roads first.", "Rails first.")


def test_other_input_is_refused() -> None:
    with pytest.raises(ValueError, match="no pair"):
        _two("one text only")


def test_pairs_are_joined_by_a_statement() -> None:
    found = _groups((("a", "b"), ("c", "d"), ("d", "a"), ("e", "f")))
    assert found[0] == found[1] == found[2] != found[3]
