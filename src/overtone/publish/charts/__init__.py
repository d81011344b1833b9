"""Charts drawn as small SVG of our own: the same figures give the same bytes (docs/decisions/own-svg.md)."""

from collections.abc import Callable

from markupsafe import Markup

from overtone.publish.charts.arrows import arrows
from overtone.publish.charts.calendar import calendar
from overtone.publish.charts.calibration import calibration
from overtone.publish.charts.contacts import contacts
from overtone.publish.charts.drawing import Drawing, figure
from overtone.publish.charts.forest import forest
from overtone.publish.charts.grid import grid
from overtone.publish.charts.matrix import matrix
from overtone.publish.charts.measured import measured
from overtone.publish.charts.network import network
from overtone.publish.charts.shares import shares
from overtone.publish.charts.strips import ladder, points
from overtone.publish.charts.timeline import timeline
from overtone.publish.charts.weeks import weeks
from overtone.publish.words import Words
from overtone.records import TextChart

__all__ = ["draw", "measured"]

KINDS: tuple[tuple[str, Callable[[TextChart, Words], Drawing]], ...] = (
    ("shares", shares),
    ("weeks", weeks),
    ("contacts", contacts),
    ("timeline", timeline),
    ("matrix", matrix),
    ("calendar", calendar),
    ("arrows", arrows),
    ("network", network),
    ("ladder", ladder),
    ("points", points),
    ("forest", forest),
    ("grid", grid),
    ("calibration", calibration),
)


def draw(chart: TextChart, words: Words, *, stem: str, alone: bool = False) -> Markup:
    """The chart as an SVG element, or as a file that stands alone; empty where its kind is not known or it is empty.

    What each kind takes as rows, columns, values and bounds is told by its drawer and in docs/pictures.md.
    A value that is not finite is drawn as unknown, never as 0. Not for words: those are chosen before, by key.
    """
    drawer = dict(KINDS).get(chart.kind)
    if drawer is None or not chart.rows:
        return Markup()
    drawing = drawer(chart, words)
    return figure(drawing, chart, stem=stem, alone=alone) if drawing.marks else Markup()
