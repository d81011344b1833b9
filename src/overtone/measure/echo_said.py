"""How much was said, by whom and on which days: what links between utterances are counted against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from overtone.measure.echo_null import Shares, shares
from overtone.measure.shape import Frame, monday

Days = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
EPOCH = date(1970, 1, 1).toordinal()
NOWHERE = np.zeros(0, np.int64)
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Statements by actor: on each day, and in the window and the weeks seen before it."""

    days: Mapping[str, Days]  # day numbers and statements up to and with each, by actor
    shares: Shares
    now: Mapping[str, int]
    by_day: Mapping[str, Mapping[int, int]]  # in the window
    past: Mapping[str, int]
    sources: Mapping[str, tuple[str, ...]]
    picked: frozenset[str]  # heard in hand-picked sources alone

    def before(self, actor: str, day: int) -> int:
        """Statements of an actor on earlier days."""
        days, total = self.days.get(actor, (NOWHERE, NOWHERE))
        place = int(np.searchsorted(days, day))
        return int(total[place - 1]) if place else 0

    def compared(self, actor: str, origin: str) -> int:
        """Pairs of statements that were held against each other: each of the window with each of earlier days."""
        return sum(n * self.before(origin, day) for day, n in self.by_day.get(actor, {}).items())


def said_of(rows: Sequence[Row], frame: Frame) -> Said:
    """What was said by each actor, from the rows of days; hand-picked sources count as origin only."""
    first = frame.past().start.toordinal() - EPOCH
    alive = frame.seen.alive()
    picked = {s.id for s in frame.options.sources if s.sampling == "selected"}
    lines: dict[str, dict[int, int]] = {}
    now: dict[str, dict[int, int]] = {}
    past: dict[str, int] = {}
    sources: dict[str, set[str]] = {}
    for r in rows:
        actor, day, count = str(r["actor"]), number(r, "day"), number(r, "statements")
        lines.setdefault(actor, {})[day] = lines.setdefault(actor, {}).get(day, 0) + count
        if r["source"] in picked:
            continue
        sources.setdefault(actor, set()).add(str(r["source"]))
        if r["now"]:
            now.setdefault(actor, {})[day] = now.setdefault(actor, {}).get(day, 0) + count
        elif number(r, "day") >= first and (str(r["source"]), monday(r["said_on"])) in alive:
            past[actor] = past.get(actor, 0) + count
    return Said(
        days={actor: _running(line) for actor, line in lines.items()},
        shares=shares([(actor, day, n) for actor, line in sorted(lines.items()) for day, n in sorted(line.items())]),
        now={actor: sum(line.values()) for actor, line in now.items()},
        by_day=now,
        past=past,
        sources={actor: tuple(sorted(own)) for actor, own in sources.items()},
        picked=frozenset(str(r["actor"]) for r in rows if r["now"]) - now.keys(),
    )


def _running(line: Mapping[int, int]) -> Days:
    days = sorted(line)
    return np.array(days, np.int64), np.cumsum([line[day] for day in days])


def number(row: Row, column: str) -> int:
    """A whole number of a tally's row."""
    return int(str(row[column]))


def no_value(actor: str, said: Said, frame: Frame) -> str:
    """Why nothing can be told of an actor; "" where something can."""
    if actor in said.picked:
        return "selected-source"
    if frame.blind(said.sources.get(actor, ())) and not (actor in said.now and frame.options.event):
        return "source-not-seen"
    if actor not in said.now:
        return "no-data"
    if said.now[actor] < frame.options.min_occasions:
        return "too-few-occasions"
    alone = not any(said.compared(actor, other) for other in said.days if other != actor)
    return "no-baseline" if alone else ""
