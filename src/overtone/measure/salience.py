"""Salience: what share of the statements, and of the words, is about a topic, against the usual level.

Only positions count (no questions, no chairing), copies aside. Hand-picked sources count only for those who are heard
in no other, and are then named as the reason. Intervals take documents as sampling units, because statements of one
transcript hang together; the usual level is that of the trailing weeks in which the source was seen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import pyarrow as pa

from overtone.measure.level import Level, levels
from overtone.measure.occasions import counted, occasions
from overtone.measure.pool import Row, listed, number
from overtone.measure.shape import Frame, Options, View, declined, drafted, evidence, false_discovery, monday
from overtone.measure.usual import clustered_share
from overtone.records import Abstention, Signal, Window

METHOD = "salience@2"
REFERENCE = (
    "Korn and Graubard 1998 (intervals for clustered shares); Brown, Cai and DasGupta 2001 (Jeffreys' interval); "
    "Laird 1978 (mixing distribution of the dispersion); West and Harrison 1997 (discounting); "
    "Benjamini and Hochberg 1995 (false discovery rate)"
)
NULL = (
    "weekly counts drawn from the beta-binomial of the trailing weeks: the share of surprises under .05 is at most .05"
)
NOT_FOR = "comparing speakers of unequal venues, or languages, as if they chose their topics freely"
UNITS = (("share-of-statements", "statements"), ("share-of-words", "words"))


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Statements and words per source, actor, document and topic; topic "" is all of them. Counts only."""
    stated = occasions(view, window, options)
    if options.event:
        stated = stated.filter(~stated.now | (stated.venue == options.event))
    columns = ["source", "actor", "document", "said_on", "now", "id", "start", "stop", "words"]
    every = stated.select(*columns, topic=ibis.literal(""), hits=ibis.literal(1))
    each = stated.select(*columns, topic=stated.topics.unnest(), hits=ibis.literal(1)).distinct()
    return counted(every.union(each), "topic")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """The rows of one actor, or of everybody."""

    actor: str
    now: Mapping[str, Sequence[Row]]  # by topic
    past: Mapping[str, Sequence[Row]]
    sources: tuple[str, ...]
    coverage: float
    selected: bool  # only hand-picked sources speak

    def statements(self) -> int:
        """Statements in the window."""
        return sum(number(r, "statements") for r in self.now.get("", ()))


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Shares with interval, usual level and surprise; the false-discovery rate is over everything one call yields."""
    rows: list[Row] = tally.to_pylist()
    spoken: dict[str, list[Row]] = {"": rows}
    for row in rows:
        if row["actor"]:
            spoken.setdefault(str(row["actor"]), []).append(row)
    scopes = [_scope(spoken.get(actor, []), actor, frame) for actor in _actors(rows, frame.options)]
    drafts: list[Signal] = []
    for scope in scopes:
        reason = _no_value(scope, frame)
        if reason:
            yield _abstain(scope, frame, reason)
            continue
        found = list(_shares(scope, frame))
        if found and all(s.baseline is None for s in found):
            yield _abstain(scope, frame, "no-baseline", "values are given, the comparison with the usual level is not")
        drafts.extend(found)
    yield from _ranked(drafts)


def _actors(rows: Sequence[Row], options: Options) -> list[str]:
    if options.actors:
        return sorted(set(options.actors))
    return sorted({"", *(str(r["actor"]) for r in rows if r["now"])})


def _scope(every: Sequence[Row], actor: str, frame: Frame) -> _Scope:
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    own = [r for r in every if r["source"] not in chosen] or every
    sources = tuple(sorted({str(r["source"]) for r in own}))
    alive = frame.seen.alive()
    return _Scope(
        actor=actor,
        now=_by_topic(r for r in own if r["now"]),
        past=_by_topic(r for r in own if not r["now"] and (str(r["source"]), monday(r["said_on"])) in alive),
        sources=sources,
        coverage=frame.seen.share(frame.window, sources),
        selected=own is every and bool(chosen & set(sources)),
    )


def _no_value(scope: _Scope, frame: Frame) -> str:
    if frame.blind(scope.sources):
        return "source-not-seen"
    if not scope.now:
        return "no-data"
    return "too-few-occasions" if scope.statements() < frame.options.min_occasions else ""


def _abstain(scope: _Scope, frame: Frame, reason: str, detail: str = "") -> Abstention:
    return declined(_draft(scope, frame, "", ""), reason, detail)


def _shares(scope: _Scope, frame: Frame) -> Iterator[Signal]:
    topics = sorted({*scope.now, *scope.past} - {""})
    everything = evidence([s for r in scope.now.get("", ()) for s in listed(r, "spans")])
    for unit, column in UNITS:
        if not sum(number(r, column) for r in scope.now.get("", ())):
            continue  # statements without a word have no share of words
        total = _totals(scope.past, column)
        weekly = [_weekly(total, scope.past.get(topic, ()), column, frame) for topic in topics]
        usual = dict(zip(topics, levels(weekly), strict=True))
        for topic in topics:
            if not frame.options.targets or topic in frame.options.targets:
                spans = [s for r in scope.now.get(topic, ()) for s in listed(r, "spans")]
                draft = _draft(scope, frame, topic, unit)
                yield replace(_valued(draft, scope, column, usual[topic]), evidence=evidence(spans) or everything)


def _by_topic(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for r in rows:
        found.setdefault(str(r["target"]), []).append(r)
    return found


def _totals(past: Mapping[str, Sequence[Row]], column: str) -> dict[date, tuple[float, int]]:
    """What there was in all, and in how many documents, per week."""
    total: dict[date, tuple[float, int]] = {}
    for r in past.get("", ()):
        week = monday(r["said_on"])
        n, documents = total.get(week, (0.0, 0))
        total[week] = n + number(r, column), documents + 1
    return total


def _weekly(
    total: Mapping[date, tuple[float, int]], rows: Sequence[Row], column: str, frame: Frame
) -> list[tuple[float, float, float]]:
    """(count, total, age) per week; words are put into units of documents, the sampling units they come in."""
    counts = dict.fromkeys(total, 0.0)
    for r in rows:
        counts[monday(r["said_on"])] += number(r, column)
    ages = {week: float((monday(frame.window.start) - week).days // 7) for week in total}
    if column == "statements":
        return [(counts[week], n, ages[week]) for week, (n, _) in total.items()]
    return [(counts[week] / n * documents, documents, ages[week]) for week, (n, documents) in total.items() if n]


def _draft(scope: _Scope, frame: Frame, topic: str, unit: str) -> Signal:
    return replace(
        drafted(METHOD, frame, unit=unit, actor=scope.actor, target=topic, coverage=scope.coverage),
        high=1.0,
        n=scope.statements(),
        because="selected-source" if scope.selected else "no-baseline",
    )


def _valued(draft: Signal, scope: _Scope, column: str, usual: Level | None) -> Signal:
    parts: dict[str, list[float]] = {}
    for place, target in ((1, ""), (0, draft.target)):
        for r in scope.now.get(target, ()):
            parts.setdefault(str(r["document"]), [0.0, 0.0])[place] += number(r, column)
    share, low, high = clustered_share([(x, m) for x, m in parts.values()], draft.level, draft.n)
    signal = replace(draft, value=share, low=low, high=high)
    if usual is None:
        return signal
    base_low, base_high = usual.interval(draft.level)
    units = draft.n if column == "statements" else len(parts)
    return replace(
        signal,
        baseline=usual.share,
        baseline_low=base_low,
        baseline_high=base_high,
        surprise=usual.tail(share, units),
    )


def _ranked(drafts: Sequence[Signal]) -> Iterator[Signal]:
    """The drafts with their false-discovery rate and the reason it gives."""
    tested = [(n, s.surprise) for n, s in enumerate(drafts) if s.surprise is not None]
    rates = dict(zip((n for n, _ in tested), false_discovery([p for _, p in tested]), strict=True))
    for place, signal in enumerate(drafts):
        q = rates.get(place)
        yield replace(signal, q=q, because=_because(signal, q))


def _because(signal: Signal, q: float | None) -> str:
    if q is None or signal.baseline is None or signal.because == "selected-source":
        return signal.because
    if q > 0.05:
        return "within-usual"
    return "above-usual" if signal.value > signal.baseline else "below-usual"
