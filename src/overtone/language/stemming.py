"""Snowball stems of English and Russian words: keys under which the forms of a word are one. Not for printing.

The stemmers are those of the Snowball project (M. F. Porter), compiled, as `PyStemmer` ships them
(docs/decisions/word-keys.md). A stem levels endings, not words: "went" and "go" stay two.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

LONGEST = 60  # letters: longer ones are no words and are their own key


@lru_cache(maxsize=4)
def snowball(language: str) -> Callable[[str], str]:
    """The stemmer of a language by its English name, in small letters."""
    stemmer = import_module("Stemmer").Stemmer(language)

    def stem(word: str) -> str:
        found: str = word if len(word) > LONGEST else stemmer.stemWord(word)
        return found

    return stem
