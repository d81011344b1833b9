"""Belarusian brought near Russian for the encoder: words of the list, spellings, and texts left as they stand."""

import pytest

from overtone.read.embedding_bridge import for_encoder, near_russian, respelt


@pytest.mark.parametrize(
    ("word", "near"),
    [("быў", "быв"), ("дзень", "день"), ("цяпер", "тяпер"), ("сустрэча", "сустреча"), ("краіна", "краина")],
)
def test_letters_are_respelt(word: str, near: str) -> None:
    assert respelt(word) == near


def test_words_go_by_the_list_and_signs_stay() -> None:
    assert near_russian("Што, таксама?") == "что, также?"


def test_the_classical_spelling_is_read_like_the_official_one() -> None:
    assert near_russian("пасьля") == near_russian("пасля")


def test_a_language_the_encoder_knows_is_left_alone() -> None:
    assert for_encoder("Что, также?", "ru") == "Что, также?"
