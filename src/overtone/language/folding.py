"""Folding for matching: look-alike letters, apostrophes, dashes and spaces made one, character for character.

The result has the length of the text, so offsets found in it hold in the text. Not for printing.
"""

import re
import unicodedata
from collections.abc import Mapping

_SIGNS = {
    **dict.fromkeys("’‘ʼ`´ʹ＇′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LATIN_RUN = re.compile(r"[A-Za-z]+")


def _base_letters() -> dict[str, str]:
    """Accented Latin letters and their base letter: Erdoğan, Støre; ł is a letter of its own and stays."""
    folded = {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"}
    for point in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0]
        if base.isascii() and base.isalpha():
            folded[chr(point)] = base
    return folded


LATIN = str.maketrans(_SIGNS | _base_letters())
RUSSIAN = str.maketrans(_SIGNS | {"ё": "е", "Ё": "Е"})
BELARUSIAN = str.maketrans(_SIGNS)

_SHARED_SHAPES = "AА BВ CС EЕ HН KК MМ OО PР TТ XХ aа cс eе oо pр xх yу"
RUSSIAN_SHAPES = str.maketrans({pair[0]: pair[1] for pair in _SHARED_SHAPES.split()})
BELARUSIAN_SHAPES = str.maketrans({pair[0]: pair[1] for pair in f"{_SHARED_SHAPES} Iі iі".split()} | {"I": "І"})


def fold_latin(text: str) -> str:
    """Text in Latin letters folded by `LATIN`, sign by sign: few of them occur, which makes it faster than a table."""
    if text.isascii():
        return text
    for sign in {*_NOT_ASCII.findall(text), "`"}:
        text = text.replace(sign, sign.translate(LATIN))
    return text


def latin_shapes(text: str, shapes: Mapping[int, str]) -> str:
    """Latin letters inside Cyrillic words as the Cyrillic letters they look like: «Лукашэнкi» typed with a Latin i."""

    def replace(match: re.Match[str]) -> str:
        start, stop = match.span()
        cyrillic = "Ѐ" <= text[start - 1 : start] <= "ӿ" or "Ѐ" <= text[stop : stop + 1] <= "ӿ"
        run = match[0]
        return run.translate(shapes) if cyrillic and all(ord(letter) in shapes for letter in run) else run

    return _LATIN_RUN.sub(replace, text)
