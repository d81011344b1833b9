"""Calibration: what came true against what was stated, with the bands of chance and the line where both are equal."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, at, cell, per, pixels, rule, text
from overtone.publish.charts.lettering import NARROW, cut
from overtone.publish.words import Words
from overtone.records import TextChart

LEFT, RIGHT, TOP, HEIGHT = 15.0, 93.5, 30, 300
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
POINT = Markup('<circle r="4.5" class="held"/>')


def calibration(chart: TextChart, words: Words) -> Drawing:
    """A point a bin: values (stated, came true), lows and highs (of the band,); the two columns name the axes."""
    marks: list[Markup] = []
    for tick in TICKS:
        marks += [
            rule(_x(tick), TOP, _x(tick), TOP + HEIGHT, look="grid"),
            rule(_x(0), _y(tick), _x(1), _y(tick), look="grid"),
            text(_x(tick), TOP + HEIGHT + 16, words.percent(tick), look="soft", anchor="middle", size=11),
            text(per(LEFT - 1.5), _y(tick) + 4, words.percent(tick), look="soft", anchor="end", size=11),
        ]
    marks.append(rule(_x(0), _y(0), _x(1), _y(1), look="faint", width=2))
    for row in range(len(chart.rows)):
        marks += _bin(chart, row)
    across, up = (*chart.columns, "", "")[:2]
    arrow = 16
    marks.append(text(_x(1), TOP + HEIGHT + 36, cut(across, pixels(RIGHT) - arrow, 12) + " →", anchor="end", size=12))
    marks.append(text("0", 14, "↑ " + cut(up, NARROW - arrow, 12), size=12))
    return Drawing(height=TOP + HEIGHT + 46, marks=tuple(marks))


def _bin(chart: TextChart, row: int) -> list[Markup]:
    stated, true = cell(chart.values, row, 0), cell(chart.values, row, 1)
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)
    marks = []
    if math.isfinite(low) and math.isfinite(high) and math.isfinite(stated):
        marks.append(rule(_x(stated), _y(low), _x(stated), _y(high), width=1.5))
    if math.isfinite(stated) and math.isfinite(true):
        marks.append(at(_x(stated), _y(true), POINT))
    return marks


def _x(share: float) -> str:
    return per(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0))


def _y(share: float) -> float:
    return TOP + HEIGHT * (1 - min(max(share, 0.0), 1.0))
