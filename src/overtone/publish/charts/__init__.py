"""Charts drawn as small SVG of our own: the same figures give the same bytes (docs/decisions/own-svg.md)."""

from collections.abc import Callable

from markupsafe import Markup

from overtone.publish.charts.calibration import calibration
from overtone.publish.charts.drawing import Drawing, figure
from overtone.publish.charts.grid import grid
from overtone.publish.charts.matrix import matrix
from overtone.publish.charts.measured import measured
from overtone.publish.charts.shares import shares
from overtone.publish.charts.timeline import timeline
from overtone.publish.words import Words
from overtone.records import TextChart

__all__ = ["draw", "measured"]

KINDS: tuple[tuple[str, Callable[[TextChart, Words], Drawing]], ...] = (
    ("shares", shares),
    ("timeline", timeline),
    ("matrix", matrix),
    ("calibration", calibration),
    ("grid", grid),
)


def draw(chart: TextChart, words: Words, *, stem: str, alone: bool = False) -> Markup:
    """The chart as an SVG element, or as a file that stands alone; empty where its kind is not known or it is empty.

    `shares`: a row a bar, values (share, usual level), lows and highs (share,). `timeline`: a row a kind, a column a
    stretch of time, values what was held, highs held and only announced together. `matrix`: values how often the
    row named the column. `calibration`: a row a bin, values (stated, came true), lows and highs of its band (end,).
    `grid`: values what the row, an item of evidence, adds to the log-odds of the column, a hypothesis.
    A value that is not finite is drawn as unknown, never as 0.
    """
    drawer = dict(KINDS).get(chart.kind)
    if drawer is None or not chart.rows:
        return Markup()
    return figure(drawer(chart, words), chart, stem=stem, alone=alone)
