"""Date expressions and the days they mean, from tables of words that each language gives.

A date without a year is the nearest one to the day of publication: in the past where that is at most six months ago,
else in the future. A bare weekday is the most recent one that is not after publication, as reports use it (an
announcement that means the coming Monday by "on Monday" is read as the past one). "Next Friday" is the Friday of the
next calendar week.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from overtone.language.contract import FoundDate

_HALF_A_YEAR = 183
Order = Literal["last", "next", "this", "coming", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The words one language dates with, lower case."""

    pattern: re.Pattern[
        str
    ]  # named groups: from, day, month, year (first_… where the month leads), order, weekday, relative
    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    orders: Mapping[str, Order]
    relative: Mapping[str, int]  # days from publication


def date_pattern(*, month_forms: str, relative: str, weekday: str) -> re.Pattern[str]:
    """One pattern for all date expressions: figures are the same everywhere, words are the language's own."""
    iso = r"(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)"
    dotted = r"(?P<dot_d>\d{1,2})\.(?P<dot_m>\d{1,2})\.(?P<dot_y>(?:19|20)\d\d)(?!\d|\.\d)"
    return re.compile(
        rf"(?<![\w.])(?:{iso}|{dotted}|{month_forms}|(?P<relative>{relative})|{weekday})(?!\w)", re.IGNORECASE
    )


def alternatives(words: Mapping[str, object]) -> str:
    """Words as a regular expression, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _valid(year: int, month: int, day: int) -> date | None:
    in_range = 1 <= month <= 12 and 1 <= year <= 9999
    return date(year, month, day) if in_range and 1 <= day <= monthrange(year, month)[1] else None


def nearest(month: int, day: int, published: date) -> date | None:
    """The day of a date without a year: in the last six months, else the next one to come. None for 30 February."""
    around = (_valid(published.year + step, month, day) for step in (-1, 0, 1))
    days = [found for found in around if found]
    past = [found for found in days if 0 <= (published - found).days <= _HALF_A_YEAR]
    future = [found for found in days if found > published]
    return past[-1] if past else (future[0] if future else (days[-1] if days else None))


def days_to(weekday: int, order: Order, published: date) -> int:
    """How many days from publication a weekday lies."""
    today = published.weekday()
    back = (today - weekday) % 7
    if order == "last":
        return -(back or 7)
    if order == "next":
        return 7 + weekday - today
    if order == "this":
        return weekday - today
    return (weekday - today) % 7 or 7 if order == "coming" else -back


def _named(match: re.Match[str], words: DateWords, published: date, prefix: str) -> Iterator[FoundDate]:
    """A date with the month in words, with the first day of a range ("16–22 May") before it."""
    month = words.months[match[f"{prefix}month"].lower().rstrip(".")]
    year = int(match[f"{prefix}year"]) if match[f"{prefix}year"] else None
    begin = match.start()
    for group in (f"{prefix}from", f"{prefix}day"):
        if not match[group]:
            continue
        figures = int(match[group])
        found = _valid(year, month, figures) if year else nearest(month, figures, published)
        stop = match.end(group) if group.endswith("from") else match.end()
        if found:
            yield FoundDate(start=begin, stop=stop, day=found)
        begin = match.start(f"{prefix}day")


def _figures(match: re.Match[str], prefix: str) -> Iterator[FoundDate]:
    day = _valid(int(match[f"{prefix}_y"]), int(match[f"{prefix}_m"]), int(match[f"{prefix}_d"]))
    if day:
        yield FoundDate(start=match.start(), stop=match.end(), day=day)


def _shifted(match: re.Match[str], days: int, published: date) -> Iterator[FoundDate]:
    if date.min.toordinal() <= published.toordinal() + days <= date.max.toordinal():
        yield FoundDate(start=match.start(), stop=match.end(), day=published + timedelta(days=days))


def _expression(match: re.Match[str], words: DateWords, published: date) -> Iterator[FoundDate]:
    if match["month"]:
        yield from _named(match, words, published, "")
    elif "first_month" in match.re.groupindex and match["first_month"]:
        yield from _named(match, words, published, "first_")
    elif match["relative"]:
        yield from _shifted(match, words.relative[" ".join(match["relative"].lower().split())], published)
    elif match["weekday"]:
        order = words.orders.get((match["order"] or "").lower(), "bare")
        yield from _shifted(match, days_to(words.weekdays[match["weekday"].lower()], order, published), published)
    else:
        yield from _figures(match, "iso" if match["iso_y"] else "dot")


def dates(text: str, published: date, words: DateWords) -> list[FoundDate]:
    """Every date expression of a text, in order. Months without a day ("in May") and years alone mean no day."""
    return [found for match in words.pattern.finditer(text) for found in _expression(match, words, published)]
