"""English words of saying, in every form."""

import pytest

from overtone.language.english_speech import SPEECH_VERBS


@pytest.mark.parametrize(
    "forms",
    [
        "state states stated stating",
        "deny denies denied denying",
        "warn warns warned warning",
        "say says said saying",
        "tell tells told telling",
        "admit admits admitted admitting",
        "according",
        "announced noted stressed claimed added declared",
    ],
)
def test_a_word_of_saying_is_known_in_every_form(forms: str) -> None:
    assert set(forms.split()) <= SPEECH_VERBS


@pytest.mark.parametrize("word", ["the", "met", "visited", "denyed", "statd", "denys", "Said", ""])
def test_another_word_or_a_form_that_nobody_writes_is_none(word: str) -> None:
    assert word not in SPEECH_VERBS
