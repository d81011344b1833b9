"""Which picture fits a measure's numbers: arrows for leads, a ring for ties, a ladder for tone, a line for votes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from overtone.publish.charts.arrows import arrows
from overtone.publish.charts.calendar import calendar
from overtone.publish.charts.drawing import Drawing
from overtone.publish.charts.network import network
from overtone.publish.charts.shares import shares
from overtone.publish.charts.strips import ladder, points
from overtone.publish.words import Words
from overtone.records import Abstention, Signal, TextChart

ALPHA = 0.05
MOST_BARS = 40  # of more the least expected are told, in a forest plot
ECHOES = "echoes"
EDGES = (ECHOES, "echo-edge", "lead-edge")
BLIND, OTHERWISE = "source-not-seen", "not-silent-in-other-words"
UNKNOWN = math.nan


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The numbers of one unit, what was declined beside them, and the words to tell them in."""

    signals: Sequence[Signal]
    declined: Sequence[Abstention]
    words: Words

    @property
    def unit(self) -> str:
        """The unit that all of them have."""
        return self.signals[0].unit

    def actor(self, actor: str) -> str:
        """A speaker by name."""
        return self.words.name("actor", actor)

    def empty(self, kind: str, rows: Sequence[str]) -> TextChart:
        """A chart of these numbers that holds nothing yet but the names of its rows."""
        return TextChart(
            key=kind, kind=kind, title="", alt="", rows=tuple(rows), columns=(), values=(), lows=(), highs=(),
            theme="", unit=self.unit,
        )  # fmt: skip


def _lead(panel: Panel) -> bool:
    return panel.unit == "share-of-lines-led"


def _arrows(panel: Panel) -> TextChart:
    ranked = sorted(panel.signals, key=lambda s: (_last(s.q), -abs(s.value - (s.baseline or 0.0)), s.actor, s.target))
    return replace(
        panel.empty("arrows", [f"{panel.actor(s.actor)} → {panel.words.name('target', s.target)}" for s in ranked]),
        values=tuple((s.value, _known(s.baseline), _known(s.q)) for s in ranked),
        lows=tuple((s.low, _known(s.baseline_low)) for s in ranked),
        highs=tuple((s.high, _known(s.baseline_high)) for s in ranked),
    )


def _tied(panel: Panel) -> bool:
    return panel.unit in EDGES and any(_sure(s) and s.target for s in panel.signals)


def _network(panel: Panel) -> TextChart:
    """Ties that chance does not explain; an echo leads from its origin, which is its target."""
    back = panel.unit == ECHOES
    paired = [s for s in panel.signals if s.target]
    ends = [((s.target, s.actor) if back else (s.actor, s.target), s) for s in paired]
    ties = sorted(((pair, s) for pair, s in ends if _sure(s)), key=lambda tie: (-tie[1].value, tie[0]))
    nodes = list(dict.fromkeys(end for pair, _ in ties for end in pair))
    alone = sorted({end for pair, _ in ends for end in pair} - set(nodes))
    number = {one: float(place) for place, one in enumerate([*nodes, *alone])}
    told = [f"{panel.actor(a)} → {panel.actor(b)}" for (a, b), _ in ties]
    return replace(
        panel.empty("network", [*told, *map(panel.actor, alone)]),
        values=(
            *((number[a], number[b], s.value, _known(s.q)) for (a, b), s in ties),
            *((number[one], UNKNOWN, UNKNOWN, UNKNOWN) for one in alone),
        ),
        cells=(*((panel.actor(a), panel.actor(b)) for (a, b), _ in ties), *((panel.actor(one), "") for one in alone)),
    )


def _placed(panel: Panel) -> bool:
    return panel.unit == "ideal-point"


def _points(panel: Panel) -> TextChart:
    anchor = next((part[7:] for part in panel.signals[0].detail.split() if part.startswith("anchor=")), "")
    sessions = len({s.target for s in panel.signals}) > 1
    names = [f"{panel.actor(s.actor)} · {s.target}" if sessions else panel.actor(s.actor) for s in panel.signals]
    return replace(
        panel.empty("points", names),
        columns=(panel.actor(anchor),),
        values=tuple((s.value,) for s in panel.signals),
        lows=tuple((s.low,) for s in panel.signals),
        highs=tuple((s.high,) for s in panel.signals),
    )


