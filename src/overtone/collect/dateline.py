"""The day an opening is stamped with: "Via Teleconference / (October 12, 2022)" on a page posted on the 13th.

Only a date that stands by itself counts: alone on one of the first lines, or in brackets at the end of one. Not for a
date in a sentence ("On May 16, 2022, the leaders …"): that is what the text is about.
"""

import re
from collections.abc import Sequence
from datetime import date

from overtone.language import LANGUAGES, FoundDate, language

LINES = 5  # of the opening that are looked at
LATE = 4  # days: a page is not posted later than that after what it prints
LONG = 40  # characters: no date is longer, its weekday included
_STAMP = re.compile(r"(?:\A|[^\n]{1,120}\s)\((?P<bracketed>[^()\n]+)\)\Z|\A(?P<alone>[^()\n]+)\Z")


def dateline(body: str, lang: str, published: date) -> date | None:
    """The day that a text is stamped with, at most LATE days before its publication; None where there is none."""
    if lang not in LANGUAGES:
        return None
    lines = [line for line in (raw.strip(" \t\r*_") for raw in body[:600].split("\n")) if line][:LINES]
    stamps = (found["bracketed"] or found["alone"] for found in map(_STAMP.match, lines) if found)
    days = (_day(stamp.strip(), lang, published) for stamp in stamps)
    return next((day for day in days if day is not None and 0 <= (published - day).days <= LATE), None)


def _day(stamp: str, lang: str, published: date) -> date | None:
    """The one day that a stretch of words names and says nothing besides."""
    if len(stamp) > LONG or not re.search(r"\d", stamp):
        return None
    found = language(lang).dates(stamp, published)
    days = {one.day for one in found}
    if len(days) != 1:
        return None
    day = days.pop()
    rest = _without(stamp, found)
    weekday = [one for one in language(lang).dates(rest, published) if one.bare and one.day.weekday() == day.weekday()]
    return None if re.search(r"\w", _without(rest, weekday)) else day


def _without(words: str, found: Sequence[FoundDate]) -> str:
    """What is left of some words when the dates found in them are taken out."""
    for one in reversed(found):
        words = words[: one.start] + words[one.stop :]
    return words
