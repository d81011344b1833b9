"""Words that introduce reported words."""

import pytest

from overtone.language import LANGUAGES, language

SAID = {
    "en": "said says saying told stated states announced noted stressed warned claimed added declared according denies",
    "ru": "сказал сказала сказали заявил отметила подчеркнули подчеркнуло сообщил добавил пояснил напомнил предупредил "
    "считает говорит словам мнению выразил произнёс произнесла поделился поделилась",
    "be": "сказаў сказала сказалі заявіў адзначыла падкрэсліў падкрэсьліў паведамілі дадаў заўважыў удакладніў "
    "ўдакладніла лічыць кажа паводле звярнуўся звярнулася распавёў распавяла абвесьціў",
}
NEVER = {"en": "the met visited", "ru": "встретился прибыл хотел и", "be": "сустрэўся прыбыў і"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_of_saying_are_known_in_every_form(code: str) -> None:
    assert set(SAID[code].split()) <= language(code).speech_verbs


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_verbs_are_not_words_of_saying(code: str) -> None:
    assert not set(NEVER[code].split()) & language(code).speech_verbs
