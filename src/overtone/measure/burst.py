"""Burst: a topic that is spoken of unusually often in a week, for everybody together and for each speaker asked for.

Statements on the topic are counted, with all statements as exposure; what the trailing weeks let one expect is the
forecast that `silence` uses (older weeks count less, part of last week's surplus carries on, so that a topic that is
already high is no burst again for the same reason). `surprise` is P(Y ≥ y); the calls of one run are one family.
Cells of the past are as long as the window.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure import salience
from overtone.measure.departure import garwood
from overtone.measure.dispersion import dispersions
from overtone.measure.pool import Row, listed, number
from overtone.measure.predictive import Cells, cells, forecast
from overtone.measure.shape import Frame, Options, View, declined, drafted, evidence, false_discovery, monday
from overtone.records import Abstention, Signal, Window

METHOD = "burst@1"
REFERENCE = (
    "DuMouchel 1999 (gamma-Poisson); Laird 1978 (mixing distribution of the dispersion); West and Harrison 1997 "
    "(discounting); Benjamini and Hochberg 1995 (false discovery rate)"
)
NULL = "the same weeks in shuffled order: P(Y ≥ y) ≤ .05 in at most one topic and week in twenty"
NOT_FOR = (
    "telling when a burst began (Kleinberg's states are for display: they have no rate of false alarms); topics picked "
    "after reading; a count that rose because more was published, which the exposure takes out"
)
MIN_CELLS = 4
CHANCE = 0.05


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Statements per source, actor, document and topic, as `salience` counts them; topic "" is all of them."""
    return salience.tally(view, window, options)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """The rows of one speaker, or of everybody, by topic."""

    actor: str
    now: Mapping[str, Sequence[Row]]
    past: Mapping[str, Cells]
    sources: tuple[str, ...]
    picked: bool  # heard in hand-picked sources alone

    def statements(self, topic: str = "") -> int:
        """Statements of the window on a topic; on any for ""."""
        return sum(number(r, "statements") for r in self.now.get(topic, ()))


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Each topic's statements against the forecast from its trailing weeks."""
    rows: list[Row] = tally.to_pylist()
    found: list[Signal] = []
    for actor in sorted(set(frame.options.actors)) or [""]:
        scope = _scope([r for r in rows if actor in ("", r["actor"])], actor, frame)
        reason = _no_value(scope, frame)
        if reason:
            yield declined(_draft(scope, "", frame), reason)
        else:
            found += _weighed(scope, frame)
    rates = false_discovery([1.0 if s.surprise is None else s.surprise for s in found])
    for signal, q in zip(found, rates, strict=True):
        yield replace(signal, q=q, because="burst" if q <= CHANCE else "within-usual")


def _scope(rows: Sequence[Row], actor: str, frame: Frame) -> _Scope:
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    fair = [r for r in rows if r["source"] not in chosen]
    alive = frame.seen.alive()
    past = [r for r in fair if not r["now"] and (str(r["source"]), monday(r["said_on"])) in alive]
    return _Scope(
        actor=actor,
        now=_by_topic(r for r in fair if r["now"]),
        past=_cells(past, frame),
        sources=tuple(sorted({str(r["source"]) for r in fair})),
        picked=not fair and bool(rows),
    )


def _by_topic(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for r in rows:
        found.setdefault(str(r["target"]), []).append(r)
    return found


def _cells(rows: Sequence[Row], frame: Frame) -> dict[str, Cells]:
    """Statements on each topic and all statements, in stretches as long as the window, by age in weeks."""
    days = max(1, frame.window.days)
    lines: dict[str, dict[int, int]] = {}
    for r in sorted(rows, key=lambda r: (str(r["said_on"]), str(r["document"]), str(r["actor"]))):
        stretch = -((_day(r) - frame.window.start).days // days)
        line = lines.setdefault(str(r["target"]), {})
        line[stretch] = line.get(stretch, 0) + number(r, "statements")
    every = lines.get("", {})
    return {
        topic: cells([(line.get(n, 0), total, n * days / 7) for n, total in sorted(every.items())])
        for topic, line in lines.items()
    }


def _day(row: Row) -> date:
    day = row["said_on"]
    if not isinstance(day, date):
        raise TypeError(f"{day!r} is no date")
    return day


def _no_value(scope: _Scope, frame: Frame) -> str:
    if scope.picked:
        return "selected-source"
    if frame.blind(scope.sources):
        return "source-not-seen"
    if not scope.now:
        return "no-data"
    if scope.statements() < frame.options.min_occasions:
        return "too-few-occasions"
    return "" if "" in scope.past and len(scope.past[""].counts) >= MIN_CELLS else "no-baseline"


def _weighed(scope: _Scope, frame: Frame) -> Iterator[Signal]:
    """Every topic that was ever spoken of, so that the family does not hang on what is high this week."""
    topics = sorted({*scope.now, *scope.past} - {""})
    every = scope.past[""]
    silent = cells([(0, e, a) for e, a in zip(every.exposure, every.age, strict=True)])
    past = [scope.past.get(topic, silent) for topic in topics]
    spread, _ = dispersions(past)
    now = np.array([float(scope.statements())])
    for topic, own, chances in zip(topics, past, spread, strict=True):
        if not frame.options.targets or topic in frame.options.targets:
            expected = forecast(own, [], now, chances)
            if expected is not None:
                count = scope.statements(topic)
                usual = expected.interval(frame.options.level)
                low, high = garwood(count, frame.options.level)
                yield replace(
                    _draft(scope, topic, frame),
                    value=float(count),
                    low=low,
                    high=high,
                    baseline=expected.mean,
                    baseline_low=usual[0],
                    baseline_high=usual[1],
                    surprise=expected.at_least(count),
                )


def _draft(scope: _Scope, topic: str, frame: Frame) -> Signal:
    spans = [s for r in scope.now.get(topic, ()) for s in listed(r, "spans")]
    coverage = frame.seen.share(frame.window, scope.sources)
    return replace(
        drafted(METHOD, frame, unit="statements", actor=scope.actor, target=topic, coverage=coverage),
        n=scope.statements(),
        evidence=evidence(spans),
        detail=f"weeks={len(scope.past[''].counts)}" if "" in scope.past else "",
    )
