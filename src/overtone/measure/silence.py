"""Silence: what a speaker would be expected to name and did not.

Occasions are the speaker's positions in the window, or at one event. Expected mentions come from the speaker's own past
and from peers (other speakers of the trailing weeks; at an event, its other speakers), shrunken toward each other, with
words as exposure; `surprise` is P(Y ≤ y) under that forecast, so that near 1 means the opposite of silence. Zero
mentions are evidence only where enough were expected; below that the measure abstains and says how many it would take.
Pages published unfinished ("to be continued") are no occasions, and a week in which the source was not
seen is no silence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure.departure import departure, garwood
from overtone.measure.occasions import counted, occasions
from overtone.measure.predictive import Cells, Forecast, cells, dispersion, forecast, shared_dispersion
from overtone.measure.shape import Frame, Options, View, evidence, false_discovery, monday
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "silence@1"
REFERENCE = (
    "DuMouchel 1999 (gamma-Poisson shrinkage); Bühlmann 1967 (credibility); Garwood 1936 (interval of a count); "
    "Armona, Gentzkow, Kamenica and Shapiro 2024 (what is left out, given what was worth saying)"
)
NULL = "counts drawn from the gamma-Poisson forecast itself: the share of P(Y ≤ y) under .05 is at most about .06"
NOT_FOR = (
    "topics picked after reading; euphemisms; abridged translations; speeches shorter than the power condition asks"
)
UNFINISHED = "to-be-continued"
KINDS = ("state", "bloc", "topic")
OFTEN = 10  # mentions in the past from which a target is tried without being named

Row = dict[str, object]


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Words and mentions per source, actor, document and target; target "" is the exposure. Counts only."""
    stated = occasions(view, window, options)
    readings = view.table("readings")
    unfinished = readings.filter(readings.notes.contains(UNFINISHED)).select(broken=readings.document).distinct()
    stated = stated.anti_join(unfinished, stated.document == unfinished.broken)
    if options.event:
        stated = stated.filter(~stated.now | (stated.venue == options.event))
    columns = ["source", "actor", "document", "said_on", "now", "id", "start", "stop", "words"]
    every = stated.select(*columns, target=ibis.literal(""), hits=ibis.literal(0, "int64"))
    loose = stated.select(*columns, mention=stated.mentions.unnest())
    named = loose.select(*columns, kind=loose.mention.kind, target=loose.mention.target, place=loose.mention.start)
    once = named.filter(named.kind.isin(KINDS)).drop("kind").distinct()
    each = once.group_by([*columns, "target"]).aggregate(hits=once.count())
    return counted(every.union(each), "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pool:
    """The counts laid out for judging: rows by actor, the past in cells."""

    now: Mapping[str, Sequence[Row]]
    past: Mapping[str, Sequence[Row]]
    by_document: bool  # cells are documents (an event) or weeks

    def cells(self, rows: Sequence[Row], target: str) -> Cells:
        """Mentions of the target and thousand words, cell by cell."""
        found: dict[object, list[float]] = {}
        for r in rows:
            cell = r["document"] if self.by_document else monday(r["said_on"])
            if r["target"] in ("", target):
                line = found.setdefault(cell, [0.0, 0.0])
                line[0] += _int(r, "hits")
                line[1] += _int(r, "words") / 1000 * (r["target"] == "")
        return cells([(y, e) for y, e in found.values()])

    def own(self, actor: str, target: str) -> Cells:
        """The actor's past."""
        return self.cells(self.past.get(actor, ()), target)

    def peers(self, actor: str, target: str) -> list[Cells]:
        """The others: at an event its other speakers where there are three, else everyone's past."""
        if self.by_document and len(self.now) > 3:
            return [self.cells(rows, target) for other, rows in self.now.items() if other != actor]
        return [self.cells(rows, target) for other, rows in self.past.items() if other != actor]


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Observed against expected mentions, departures from the speaker's own past, abstentions with numbers."""
    rows: list[Row] = tally.to_pylist()
    pool = _pooled(rows, frame)
    actors = sorted(set(frame.options.actors) or set(pool.now))
    targets = sorted(set(frame.options.targets) or _often(rows, pool))
    common = {t: dispersion([pool.own(actor, t) for actor in pool.past]) for t in targets}
    typical = float(np.exp(np.mean(np.log(list(common.values()))))) if common else None
    mentions: list[tuple[Signal, float]] = []
    departures: list[Signal] = []
    for actor in actors:
        reason = _no_value(actor, rows, pool, frame)
        if reason:
            yield from (_abstain(actor, t, reason, rows, pool, frame) for t in (frame.options.targets or ("",)))
            continue
        for target in targets:
            signal = _draft(actor, target, rows, pool, frame)
            own, now = pool.own(actor, target), pool.cells(pool.now[actor], target)
            groups = [pool.own(other, target) for other in pool.past]
            alpha = shared_dispersion(own, groups, typical if len(targets) > 1 else None)
            expected = forecast(own, pool.peers(actor, target), now.exposure, alpha)
            verdict = _weighed(signal, now, expected)
            if isinstance(verdict, Abstention):
                yield verdict
            elif expected:
                mentions.append((verdict, expected.at_least(round(now.total))))
            if own.volume > 0:
                departures.append(departure(signal, now, own, alpha))
    yield from _ranked(mentions)
    yield from departures


def _pooled(rows: Sequence[Row], frame: Frame) -> _Pool:
    alive = frame.seen.alive()
    first = min((str(r["said_on"]) for r in rows if r["now"]), default="")
    now: dict[str, list[Row]] = {}
    past: dict[str, list[Row]] = {}
    for r in rows:
        if r["now"]:
            now.setdefault(str(r["actor"]), []).append(r)
        elif (str(r["source"]), monday(r["said_on"])) in alive and str(r["said_on"]) < (first or "9"):
            past.setdefault(str(r["actor"]), []).append(r)
    now.pop("", None)
    past.pop("", None)
    return _Pool(now=now, past=past, by_document=bool(frame.options.event))


def _often(rows: Sequence[Row], pool: _Pool) -> set[str]:
    """Targets named often enough, in the past or at the event, to expect anything of them."""
    total: dict[str, int] = {}
    for r in rows:
        if not r["now"] or pool.by_document:
            total[str(r["target"])] = total.get(str(r["target"]), 0) + _int(r, "hits")
    return {target for target, hits in total.items() if target and hits >= OFTEN}


def _sources(actor: str, rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(sorted({str(r["source"]) for r in rows if r["actor"] == actor}))


def _statements(actor: str, pool: _Pool) -> int:
    return sum(_int(r, "statements") for r in pool.now.get(actor, ()) if r["target"] == "")


def _no_value(actor: str, rows: Sequence[Row], pool: _Pool, frame: Frame) -> str:
    spoke = actor in pool.now
    if frame.blind(_sources(actor, rows)) and not (spoke and frame.options.event):
        return "source-not-seen"
    if not spoke:
        return "no-data"
    if _statements(actor, pool) < frame.options.min_occasions:
        return "too-few-occasions"
    peers = len(pool.now) > 3 and bool(frame.options.event)
    return "" if actor in pool.past or peers else "no-baseline"


def _abstain(actor: str, target: str, reason: str, rows: Sequence[Row], pool: _Pool, frame: Frame) -> Abstention:
    signal = _draft(actor, target, rows, pool, frame)
    return _declined(signal, reason, f"statements={signal.n} coverage={signal.coverage:.2f}")


def _declined(signal: Signal, reason: str, detail: str) -> Abstention:
    return Abstention(
        measure=signal.measure,
        method=signal.method,
        window=signal.window,
        actor=signal.actor,
        target=signal.target,
        venue=signal.venue,
        reason=reason,
        detail=detail,
        coverage=signal.coverage,
        n=signal.n,
    )


def _draft(actor: str, target: str, rows: Sequence[Row], pool: _Pool, frame: Frame) -> Signal:
    """The signal before it is weighed: observed count, occasions, evidence."""
    now = pool.now.get(actor, ())
    spans = [s for r in now if r["target"] == target for s in _spans(r)]
    every = [s for r in now if r["target"] == "" for s in _spans(r)]
    grounds: tuple[Evidence, ...] = evidence(spans or every)
    return Signal(
        measure="silence",
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target=target,
        venue=frame.options.event,
        unit="mentions",
        value=float(sum(_int(r, "hits") for r in now if r["target"] == target)),
        low=0.0,
        high=0.0,
        level=frame.options.level,
        baseline=None,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        coverage=frame.seen.share(frame.window, _sources(actor, rows)),
        n=_statements(actor, pool),
        because="",
        evidence=grounds,
    )


def _weighed(signal: Signal, now: Cells, expected: Forecast | None) -> Signal | Abstention:
    """The count against its forecast; an abstention where zero could not have been evidence."""
    if expected is None:
        return _declined(signal, "no-baseline", f"observed={signal.value:.0f} words={now.volume * 1000:.0f}")
    count = round(signal.value)
    low, high = expected.interval(signal.level)
    if count == 0 and expected.mean < expected.needed():
        return _declined(
            signal,
            "too-few-occasions",
            f"observed=0 expected={expected.mean:.2f} expected_low={low:.0f} expected_high={high:.0f} "
            f"needed={expected.needed():.1f} words={now.volume * 1000:.0f} P={expected.at_most(0):.3f}",
        )
    own_low, own_high = garwood(count, signal.level)
    return replace(
        signal,
        low=own_low,
        high=own_high,
        baseline=expected.mean,
        baseline_low=low,
        baseline_high=high,
        surprise=expected.at_most(count),
    )


def _ranked(found: Sequence[tuple[Signal, float]]) -> Iterator[Signal]:
    """Signals with their false-discovery rate for silence; the upper tails are a second family of the same size."""
    lower = false_discovery([s.surprise if s.surprise is not None else 1.0 for s, _ in found])
    upper = false_discovery([tail for _, tail in found])
    for (signal, _), q, above in zip(found, lower, upper, strict=True):
        yield replace(signal, q=q, because=_because(signal, q, above))


def _because(signal: Signal, q: float, above: float) -> str:
    if q <= 0.05:
        return "silent" if signal.value == 0 else "below-usual"
    return "above-usual" if above <= 0.05 else "within-usual"


def _spans(row: Row) -> list[Row]:
    spans = row["spans"]
    return list(spans) if isinstance(spans, list) else []


def _int(row: Row, column: str) -> int:
    return int(str(row[column]))
