"""The grid of competing hypotheses: what each item adds to each, for it in one colour and against it in the other."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import MOST_ROWS, Drawing, box, cell, finite, per, pixels, shortened, text, tidy
from overtone.publish.charts.heads import blocks
from overtone.publish.charts.lettering import NARROW, cut, extent, fold
from overtone.publish.words import Words
from overtone.records import TextChart

LABELS, MOST, LINE, PADDING = 44.0, 5, 15, 20  # per cent, columns side by side, pixels of a line, and around the lines
SHADES = (0.08, 0.2, 0.33, 0.47, 1.0)
WHITE_FROM = 4  # the shade from which light letters are the more legible (WCAG 2.2, 1.4.3)


def grid(chart: TextChart, words: Words) -> Drawing:
    """Rows are items, the most telling first; columns hypotheses, numbered, with their names above.

    A value is what the item adds to the log-odds; one that is not known is drawn as a dash, never as 0.
    """
    marks: list[Markup] = []
    y = 0.0
    for number, name in enumerate(chart.columns, start=1):
        indent = extent(f"{number}. ", 12)
        for place, line in enumerate(fold(name, NARROW - indent - 2, 12)):
            y += LINE
            marks.append(
                text("0" if place == 0 else tidy(indent), y, f"{number}. {line}" if place == 0 else line, size=12)
            )
    top = max((abs(value) for value in finite(value for row in chart.values for value in row)), default=0.0)
    for columns in blocks(chart, MOST):
        wide = (100 - LABELS) / max(len(columns), 1)
        y += 24
        for place, column in enumerate(columns):
            marks.append(text(per(LABELS + (place + 0.5) * wide), y - 6, column + 1, anchor="middle"))
        for row, label in enumerate(chart.rows[:MOST_ROWS]):
            lines = fold(label, pixels(LABELS) - 8, 12, 6)
            tall = LINE * len(lines) + PADDING
            first = y + tall / 2 + 2 - LINE * (len(lines) - 1) / 2
            marks += [text("0", first + LINE * n, line, size=12) for n, line in enumerate(lines)]
            for place, column in enumerate(columns):
                marks += _square((LABELS + place * wide, y, wide, tall), cell(chart.values, row, column), top, words)
            y += tall
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y) + 4, marks=(*marks, *more))


def _square(place: tuple[float, float, float, float], value: float, top: float, words: Words) -> list[Markup]:
    x, y, wide, tall = place
    told = cut(words.number(value), pixels(wide) - 4, 13)
    if not math.isfinite(value):
        return [text(per(x + wide / 2), y + tall / 2 + 3, told, look="soft", anchor="middle")]
    shade = min(int(abs(value) / top * len(SHADES)), len(SHADES) - 1) if top else 0
    filled = Markup(' fill-opacity="{}"').format(SHADES[shade] if value else 0)
    look = "over" if value and shade >= WHITE_FROM else "ink"
    return [
        box(per(x), y, per(wide - 0.6), tall - 4, look="cell under" if value < 0 else "cell", more=filled),
        text(per(x + wide / 2), y + tall / 2 + 3, told, look=look, anchor="middle"),
    ]
