"""Names of columns, always upright: over their columns where they fit, else on stairs, each with a line down to its own."""

import math
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from overtone.publish.charts.drawing import per, pixels, rule, text
from overtone.publish.charts.lettering import extent, fold
from overtone.records import TextChart

LINE = 14
SIZE = 12


def blocks(chart: TextChart, most: int) -> Iterator[range]:
    """The columns in blocks of at most so many, as even as they can be: what is too wide stands in several tables."""
    number = len(chart.columns)
    parts = max(math.ceil(number / most), 1)
    edges = [round(number * part / parts) for part in range(parts + 1)]
    yield from (range(start, stop) for start, stop in zip(edges, edges[1:], strict=False))


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
    """Names of days or weeks over their columns, as many as stand apart; the last one always."""
    room = max((extent(name, 11) for name in names), default=0.0) + 8
    step = max(math.ceil(room / pixels(wide)), 1)
    marks = []
    for n in range(len(names) - 1, -1, -step):
        spot = left + (n + 0.5) * wide
        last = n == len(names) - 1 and step > 1
        end = left + len(names) * wide if last else spot
        label = fold(names[n], pixels(end) if last else 2 * pixels(min(spot, 100 - spot)), 11, 1)[0]
        marks.append(text(per(end), y + LINE, label, look="soft", anchor="end" if last else "middle", size=11))
        if last:
            step += 1  # its name begins farther to the left than it would stand over its column
    return marks, y + LINE + 6
