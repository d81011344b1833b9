"""Belarusian brought near Russian, word by word, for an encoder that knows no Belarusian.

A word goes by the list learnt from aligned texts (`training/bridge.py`), else its letters are respelt. The result is
read by the encoder alone, never by people: it is no translation.
"""

import gzip
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
SOFT = re.compile(r"(?<=[сзцн])ь(?=[бвгджзйклмнпрстфхцчш])")  # the classical spelling writes it, the official does not
# Sounds in the order they are respelt: dzekanne and tsekanne, short u, i, hard r, e, endings.
SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("дзь", "дь"),
        ("дз", "д"),
        ("ць", "ть"),
        ("цц", "ть"),
        ("ц(?=[іеёюя])", "т"),
        ("ў", "в"),
        ("['’ʼ]", "ъ"),
        ("шч", "щ"),
        ("([жшчц])ы", r"\1и"),
        ("([чжшрц])э", r"\1е"),
        ("ры", "ри"),
        ("і", "и"),
        ("э", "е"),
        ("ё", "е"),
        (r"ня\b", "не"),
        (r"ае\b", "ет"),
        (r"аг[оа]\b", "ого"),
        (r"аму\b", "ому"),
        ("лл[яе]", "лье"),
        (r"нн[яе]\b", "ние"),
    )
)


def for_encoder(text: str, lang: str) -> str:
    """The text as the encoder reads it best; as it stands in a language the encoder knows."""
    near = BRIDGES.get(lang)
    return near(text) if near else text


def near_russian(text: str) -> str:
    """Belarusian text, in the official or the classical spelling, as words that look Russian."""
    known = _words()
    return WORD.sub(lambda word: _respelt(word[0].lower().replace("’", "'"), known), text)


def respelt(word: str) -> str:
    """A Belarusian word in lower case with its letters as Russian writes the same sounds."""
    for pattern, plain in SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def _respelt(word: str, known: Mapping[str, str]) -> str:
    return known.get(word) or known.get(SOFT.sub("", word)) or respelt(SOFT.sub("", word))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    """The learnt list, a pair a line, packed."""
    packed = files("overtone.read").joinpath("weights", "bridge_be.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return dict(map(_pair, lines))


def _pair(line: str) -> tuple[str, str]:
    word, _, near = line.partition("\t")
    return word, near


BRIDGES: Mapping[str, Callable[[str], str]] = {"be": near_russian}
