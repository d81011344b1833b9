"""Numbers in words: which number an ordinal («восьмая», "eighth") or a cardinal («восемь», "eight") says.

Each language gives stems with their endings; what is printed in figures ("8th", «8-я») is the same for all. Up to a
hundred: longer ones are printed in figures. Not for fractions ("three quarters") nor for sums of money.
"""

import re
from collections.abc import Iterable, Mapping

_FIGURES = re.compile(r"(\d{1,4})(?:[-‑]?(?:st|nd|rd|th|[а-яіў]{1,3}))?", re.IGNORECASE)


def with_endings(stems: Iterable[tuple[int, str]], endings: Mapping[str, str]) -> dict[str, int]:
    """Every form of each numeral: `stems` are (number, "stem/class"), `endings` the endings of each class."""
    forms: dict[str, int] = {}
    for number, shape in stems:
        stem, _, kind = shape.partition("/")
        forms |= {stem + ending.replace("-", ""): number for ending in endings[kind].split()}
    return forms


def tens_and_ones(tens: Mapping[str, int], ones: Mapping[str, int], joint: str) -> dict[str, int]:
    """Numerals of two words: "twenty-first", «двадцать первая»."""
    return {
        f"{ten}{joint}{one}": more + less for ten, more in tens.items() for one, less in ones.items() if 0 < less < 10
    }


def number_of(word: str, words: Mapping[str, int]) -> int | None:
    """The number a word or figure says; None where it says none."""
    found = words.get(" ".join(word.lower().split()))
    if found is not None:
        return found
    figures = _FIGURES.fullmatch(word)
    return int(figures[1]) if figures else None
