"""Where a text quotes: spans between quotation marks, over several sentences of a paragraph too.

A quotation that is not closed lasts to the end of its paragraph. Not for single quotation marks, which are apostrophes
as often as not.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

MARKS = re.compile(r"[\n\"«»“”„]")
OPENING = frozenset('«“„"')
CLOSED_BY = {"«": "»", "“": "”", "„": "“”", '"': '"'}

Span = tuple[int, int]


def quotations(text: str) -> list[Span]:
    """The quotations of a text, marks included, in order; one within another is part of it."""
    spans: list[Span] = []
    begun, mark, depth, line, carried = -1, "", 0, 0, False
    for found in MARKS.finditer(text + "\n"):
        place, sign = found.start(), found[0]
        if sign == "\n":
            carried = begun >= 0
            if carried:
                spans.append((begun, place))
            begun, line, depth = -1, place + 1, 0
        elif begun < 0:
            if sign in OPENING and not (sign == '"' and _closes(text, place)):
                begun, mark, depth = place, sign, 0
            elif carried:
                spans.append((line, place + 1))
            carried = False
        elif sign == mark and mark == "«":
            depth += 1
        elif sign in CLOSED_BY[mark]:
            depth -= 1
            if depth < 0:
                spans.append((begun, place + 1))
                begun = -1
    return spans


def clipped(spans: Sequence[Span], start: int, stop: int) -> list[Span]:
    """The parts of the spans, which are in order, that lie between two places."""
    first = max(0, bisect_right(spans, (start, start)) - 1)
    found: list[Span] = []
    for a, b in spans[first:]:
        if a >= stop:
            break
        if b > start:
            found.append((max(a, start), min(b, stop)))
    return found


def has_quotation(text: str) -> bool:
    """Whether a quotation opens in the text."""
    return any(mark in text for mark in OPENING)


def inside(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= place < stop for start, stop in spans)


def _closes(text: str, place: int) -> bool:
    """Whether a straight mark stands where a quotation can only end: after a letter or a stop, before none."""
    return place > 0 and not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum()
