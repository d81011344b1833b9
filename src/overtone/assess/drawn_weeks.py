"""Shares week by week: who spoke, of what was spoken, each with its interval and its usual level."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from overtone.records import Abstention, Chart, Signal, Slot

MOST_SERIES = 6
FEWEST_WEEKS = 4  # weeks seen under which there is no course to show
WIDTH = 1.6448536269514722  # normal quantile of an interval of 90 %
UNKNOWN = float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was counted in a stretch of weeks that ends with the week told of."""

    weeks: tuple[str, ...]  # "2022-W20", in order
    seen: tuple[bool, ...]  # whether every source in play was seen alive
    said: Mapping[str, tuple[int, ...]]  # statements by speaker, a number a week; no source that selects


def voices(past: Past | None) -> Iterator[Chart]:
    """Each speaker's share of all statements, week by week; a week that was not seen is unknown.

    Interval: Wilson 1927, 90 %, of the week alone. Usual level: the share over all earlier weeks that were seen.
    Not for rates: a share rises when the others fall silent.
    """
    if past is None or not past.said or not past.seen[-1]:
        return
    totals = [sum(counts[n] for counts in past.said.values()) for n in range(len(past.weeks))]
    known = [n for n, seen in enumerate(past.seen) if seen and totals[n]]
    if len(known) < FEWEST_WEEKS or known[-1] != len(past.weeks) - 1:
        return
    actors = sorted(past.said, key=lambda a: (-sum(past.said[a][n] for n in known), a))[:MOST_SERIES]
    shares = {
        a: [wilson(past.said[a][n], totals[n]) if n in known else _NOTHING for n in range(len(past.weeks))]
        for a in actors
    }
    usual = {a: sum(past.said[a][n] for n in known[:-1]) / sum(totals[n] for n in known[:-1]) for a in actors}
    first = max(actors, key=lambda a: shares[a][-1][0])
    yield Chart(
        key="chart-voices",
        kind="weeks",
        rows=tuple(Slot(name="actor", kind="actor", value=actor) for actor in actors),
        columns=tuple(Slot(name="week", kind="week", value=week) for week in past.weeks),
        values=tuple(tuple(share[0] for share in shares[a]) for a in actors),
        lows=tuple(tuple(share[1] for share in shares[a]) for a in actors),
        highs=tuple(tuple(share[2] for share in shares[a]) for a in actors),
        unit="share",
        usual=tuple(usual[a] for a in actors),
        slots=(
            Slot(name="n", kind="count", value=str(len(actors))),
            Slot(name="m", kind="count", value=str(len(past.weeks))),
            Slot(name="actor", kind="actor", value=first),
            Slot(name="share", kind="share", value=str(shares[first][-1][0])),
            Slot(name="usual", kind="share", value=str(usual[first])),
        ),
    )


_NOTHING = (UNKNOWN, UNKNOWN, UNKNOWN)


def wilson(number: int, total: int) -> tuple[float, float, float]:
    """A share with its interval of 90 %; unknown where there was nothing to count."""
    if total <= 0:
        return _NOTHING
    share = number / total
    middle = share + WIDTH**2 / (2 * total)
    half = WIDTH * math.sqrt(share * (1 - share) / total + WIDTH**2 / (4 * total**2))
    whole = 1 + WIDTH**2 / total
    return share, max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


def attention(signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    """The share of statements that concern each topic, where it was measured in four weeks or more."""
    found = [s for s in signals if _of_topics(s)]
    weeks = sorted({s.window for s in found})
    cells = {(s.target, s.window): s for s in found if isinstance(s, Signal)}
    seen = [week for week in weeks if any(w == week for _, w in cells)]
    if len(seen) < FEWEST_WEEKS or seen[-1] != weeks[-1]:
        return
    now = {t: s for (t, w), s in cells.items() if w == weeks[-1]}
    topics = sorted(now, key=lambda t: (-now[t].value, t))[:MOST_SERIES]

    def table(part: str) -> tuple[tuple[float, ...], ...]:
        rows = ((cells.get((topic, week)) for week in weeks) for topic in topics)
        return tuple(tuple(getattr(cell, part) if cell else UNKNOWN for cell in row) for row in rows)

    levels = tuple(now[t].baseline for t in topics)
    yield Chart(
        key="chart-attention",
        kind="weeks",
        rows=tuple(Slot(name="topic", kind="topic", value=topic) for topic in topics),
        columns=tuple(Slot(name="week", kind="week", value=week) for week in weeks),
        values=table("value"),
        lows=table("low"),
        highs=table("high"),
        unit="share",
        usual=tuple(UNKNOWN if level is None else level for level in levels),
        slots=(
            Slot(name="n", kind="count", value=str(len(topics))),
            Slot(name="m", kind="count", value=str(len(weeks))),
            Slot(name="first", kind="topic", value=topics[0]),
            Slot(name="share", kind="share", value=str(now[topics[0]].value)),
        ),
    )


def _of_topics(signal: Signal | Abstention) -> bool:
    unit = signal.unit if isinstance(signal, Signal) else "share-of-statements"
    wanted = ("salience", "share-of-statements", "", "")
    return (signal.measure, unit, signal.actor, signal.venue) == wanted and bool(signal.target)
