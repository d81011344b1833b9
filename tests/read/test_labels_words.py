"""The words of labels: told apart, and lower case where they are looked up folded."""

import pytest

from overtone.read import labels_words as words

FOLDED = (
    "HEADS",
    "OPENERS",
    "SPEECH",
    "HEADINGS",
    "COLLECTIVES",
    "QUESTION",
    "REMARK",
    "MODERATION",
    "OUTLETS",
    "PARTICLES",
)


@pytest.mark.parametrize("table", FOLDED)
def test_words_looked_up_folded_are_written_folded(table: str) -> None:
    assert all(word == word.casefold() for word in getattr(words, table))


def test_a_title_is_no_word_of_speech() -> None:
    assert not words.HEADS & words.SPEECH
    assert not words.QUESTION & words.REMARK
