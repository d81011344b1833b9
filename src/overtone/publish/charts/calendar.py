"""Silence in a calendar: who spoke, who said nothing where words were due, and the days nobody could be heard."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import (
    MOST_ROWS,
    Drawing,
    at,
    box,
    cell,
    hatched,
    keyed,
    per,
    pixels,
    shortened,
    text,
)
from overtone.publish.charts.heads import blocks, dates, heads
from overtone.publish.charts.lettering import extent, fold
from overtone.publish.words import Words
from overtone.records import TextChart

LABELS = 32.0  # per cent
MOST = 13  # columns side by side: a quarter of a year in weeks
LINE, PADDING, LEAST = 14, 10, 24  # pixels: of a name's line, around the lines, of a row at least
INSET = 0.35  # per cent left free at the sides of a square
GAP = 16
SPOKE = Markup('<rect x="-9" y="-7" width="18" height="14" class="held" stroke-width="1"/>')
SILENT = Markup(
    '<rect x="-9" y="-7" width="18" height="14" class="quiet" stroke-width="2"/>'
    '<path d="M-4 -3.5L4 3.5M-4 3.5L4 -3.5" class="quiet" stroke-width="1.6"/>'
)
UNDUE = Markup('<circle r="1.8" class="dull"/>')
CROSS = Markup('<path d="M-4 -4L4 4M-4 4L4 -4" class="quiet" stroke-width="1.8"/>')


def calendar(chart: TextChart, words: Words) -> Drawing:
    """Rows are speakers or subjects, columns days, weeks or subjects in order.

    A value is how often the row spoke: 0 is silence where words were due; below 0, nothing was due; a value that is
    not known means that nobody could hear, and is hatched.
    """
    marks: list[Markup] = []
    y = 0.0
    ordered = len(chart.columns) > MOST or _alike(chart.columns)
    for columns in blocks(chart, MOST):
        wide = (100 - LABELS) / max(len(columns), 1)
        names = [chart.columns[n] for n in columns]
        drawn, y = (dates if ordered else heads)(names, LABELS, wide, y)
        marks += drawn
        for row, label in enumerate(chart.rows[:MOST_ROWS]):
            lines = fold(label, pixels(LABELS) - 8, 12, 2)
            tall = max(LINE * len(lines) + PADDING, LEAST)
            first = y + tall / 2 + 3 - LINE * (len(lines) - 1) / 2
            marks += [text("0", first + LINE * n, line, size=12) for n, line in enumerate(lines)]
            for place, column in enumerate(columns):
                marks += _day((LABELS + place * wide, y, wide, tall - 3), cell(chart.values, row, column), words)
            y += tall
        y += GAP
    legend, y = keyed(y + 8, _key(chart, words))
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*marks, *legend, *more))


def _alike(names: tuple[str, ...]) -> bool:
    """Whether names are days or weeks: all have a figure in them."""
    return bool(names) and all(any(letter.isdigit() for letter in name) for name in names)


def _day(place: tuple[float, float, float, float], value: float, words: Words) -> list[Markup]:
    x, y, wide, tall = place
    left, across, middle = per(x + INSET), per(wide - 2 * INSET), per(x + wide / 2)
    if math.isnan(value):
        return [hatched(left, y, across, tall)]
    if value < 0:
        return [at(middle, y + tall / 2, UNDUE)]
    if value == 0:
        frame = box(left, y + 1, across, tall - 2, look="quiet", more=Markup(' stroke-width="1.8"'))
        return [frame, at(middle, y + tall / 2, CROSS)]
    told = words.number(value, 0) if math.isfinite(value) else "∞"
    marks = [box(left, y, across, tall, look="held")]
    if extent(told, 11) <= pixels(wide - 2 * INSET) - 2:
        marks.append(text(middle, y + tall / 2 + 4, told, look="over", anchor="middle", size=11))
    return marks


def _key(chart: TextChart, words: Words) -> list[tuple[Markup, str]]:
    """The signs that the picture holds, each with its meaning."""
    there = [cell(chart.values, row, n) for row in range(len(chart.rows)) for n in range(len(chart.columns))]
    blind = Markup('<g transform="translate(-9 -7)">{}</g>').format(hatched("0", 0, "18", 14))
    found = (
        (any(value > 0 for value in there), SPOKE, "chart.spoke"),
        (any(value == 0 for value in there), SILENT, "chart.silent"),
        (any(math.isnan(value) for value in there), blind, "chart.unseen"),
        (any(value < 0 for value in there), UNDUE, "chart.undue"),
    )
    return [(sign, words.say(key)) for shown, sign, key in found if shown]
