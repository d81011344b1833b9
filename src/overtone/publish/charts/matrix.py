"""Who named whom: squares that darken with the number, and the number printed in each."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import MOST_ROWS, Drawing, box, cell, finite, per, pixels, shortened, text
from overtone.publish.charts.heads import blocks, heads
from overtone.publish.charts.lettering import cut, extent, fold
from overtone.publish.words import Words
from overtone.records import TextChart

LABELS, WIDEST = 34.0, 14.0  # per cent: of the names of the rows, of one column at most
LINE, PADDING, LEAST = 15, 15, 8  # pixels: of a name's line, around the lines; columns side by side at most
SHADES = (0.0, 0.1, 0.22, 0.35, 0.47, 1.0)
WHITE_FROM = 5  # the shade from which light letters are the more legible (WCAG 2.2, 1.4.3)
GAP = 18


def matrix(chart: TextChart, words: Words, unit: str = "") -> Drawing:
    """Rows name columns; 0 is printed as 0, what is below 0 in the other colour, what could not be known as a dash.

    Where there are more columns than fit side by side they stand in tables under one another.
    """
    unit = unit or chart.unit
    values = finite(value for row in chart.values for value in row)
    top = max((abs(value) for value in values), default=0.0)
    widest = max((extent(_printed(value, words, unit), 12) for value in values), default=0.0) + 6
    most = max(min(int(pixels(100 - LABELS) // widest), LEAST), 1)
    marks: list[Markup] = []
    y = 0.0
    for columns in blocks(chart, most):
        wide = min((100 - LABELS) / max(len(columns), 1), WIDEST if most > 1 else 100)
        drawn, y = heads([chart.columns[n] for n in columns], LABELS, wide, y)
        marks += drawn
        for row, label in enumerate(chart.rows[:MOST_ROWS]):
            lines = fold(label, pixels(LABELS) - 8, 13, 2)
            tall = LINE * len(lines) + PADDING
            first = y + tall / 2 + 3 - LINE * (len(lines) - 1) / 2
            marks += [text("0", first + LINE * n, line) for n, line in enumerate(lines)]
            for place, column in enumerate(columns):
                value = cell(chart.values, row, column)
                told = cut(_printed(value, words, unit), pixels(wide) - 4, 12)
                marks += square((LABELS + place * wide, y, wide, tall), value, top, told)
            y += tall
        y += GAP
    more, y = shortened(chart, words, y - GAP + 4)
    return Drawing(height=int(y), marks=(*marks, *more))


def _printed(value: float, words: Words, unit: str) -> str:
    return words.measured(value, unit) if unit else words.number(value, 1)


def square(place: tuple[float, float, float, float], value: float, top: float, printed: str) -> list[Markup]:
    """A square with its number; nothing but a dash where the number is not known."""
    x, y, wide, tall = place
    middle = text(per(x + wide / 2), y + tall / 2 + 3, printed, look="soft", anchor="middle", size=12)
    if not math.isfinite(value):
        return [middle]
    shade = _shade(value, top)
    look = "over" if shade >= WHITE_FROM else "ink" if shade else "soft"
    filled = Markup(' fill-opacity="{}"').format(SHADES[shade])
    return [
        box(per(x), y, per(wide - 0.5), tall - 3, look="cell under" if value < 0 else "cell", more=filled),
        text(per(x + wide / 2), y + tall / 2 + 3, printed, look=look, anchor="middle", size=12),
    ]


def _shade(value: float, top: float) -> int:
    """Which of the shades a number gets: none for 0, the darkest for the greatest."""
    if value == 0 or top <= 0:
        return 0
    return min(max(math.ceil(abs(value) / top * (len(SHADES) - 1)), 1), len(SHADES) - 1)
