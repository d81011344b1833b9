"""The shape every measure shares: what it is given, what it counts, what it gives back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import ModuleType
from typing import Protocol

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from overtone.records import Abstention, Evidence, Signal, Source, Window


class View(Protocol):
    """The ledger as of a cut, read only: committed documents, newest versions, nothing learnt later."""

    def table(self, name: str) -> ibis.Table:
        """One of documents, statements, wordings, meanings, encounters, votes, readings, visits, aside."""

    def keep(self, expression: ibis.Table) -> ibis.Table:
        """The rows of an expression worked out once: a named step, so that an engine cannot reorder across it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a measure is asked. Empty actors or targets: all that speak, all that are spoken of."""

    sources: tuple[Source, ...] = ()  # cards of the sources to count; empty: every source in the view
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    event: str = ""  # only statements made at this event
    members: tuple[str, ...] = ()  # of the bloc asked about: states in votes, actors in words
    body: str = "unga"  # whose votes
    level: float = 0.9
    baseline_weeks: int = 26
    lookback_weeks: int = 0  # how far back an earlier use of the same words is looked for; 0: to the beginning
    min_occasions: int = 1  # statements below which nothing is said


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWeek:
    """Whether one source was seen alive in one week, on which days, and why not."""

    source: str
    monday: date
    alive: bool
    reason: str  # seen | not-visited | fewer-than-plausible | more-than-plausible
    documents: int
    first: date | None = None  # first and last day seen
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What could have been seen: one row per source and week, for every source in play."""

    weeks: tuple[SeenWeek, ...] = ()

    def alive(self) -> frozenset[tuple[str, date]]:
        """The (source, Monday) pairs in which a source was seen."""
        return frozenset((w.source, w.monday) for w in self.weeks if w.alive)

    def share(self, window: Window, sources: Sequence[str] = ()) -> float:
        """Share of the window's days seen, averaged over the sources named (default: all in play); 0 for none."""
        named = frozenset(sources) or frozenset(w.source for w in self.weeks)
        if not named or window.days <= 0:
            return 0.0
        seen, start, stop = 0, window.start, window.last
        for w in self.weeks:
            if w.alive and w.first and w.last and w.first <= stop and w.last >= start and w.source in named:
                seen += (min(w.last, stop) - max(w.first, start)).days + 1
        return seen / (window.days * len(named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything a judgement rests on beside the counts."""

    window: Window
    options: Options
    seen: Coverage

    def blind(self, sources: Sequence[str] = ()) -> bool:
        """Whether too little of the window was seen for an absence to mean anything: under half of its days."""
        return self.seen.share(self.window, sources) < 0.5

    def past(self) -> Window:
        """The trailing weeks before the window."""
        start = self.window.start - timedelta(weeks=self.options.baseline_weeks)
        return Window(label="past", start=start, stop=self.window.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: counts where the data lives, judgement where the analyst sits, and what it rests on."""

    name: str
    method: str
    reference: str
    null: str
    not_for: str
    tally: Callable[[View, Window, Options], ibis.Table]
    judge: Callable[[pa.Table, Frame], Iterator[Signal | Abstention]]


def described(module: ModuleType) -> Measure:
    """The measure that a file holds, named after it: METHOD, REFERENCE, NULL, NOT_FOR, `tally` and `judge`."""
    return Measure(
        name=module.METHOD.partition("@")[0],
        method=module.METHOD,
        reference=module.REFERENCE,
        null=module.NULL,
        not_for=module.NOT_FOR,
        tally=module.tally,
        judge=module.judge,
    )


def drafted(method: str, frame: Frame, *, unit: str, actor: str, target: str, coverage: float) -> Signal:
    """A signal before it is weighed: what is measured of whom and about what, with no number and no evidence yet.

    `dataclasses.replace` fills in the rest: value, interval, usual level, cases, reason.
    """
    return Signal(
        measure=method.partition("@")[0],
        method=method,
        window=frame.window.label,
        actor=actor,
        target=target,
        venue=frame.options.event,
        unit=unit,
        value=0.0,
        low=0.0,
        high=0.0,
        level=frame.options.level,
        baseline=None,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        coverage=coverage,
        n=0,
        because="",
        evidence=(),
    )


def declined(draft: Signal, reason: str, detail: str = "") -> Abstention:
    """The refusal to give the number that a draft asks for; without a detail it tells cases and coverage."""
    return Abstention(
        measure=draft.measure,
        method=draft.method,
        window=draft.window,
        actor=draft.actor,
        target=draft.target,
        venue=draft.venue,
        reason=reason,
        detail=detail or f"statements={draft.n} coverage={draft.coverage:.2f}",
        coverage=draft.coverage,
        n=draft.n,
    )


def monday(day: object) -> date:
    """The Monday of the week a tallied day lies in; days come out of Arrow as dates."""
    if not isinstance(day, date):
        raise TypeError(f"{day!r} is no date")
    return day - timedelta(days=day.weekday())


def ordered(table: pa.Table) -> pa.Table:
    """The rows in one fixed order: an engine gives them in any, and the last digit of a sum depends on it.

    A list of nothing is null to one engine and empty to another; here it is empty.
    """
    for place, field in enumerate(table.schema):
        if pa.types.is_list(field.type) and table.column(place).null_count:
            whole = pc.coalesce(table.column(place), pa.scalar([], field.type))
            table = table.set_column(place, field, whole)
    plain = [f.name for f in table.schema if not pa.types.is_nested(f.type)]
    return table.sort_by([(name, "ascending") for name in plain])


def false_discovery(surprises: Sequence[float]) -> list[float]:
    """Benjamini–Hochberg q for each probability of one family, in the order given (Benjamini and Hochberg 1995)."""
    p = np.asarray(surprises, dtype=float)
    if p.size == 0:
        return []
    order = np.argsort(p, kind="stable")
    scaled = p[order] * p.size / np.arange(1, p.size + 1)
    q = np.empty_like(p)
    q[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return [float(value) for value in q]


def evidence(spans: Sequence[dict[str, object]]) -> tuple[Evidence, ...]:
    """Statement spans as evidence, without repeats, in the order of documents and places."""
    found = {(str(s["document"]), int(str(s["start"])), int(str(s["stop"])), str(s["row"])) for s in spans}
    return tuple(Evidence(document=d, start=a, stop=b, row=r) for d, a, b, r in sorted(found))
