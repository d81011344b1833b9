"""Words as the search compares them: one spelling for both Belarusian orthographies, ё and е, Latin look-alikes.

The script of the search page folds what a reader types by the same steps (`templates/search.js`); a test holds the
two together. Not for printing, and not for telling languages apart: «сыр» and «сир» become one.
"""

import re
import unicodedata
from functools import lru_cache

from overtone.language import LANGUAGES, language

WORD = re.compile("[^\\W_][\\w\u0300-\u036f'’ʼ`-]*")
_MARKS = re.compile("[\u0300-\u036f]")
_SIGNS = re.compile("['’ʼ`ьъ_-]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHAPES = str.maketrans("aeopcxyikmthb", "аеорсхуикмтнв")
_LETTERS = str.maketrans({"э": "е", "ы": "и", "і": "и", "ґ": "г"})
_SOFT = ((re.compile("лё|льо"), "ло"), (re.compile("лья|ля"), "ла"), (re.compile("лью|лю"), "лу"))


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """A word without what writers differ in: case, accents, signs, look-alike letters, э and ы, soft л of loan words.

    «Лукашэнкам», «Лукашенкам» → «лукашенкам»; «сьнежань», «снежань» → «снежан»; «плян», «план» → «план».
    """
    folded = unicodedata.normalize("NFC", word.lower())
    if _CYRILLIC.search(folded):
        folded = folded.translate(_SHAPES)
        for pattern, put in _SOFT:
            folded = pattern.sub(put, folded)
    bare = _MARKS.sub("", unicodedata.normalize("NFD", folded))
    return _SIGNS.sub("", bare).translate(_LETTERS)


def parts(text: str) -> list[str]:
    """The words of a text for the search, in order; both halves of «Санкт-Петербург»."""
    return [part for found in WORD.finditer(text) for part in found[0].split("-") if skeleton(part)]


@lru_cache(maxsize=200_000)
def key(word: str, lang: str) -> str:
    """The key under which all forms of a word of a language stand: its stem, folded."""
    if lang not in LANGUAGES:
        return skeleton(word)
    tongue = language(lang)
    return skeleton(tongue.lemma(tongue.fold(word).lower())) or skeleton(word)
