"""Pieces of a drawing: widths in per cent and heights in pixels, so that letters stay legible at any width.

What stands in one line is measured for the narrowest place (`lettering.NARROW`): a wider one only draws it apart.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from overtone.publish.charts.lettering import NARROW, extent, plain
from overtone.publish.rendering import shown
from overtone.publish.words import Words
from overtone.records import TextChart

INK, PALE, FAINT, ACCENT, MARK = "#14181f", "#c9ced8", "#767e8c", "#2f4b9b", "#a8500b"
FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
ALONE_WIDTH = 640
MOST_ROWS = 60  # of more rows the first are drawn, and how many there are stands below
HATCH = "url(#\ufdd0hatch)"  # a character that no words can hold keeps the place of the chart's name

# Sizes stand in the style, not in attributes, so that a reader's larger letters hold; the page restyles for dark mode.
ALONE_STYLE = Markup(
    "<style>.ink{{fill:{ink}}}.paper,.over{{fill:#fff}}.strong{{font-weight:600}}.soft{{fill:#4a5261}}"
    ".amber{{fill:{mark}}}.grid,.hair{{stroke:{pale}}}.faint,.thin{{stroke:{faint}}}.thin,.stroke,.level,.quiet{{fill:none}}"
    ".line{{stroke:{ink}}}.bar,.cell,.band,.tip{{fill:{accent}}}.band{{fill-opacity:.18}}.dull{{fill:{faint}}}"
    ".held{{fill:{accent};stroke:{accent}}}.open{{fill:#fff;stroke:{accent}}}.seam{{stroke:#fff}}.span,.back{{stroke:{faint};stroke-opacity:.3}}.stroke{{stroke:{accent}}}"
    ".usual{{fill:{mark};stroke:{mark}}}.level,.quiet{{stroke:{mark}}}.under{{fill:{mark}}}</style>"
    '<rect width="100%" height="100%" fill="#fff"/>'
).format(ink=INK, pale=PALE, accent=ACCENT, mark=MARK, faint=FAINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Marks on a sheet as wide as its place and so many pixels high."""

    height: int
    marks: tuple[Markup, ...]


def tidy(value: float) -> str:
    """A coordinate with at most two places: the same on every machine."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def per(value: float) -> str:
    """A place in per cent of the width."""
    return tidy(value) + "%"


def pixels(value: float) -> float:
    """What per cent of the narrowest place come to."""
    return NARROW * value / 100


def text(x: str, y: float, words: object, *, look: str = "ink", anchor: str = "start", size: int = 13) -> Markup:
    """Words at a place; `x` is a length such as "40%"."""
    return Markup('<text x="{}" y="{}" class="{}" text-anchor="{}" font-size="{}">{}</text>').format(
        x, tidy(y), look, anchor, size, shown(plain(str(words)))
    )


def rule(x1: str, y1: float, x2: str, y2: float, *, look: str = "line", width: float = 1) -> Markup:
    """A straight line."""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}" stroke-width="{}"/>').format(
        x1, tidy(y1), x2, tidy(y2), look, tidy(width)
    )


def box(x: str, y: float, width: str, height: float, *, look: str, more: str = "") -> Markup:
    """A rectangle; `more` holds further attributes."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" class="{}"{}/>').format(
        x, tidy(y), width, tidy(height), look, more
    )


def hatched(x: str, y: float, width: str, height: float) -> Markup:
    """A rectangle filled with slanting lines: what was not seen."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>').format(
        x, tidy(y), width, tidy(height), HATCH
    )


def at(x: str, y: float, inner: Markup) -> Markup:
    """A piece drawn in pixels around a place given in per cent."""
    return Markup('<svg x="{}" y="{}" width="1" height="1" overflow="visible">{}</svg>').format(x, tidy(y), inner)


def cell(rows: Sequence[Sequence[float]], row: int, column: int) -> float:
    """The figure at a place; not a number where the table is ragged or has none."""
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else math.nan


def finite(values: Iterable[float]) -> list[float]:
    """The figures that are known."""
    return [value for value in values if math.isfinite(value)]


def keyed(y: float, items: Sequence[tuple[Markup, str]]) -> tuple[list[Markup], float]:
    """A key under a picture, mark and words side by side as far as they fit; and the height where it ends."""
    marks: list[Markup] = []
    x, gap, sign = 0.0, 16.0, 28.0
    for piece, words in items:
        wide = sign + extent(words, 12)
        if x and x + wide > NARROW:
            x, y = 0.0, y + 19
        marks += [at(tidy(x + 10), y - 4, piece), text(tidy(x + sign), y, words, look="soft", size=12)]
        x += wide + gap
    return marks, y + 8


def shortened(chart: TextChart, words: Words, y: float) -> tuple[list[Markup], float]:
    """A line that says how many rows are not drawn, where there are more than a picture holds."""
    left = len(chart.rows) - MOST_ROWS
    if left <= 0:
        return [], y
    return [text("0", y + 14, words.say("chart.more", n=left), look="soft", size=12)], y + 22


def figure(drawing: Drawing, chart: TextChart, *, stem: str, alone: bool) -> Markup:
    """The SVG element with title and description for those who do not see it."""
    head = Markup('xmlns="http://www.w3.org/2000/svg" ') if alone else Markup()
    width = str(ALONE_WIDTH) if alone else "100%"
    opening = Markup(
        '<svg {}class="chart" role="img" aria-labelledby="{s}-title {s}-desc" width="{}" height="{}" '
        'font-family="{}"><title id="{s}-title">{}</title><desc id="{s}-desc">{}</desc>'
    ).format(head, width, drawing.height, FONT, shown(chart.title), shown(chart.alt), s=stem)
    paper = ALONE_STYLE if alone else Markup()
    drawn = Markup("\n").join(drawing.marks)
    return opening + paper + _named(drawn, stem) + Markup("</svg>")


def _named(drawn: Markup, stem: str) -> Markup:
    """The drawing with its hatching named after the chart, so that several may stand on a page."""
    if "\ufdd0" not in drawn:
        return drawn
    hatch = Markup(
        '<defs><pattern id="{}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" class="faint" stroke-width="2"/>'
        "</pattern></defs>"
    ).format(stem)
    return hatch + drawn.replace("\ufdd0", Markup("{}-").format(stem))
