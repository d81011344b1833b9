"""Shares as horizontal bars, each with its interval as a whisker and the usual level as a tick."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import (
    MOST_ROWS,
    Drawing,
    at,
    box,
    cell,
    finite,
    keyed,
    per,
    rule,
    shortened,
    text,
)
from overtone.publish.charts.lettering import NARROW, cut, extent, fold
from overtone.publish.words import Words
from overtone.records import TextChart

STEPS = (0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.8, 1.0)
LINE, DROP, BAR, GAP = 17, 12, 12, 14
FIGURES = 180  # pixels for the figures beside a label at most
TICK = Markup('<path d="M0 -9V10M-4 -12H4L0 -7Z" class="usual" stroke-width="2"/>')
WHISKER = Markup('<path d="M-10 0H10M-10 -5V5M10 -5V5" class="line" fill="none" stroke-width="1.5"/>')


def shares(chart: TextChart, words: Words) -> Drawing:
    """Bars from 0 to a round share; the figures stand beside the label, so nothing hangs on the eye's measure."""
    scale, y = _scale(chart), 0.0
    rows: list[Markup] = []
    spans: list[tuple[float, float]] = []
    for row, label in enumerate(chart.rows[:MOST_ROWS]):
        figures = cut(_figures(chart, row, words), FIGURES, 13)
        lines = fold(label, NARROW - extent(figures, 13) - 12, 13)
        rows.append(text("100%", y + LINE, figures, anchor="end", look="soft"))
        for line in lines:
            y += LINE
            rows.append(text("0", y, line))
        rows += _bar(chart, row, y + DROP, scale)
        spans.append((y + DROP - 4, y + DROP + BAR + 4))
        y += DROP + BAR + GAP
    grid = []
    for part, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        told = cut(words.percent(scale * part), NARROW / 4, 12)
        grid += [rule(per(100 * part), top, per(100 * part), bottom, look="grid") for top, bottom in spans]
        grid.append(text(per(100 * part), y + 10, told, look="soft", anchor=anchor, size=12))
    legend, y = keyed(y + 38, [(WHISKER, words.say("chart.interval")), (TICK, words.say("chart.usual"))])
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*grid, *rows, *legend, *more))


def _scale(chart: TextChart) -> float:
    """The round share at the right end of the axis."""
    top = max(finite(value for table in (chart.values, chart.highs) for row in table for value in row), default=1.0)
    return next((step for step in STEPS if top <= step), max(top, 1.0))


def _bar(chart: TextChart, row: int, y: float, scale: float) -> list[Markup]:
    value, usual = cell(chart.values, row, 0), cell(chart.values, row, 1)
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)

    def place(share: float) -> str:
        return per(100 * min(max(share / scale, 0), 1))

    middle = y + BAR / 2
    marks = []
    if math.isfinite(value):
        marks.append(box("0", y, place(value), BAR, look="bar"))
    if math.isfinite(low) and math.isfinite(high):
        marks.append(rule(place(low), middle, place(high), middle, width=1.5))
        marks += [rule(place(end), middle - 5, place(end), middle + 5, width=1.5) for end in (low, high)]
    if math.isfinite(usual):
        marks.append(at(place(usual), middle, TICK))
    return marks


def _figures(chart: TextChart, row: int, words: Words) -> str:
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)
    value = words.percent(cell(chart.values, row, 0))
    return f"{value} ({words.span(low, high, 'share')})" if math.isfinite(low) and math.isfinite(high) else value
