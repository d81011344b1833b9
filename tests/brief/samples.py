"""The sentences that come of every phrase and the sample slots of `overtone.brief.samples`: add new samples there."""

from collections.abc import Iterator
from functools import cache

from overtone.brief import samples
from overtone.brief.phrases import Phrases, Writer, load
from overtone.brief.samples import QUOTE, SLOTS, slot
from overtone.language import LANGUAGES
from tests.build import desk

__all__ = ["QUOTE", "SLOTS", "every", "phrases", "slot", "writer", "written"]


@cache
def phrases(lang: str) -> Phrases:
    """The phrase file of a language."""
    return load(lang)


@cache
def writer(lang: str, year: int = 2022) -> Writer:
    """What fills the phrases of a language."""
    return samples.writer(phrases(lang), desk(), year)


def written(key: str, lang: str, turn: int = 0) -> str:
    """The phrase with plausible slots; `turn` chooses among their values."""
    return samples.filled(phrases(lang), writer(lang), key, turn)


def every(turns: int = 7) -> Iterator[tuple[str, str, int]]:
    """Key, language and turn of every sentence to be tried."""
    for lang in LANGUAGES:
        for key in phrases(lang).sentences:
            for turn in range(turns):
                yield key, lang, turn
