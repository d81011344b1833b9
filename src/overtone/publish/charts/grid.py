"""The grid of competing hypotheses: what each item adds to each, for it in one colour and against it in the other."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, cell, finite, text, tidy, wrapped
from overtone.publish.words import Words
from overtone.records import TextChart

LABELS, ROW, LETTERS, LINE = 44.0, 52, 38, 15  # per cent, pixels, letters a line, pixels
LEGEND = 84  # letters of a line of the legend
SHADES = (0.08, 0.25, 0.5, 0.75, 1.0)
WHITE_FROM = 3  # the shade from which light letters are the more legible (WCAG 2.2, 1.4.3)


def grid(chart: TextChart, words: Words) -> Drawing:
    """Rows are items, the most telling first; columns hypotheses, numbered, with their names above.

    A value is what the item adds to the log-odds; one that is not known is drawn as a dash, never as 0.
    """
    marks: list[Markup] = []
    y = 14.0
    for number, name in enumerate(chart.columns, start=1):
        for place, line in enumerate(wrapped(f"{number}. {name}", LEGEND)):
            marks.append(text("0" if place == 0 else "1.5%", y, line, size=12))
            y += LINE
    y += 18
    width = (100 - LABELS) / max(len(chart.columns), 1)
    for column in range(len(chart.columns)):
        middle = f"{tidy(LABELS + (column + 0.5) * width)}%"
        marks.append(text(middle, y - 6, column + 1, anchor="middle"))
    top = max((abs(value) for value in finite(value for row in chart.values for value in row)), default=0.0)
    for row, label in enumerate(chart.rows):
        lines = wrapped(label, LETTERS)
        first = y + (ROW - 4 - LINE * (len(lines) - 1)) / 2 + 4
        marks += [text("0", first + LINE * n, line, size=12) for n, line in enumerate(lines)]
        for column in range(len(chart.columns)):
            marks.append(_square((LABELS + column * width, y, width), cell(chart.values, row, column), top, words))
        y += ROW
    return Drawing(height=int(y) + 4, marks=tuple(marks))


def _square(place: tuple[float, float, float], value: float, top: float, words: Words) -> Markup:
    x, y, width = place
    shade = min(int(abs(value) / top * len(SHADES)), len(SHADES) - 1) if math.isfinite(value) and top > 0 else 0
    none = not math.isfinite(value) or value == 0
    box = Markup('<rect x="{}%" y="{}" width="{}%" height="{}" class="{}" fill-opacity="{}"/>').format(
        tidy(x),
        tidy(y),
        tidy(width - 0.5),
        ROW - 4,
        "cell under" if value < 0 else "cell",
        0 if none else SHADES[shade],
    )
    look = "over" if shade >= WHITE_FROM and not none else "ink"
    printed = words.number(value, 2)
    return box + text(f"{tidy(x + width / 2)}%", y + ROW / 2 + 2, printed, look=look, anchor="middle")
