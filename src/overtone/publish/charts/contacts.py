"""Contacts at their days: a line a month, a shape a kind; filled if held, hollow if announced, struck if cancelled."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, at, cell, keyed, per, pixels, rule, text, tidy
from overtone.publish.charts.lettering import cut
from overtone.publish.charts.timeline import SHAPES
from overtone.publish.words import Words
from overtone.records import TextChart

HELD, ANNOUNCED, CANCELLED = 2, 1, 0
LEFT, RIGHT = 17.5, 99.0  # per cent between which the days of a month stand
ROW, LEVEL, APART = 20, 25, 17  # pixels: around a line's marks, of marks above one another, between two in a row
MOST_MONTHS = 60  # of more only the last ones are drawn
TENS = (1, 10, 20, 31)
STRIKE = Markup('<path d="M-7 7L7 -7" class="line" stroke-width="1.8"/>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A mark: its day, which shape, how it stands, and what is printed over it."""

    day: date
    kind: int
    status: int
    told: str


def contacts(chart: TextChart, words: Words) -> Drawing:
    """Rows are contacts; values (day as a proleptic ordinal, kind, status, number by the rule).

    Status is 2 for held, 1 for only announced, 0 for cancelled. Contacts of one day, kind and status are one mark.
    """
    found = _contacts(chart)
    if not found:
        return Drawing(height=0, marks=())
    marks: list[Markup] = []
    stems: list[Markup] = []
    y = 16.0
    marks += [text(per(_across(day)), y - 4, day, look="soft", anchor="middle", size=11) for day in TENS]
    for year, month in _months(found):
        there = [one for one in found if (one.day.year, one.day.month) == (year, month)]
        levels = _levels(there)
        tall = ROW + LEVEL * max(max(levels, default=0) + 1, 1) - 8
        name = words.say(f"chart.month.{month}")
        line = y + tall - 11
        marks.append(rule(per(LEFT), line, "100%", line, look="grid"))
        marks.append(text("0", line + 4, cut(name, pixels(LEFT) - 10, 12), size=12, look="ink" if there else "soft"))
        if month == 1 or (year, month) == _months(found)[0]:
            marks.append(text("0", line - 11, year, look="soft", size=11))
        for one, level in zip(there, levels, strict=True):
            x = per(_across(one.day.day))
            stems += [rule(x, line - LEVEL * level, x, line, look="grid")] * (level > 0)
            marks.append(at(x, line - LEVEL * level, _mark(one)))
        y += tall
    legend, y = keyed(y + 26, _key(chart, found, words))
    return Drawing(height=int(y), marks=(*stems, *marks, *legend))


def _across(day: int) -> float:
    return LEFT + (RIGHT - LEFT) * (day - 0.5) / 31


def _contacts(chart: TextChart) -> list[Contact]:
    """The contacts that have a day, in order; those alike in day, kind and status together."""
    tally: dict[tuple[date, int, int], list[float]] = {}
    for row in range(len(chart.rows)):
        day, kind, status = (cell(chart.values, row, n) for n in range(3))
        if all(math.isfinite(value) for value in (day, kind, status)) and 1 <= day <= date.max.toordinal():
            key = (date.fromordinal(int(day)), max(int(kind), 0), int(status))
            tally.setdefault(key, []).append(cell(chart.values, row, 3))
    return [Contact(day=d, kind=k, status=s, told=_told(n)) for (d, k, s), n in sorted(tally.items())]


def _told(numbers: Sequence[float]) -> str:
    """The number by the rule, and how many contacts a mark stands for where it stands for several."""
    known = [number for number in numbers if math.isfinite(number)]
    if len(numbers) > 1:
        return f"×{len(numbers)}"
    return f"{known[0]:.0f}" if known else ""


def _months(found: Sequence[Contact]) -> list[tuple[int, int]]:
    """Every month from the first of the first contact's year to the last contact's."""
    last = found[-1].day
    first = max(found[0].day.year * 12, last.year * 12 + last.month - MOST_MONTHS)
    return [(n // 12, n % 12 + 1) for n in range(first, last.year * 12 + last.month)]


def _levels(there: Sequence[Contact]) -> list[int]:
    """How high each mark stands, so that none touches another on the narrowest screen."""
    ends: list[float] = []
    levels = []
    for one in there:
        x = pixels(_across(one.day.day))
        level = next((n for n, end in enumerate(ends) if x - end >= APART), len(ends))
        ends[level : level + 1] = [x]
        levels.append(level)
    return levels


def _mark(one: Contact) -> Markup:
    look = "held" if one.status == HELD else "open"
    shape = Markup('<path d="{}" class="{}" stroke-width="1.6"/>').format(SHAPES[one.kind % len(SHAPES)], look)
    struck = STRIKE if one.status == CANCELLED else Markup()
    told = text("0", -8, cut(one.told, APART - 1, 10), anchor="middle", size=10) if one.told else Markup()
    return shape + struck + told


def _key(chart: TextChart, found: Sequence[Contact], words: Words) -> list[tuple[Markup, str]]:
    names: dict[int, str] = {}
    for row, cells in enumerate(chart.cells):
        kind = cell(chart.values, row, 1)
        if math.isfinite(kind) and len(cells) > 1:
            names.setdefault(max(int(kind), 0), cells[1])
    number = {kind: sum(cell(chart.values, row, 1) == kind for row in range(len(chart.rows))) for kind in names}
    items = [
        (
            Markup('<path d="{}" class="held"/>').format(SHAPES[kind % len(SHAPES)]),
            cut(f"{names[kind]}, {number[kind]}", 260, 12),
        )
        for kind in sorted(names)
    ]
    plain = Markup('<path d="{}" class="{}" stroke-width="1.6"/>')
    statuses = {one.status for one in found}
    if ANNOUNCED in statuses:
        items.append((plain.format(SHAPES[0], "open"), words.say("chart.announced")))
    if CANCELLED in statuses:
        items.append((plain.format(SHAPES[0], "open") + STRIKE, words.say("chart.cancelled")))
    if any(one.told and not one.told.startswith("×") for one in found):
        items.append((text("0", 4, tidy(3), anchor="middle", size=10), words.say("chart.ordinal")))
    return items
