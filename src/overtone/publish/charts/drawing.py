"""Pieces of a drawing: widths in per cent and heights in pixels, so that letters stay legible at any width."""

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from overtone.publish.rendering import shown
from overtone.records import TextChart

INK, PALE, ACCENT, MARK = "#14181f", "#c9ced8", "#2f4b9b", "#a8500b"
FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
ALONE_WIDTH = 640

# Sizes stand in the style, not in attributes, so that a reader's larger letters hold; the page restyles for dark mode.
ALONE_STYLE = Markup(
    "<style>.ink{{fill:{ink}}}.soft{{fill:#4a5261}}.grid{{stroke:{pale}}}.bar{{fill:{accent}}}.line{{stroke:{ink}}}"
    ".usual{{fill:{mark};stroke:{mark}}}.held{{fill:{accent};stroke:{accent}}}"
    ".open{{fill:#fff;stroke:{accent}}}.cell{{fill:{accent}}}.under{{fill:{mark}}}.over{{fill:#fff}}</style>"
    '<rect width="100%" height="100%" fill="#fff"/>'
).format(ink=INK, pale=PALE, accent=ACCENT, mark=MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Marks on a sheet as wide as its place and so many pixels high."""

    height: int
    marks: tuple[Markup, ...]


def tidy(value: float) -> str:
    """A coordinate with at most two places: the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def text(x: str, y: float, words: object, *, look: str = "ink", anchor: str = "start", size: int = 13) -> Markup:
    """Words at a place; `x` is a length such as "40%"."""
    return Markup('<text x="{}" y="{}" class="{}" text-anchor="{}" font-size="{}">{}</text>').format(
        x, tidy(y), look, anchor, size, shown(str(words))
    )


def rule(x1: str, y1: float, x2: str, y2: float, *, look: str = "line", width: float = 1) -> Markup:
    """A straight line."""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}" stroke-width="{}"/>').format(
        x1, tidy(y1), x2, tidy(y2), look, width
    )


def at(x: str, y: float, inner: Markup) -> Markup:
    """A piece drawn in pixels around a place given in per cent."""
    return Markup('<svg x="{}" y="{}" width="1" height="1" overflow="visible">{}</svg>').format(x, tidy(y), inner)


def wrapped(words: str, width: int) -> list[str]:
    """Words folded into at most three lines of so many letters."""
    lines = textwrap.wrap(words, width) or [""]
    return lines if len(lines) <= 3 else [*lines[:2], lines[2] + " …"]


def cell(rows: Sequence[Sequence[float]], row: int, column: int) -> float:
    """The figure at a place; not a number where the table is ragged or has none."""
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else math.nan


def finite(values: Iterable[float]) -> list[float]:
    """The figures that are known."""
    return [value for value in values if math.isfinite(value)]


def figure(drawing: Drawing, chart: TextChart, *, stem: str, alone: bool) -> Markup:
    """The SVG element with title and description for those who do not see it."""
    head = Markup('xmlns="http://www.w3.org/2000/svg" ') if alone else Markup()
    width = str(ALONE_WIDTH) if alone else "100%"
    opening = Markup(
        '<svg {}class="chart" role="img" aria-labelledby="{s}-title {s}-desc" width="{}" height="{}" '
        'font-family="{}"><title id="{s}-title">{}</title><desc id="{s}-desc">{}</desc>'
    ).format(head, width, drawing.height, FONT, shown(chart.title), shown(chart.alt), s=stem)
    paper = ALONE_STYLE if alone else Markup()
    return opening + paper + Markup("\n").join(drawing.marks) + Markup("</svg>")
