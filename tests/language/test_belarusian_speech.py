"""Belarusian words of saying, in every form and in both spellings."""

import re

import pytest

from overtone.language.belarusian_speech import SPEECH_VERBS


@pytest.mark.parametrize(
    "forms",
    [
        "сказаў сказала сказалі",
        "звярнуўся звярнулася звярнуліся",
        "распавёў распавяла распавялі",
        "абверг абвергла абверглі",
        "падкрэсліў падкрэсьліў абвясціў абвесьціў",
        "удакладніў ўдакладніла удакладняе ўдакладняе",
        "кажа кажуць лічыць",
        "паводле словах",
    ],
)
def test_a_word_of_saying_is_known_in_every_form(forms: str) -> None:
    assert set(forms.split()) <= SPEECH_VERBS


@pytest.mark.parametrize("word", ["сустрэўся", "прыбыў", "і", "сказаўа", "распавёла", "звярнуўсяа", "ўпершыню", ""])
def test_another_word_or_a_form_that_nobody_writes_is_none(word: str) -> None:
    assert word not in SPEECH_VERBS


def test_all_words_are_belarusian_and_in_lower_case() -> None:
    assert [word for word in SPEECH_VERBS if not re.fullmatch("[абвгдеёжзійклмнопрстуўфхцчшыьэюя'’]+", word)] == []
