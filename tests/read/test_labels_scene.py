"""Shapes that the rules look at."""

import pytest

from overtone.read.labels import candidates
from overtone.read.labels_scene import all_names, cut_before, has_head, is_headed, opens_speech, role_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Vladimir Putin", True),
        ("Ursula von der Leyen", True),
        ("V. Putin", True),
        ("Security Council", False),
        ("Combating Change", False),
        ("The Kremlin", False),
        ("Putin", False),
    ],
)
def test_names_are_two_to_five_capital_words_and_no_thing(words: str, names: bool) -> None:
    assert all_names(words.split()) is names


@pytest.mark.parametrize(
    ("label", "role"), [("Question", "question"), ("Remark", "remark"), ("Reply", "remark"), ("Ann Lee", "")]
)
def test_role_words_have_their_role(label: str, role: str) -> None:
    text = f"{label}: Yes."
    assert role_of(next(candidates(text, 0, len(text)))) == role


def test_a_heading_is_cut_from_the_label_and_the_span_follows() -> None:
    text = "Beginning of talks President of Russia Vladimir Putin: Yes."
    candidate = next(candidates(text, 0, len(text)))
    cut = cut_before(candidate, 3)
    assert is_headed(candidate)
    assert text[cut.start : cut.stop] == cut.printed == "President of Russia Vladimir Putin"


def test_speech_opens_with_a_capital_a_digit_or_a_quotation() -> None:
    opened = [next(candidates(f"Ann Lee: {words}", 0, 20)) for words in ("Yes", "12 men", "“Yes”", "yes")]
    assert [opens_speech(candidate) for candidate in opened] == [True, True, True, False]


def test_heads_are_found_behind_commas_and_hyphens() -> None:
    assert has_head(["Editor-in-Chief,"])
    assert not has_head(["Vladimir", "Putin"])
