"""Russian words of saying, in every form."""

import re

import pytest

from overtone.language.russian_speech import SPEECH_VERBS


@pytest.mark.parametrize(
    "forms",
    [
        "сказал сказала сказало сказали",
        "поделился поделилась поделилось поделились",
        "произнёс произнесла произнесло произнесли произнес",
        "опроверг опровергла опровергло опровергли",
        "считает считают",
        "подчёркивает подчеркивает",
        "сказано говорится",
        "словам мнению данным",
    ],
)
def test_a_word_of_saying_is_known_in_every_form(forms: str) -> None:
    assert set(forms.split()) <= SPEECH_VERBS


@pytest.mark.parametrize(
    "word", ["встретился", "прибыл", "хотел", "и", "произнёсла", "опровергл", "поделилсяа", "сказалл", ""]
)
def test_another_word_or_a_form_that_nobody_writes_is_none(word: str) -> None:
    assert word not in SPEECH_VERBS


def test_all_words_are_russian_and_in_lower_case() -> None:
    assert [word for word in SPEECH_VERBS if not re.fullmatch("[а-яё]+", word)] == []
