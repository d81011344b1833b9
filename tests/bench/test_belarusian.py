"""The bench of Belarusian counts what it says it counts."""

import pytest

from overtone.bench.belarusian import by_letters, pairs


def test_the_list_of_spellings_is_long_and_holds_words_that_must_stay() -> None:
    words = pairs()
    assert len(words) >= 150
    assert sum(classical == official for classical, official in words) >= 30
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "code"), [("ён быў", "be"), ("іх", "be"), ("они были", "ru"), ("the talks", "en"), ("2022", None)]
)
def test_the_letter_rule(text: str, code: str | None) -> None:
    assert by_letters(text) == code
