"""A forest plot: a row for each number, its interval as a line, its value as a point, the usual level as a mark."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import MOST_ROWS, Drawing, at, cell, finite, keyed, rule, shortened, text
from overtone.publish.charts.lettering import NARROW, cut, extent, fold
from overtone.publish.charts.scale import Axis, axis, scaled
from overtone.publish.words import Words
from overtone.records import TextChart

LINE, STRIP = 16, 20  # pixels: of a label's line, of the marks under it
LEFT, RIGHT = 2.0, 98.0  # per cent: room for a mark that stands on the edge
FIGURES = 190  # pixels for the figures beside a label at most
FAR = 3  # times the greatest value or usual level: an interval that goes on is cut there, with an arrow
POINT = Markup('<circle r="4.5" class="held"/>')
USUAL = Markup('<path d="M0 -6L6 0L0 6L-6 0Z" class="open" stroke-width="1.6"/>')
ONWARDS = Markup('<path d="M-6 -4L0 0L-6 4" class="line" fill="none" stroke-width="1.5"/>')
END = Markup('<path d="M0 -4V4" class="line" stroke-width="1.5"/>')
WHISKER = Markup('<path d="M-11 0H11M-11 -4V4M11 -4V4" class="line" fill="none" stroke-width="1.5"/>')


def forest(chart: TextChart, words: Words, unit: str = "") -> Drawing:
    """Values (value, usual level) with lows and highs in the same order, all in one unit; the figures stand beside."""
    unit = unit or chart.unit
    scale = axis(reach(chart), left=LEFT, right=RIGHT)
    rows: list[Markup] = []
    spans: list[tuple[float, float]] = []
    y = 0.0
    for row, label in enumerate(chart.rows[:MOST_ROWS]):
        drawn, y = headed(y, label, figures(chart, row, words, unit))
        rows += [*drawn, *_row(chart, row, y + STRIP / 2 + 2, scale)]
        spans.append((y + 3, y + STRIP + 1))
        y += STRIP + 10
    grid = scaled(scale, spans, words, unit)
    items = [(POINT, words.say("chart.value")), (WHISKER, words.say("chart.interval"))]
    if any(math.isfinite(cell(chart.values, row, 1)) for row in range(len(chart.rows))):
        items.append((USUAL, words.say("chart.usual")))
    legend, y = keyed(y + 40, items)
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*grid, *rows, *legend, *more))


def headed(y: float, label: str, told: str) -> tuple[list[Markup], float]:
    """A row's label with its figures at the other end of the first line, and the height where both end."""
    told = cut(told, FIGURES, 12)
    marks = [text("100%", y + LINE, told, anchor="end", look="soft", size=12)]
    for line in fold(label, NARROW - extent(told, 12) - 12, 13):
        y += LINE
        marks.append(text("0", y, line))
    return marks, y


def reach(chart: TextChart) -> list[float]:
    """What a scale has to hold: every value and, where they do not run away, every interval."""
    values = finite(value for row in chart.values for value in row[:2])
    far = FAR * max((abs(value) for value in values), default=1.0) or 1.0
    ends = finite(value for table in (chart.lows, chart.highs) for row in table for value in row[:2])
    return [*values, *(min(max(end, -far), far) for end in ends)]


def whisker(low: float, high: float, y: float, scale: Axis) -> list[Markup]:
    """An interval, with ends where it ends and an arrow where it goes on beyond the scale."""
    if not math.isfinite(low) or math.isnan(high):
        return []
    marks = [rule(scale.place(low), y, scale.place(high), y, width=1.5)]
    marks.append(at(scale.place(high), y, ONWARDS if high > scale.high else END))
    if low >= scale.low:
        marks.append(at(scale.place(low), y, END))
    return marks


def _row(chart: TextChart, row: int, y: float, scale: Axis) -> list[Markup]:
    value, usual = cell(chart.values, row, 0), cell(chart.values, row, 1)
    usual_low, usual_high = cell(chart.lows, row, 1), cell(chart.highs, row, 1)
    marks = []
    if math.isfinite(usual_low) and math.isfinite(usual_high):
        marks.append(rule(scale.place(usual_low), y, scale.place(usual_high), y, look="span", width=9))
    marks += whisker(cell(chart.lows, row, 0), cell(chart.highs, row, 0), y, scale)
    if math.isfinite(usual):
        marks.append(at(scale.place(usual), y, USUAL))
    if math.isfinite(value):
        marks.append(at(scale.place(value), y, POINT))
    return marks


def figures(chart: TextChart, row: int, words: Words, unit: str) -> str:
    """A row's value with its interval in words."""
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)
    value = words.measured(cell(chart.values, row, 0), unit)
    if not (math.isfinite(low) and math.isfinite(high)):
        return value
    return f"{value} ({words.span(low, high, unit).replace('–−', ' … −')})"  # a dash before a minus reads as one sign
