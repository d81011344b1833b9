"""Names of columns, never aslant: over their columns where they fit, else on stairs, a line down from each."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from overtone.publish.charts.drawing import per, pixels, rule, text
from overtone.publish.charts.lettering import cut, extent, fold
from overtone.records import TextChart

LINE = 14
SIZE = 12
APART = 8  # pixels between two names


def blocks(chart: TextChart, most: int) -> Iterator[range]:
    """The columns in blocks of at most so many, as even as they can be: what is too wide stands in several tables."""
    number = len(chart.columns)
    parts = max(math.ceil(number / most), 1)
    edges = [round(number * part / parts) for part in range(parts + 1)]
    yield from (range(start, stop) for start, stop in pairwise(edges))


def heads(names: Sequence[str], left: float, wide: float, y: float) -> tuple[list[Markup], float]:
    """Names over columns `wide` per cent wide that begin at `left`; and the height where the columns begin."""
    spots = [left + (n + 0.5) * wide for n in range(len(names))]
    if all(extent(name, SIZE) <= pixels(wide) - 4 for name in names):
        return [
            text(per(spot), y + LINE, name, look="soft", anchor="middle", size=SIZE)
            for spot, name in zip(spots, names, strict=True)
        ], y + LINE + 6
    marks: list[Markup] = []
    feet: list[tuple[float, float]] = []
    for spot, name in zip(reversed(spots), reversed(names), strict=True):
        for line in fold(name, pixels(spot) + 2, SIZE, 2):
            y += LINE
            marks.append(text(per(spot + 0.6), y, line, look="soft", anchor="end", size=SIZE))
        feet.append((spot, y + 3))
    return [*(rule(per(spot), top, per(spot), y + 8, look="faint") for spot, top in feet), *marks], y + 10


def dates(names: Sequence[str], left: float, wide: float, y: float) -> tuple[list[Markup], float]:
    """Names of days or weeks over their columns: the last one, and every so manieth before it, as they stand apart."""
    room = max((extent(name, 11) for name in names), default=0.0) + APART
    free = pixels(100)
    last = extent(names[-1], 11) / 2 if names else 0.0
    beyond = pixels(left + (len(names) - 0.5) * wide) + last > free  # the last name would leave the sheet
    step = max(math.ceil(room * (1.5 if beyond else 1) / pixels(wide)), 1)
    marks: list[Markup] = []
    for n in range(len(names) - 1, -1, -step):
        middle = pixels(left + (n + 0.5) * wide)
        half = extent(names[n], 11) / 2
        end = not marks and middle + half > free
        label = cut(names[n], free if end else 2 * min(middle, free - middle), 11)
        if end or middle + half <= free:
            spot, anchor = (100.0, "end") if end else (left + (n + 0.5) * wide, "middle")
            marks.append(text(per(spot), y + LINE, label, look="soft", anchor=anchor, size=11))
            free = (free - extent(label, 11) if end else middle - half) - APART
    return marks, y + LINE + 6
