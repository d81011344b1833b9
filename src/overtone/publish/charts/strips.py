"""Speakers or states on one line from end to end: ideal points, and the tone ladder of each topic."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import MOST_ROWS, Drawing, at, cell, finite, per, pixels, rule, shortened, text
from overtone.publish.charts.forest import POINT, reach, whisker
from overtone.publish.charts.lettering import HEAVY, cut, extent, fold
from overtone.publish.charts.scale import Axis, axis, scaled
from overtone.publish.words import Words
from overtone.records import TextChart

NAMES, LEFT, RIGHT = 31.0, 35.0, 82.0  # per cent: where names end, from where to where the line runs
LINE, ROW = 14, 12  # pixels: of a name's line, and beside it
HEAD, ARROW = 20, 14


def points(chart: TextChart, words: Words) -> Drawing:
    """States from one end to the other, values (position,) with lows and highs; the column names the right end."""
    scale = _scale(chart)
    order = sorted(range(min(len(chart.rows), MOST_ROWS)), key=lambda row: (-_placed(chart, row, 0), row))
    marks, y = _ends(("", next(iter(chart.columns), "")), 0.0)
    drawn, y = _strip(chart, 0, order, y, scale, words)
    more, y = shortened(chart, words, y + 22)
    return Drawing(height=int(y), marks=(*marks, *drawn, *more))


def ladder(chart: TextChart, words: Words) -> Drawing:
    """A panel a topic, a rung a speaker, the most hostile first; values of tone, below zero hostile."""
    scale = _scale(chart)
    marks: list[Markup] = []
    y = 0.0
    ends = (words.say("chart.hostile"), words.say("chart.conciliatory"))
    for column in range(max(len(chart.columns), 1)):
        known = [
            row for row in range(min(len(chart.rows), MOST_ROWS)) if math.isfinite(cell(chart.values, row, column))
        ]
        if not known:
            continue
        for line in fold(chart.columns[column] if chart.columns else "", pixels(100) / HEAVY, 13, 2):
            y += 17
            marks.append(text("0", y, line, look="ink strong"))
        told, y = _ends(ends, y)
        order = sorted(known, key=lambda row: (cell(chart.values, row, column), row))
        drawn, y = _strip(chart, column, order, y, scale, words)
        marks += [*told, *drawn]
        y += 34
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*marks, *more))


def _scale(chart: TextChart) -> Axis:
    ends = finite(value for table in (chart.values, chart.lows, chart.highs) for row in table for value in row)
    return axis(reach(chart) if len(chart.columns) <= 2 else ends, left=LEFT, right=RIGHT)


def _placed(chart: TextChart, row: int, column: int) -> float:
    value = cell(chart.values, row, column)
    return value if math.isfinite(value) else -math.inf


def _ends(names: tuple[str, ...], y: float) -> tuple[list[Markup], float]:
    """What lies at either end, each with its arrow, above the line."""
    if not any(names):
        return [], y
    room = pixels(100 - LEFT)
    marks = []
    if names[1]:
        right = cut(names[1], room / 2 - ARROW, 11) + " →"
        room -= extent(right, 11) + ARROW
        marks.append(text("100%", y + 15, right, look="soft", anchor="end", size=11))
    if names[0]:
        marks.append(text(per(LEFT), y + 15, "← " + cut(names[0], room - ARROW, 11), look="soft", size=11))
    return marks, y + HEAD


def _strip(
    chart: TextChart, column: int, order: list[int], y: float, scale: Axis, words: Words
) -> tuple[list[Markup], float]:
    marks: list[Markup] = []
    top = y
    for row in order:
        lines = fold(chart.rows[row], pixels(NAMES), 12, 2)
        tall = LINE * len(lines) + ROW
        middle = y + tall / 2
        marks.append(rule("0", y + tall, "100%", y + tall, look="hair"))
        first = middle + 4 - LINE * (len(lines) - 1) / 2
        marks += [text("0", first + LINE * n, line, size=12) for n, line in enumerate(lines)]
        marks += whisker(cell(chart.lows, row, column), cell(chart.highs, row, column), middle, scale)
        value = cell(chart.values, row, column)
        if math.isfinite(value):
            marks.append(at(scale.place(value), middle, POINT))
        told = cut(words.measured(value, chart.unit), pixels(100 - RIGHT) - 8, 12)
        marks.append(text("100%", middle + 4, told, anchor="end", look="ink", size=12))
        y += tall
    return [*scaled(scale, [(top, y)], words, chart.unit), *marks], y
