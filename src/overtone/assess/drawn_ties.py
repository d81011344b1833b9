"""Ties between speakers: who usually says it first, and who takes words from whom."""

import math
from collections.abc import Iterator, Sequence

from overtone.records import Abstention, Chart, Signal, Slot

CHANCE = 0.05  # a tie is told when its false-discovery rate is at most this
MOST_PAIRS = 14  # of pairs that chance explains only as many are shown as leave the others room
EDGES = ("echo-edge", "lead-edge")
ECHOES = "echoes"
UNKNOWN = float("nan")


def leads(signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    """Pairs of speakers by the share of their lines that the first used first; nothing where chance explains all.

    An order in time is no influence: both may follow a third.
    """
    pairs = [s for s in signals if isinstance(s, Signal) and s.unit == "share-of-lines-led" and s.target]
    ranked = sorted(pairs, key=lambda s: (_last(s.q), -abs(s.value - (s.baseline or 0.0)), s.actor, s.target))
    told = [s for s in ranked if _sure(s) and s.value > (s.baseline or 0.0)]
    if not told:
        return
    first = told[0]
    yield Chart(
        key="chart-lead",
        kind="arrows",
        rows=tuple(_pair(s.actor, s.target) for s in ranked[:MOST_PAIRS]),
        columns=_columns("share", "expected", "rate"),
        values=tuple((s.value, _known(s.baseline), _known(s.q)) for s in ranked[:MOST_PAIRS]),
        lows=tuple((s.low, _known(s.baseline_low), UNKNOWN) for s in ranked[:MOST_PAIRS]),
        highs=tuple((s.high, _known(s.baseline_high), UNKNOWN) for s in ranked[:MOST_PAIRS]),
        unit="share",
        slots=(
            Slot(name="n", kind="count", value=str(len(told))),
            Slot(name="m", kind="count", value=str(len(pairs))),
            Slot(name="leader", kind="actor", value=first.actor),
            Slot(name="follower", kind="actor", value=first.target),
            Slot(name="share", kind="share", value=str(first.value)),
            Slot(name="usual", kind="share", value=str(first.baseline or 0.0)),
        ),
    )


def network(signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    """Ties from who said it first to who said it later, by number; speakers compared who have none stand beside."""
    compared = [s for s in signals if isinstance(s, Signal) and s.target and s.unit in (*EDGES, ECHOES)]
    edges = [s for s in compared if _sure(s)]
    ties = sorted(((_from(s), _to(s), s) for s in edges), key=lambda t: (-t[2].value, t[0], t[1], t[2].unit))
    if not ties:
        return
    nodes = list(dict.fromkeys(end for start, stop, _ in ties for end in (start, stop)))
    alone = sorted({end for s in compared for end in (s.actor, s.target)} - set(nodes))
    number = {actor: float(place) for place, actor in enumerate([*nodes, *alone])}
    start, stop, first = ties[0]
    yield Chart(
        key="chart-network",
        kind="network",
        rows=(*(_pair(a, b) for a, b, _ in ties), *(_actor(one) for one in alone)),
        columns=_columns("from", "to", "weight", "rate"),
        values=(
            *((number[a], number[b], s.value, _known(s.q)) for a, b, s in ties),
            *((number[one], UNKNOWN, UNKNOWN, UNKNOWN) for one in alone),
        ),
        cells=(
            *((_actor(a), _actor(b), None, None) for a, b, _ in ties),
            *((_actor(one), None, None, None) for one in alone),
        ),
        unit="count",
        slots=(
            Slot(name="n", kind="count", value=str(len(ties))),
            Slot(name="m", kind="count", value=str(len(nodes))),
            Slot(name="leader", kind="actor", value=start),
            Slot(name="follower", kind="actor", value=stop),
            Slot(name="weight", kind="number", value=str(first.value)),
        ),
    )


def _from(signal: Signal) -> str:
    """Who said it first: an echo names its origin as target."""
    return signal.target if signal.unit == ECHOES else signal.actor


def _to(signal: Signal) -> str:
    return signal.actor if signal.unit == ECHOES else signal.target


def _sure(signal: Signal) -> bool:
    return signal.q is not None and signal.q <= CHANCE and math.isfinite(signal.value)


def _last(value: float | None) -> float:
    return math.inf if value is None or math.isnan(value) else value


def _known(value: float | None) -> float:
    return UNKNOWN if value is None else value


def _pair(leader: str, follower: str) -> Slot:
    return Slot(name="pair", kind="arrow", value=f"{leader},{follower}")


def _actor(actor: str) -> Slot:
    return Slot(name="actor", kind="actor", value=actor)


def _columns(*names: str) -> tuple[Slot, ...]:
    return tuple(Slot(name="column", kind="column", value=name) for name in names)
