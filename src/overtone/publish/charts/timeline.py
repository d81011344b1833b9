"""Contacts over time: a lane for each kind with its own shape, filled where held, hollow where only announced."""

import math

from markupsafe import Markup

from overtone.publish.charts.drawing import MOST_ROWS, Drawing, at, cell, keyed, per, rule, shortened, text, tidy
from overtone.publish.charts.heads import blocks, dates
from overtone.publish.charts.lettering import NARROW, cut, fold
from overtone.publish.words import Words
from overtone.records import TextChart

SHAPES = (
    "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z",  # circle
    "M-4.5 -4.5H4.5V4.5H-4.5Z",  # square
    "M0 -6.2L6.2 0L0 6.2L-6.2 0Z",  # diamond
    "M0 -5.5L5.6 4.5H-5.6Z",  # triangle
    "M0 5.5L5.6 -4.5H-5.6Z",  # triangle, point down
    "M-2 -5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z",  # cross
)
LANE, LABEL, STEP, ROOM, MANY = 34, 17, 13, 4, 12


def _shape(row: int, x: float, y: float, held: bool) -> Markup:
    look = "held" if held else "open"
    path = SHAPES[row % len(SHAPES)]
    return Markup('<path transform="translate({} {})" d="{}" class="{}" stroke-width="1.6"/>').format(
        tidy(x), tidy(y), path, look
    )


def _count(value: float) -> int:
    return max(round(value), 0) if math.isfinite(value) else 0


def _cluster(row: int, held: int, announced: int) -> Markup:
    """The marks of one lane in one stretch: side by side, two a line, a number where there are too many."""
    if held + announced > ROOM:
        there = [(number, state) for number, state in ((held, True), (announced, False)) if number]
        places = (-6.5, 6.5) if len(there) == 2 else (0.0,)
        return Markup().join(
            _shape(row, x, -6, state)
            + text(tidy(x), 12, cut(str(number), 26 / len(there) - 1, 10), anchor="middle", size=10)
            for (number, state), x in zip(there, places, strict=True)
        )
    states = [True] * held + [False] * announced
    lines = (len(states) + 1) // 2
    pieces = []
    for place, state in enumerate(states):
        alone = place == len(states) - 1 and place % 2 == 0
        x = 0.0 if alone else (place % 2 - 0.5) * STEP
        pieces.append(_shape(row, x, (place // 2 - (lines - 1) / 2) * STEP, state))
    return Markup().join(pieces)


def _lane(chart: TextChart, row: int, y: float, columns: range, words: Words) -> list[Markup]:
    marks = [rule("0", y, "100%", y, look="grid")]
    for place, column in enumerate(columns):
        x = per(100 * (place + 0.5) / len(columns))
        value = cell(chart.values, row, column)
        if not math.isfinite(value):
            marks.append(text(x, y + 4, words.say("number.unknown"), look="soft", anchor="middle"))
            continue
        held = _count(value)
        announced = max(_count(cell(chart.highs, row, column)) - held, 0)
        if held or announced:
            marks.append(at(x, y, _cluster(row, held, announced)))
    return marks


def timeline(chart: TextChart, words: Words) -> Drawing:
    """Lanes under their names, stretches of time from left to right; a dash where nothing could be known."""
    marks: list[Markup] = []
    y = 0.0
    for columns in blocks(chart, MANY) if chart.columns else ():
        for row, label in enumerate(chart.rows[:MOST_ROWS]):
            for number, line in enumerate(fold(label, NARROW - 18, 13, 2)):
                y += LABEL
                marks.append(text("18", y, line))
                if number == 0:
                    marks.append(at("7", y - 4, _shape(row, 0, 0, True)))
            marks += _lane(chart, row, y + 9 + LANE / 2, columns, words)
            y += LANE + 13
        drawn, y = dates([chart.columns[n] for n in columns], 0, 100 / len(columns), y)
        marks += drawn
        y += 8
    items = [
        (_shape(0, 0, 0, held), words.say(key)) for held, key in ((True, "chart.held"), (False, "chart.announced"))
    ]
    legend, y = keyed(y + 16, items)
    more, y = shortened(chart, words, y)
    return Drawing(height=int(y), marks=(*marks, *legend, *more))
