"""Shares as horizontal bars, each with its interval as a whisker and the usual level as a tick."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, at, cell, finite, rule, text, tidy, wrapped
from overtone.publish.words import Words
from overtone.records import TextChart

STEPS = (0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.8, 1.0)
LETTERS = 30  # of a label on one line, on the narrowest phone
LINE, DROP, BAR, GAP = 17, 14, 12, 16
TICK = Markup('<path d="M0 -10V10M-4 -13H4L0 -8Z" class="usual" stroke-width="2"/>')


def _scale(chart: TextChart) -> float:
    """The round share at the right end of the axis."""
    top = max(finite(value for table in (chart.values, chart.highs) for row in table for value in row), default=1.0)
    return next((step for step in STEPS if top <= step), max(top, 1.0))


def _bar(chart: TextChart, row: int, y: float, scale: float) -> list[Markup]:
    value, usual = cell(chart.values, row, 0), cell(chart.values, row, 1)
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)

    def place(share: float) -> str:
        return tidy(100 * min(max(share / scale, 0), 1)) + "%"

    middle = y + BAR / 2
    marks = []
    if math.isfinite(value):
        marks.append(
            Markup('<rect x="0" y="{}" width="{}" height="{}" class="bar"/>').format(tidy(y), place(value), BAR)
        )
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


def _legend(y: float, words: Words) -> list[Markup]:
    whisker = Markup('<path d="M0 0H22M0 -5V5M22 -5V5" class="line" fill="none" stroke-width="1.5"/>')
    return [
        at("0%", y - 4, whisker),
        text("30", y, words.say("chart.interval"), look="soft", size=12),
        at("50%", y - 3, TICK),
        Markup('<svg x="50%" y="{}" overflow="visible" width="1" height="1">{}</svg>').format(
            tidy(y), text("10", 0, words.say("chart.usual"), look="soft", size=12)
        ),
    ]


def shares(chart: TextChart, words: Words) -> Drawing:
    """Bars from 0 to a round share; the figures stand beside the label, so nothing hangs on the eye's measure."""
    scale, y, marks = _scale(chart), 0.0, []
    rows: list[Markup] = []
    for row, label in enumerate(chart.rows):
        lines = wrapped(label, LETTERS)
        for line in lines:
            y += LINE
            rows.append(text("0", y, line))
        rows.append(text("100%", y, _figures(chart, row, words), anchor="end", look="soft"))
        rows += _bar(chart, row, y + DROP, scale)
        y += DROP + BAR + GAP
    for part, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = tidy(100 * part) + "%"
        marks.append(rule(x, 0, x, y - 4, look="grid"))
        marks.append(text(x, y + 12, words.percent(scale * part), look="soft", anchor=anchor, size=12))
    return Drawing(height=int(y) + 46, marks=(*marks, *rows, *_legend(y + 38, words)))
