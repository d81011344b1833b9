"""A forest plot: a row for each number, its interval as a line, its value as a point, the usual level as a mark."""

import math
from dataclasses import dataclass

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, at, cell, finite, rule, text, tidy, wrapped
from overtone.publish.words import Words
from overtone.records import TextChart

LEFT, RIGHT, ROW, LETTERS = 36.0, 78.0, 34, 26  # per cent, per cent, pixels, letters of a label on one line
FAR = 3  # times the greatest value or usual level: an interval that goes on is cut there, with an arrow
POINT = Markup('<circle r="4.5" class="held"/>')
USUAL = Markup('<path d="M0 -6L6 0L0 6L-6 0Z" class="open" stroke-width="1.6"/>')
ONWARDS = Markup('<path d="M-6 -4L0 0L-6 4" class="line" fill="none" stroke-width="1.5"/>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From which value to which, and where the round ones stand."""

    low: float
    high: float
    step: float

    def place(self, value: float) -> str:
        """Where a value stands on the sheet; the nearer end for one outside."""
        inside = min(max((value - self.low) / (self.high - self.low), 0), 1)
        return tidy(LEFT + (RIGHT - LEFT) * inside) + "%"

    def ticks(self) -> list[float]:
        """The round values, zero written as zero."""
        number = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * n, 10) + 0.0 for n in range(number + 1)]


def forest(chart: TextChart, words: Words, unit: str = "") -> Drawing:
    """Values (value, usual level) with lows and highs in the same order, all in one unit; the figures stand beside."""
    axis = _axis(chart)
    marks: list[Markup] = []
    y = 8.0
    for row, label in enumerate(chart.rows):
        lines = wrapped(label, LETTERS)
        middle = y + ROW / 2
        first = middle + 4 - 7 * (len(lines) - 1)
        marks += [text("0", first + 14 * n, line, size=12) for n, line in enumerate(lines)]
        marks += _row(chart, row, middle, axis)
        marks.append(text("100%", middle + 4, _figures(chart, row, words, unit), anchor="end", look="soft", size=12))
        y += ROW + 10 * (len(lines) > 2)
    grid = []
    for tick in axis.ticks():
        x = axis.place(tick)
        grid.append(rule(x, 4, x, y, look="line" if tick == 0 else "grid"))
        grid.append(text(x, y + 14, words.measured(tick, unit), look="soft", anchor="middle", size=11))
    return Drawing(height=int(y) + 48, marks=(*grid, *marks, *_legend(y + 38, words)))


def _axis(chart: TextChart) -> Axis:
    """A scale with round steps that holds every value and, where they do not run away, every interval."""
    values = finite(v for row in chart.values for v in row)
    reach = FAR * max((abs(v) for v in values), default=1.0) or 1.0
    ends = finite(v for table in (chart.lows, chart.highs) for row in table for v in row)
    everything = [*values, *(min(max(end, -reach), reach) for end in ends), 0.0]
    low, high = min(everything), max(everything)
    rough = (high - low or 1.0) / 4
    magnitude: float = 10.0 ** math.floor(math.log10(rough))
    step = next(magnitude * factor for factor in (1, 2, 2.5, 5, 10) if magnitude * factor >= rough * 0.999)
    low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    return Axis(low=low, high=high if high > low else low + step, step=step)


def _row(chart: TextChart, row: int, y: float, axis: Axis) -> list[Markup]:
    value, usual = cell(chart.values, row, 0), cell(chart.values, row, 1)
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)
    usual_low, usual_high = cell(chart.lows, row, 1), cell(chart.highs, row, 1)
    marks = []
    if math.isfinite(usual_low) and math.isfinite(usual_high):
        marks.append(rule(axis.place(usual_low), y, axis.place(usual_high), y, look="grid", width=9))
    if math.isfinite(low) and not math.isnan(high):
        marks.append(rule(axis.place(low), y, axis.place(high), y, width=1.5))
        shape = ONWARDS if high > axis.high else Markup('<path d="M0 -4V4" class="line" stroke-width="1.5"/>')
        marks.append(at(axis.place(high), y, shape))
        if low >= axis.low:
            marks.append(at(axis.place(low), y, Markup('<path d="M0 -4V4" class="line" stroke-width="1.5"/>')))
    if math.isfinite(usual):
        marks.append(at(axis.place(usual), y, USUAL))
    if math.isfinite(value):
        marks.append(at(axis.place(value), y, POINT))
    return marks


def _figures(chart: TextChart, row: int, words: Words, unit: str) -> str:
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)
    value = words.measured(cell(chart.values, row, 0), unit)
    if not (math.isfinite(low) and math.isfinite(high)):
        return value
    return f"{value} ({words.span(low, high, unit).replace('–−', ' … −')})"  # a dash before a minus reads as one sign


def _legend(y: float, words: Words) -> list[Markup]:
    whisker = Markup('<path d="M-11 0H11M-11 -4V4M11 -4V4" class="line" fill="none" stroke-width="1.5"/>')
    pieces = ((2.0, POINT, "chart.value"), (30.0, whisker, "chart.interval"), (62.0, USUAL, "chart.usual"))
    return [
        mark
        for part, piece, key in pieces
        for mark in (
            at(f"{part}%", y - 4, piece),
            text(f"{part + 3}%", y, words.say(key), look="soft", size=12),
        )
    ]
