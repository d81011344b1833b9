"""Silence: what a speaker would be expected to name and did not.

Occasions are the speaker's positions in the window, or at one event. Expected mentions come from the speaker's own past
and from peers (other speakers of the trailing weeks; at an event, its other speakers), shrunken toward each other, with
words as exposure; `surprise` is P(Y ≤ y) under that forecast, so that near 1 means the opposite of silence. Zero
mentions are evidence only where enough were expected; below that the measure abstains and says how many it would take.
Words in somebody else's wording (indirect speech) and hand-picked sources are no occasions: what is missing there was
left out by whoever wrote or chose it. Neither is the last turn of a page published unfinished ("to be continued"): it
may be cut short, and who has no words there is absent, not silent. Nor is a week in which the source was not seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure.departure import departure, garwood, telling
from overtone.measure.occasions import counted, occasions
from overtone.measure.pool import Pool, pooled
from overtone.measure.predictive import NOTHING, Cells, Forecast, dispersion, forecast, shared_dispersion
from overtone.measure.shape import Frame, Options, View, evidence, false_discovery
from overtone.records import Abstention, Signal, Window

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


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Words and mentions per source, actor, document and target; target "" is the exposure. Counts only."""
    stated = occasions(view, window, options)
    cut = _cut_short(view)
    stated = stated.filter(stated.manner != "indirect")
    stated = stated.anti_join(cut, [stated.document == cut.broken, stated.start == cut.last])
    if options.event:
        stated = stated.filter(~stated.now | (stated.venue == options.event))
    columns = ["source", "actor", "document", "said_on", "now", "id", "start", "stop", "words"]
    every = stated.select(*columns, target=ibis.literal(""), hits=ibis.literal(0, "int64"))
    loose = stated.select(*columns, mention=stated.mentions.unnest())
    named = loose.select(*columns, kind=loose.mention.kind, target=loose.mention.target, place=loose.mention.start)
    once = named.filter(named.kind.isin(KINDS)).drop("kind").distinct()
    each = once.group_by([*columns, "target"]).aggregate(hits=once.count())
    return counted(every.union(each), "target")


def _cut_short(view: View) -> ibis.Table:
    """The last turn of each unfinished page."""
    readings, stated = view.table("readings"), view.table("statements")
    unfinished = readings.filter(readings.notes.contains(UNFINISHED)).select(broken=readings.document).distinct()
    turns = stated.inner_join(unfinished, stated.document == unfinished.broken)
    return turns.group_by("broken").aggregate(last=turns.start.max())


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Observed against expected mentions, departures from the speaker's own past, abstentions with numbers."""
    pool = pooled(tally.to_pylist(), frame)
    actors = sorted(set(frame.options.actors) or {*pool.now.words, *pool.picked})
    targets = sorted(set(frame.options.targets)) or pool.often(OFTEN)
    typical = _typical([dispersion(list(pool.past.table(target).values())) for target in targets])
    reasons = {actor: _no_value(actor, pool, frame) for actor in actors}
    for actor, reason in reasons.items():
        if reason:
            yield from (_abstain(actor, target, reason, pool, frame) for target in frame.options.targets or ("",))
    found: list[tuple[Signal, float]] = []
    for target in targets:
        groups, peers = pool.past.table(target), pool.peers(target)
        for actor in (a for a in actors if not reasons[a]):
            signal = _draft(actor, target, pool, frame)
            own, now = groups.get(actor, NOTHING), pool.now.cells(actor, target)
            alpha = shared_dispersion(own, list(groups.values()), typical)
            others = [cells for peer, cells in peers.items() if peer != actor]
            expected = forecast(own, others, now.exposure, alpha)
            weighed = _weighed(signal, now, expected)
            if isinstance(weighed, Abstention):
                yield weighed
            elif expected is not None:
                found.append((weighed, expected.at_least(round(now.total))))
            if own.total > 0 and (target in frame.options.targets or telling(now, own)):
                yield departure(signal, now, own, alpha)
    yield from _ranked(found)


def _typical(alphas: Sequence[float]) -> float | None:
    """The dispersion typical of the targets (geometric mean); None for a single one."""
    return float(np.exp(np.mean(np.log(alphas)))) if len(alphas) > 1 else None


def _no_value(actor: str, pool: Pool, frame: Frame) -> str:
    spoke = actor in pool.now.words
    if actor in pool.picked:
        return "selected-source"
    if frame.blind(pool.sources.get(actor, ())) and not (spoke and frame.options.event):
        return "source-not-seen"
    if not spoke:
        return "no-data"
    if pool.statements(actor) < frame.options.min_occasions:
        return "too-few-occasions"
    return "" if actor in pool.past.words or pool.company() else "no-baseline"


def _abstain(actor: str, target: str, reason: str, pool: Pool, frame: Frame) -> Abstention:
    signal = _draft(actor, target, pool, frame)
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


def _draft(actor: str, target: str, pool: Pool, frame: Frame) -> Signal:
    """The signal before it is weighed: observed count, occasions, evidence (the occasions where nothing was named)."""
    return Signal(
        measure="silence",
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target=target,
        venue=frame.options.event,
        unit="mentions",
        value=pool.now.cells(actor, target).total,
        low=0.0,
        high=0.0,
        level=frame.options.level,
        baseline=None,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        coverage=frame.seen.share(frame.window, pool.sources.get(actor, ())),
        n=pool.statements(actor),
        because="",
        evidence=evidence(pool.spans(actor, target) or pool.spans(actor, "")),
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
            f"needed={expected.needed():.0f} words={now.volume * 1000:.0f} P={expected.at_most(0):.3f}",
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
