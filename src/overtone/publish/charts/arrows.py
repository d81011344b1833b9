"""Who is before whom: from what activity alone would give to what was found, an arrow a pair."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import MOST_ROWS, Drawing, at, cell, keyed, rule, shortened, text, tidy
from overtone.publish.charts.forest import LEFT, RIGHT, STRIP, USUAL, figures, headed, reach
from overtone.publish.charts.lettering import NARROW, fold
from overtone.publish.charts.scale import Axis, axis, scaled
from overtone.publish.words import Words
from overtone.records import TextChart

ALPHA = 0.05
SHORTEST = 0.1  # per cent: a shorter arrow has no direction
HEADS = (
    Markup('<path d="M-9 -5L0 0L-9 5Z" class="tip"/>'),
    Markup('<path d="M9 -5L0 0L9 5Z" class="tip"/>'),
    Markup('<path d="M-7 -4L0 0L-7 4" class="thin" stroke-width="1.5"/>'),
    Markup('<path d="M7 -4L0 0L7 4" class="thin" stroke-width="1.5"/>'),
)
DOT = Markup('<circle r="3.5" class="{}" stroke-width="1.5"/>')
SOLID = Markup('<path d="M-11 0H4" class="stroke" stroke-width="3"/><path d="M2 -5L11 0L2 5Z" class="tip"/>')
PALE = Markup('<path d="M-11 0H9M3 -4L9 0L3 4" class="thin" stroke-width="1.5" stroke-dasharray="4 3"/>')


def arrows(chart: TextChart, words: Words) -> Drawing:
    """Values (found, expected by chance, q), lows and highs of what was found; a pair a row.

    A pair whose q is above 0.05, or not known, is drawn pale and broken, under a heading that says so.
    """
    scale = axis(reach(chart), left=LEFT, right=RIGHT)
    shown = range(min(len(chart.rows), MOST_ROWS))
    told = [row for row in shown if cell(chart.values, row, 2) <= ALPHA]
    marks: list[Markup] = []
    spans: list[tuple[float, float]] = []
    y = 0.0
    for solid, rows in ((True, told), (False, [row for row in shown if row not in set(told)])):
        if rows and not solid:
            for line in fold(words.say("chart.by-chance"), NARROW, 12, 2):
                y += 18
                marks.append(text("0", y, line, look="soft", size=12))
            y += 4
        for row in rows:
            drawn, y = headed(y, chart.rows[row], figures(chart, row, words, chart.unit))
            marks += [*drawn, *_arrow(chart, row, (y + STRIP / 2 + 2, solid), scale)]
            spans.append((y + 3, y + STRIP + 1))
            y += STRIP + 10
    grid = scaled(scale, spans, words, chart.unit)
    key = ((USUAL, "chart.expected"), (SOLID, "chart.told-apart"), (PALE, "chart.not-told"))
    present = [one for one, there in zip(key, (True, bool(told), len(told) < len(shown)), strict=True) if there]
    legend, y = keyed(y + 40, [(piece, words.say(name)) for piece, name in present])
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*grid, *marks, *legend, *more))


def _arrow(chart: TextChart, row: int, where: tuple[float, bool], scale: Axis) -> list[Markup]:
    y, solid = where
    found, expected = cell(chart.values, row, 0), cell(chart.values, row, 1)
    low, high = cell(chart.lows, row, 0), cell(chart.highs, row, 0)
    marks = []
    if math.isfinite(low) and math.isfinite(high):
        marks.append(rule(scale.place(low), y, scale.place(high), y, look="span", width=9))
    if not math.isfinite(found):
        return marks
    if math.isfinite(expected):
        marks.append(_shaft(scale.place(expected), scale.place(found), y, solid))
        marks.append(at(scale.place(expected), y, USUAL))
    if not math.isfinite(expected) or abs(scale.spot(found) - scale.spot(expected)) < SHORTEST:
        return [*marks, at(scale.place(found), y, DOT.format("held" if solid else "thin"))]
    head = HEADS[2 * (not solid) + (found < expected)]
    return [*marks, at(scale.place(found), y, head)]


def _shaft(start: str, stop: str, y: float, solid: bool) -> Markup:
    if solid:
        return rule(start, y, stop, y, look="stroke", width=3)
    return Markup(
        '<line x1="{}" y1="{y}" x2="{}" y2="{y}" class="thin" stroke-width="1.5" stroke-dasharray="4 3"/>'
    ).format(start, stop, y=tidy(y))
