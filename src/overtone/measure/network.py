"""Network: who stands before whom in words, an edge where lead or echo say so beyond chance.

Edges run from who said it first to who said it later. A `lead` edge rests on the lines both used over the window and
its trailing weeks; an `echo` edge on statements that repeat another's nearly word for word. All pairs of both measures
are one family of tests: an edge is told only where q ≤ .05. One signal tells how many edges there are of how many pairs
tested, so that a network without edges is not mistaken for one that was not measured. Not a network of influence: an
edge is an order in time that chance and activity do not explain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from scipy.stats import binomtest

from overtone.measure import echo, lead
from overtone.measure.shape import Frame, Options, View, false_discovery
from overtone.records import Abstention, Signal, Window

METHOD = "network@1"
REFERENCE = f"Benjamini and Hochberg 1995; {lead.REFERENCE}; {echo.REFERENCE}"
NULL = "as `lead` and `echo`, in one family: with speakers permuted within the day there is no edge"
NOT_FOR = "influence; paths of more than one edge (each edge is tested alone); speakers whose sources were not seen"
UNITS = ("share-of-lines-led", "echoes")  # the signals of lead and echo that are tests of a pair
LEAD_EDGE, ECHO_EDGE = "lead-edge", "echo-edge"
ALPHA = 0.05


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The tallies of lead and echo, one under the other; columns bear the name of their measure."""
    lines = view.keep(_marked(lead.tally(view, window, options), "lead"))
    echoes = view.keep(_marked(echo.tally(view, _span(window, options), options), "echo"))
    types = {**lines.schema(), **echoes.schema()}
    return _widened(lines, types).union(_widened(echoes, types))


def _span(window: Window, options: Options) -> Window:
    """The window with its trailing weeks: echoes of all of it are edges."""
    return replace(window, start=window.start - timedelta(weeks=options.baseline_weeks))


def _marked(table: ibis.Table, part: str) -> ibis.Table:
    return table.select(part=ibis.literal(part), **{f"{part}_{name}": table[name] for name in table.columns})


def _widened(table: ibis.Table, types: dict[str, object]) -> ibis.Table:
    """The table with all columns of both tallies, empty where it has none."""
    held = set(table.columns)
    return table.select(**{n: table[n] if n in held else ibis.literal(None, type=t) for n, t in types.items()})


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Edges, the number of pairs tested, and what could not be told. Actors or targets asked for: their edges only."""
    whole = replace(frame, options=replace(frame.options, actors=(), targets=()))
    span = replace(whole, window=_span(frame.window, frame.options))
    yield from composed([*lead.judge(part(tally, "lead"), whole), *echo.judge(part(tally, "echo"), span)], frame)


def part(tally: pa.Table, name: str) -> pa.Table:
    """The rows and columns of one measure's tally."""
    rows = tally.filter(pc.equal(tally["part"], name))
    columns = [column for column in tally.column_names if column.startswith(f"{name}_")]
    return rows.select(columns).rename_columns([column.removeprefix(f"{name}_") for column in columns])


def composed(found: Sequence[Signal | Abstention], frame: Frame) -> Iterator[Signal | Abstention]:
    """Signals of lead (leader, follower) and echo (echoing, origin) as one network: edges, their number, abstentions.

    The family is every pair that either measure compared; a pair in which echo found nothing has probability 1.
    """
    yield from (_declined(item) for item in found if isinstance(item, Abstention) and _asked(item, frame))
    signals = [item for item in found if isinstance(item, Signal) and item.target and item.unit in UNITS]
    tested = [_edge(item) for item in signals if item.surprise is not None]
    echoes = sum(edge.unit == ECHO_EDGE for edge in tested)
    without = max(0, max(map(_compared, signals), default=0) - echoes)
    rates = false_discovery([*(edge.surprise or 0.0 for edge in tested), *[1.0] * without])
    edges = [replace(edge, q=q) for edge, q in zip(tested, rates, strict=False) if q <= ALPHA and _beyond(edge)]
    yield from (edge for edge in edges if _asked(edge, frame))
    if tested:
        yield _number(edges, len(tested) + without, tested[0], frame)


def _declined(item: Abstention) -> Abstention:
    """An abstention of lead or echo as one of the network."""
    return replace(item, measure="network", method=METHOD, detail=f"of={item.measure} {item.detail}".strip())


def _edge(item: Signal) -> Signal:
    """A signal of lead or echo as an edge from who said it first to who said it later."""
    known = replace(item, measure="network", method=METHOD, because="edge")
    if item.unit == UNITS[0]:
        return replace(known, unit=LEAD_EDGE)
    return replace(known, unit=ECHO_EDGE, actor=item.target, target=item.actor)


def _beyond(edge: Signal) -> bool:
    """Whether the value lies above what chance gives; of an echo its probability says so."""
    return edge.unit == ECHO_EDGE or (edge.baseline is not None and edge.value > edge.baseline)


def _compared(item: Signal) -> int:
    """How many pairs echo compared, as its detail tells; 0 for lead."""
    figures = dict(pair.split("=", 1) for pair in item.detail.split() if "=" in pair)
    return int(figures.get("tests", 0))


def _asked(item: Signal | Abstention, frame: Frame) -> bool:
    """Whether an edge touches an actor asked for, and one of the targets asked for."""
    ends = {item.actor, item.target}
    return all(not names or ends & set(names) for names in (frame.options.actors, frame.options.targets))


def _number(edges: Sequence[Signal], pairs: int, like: Signal, frame: Frame) -> Signal:
    """How many edges there are of how many pairs tested."""
    low, high = binomtest(len(edges), pairs).proportion_ci(frame.options.level, method="exact")
    spans = tuple(dict.fromkeys(span for edge in edges for span in edge.evidence))
    return replace(
        like,
        actor="",
        target="",
        unit="edges",
        value=float(len(edges)),
        low=float(low) * pairs,
        high=float(high) * pairs,
        level=frame.options.level,
        baseline=0.0,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        q=None,
        coverage=frame.seen.share(frame.window),
        n=pairs,
        because="counted",
        evidence=spans,
        detail=f"tests={pairs} lead={sum(e.unit == LEAD_EDGE for e in edges)} "
        f"echo={sum(e.unit == ECHO_EDGE for e in edges)}",
    )