def _toned(panel: Panel) -> bool:
    return panel.unit.startswith("contrast-with") and len({s.actor for s in panel.signals}) > 1


def _ladder(panel: Panel) -> TextChart:
    topics = sorted({s.target for s in panel.signals})
    actors = sorted({s.actor for s in panel.signals})
    cells = {(s.actor, s.target): s for s in panel.signals}

    def table(part: str) -> tuple[tuple[float, ...], ...]:
        rows = ((cells.get((actor, topic)) for topic in topics) for actor in actors)
        return tuple(tuple(getattr(one, part) if one else UNKNOWN for one in row) for row in rows)

    return replace(
        panel.empty("ladder", [panel.actor(actor) for actor in actors]),
        columns=tuple(panel.words.name("target", topic) for topic in topics),
        values=table("value"),
        lows=table("low"),
        highs=table("high"),
    )


def _of_silence(panel: Panel) -> bool:
    several = all(len({getattr(s, end) for s in panel.signals}) > 1 for end in ("actor", "target"))
    return several and panel.signals[0].measure == "silence"


def _calendar(panel: Panel) -> TextChart:
    blind = {(a.actor, a.target) for a in panel.declined if a.reason == BLIND}
    cells = {(s.actor, s.target): _spoke(s) for s in panel.signals} | dict.fromkeys(blind, UNKNOWN)
    rest = [(a.actor, "") for a in panel.declined if a.reason == BLIND and not a.target]
    actors = sorted({actor for actor, _ in (*cells, *rest) if actor})
    targets = sorted({target for _, target in cells if target})
    unheard = {actor for actor, _ in rest}
    return replace(
        panel.empty("calendar", [panel.actor(actor) for actor in actors]),
        columns=tuple(panel.words.name("target", target) for target in targets),
        values=tuple(tuple(cells.get((a, t), UNKNOWN if a in unheard else -1.0) for t in targets) for a in actors),
    )


def _spoke(signal: Signal) -> float:
    """How often was spoken, 0 for a silence that chance does not explain, below 0 for one that it does."""
    if signal.value > 0:
        return signal.value
    chance = signal.q if signal.q is not None else signal.surprise
    return 0.0 if chance is not None and chance <= ALPHA and signal.because != OTHERWISE else -1.0


def _shared(panel: Panel) -> bool:
    salience = panel.signals[0].measure in ("salience", "agenda") and panel.unit.startswith("share")
    return salience and len(panel.signals) <= MOST_BARS and all(s.value >= 0 for s in panel.signals)


def _shares(panel: Panel) -> TextChart:
    ranked = sorted(panel.signals, key=lambda s: (-s.value, s.actor, s.target))
    parts = [[panel.actor(s.actor), panel.words.name("target", s.target)] for s in ranked]
    return replace(
        panel.empty("shares", [" · ".join(filter(None, part)) or panel.words.say("chart.value") for part in parts]),
        values=tuple((s.value, _known(s.baseline)) for s in ranked),
        lows=tuple((s.low,) for s in ranked),
        highs=tuple((s.high,) for s in ranked),
    )


def _sure(signal: Signal) -> bool:
    return signal.q is not None and signal.q <= ALPHA and math.isfinite(signal.value)


def _known(value: float | None) -> float:
    return UNKNOWN if value is None else value


def _last(value: float | None) -> float:
    return math.inf if value is None or math.isnan(value) else value


Fit = tuple[Callable[[Panel], bool], Callable[[Panel], TextChart], Callable[[TextChart, Words], Drawing]]

FITS: tuple[Fit, ...] = (
    (_lead, _arrows, arrows),
    (_tied, _network, network),
    (_placed, _points, points),
    (_toned, _ladder, ladder),
    (_of_silence, _calendar, calendar),
    (_shared, _shares, shares),
)


def fitted(panel: Panel) -> tuple[TextChart, Drawing] | None:
    """The picture that shows these numbers best; None where the plain ones do: a forest plot, or a table of squares."""
    for fits, build, draw in FITS:
        if fits(panel):
            chart = build(panel)
            return chart, draw(chart, panel.words)
    return None
