"""Who named whom: squares that darken with the number, and the number printed in each."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, at, cell, finite, text, tidy, wrapped
from overtone.publish.words import Words
from overtone.records import TextChart

LABELS, ROW, LETTERS = 34, 36, 15  # per cent, pixels, letters a line
SHADES = (0.0, 0.12, 0.3, 0.55, 0.8, 1.0)
WHITE_FROM = 4  # the shade from which light letters are the more legible (WCAG 2.2, 1.4.3)


def _shade(value: float, top: float) -> int:
    """Which of the shades a number gets: none for 0, the darkest for the greatest."""
    if value == 0 or top <= 0:
        return 0
    return min(max(math.ceil(abs(value) / top * (len(SHADES) - 1)), 1), len(SHADES) - 1)


def _square(place: tuple[float, float, float], value: float, top: float, printed: str) -> Markup:
    x, y, width = place
    left, middle = f"{tidy(x)}%", f"{tidy(x + width / 2)}%"
    known = math.isfinite(value)
    shade = _shade(value, top) if known else 0
    look = "over" if shade >= WHITE_FROM else "ink" if shade else "soft"
    box = Markup('<rect x="{}" y="{}" width="{}%" height="{}" class="{}" fill-opacity="{}"/>').format(
        left, tidy(y), tidy(width - 0.5), ROW - 3, "cell under" if known and value < 0 else "cell", SHADES[shade]
    )
    return box + text(middle, y + ROW / 2 + 3, printed, look=look, anchor="middle")


def _heads(chart: TextChart, height: float, width: float) -> list[Markup]:
    """Names of the columns, aslant where they would not fit side by side."""
    marks = []
    for column, label in enumerate(chart.columns):
        x = f"{tidy(LABELS + (column + 0.5) * width)}%"
        piece = Markup('<g transform="rotate(-50)">{}</g>').format(text("-3", 0, label, size=12))
        marks.append(at(x, height, piece))
    return marks


def matrix(chart: TextChart, words: Words, unit: str = "") -> Drawing:
    """Rows name columns; 0 is printed as 0, what is below 0 in the other colour, what could not be known as a dash."""
    longest = max((len(label) for label in chart.columns), default=0)
    y = 16 + min(longest, 24) * 5.4
    width = (100 - LABELS - 6) / max(len(chart.columns), 1)
    top = max((abs(value) for value in finite(value for row in chart.values for value in row)), default=0.0)
    marks = _heads(chart, y - 6, width)
    for row, label in enumerate(chart.rows):
        lines = wrapped(label, LETTERS)[:2]
        for place, line in enumerate(lines):
            marks.append(text("0", y + ROW / 2 + 3 + (place - (len(lines) - 1) / 2) * 14, line))
        for column in range(len(chart.columns)):
            value = cell(chart.values, row, column)
            printed = words.measured(value, unit) if unit else words.number(value, 1)
            marks.append(_square((LABELS + column * width, y, width), value, top, printed))
        y += ROW
    return Drawing(height=int(y) + 4, marks=tuple(marks))
