"""Date expressions and the days they mean, from tables of words that each language gives.

A date without a year is the nearest one to the day of publication: in the past where that is at most six months ago,
else in the future. A bare weekday is the most recent one that is not after publication, as reports use it (an
announcement that means the coming Monday by "on Monday" finds it marked `bare`: it lies seven days later). "Next
Friday" is the Friday of the next calendar week. Days counted in words ("three days ago") are counted from publication.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from overtone.language.contract import FoundDate
from overtone.language.numerals import number_of

_HALF_A_YEAR = 183
_BETWEEN = re.compile(r"(?:,? |, ?| ?\(|, (?:в|во|у|ў|ва|on|the) |,? the )")
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
    numbers: Mapping[str, int]  # "three days ago"


def date_pattern(*, month_forms: str, relative: str, weekday: str, counted: str) -> re.Pattern[str]:
    """One pattern for all date expressions: figures are the same everywhere, words are the language's own."""
    iso = r"(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)"
    dotted = r"(?P<dot_d>\d{1,2})\.(?P<dot_m>\d{1,2})\.(?P<dot_y>(?:19|20)\d\d)(?!\d|\.\d)"
    return re.compile(
        rf"(?<![\w.])(?:{iso}|{dotted}|{month_forms}|(?P<relative>{relative})|{weekday}|{counted})(?!\w)", re.IGNORECASE
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
        found = _day_of(int(match[group]), month, year, published)
        ranged = group.endswith("from")
        stop = match.end(group) if ranged else match.end()
        if found:
            until = _day_of(int(match[f"{prefix}day"]), month, year, published) if ranged else None
            yield FoundDate(start=begin, stop=stop, day=found, until=until)
        begin = match.start(f"{prefix}day")


def _day_of(day: int, month: int, year: int | None, published: date) -> date | None:
    return _valid(year, month, day) if year else nearest(month, day, published)


def _figures(match: re.Match[str], prefix: str) -> Iterator[FoundDate]:
    day = _valid(int(match[f"{prefix}_y"]), int(match[f"{prefix}_m"]), int(match[f"{prefix}_d"]))
    if day:
        yield FoundDate(start=match.start(), stop=match.end(), day=day)


def _shifted(match: re.Match[str], days: int, published: date, *, bare: bool = False) -> Iterator[FoundDate]:
    if date.min.toordinal() <= published.toordinal() + days <= date.max.toordinal():
        yield FoundDate(start=match.start(), stop=match.end(), day=published + timedelta(days=days), bare=bare)


def _counted(match: re.Match[str], words: DateWords, published: date) -> Iterator[FoundDate]:
    """ "Three days ago", "in two days"."""
    spoken = match["days_ago"] or match["days_on"]
    count = number_of(spoken, words.numbers)
    if count is not None and count < _HALF_A_YEAR:
        yield from _shifted(match, -count if match["days_ago"] else count, published)


def _expression(match: re.Match[str], words: DateWords, published: date) -> Iterator[FoundDate]:
    if match["month"]:
        yield from _named(match, words, published, "")
    elif "first_month" in match.re.groupindex and match["first_month"]:
        yield from _named(match, words, published, "first_")
    elif match["relative"]:
        yield from _shifted(match, words.relative[" ".join(match["relative"].lower().split())], published)
    elif match["weekday"]:
        order = words.orders.get(" ".join((match["order"] or "").lower().split()), "bare")
        days = days_to(words.weekdays[match["weekday"].lower()], order, published)
        yield from _shifted(match, days, published, bare=order == "bare")
    elif match["days_ago"] or match["days_on"]:
        yield from _counted(match, words, published)
    else:
        yield from _figures(match, "iso" if match["iso_y"] else "dot")


def dates(text: str, published: date, words: DateWords) -> list[FoundDate]:
    """Every date expression of a text, in order. Months without a day ("in May") and years alone mean no day.

    A weekday beside a date ("on Monday, 23 May") is part of it: the date tells the day.
    """
    found = [one for match in words.pattern.finditer(text) for one in _expression(match, words, published)]
    return [one for at, one in enumerate(found) if not (one.bare and _beside(found, at, text))]


def _beside(found: Sequence[FoundDate], at: int, text: str) -> bool:
    """Whether a fuller date stands right beside one: nothing but a comma, a bracket or "the" between them."""
    here = found[at]
    for one in found[max(0, at - 1) : at + 2]:
        gap = text[here.stop : one.start] if one.start > here.start else text[one.stop : here.start]
        if one is not here and re.search(r"\d", text[one.start : one.stop]) and _BETWEEN.fullmatch(gap):
            return True
    return False
