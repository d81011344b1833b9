"""The lists of tone: every language has every list, and no word stands on two steps."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from overtone.read.tone_words import VALUES, tone_words

LANGS = ("en", "ru", "be")


def rows(lang: str) -> dict[str, Any]:
    return tomllib.loads(files("overtone.read").joinpath(f"tone_{lang}.toml").read_text("utf-8"))


def test_the_three_languages_have_the_same_lists() -> None:
    assert len({tuple(sorted(rows(lang))) for lang in LANGS}) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_stands_on_two_steps(lang: str) -> None:
    entries = [entry for name in VALUES for entry in rows(lang)[name]]
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize("lang", LANGS)
def test_every_step_has_words(lang: str) -> None:
    assert set(tone_words(lang).valued) == {-2, -1, 1, 2}
