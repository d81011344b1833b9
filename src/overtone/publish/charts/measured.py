"""The chart of a measure's numbers: the picture that fits it, else a forest plot, or squares where all meet all."""

import math
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from overtone.publish.charts.drawing import Drawing, figure, text
from overtone.publish.charts.fitting import Panel, fitted
from overtone.publish.charts.forest import forest
from overtone.publish.charts.lettering import cut
from overtone.publish.charts.matrix import matrix
from overtone.publish.words import Words
from overtone.records import Abstention, Signal, TextChart

MOST = 40  # rows of a forest plot: of more, the least expected are drawn
SQUARES = 24  # names on a side of a table of squares
HEAD = 30


def measured(
    signals: Sequence[Signal],
    words: Words,
    *,
    pairs: bool,
    stem: str = "measured",
    declined: Sequence[Abstention] = (),
) -> Markup:
    """The numbers of one measure as an SVG file that stands alone, one panel a unit.

    `pairs` says that actor and target are of one kind: with two or more on each side they are drawn as squares.
    `declined`: what the measure gave no number for; a source that was not seen is hatched where there is a square.
    A number that is not finite is drawn as unknown, never as 0. Not for comparing panels: each has its own scale.
    """
    units = tuple(dict.fromkeys(signal.unit for signal in signals))
    panels = [_panel([s for s in signals if s.unit == unit], words, pairs, declined) for unit in units]
    named = next((words.name("measure", s.measure) for s in signals), words.say("numbers.none"))
    window = next((s.window for s in signals), "")
    whole = TextChart(
        key=stem,
        kind="measured",
        title=f"{named}, {window}".strip(", "),
        alt=" ".join(chart.alt for chart, _ in panels) or words.say("numbers.none"),
        rows=(),
        columns=(),
        values=(),
        lows=(),
        highs=(),
        theme="",
    )
    marks = [text("12", 22, cut(whole.title, 616, 15), size=15)]
    y = HEAD
    for chart, drawing in panels or [(whole, Drawing(height=20, marks=()))]:
        inner = Markup("\n").join((text("0", 14, cut(chart.title, 616, 13), look="soft"), _moved(drawing, 24)))
        marks.append(
            Markup('<svg x="12" y="{}" width="616" height="{}">{}</svg>').format(y, drawing.height + 24, inner)
        )
        y += drawing.height + 40
    return figure(Drawing(height=y, marks=tuple(marks)), whole, stem=stem, alone=True)


def _moved(drawing: Drawing, y: int) -> Markup:
    return Markup('<svg y="{}" height="{}" overflow="visible">{}</svg>').format(
        y, drawing.height, Markup("\n").join(drawing.marks)
    )


def _panel(
    signals: Sequence[Signal], words: Words, pairs: bool, declined: Sequence[Abstention]
) -> tuple[TextChart, Drawing]:
    unit = signals[0].unit
    fit = fitted(Panel(signals=signals, declined=declined, words=words))
    if fit is not None:
        return replace(fit[0], title=_unit(unit, words), alt=_first(_ranked(signals), words)), fit[1]
    if pairs and min(len({s.actor for s in signals}), len({s.target for s in signals})) > 1:
        chart = _squares(signals, words)
        return chart, matrix(chart, words, unit=unit)
    chart = _rows(signals, words)
    return chart, forest(chart, words, unit=unit)


def _rows(signals: Sequence[Signal], words: Words) -> TextChart:
    ranked = _ranked(signals)
    kept = {id(s) for s in ranked[:MOST]}
    chosen = [s for s in signals if id(s) in kept]
    return TextChart(
        key="forest",
        kind="forest",
        title=_unit(signals[0].unit, words) + ("" if len(chosen) == len(signals) else f" ({MOST} / {len(signals)})"),
        alt=_first(ranked, words),
        rows=tuple(_label(s, words) for s in chosen),
        columns=(),
        values=tuple((s.value, _known(s.baseline)) for s in chosen),
        lows=tuple((s.low, _known(s.baseline_low)) for s in chosen),
        highs=tuple((s.high, _known(s.baseline_high)) for s in chosen),
        theme="",
    )


def _squares(signals: Sequence[Signal], words: Words) -> TextChart:
    ranked = _ranked(signals)
    rows = sorted(list(dict.fromkeys(s.actor for s in ranked))[:SQUARES])
    columns = sorted(list(dict.fromkeys(s.target for s in ranked))[:SQUARES])
    values = {(s.actor, s.target): s.value for s in reversed(signals)}
    return TextChart(
        key="matrix",
        kind="matrix",
        title=_unit(signals[0].unit, words),
        alt=_first(ranked, words),
        rows=tuple(words.name("actor", row) for row in rows),
        columns=tuple(words.name("target", column) for column in columns),
        values=tuple(tuple(values.get((row, column), math.nan) for column in columns) for row in rows),
        lows=(),
        highs=(),
        theme="",
    )


def _ranked(signals: Sequence[Signal]) -> list[Signal]:
    """The least expected first: by q, then probability, then distance from nothing."""
    return sorted(signals, key=lambda s: (_last(s.q), _last(s.surprise), -abs(s.value), s.actor, s.target))


def _first(ranked: Sequence[Signal], words: Words) -> str:
    """The first five in words, for those who do not see the chart."""
    return "; ".join(_told(s, words) for s in ranked[:5]) + ("." if len(ranked) <= 5 else "; …")


def _last(value: float | None) -> float:
    return math.inf if value is None or math.isnan(value) else value


def _known(value: float | None) -> float:
    return math.nan if value is None else value


def _label(signal: Signal, words: Words) -> str:
    parts = (words.name("actor", signal.actor), words.name("target", signal.target))
    return " · ".join(part for part in parts if part) or words.say("chart.value")


def _told(signal: Signal, words: Words) -> str:
    value = words.measured(signal.value, signal.unit)
    return f"{_label(signal, words)}: {value} ({words.span(signal.low, signal.high, signal.unit)})"


def _unit(unit: str, words: Words) -> str:
    told = words.unit(unit)
    return unit.replace("-", " ") if told == unit else told
