"""A text as the tagger sees it: windows of words within paragraphs, and for each word its shape, quotation and cue.

These features are fixed by the training (training/attribution.py uses this very file): a change here asks for new
weights. Words and punctuation are units; the marks regarded here are the plain pairing that the PolNeAR bench uses, not
the finer one of `marks.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNIT = re.compile(r"\w+|[^\w\s]")
PARAGRAPH = re.compile(r"[^\n]+")
MARK = re.compile(r"[\"“”„«»]")
LONGEST = 220  # units in a window
SHORTEST = 3
LETTERS = 40  # of a unit; a longer one is cut, no word has more

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """Some words of one paragraph: their places, and parallel lists of features.

    shapes: kind of word or sign; quoted: 1 within quotation marks; cues: 1 where a space stands before, plus 2 where
    the word may be a cue.
    """

    words: list[str]
    places: list[Place]
    shapes: list[int]
    quoted: list[int]
    cues: list[int]


def windows(text: str, cue_words: frozenset[str]) -> Iterator[Window]:
    """The windows of a text in order; paragraphs without a cue word or a quotation are left out, as too short ones."""
    return (one for one in windows_of_every_paragraph(text, cue_words, sparing=True))


def windows_of_every_paragraph(text: str, cue_words: frozenset[str], *, sparing: bool = False) -> Iterator[Window]:
    """The same of every paragraph that is not too short, as training wants it."""
    for paragraph in PARAGRAPH.finditer(text):
        begin = paragraph.start()
        line = paragraph[0]
        places = [unit.span() for unit in UNIT.finditer(line)]
        if len(places) < SHORTEST:
            continue
        words = [line[a:b] for a, b in places]
        cues = [2 if word.lower() in cue_words else 0 for word in words]
        quotes = quoted_places(line)
        if sparing and not quotes and not any(cues):
            continue
        flags = bytearray(len(line))
        for start, stop in quotes:
            flags[start:stop] = b"\x01" * (stop - start)
        for first, stop in _cuts(words, places):
            yield Window(
                words=[word[:LETTERS] for word in words[first:stop]],
                places=[(begin + a, begin + b) for a, b in places[first:stop]],
                shapes=[shape(word) for word in words[first:stop]],
                quoted=[flags[place[0]] for place in places[first:stop]],
                cues=[
                    cue + int(place[0] == 0 or line[place[0] - 1].isspace())
                    for cue, place in zip(cues[first:stop], places[first:stop], strict=True)
                ],
            )


def quoted_places(line: str) -> list[Place]:
    """Stretches of a paragraph between double quotation marks; one left open lasts to its end."""
    found: list[Place] = []
    opened = -1
    for mark in MARK.finditer(line):
        sign, at = mark[0], mark.start()
        if opened < 0:
            if sign not in "”»":
                opened = at
        elif sign not in "„«" and not (sign == "“" and line[opened] == "“"):
            found.append((opened, at + 1))
            opened = -1
    if opened >= 0:
        found.append((opened, len(line)))
    return found


def shape(word: str) -> int:
    """The kind of a word or sign, 1 to 9: digits, signs by their use, capitals, other words."""
    if word.isdigit():
        return 1
    if not word[0].isalpha():
        return 2 + (word in '"“”„«»') + 2 * (word == ",") + 3 * (word in ".!?") + 4 * (word in ":—–-")
    if word.isupper() and len(word) > 1:
        return 7
    return 8 if word[0].isupper() else 9


def _cuts(words: list[str], places: list[Place]) -> Iterator[Place]:
    """Ranges of at most `LONGEST` units, cut after the end of a sentence where one is in the second half."""
    first = 0
    while len(words) - first > LONGEST:
        stop = first + LONGEST
        for n in range(stop - 1, first + LONGEST // 2, -1):
            if words[n] in ".!?":
                stop = n + 1
                break
        while stop < len(words) and words[stop] in '”»"' and places[stop][0] == places[stop - 1][1]:
            stop += 1
        yield first, stop
        first = stop
    if first < len(words):
        yield first, len(words)
