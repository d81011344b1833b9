"""Shares week by week: who spoke, of what was spoken, each with its interval and its usual level."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from overtone.records import Abstention, Chart, Signal, Slot

MOST_SERIES = 6
FEWEST_WEEKS = 4  # weeks seen under which there is no course to show
UNKNOWN = float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Shares of voice over a stretch of weeks that ends with the week told of; a week that was not seen is unknown."""

    weeks: tuple[str, ...]  # "2022-W20", in order
    shares: Mapping[str, tuple[tuple[float, float, float], ...]]  # by speaker: share, low, high of each week
    usual: Mapping[str, float]  # by speaker: the share over all earlier weeks


def voices(past: Past | None) -> Iterator[Chart]:
    """Each speaker's share of all statements, week by week; nothing for a short course or an unseen last week.

    Not for rates: a share rises when the others fall silent.
    """
    if past is None or not past.shares:
        return
    known = [n for n in range(len(past.weeks)) if any(math.isfinite(row[n][0]) for row in past.shares.values())]
    if len(known) < FEWEST_WEEKS or known[-1] != len(past.weeks) - 1:
        return
    shares = {actor: row for actor, row in past.shares.items() if math.isfinite(row[-1][0])}
    actors = sorted(shares, key=lambda a: (-shares[a][-1][0], a))[:MOST_SERIES]
    first = actors[0]
    yield Chart(
        key="chart-voices",
        kind="weeks",
        rows=tuple(Slot(name="actor", kind="actor", value=actor) for actor in actors),
        columns=tuple(Slot(name="week", kind="week", value=week) for week in past.weeks),
        values=tuple(tuple(share[0] for share in shares[a]) for a in actors),
        lows=tuple(tuple(share[1] for share in shares[a]) for a in actors),
        highs=tuple(tuple(share[2] for share in shares[a]) for a in actors),
        unit="share",
        usual=tuple(past.usual.get(a, UNKNOWN) for a in actors),
        slots=(
            Slot(name="n", kind="count", value=str(len(actors))),
            Slot(name="m", kind="count", value=str(len(past.weeks))),
            Slot(name="actor", kind="actor", value=first),
            Slot(name="share", kind="share", value=str(shares[first][-1][0])),
            Slot(name="usual", kind="share", value=str(past.usual.get(first, 0.0))),
        ),
    )


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
