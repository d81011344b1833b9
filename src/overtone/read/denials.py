"""Whether a passage denies: surely, perhaps, or not at all, so that passages of two languages can be compared.

What one language says with a word of denial another says with "without", "unable", "refuse": such words are told apart,
for beside them a denial in the other passage proves nothing. Not for what is denied, which `polarity.py` looks for.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from overtone.read.polarity_words import WordList, word_list, words_of

PERHAPS = -1


class Denials(NamedTuple):
    """The lists of one language, ready to be searched for."""

    sure: WordList
    maybe: WordList
    neither: WordList


def denial_of(text: str, lang: str) -> int:
    """How many words surely deny; -1 where none does but some may stand for a denial; 0 where nothing denies."""
    lists = denials(lang)
    words = words_of(text, lang)
    looks = {place for found in lists.neither.find(words) for place in range(found.first, found.last + 1)}
    sure = sum(found.first not in looks for found in lists.sure.find(words))
    if sure:
        return sure
    return PERHAPS if any(found.first not in looks for found in lists.maybe.find(words)) else 0


@lru_cache(maxsize=4)
def denials(lang: str) -> Denials:
    """The lists of a language the house speaks; KeyError for another."""
    stored = tomllib.loads(files("overtone.read").joinpath("denials.toml").read_text("utf-8"))[lang]
    return Denials(**{name: word_list(entries) for name, entries in stored.items()})
