"""How wide words are, so that labels fold and end where their place ends: letter by letter, never by guess.

The reader's fonts are not known. The advances are those of DejaVu Sans, the widest of the fonts that the pages ask
for, rounded up to 0.02 em: what fits here fits on the page.
"""

import unicodedata
from functools import cache

NARROW = 320  # pixels of a chart's place on the narrowest phone: what fits there fits everywhere
ADVANCES: tuple[tuple[int, str], ...] = (  # thousandths of the letters' size, and the letters that are so wide
    (280, "'ijlıіј"),
    (300, "IJłІЈ"),
    (320, " ,.\u00a0·‘’"),
    (340, "/:;\\|"),
    (360, "f\u2009\u202f"),
    (380, "-‐\u2011"),
    (400, "()[]t"),
    (420, "!r"),
    (460, '"'),
    (500, "*_`§°–"),
    (520, "“”„"),
    (540, "?szгзѕґ"),
    (560, "Lcсэє"),
    (580, "FkŁ"),
    (600, "vxyвтухчь•"),
    (620, "PTYaeo«»øГРТУабекояҐ"),
    (640, "$0123456789ESbdghnpqu{}ßđЅЕлрђ‒€"),
    (660, "KЗинпћџ"),
    (700, "ABCRVXZЄАБВСХЧЬЭЯдц"),
    (720, "Къ"),
    (740, "U"),
    (760, "HNЏИЛНПм"),
    (780, "&DGЦ"),
    (800, "OQØЂЋДОы"),
    (820, "w"),
    (840, "#+<=>^~×Ъ←→−≤≥"),
    (860, "фю"),
    (880, "MМФ"),
    (900, "Ыњ"),
    (920, "жшљ"),
    (960, "%щ"),
    (980, "mÆ"),
    (1000, "@Wæ—…"),
    (1040, "№"),
    (1080, "ЊЖШЮ"),
    (1100, "ЉЩ"),
)
OTHER, FULL = 900, 1100  # letters that the table lacks, and those of scripts that fill a square
SILENT = ("Mn", "Me", "Cf", "Cc")  # marks over and under letters, signs of direction
MARKS = 2  # marks kept on one letter: more would run into the lines above and below
HEAVY = 1.13  # how much wider a bold letter is


def extent(words: str, size: float, *, heavy: bool = False) -> float:
    """Pixels that words take on one line at most, in letters of `size` pixels."""
    return sum(map(_advance, words)) * size / 1000 * (HEAVY if heavy else 1)


@cache
def _advance(letter: str) -> int:
    plain = unicodedata.normalize("NFD", letter)[0]
    known = next((wide for wide, letters in ADVANCES if plain in letters), 0)
    if known:
        return known
    if unicodedata.category(letter) in SILENT:
        return 0
    return FULL if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else OTHER


def plain(words: str) -> str:
    """Words on one line, with no more marks on a letter than stay within it."""
    kept: list[str] = []
    marks = 0
    for letter in " ".join(words.split()):
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MARKS:
            kept.append(letter)
    return "".join(kept)


def cut(words: str, room: float, size: float, *, heavy: bool = False) -> str:
    """Words as far as they fit into so many pixels; an ellipsis ends what was cut."""
    words = plain(words)
    if extent(words, size, heavy=heavy) <= room:
        return words
    stop = _fitting(words, room - extent("…", size, heavy=heavy), size * (HEAVY if heavy else 1))
    return words[:stop].rstrip(" ,;:.") + "…"


def fold(words: str, room: float, size: float, most: int = 3) -> list[str]:
    """Words in at most so many lines that fit into so many pixels; the last is cut where there are more."""
    lines: list[str] = []
    rest = plain(words)
    while rest and len(lines) < most - 1 and extent(rest, size) > room:
        line, rest = _first(rest, room, size)
        lines.append(line)
    return [*lines, cut(rest, room, size)] if rest or not lines else lines


def _fitting(words: str, room: float, size: float) -> int:
    """How many of the first letters fit into so many pixels."""
    wide = 0.0
    for number, letter in enumerate(words):
        wide += _advance(letter) * size / 1000
        if wide > room:
            return number
    return len(words)


def _first(words: str, room: float, size: float) -> tuple[str, str]:
    """The longest beginning that fits, ended at a space or after a hyphen where there is one, and what is left."""
    stop = max(_fitting(words, room, size), 1)
    spaces = [n for n in range(1, min(stop, len(words) - 1) + 1) if words[n] == " " or words[n - 1] in "-–/·"]
    at = spaces[-1] if spaces else stop
    return words[:at].rstrip(), words[at:].lstrip()
