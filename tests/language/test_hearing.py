"""How each language tells to whom words are said."""

import re

import pytest

from overtone.language.hearing import HEARING


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_the_patterns_of_each_language_are_sound(lang: str) -> None:
    words = HEARING[lang]
    assert re.compile(words.occasions).search("") is None
    assert [code for code, _ in words.spoken] == ["ru", "be", "uk", "en", "pl", "de", "fr"]
    assert words.audiences


def test_an_occasion_is_found() -> None:
    assert re.search(HEARING["en"].occasions, "he said at a briefing that")
    assert re.search(HEARING["ru"].occasions, "сказал он на брифинге")
    assert re.search(HEARING["be"].occasions, "сказаў ён на прэс-канферэнцыі")
