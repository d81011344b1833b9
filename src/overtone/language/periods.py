"""Stretches of time in words ("by the end of the year", «с начала года», «у бліжэйшыя месяцы») and the days they span.

A bound says which end is meant: "by" and "until" give a last day, "since" a first one, anything else both. "By July"
runs to the end of July, the last day on which a promise for July can still be kept. A month without a year is the
nearest: behind "since" the last one that has begun, behind "by" the next one that has not ended. Vague words ("soon")
are found and span no days. Weeks run from Monday. Not for days (`dating`), nor for seasons and holidays.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from overtone.language.contract import FoundPeriod
from overtone.language.numerals import number_of

_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)
_ANY = (None, None)
Stretch = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodWords:
    """The words one language speaks of stretches of time with, lower case; the groups of `patterns` name them.

    Groups: bound, edge, order, unit, number, way (next, last), ago, month, year, vague.
    """

    patterns: tuple[re.Pattern[str], ...]
    bounds: Mapping[str, str]  # by | since | in
    edges: Mapping[str, str]  # start | end
    orders: Mapping[str, int]  # this 0, last -1, next 1
    units: Mapping[str, str]  # day | week | month | quarter | half | year
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    many: frozenset[str]  # words that make a stretch vague: "months" in "the coming months", «ближайшие»


def periods(text: str, published: date, words: PeriodWords) -> list[FoundPeriod]:
    """Every stretch of time a text speaks of, in order; of two at one place the longer."""
    found = [
        FoundPeriod(start=match.start(), stop=match.end(), first=first, last=last)
        for pattern in words.patterns
        for match in pattern.finditer(text)
        for first, last in (_stretch(match, words, published),)
    ]
    return list(_apart(sorted(found, key=lambda f: (f.start, -f.stop))))


def _apart(found: list[FoundPeriod]) -> Iterator[FoundPeriod]:
    stop = 0
    for one in found:
        if one.start >= stop:
            stop = one.stop
            yield one


def _stretch(match: re.Match[str], words: PeriodWords, published: date) -> Stretch:
    said = {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}
    if "vague" in said or ("number" not in said and not words.many.isdisjoint(said.values())):
        return _ANY
    bound = words.bounds.get(said.get("bound", ""), "in")
    if "number" in said:
        return _counted(said, words, published)
    if "month" in said:
        whole = _month(said, words, published, bound)
    elif "unit" in said and "year" not in said:
        whole = _unit(words.units[said["unit"]], words.orders.get(said.get("order", ""), 0), published)
    elif "year" in said:
        whole = _year_of(said, words)
    else:
        return _ANY
    return _bounded(whole, bound, words.edges.get(said.get("edge", ""), ""), published)


def _bounded(whole: Stretch, bound: str, edge: str, published: date) -> Stretch:
    first, last = whole
    if edge == "start" and bound == "by":
        last = first
    if bound == "by":
        return (None, last)
    if bound == "since":
        return (first, published)
    if edge == "end":
        return (last and last - timedelta(days=9), last)
    return (first, last)


def _counted(said: Mapping[str, str], words: PeriodWords, published: date) -> Stretch:
    """ "Within three months", "over the past two years", "two days ago"."""
    count = number_of(said["number"], words.numbers)
    unit = words.units[said["unit"]]
    if count is None or unit not in ("day", "week", "month", "year"):
        return _ANY
    back = "ago" in said or words.orders.get(said.get("way", ""), 0) < 0
    there = _shift(published, -count if back else count, unit)
    if there is None:
        return _ANY
    if "ago" in said:
        return (there, there) if unit == "day" else (None, None)
    return (there, published) if back else (published, there)


def _shift(day: date, count: int, unit: str) -> date | None:
    if unit in ("day", "week"):
        ordinal = day.toordinal() + count * (7 if unit == "week" else 1)
        return date.fromordinal(ordinal) if _FIRST.toordinal() <= ordinal <= _LAST.toordinal() else None
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= _LAST.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _unit(unit: str, order: int, published: date) -> Stretch:
    """This, last or next day, week, month, quarter, half, year."""
    if unit in ("day", "week"):
        back = published.weekday() if unit == "week" else 0
        length = 7 if unit == "week" else 1
        first = published.toordinal() - back + order * length
        if not _FIRST.toordinal() <= first <= _LAST.toordinal() - length:
            return _ANY
        return (date.fromordinal(first), date.fromordinal(first + length - 1))
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    number = (published.year * 12 + published.month - 1) // size + order
    return _months(number * size, size)


def _months(first: int, size: int) -> Stretch:
    """So many months from one counted from the year 0."""
    (year, month), (last_year, last_month) = divmod(first, 12), divmod(first + size - 1, 12)
    if not (year >= 1 and last_year <= _LAST.year):
        return _ANY
    last = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return (date(year, month + 1, 1), last)


def _year_of(said: Mapping[str, str], words: PeriodWords) -> Stretch:
    """A year in figures, or a numbered part of it ("the first half of 2023")."""
    year = int(said["year"])
    part = words.units.get(said.get("unit", ""), "year")
    size = {"month": 1, "quarter": 3, "half": 6}.get(part, 12)
    nth = number_of(said.get("nth", "1"), words.numbers) or 1
    return _months(year * 12 + (min(nth, 12 // size) - 1) * size, size)


def _month(said: Mapping[str, str], words: PeriodWords, published: date, bound: str) -> Stretch:
    month = words.months[said["month"].rstrip(".")]
    if "year" in said:
        return _months(int(said["year"]) * 12 + month - 1, 1)
    order = words.orders.get(said.get("order", ""), 0)
    years = (published.year + order,) if order else (published.year - 1, published.year, published.year + 1)
    known = [_months(year * 12 + month - 1, 1) for year in years]
    begun = [s for s in known if s[0] is not None and s[0] <= published]
    coming = [s for s in known if s[1] is not None and s[1] >= published]
    if bound == "by":
        return coming[0] if coming else _ANY
    if bound == "since":
        return begun[-1] if begun else _ANY
    near = [s for s in known if s[0] is not None and abs((s[0] - published).days) <= 200]
    return near[0] if near else _ANY
