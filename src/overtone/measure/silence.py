"""Silence: what a speaker would be expected to name and did not.

Occasions are the speaker's positions in the window, or at one event. Expected mentions come from the speaker's own past
and from peers (other speakers of the trailing weeks; at an event, its other speakers), shrunken toward each other, with
words as exposure; `surprise` is P(Y ≤ y) under that forecast, so that near 1 means the opposite of silence. Zero
mentions are evidence only where enough were expected; below that the measure abstains and says how many it would take.
Before zero is called silence the speaker's passages are compared with those that name the target (`otherwise`): who
said it in other words was not silent. At an event a topic that was announced for it has a base rate of its own
(`announced`). Words in somebody else's wording (indirect speech) and hand-picked sources are no occasions: what is
missing there was left out by whoever wrote or chose it. Neither is the last turn of a page published unfinished ("to be
continued"): it may be cut short, and who has no words there is absent, not silent. Nor is a week in which the source
was not seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import ibis
import pyarrow as pa

from overtone.measure.announced import Occasion, announced, base, gathered, promised
from overtone.measure.departure import departure, garwood, telling
from overtone.measure.dispersion import dispersions
from overtone.measure.occasions import counted, occasions
from overtone.measure.otherwise import KINDS, Answer, Passages, passages
from overtone.measure.pool import Pool, Row, pooled
from overtone.measure.predictive import GRID, NOTHING, Array, Cells, Forecast, forecast
from overtone.measure.shape import Frame, Options, View, declined, drafted, evidence, false_discovery
from overtone.records import Abstention, Signal, Window

METHOD = "silence@2"
REFERENCE = (
    "DuMouchel 1999 (gamma-Poisson shrinkage); Bühlmann 1967 (credibility); Garwood 1936 (interval of a count); "
    "Armona, Gentzkow, Kamenica and Shapiro 2024 (what is left out, given what was worth saying)"
)
NULL = "counts drawn from the gamma-Poisson forecast itself: the share of P(Y ≤ y) under .05 is at most about .06"
NOT_FOR = (
    "topics picked after reading; abridged translations; speeches shorter than the power condition asks; euphemisms "
    "where the ledger holds no vectors of meaning (the detail then says other_words=unchecked)"
)
UNFINISHED = "to-be-continued"
MOST_NEEDED = 1000  # expected mentions; where more would be needed it is said so and no number is given
COUNT, AGENDA = "count", ("announced", "voiced")  # parts of the tally; the others are roles of passages
OTHERWISE = "not-silent-in-other-words"
SPANS = "array<struct<document: string, start: int64, stop: int64, row: string>>"
COLUMNS = {
    "part": "string", "source": "string", "actor": "string", "document": "string", "said_on": "date", "now": "boolean",
    "target": "string", "statements": "int64", "words": "int64", "hits": "int64", "spans": SPANS, "key": "string",
    "row": "string", "at": "int64", "end": "int64", "model": "string", "vector": "binary",
}  # fmt: skip
OFTEN = 10  # mentions in the past from which a target is tried without being named


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Words and mentions per source, actor, document and target (target "" is the exposure), told by `part`.

    Beside the counts stand the passages to compare and, for an event, what was announced for it and before.
    """
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
    counts = counted(every.union(each), "target").mutate(part=ibis.literal(COUNT))
    spoken = passages(view, stated, options).rename(part="role", row="id")
    rows = _filled(counts).union(_filled(spoken))
    if not options.event:
        return rows
    agenda = announced(view, window, options).rename(key="occasion", target="topic", source="kind")
    return rows.union(_filled(agenda))


def _filled(rows: ibis.Table) -> ibis.Table:
    """The columns of the tally, those that a part does not have as nothing."""
    have = set(rows.columns)
    return rows.select([rows[n].cast(t) if n in have else ibis.null(t).name(n) for n, t in COLUMNS.items()])


def _cut_short(view: View) -> ibis.Table:
    """The last turn of each unfinished page."""
    readings, stated = view.table("readings"), view.table("statements")
    unfinished = readings.filter(readings.notes.contains(UNFINISHED)).select(broken=readings.document).distinct()
    turns = stated.inner_join(unfinished, stated.document == unfinished.broken)
    return turns.group_by("broken").aggregate(last=turns.start.max())


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Observed against expected mentions, departures from the speaker's own past, abstentions with numbers."""
    rows: list[Row] = tally.to_pylist()
    pool = pooled([r for r in rows if r["part"] == COUNT], frame)
    looked = Passages([r for r in rows if r["part"] not in (COUNT, *AGENDA)])
    actors = sorted(set(frame.options.actors) or {*pool.now.words, *pool.picked})
    targets = sorted(set(frame.options.targets)) or pool.often(OFTEN)
    reasons = {actor: _no_value(actor, pool, frame) for actor in actors}
    for actor, reason in reasons.items():
        if reason:
            yield from (_abstain(actor, target, reason, pool, frame) for target in frame.options.targets or ("",))
    spoke = [actor for actor in actors if not reasons[actor]]
    found: list[_Weighed] = []
    for one in _weighed_all(spoke, targets, pool, frame):
        if isinstance(one, _Weighed):
            found.append(_looked_at(one, looked))
        elif isinstance(one, Abstention) and one.target in frame.options.targets:
            yield replace(one, detail=_with_words(one, looked))
        else:
            yield one
    yield from _ranked(found)
    yield from _promised(gathered(_agenda(rows)), spoke, pool, frame)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A count beside its forecast, the chance of as many or more, and what the passages say where none was named."""

    signal: Signal
    above: float
    answer: Answer | None = None


def _weighed_all(
    actors: Sequence[str], targets: Sequence[str], pool: Pool, frame: Frame
) -> Iterator[_Weighed | Signal | Abstention]:
    """Every speaker and target: the count against its forecast or why not, and the departure from the own past."""
    spread, usual = _spread(pool, targets)
    for target in targets:
        groups, peers = pool.past.table(target), pool.peers(target)
        for actor in actors:
            signal = _draft(actor, target, pool, frame)
            own, now = groups.get(actor, NOTHING), pool.now.cells(actor, target)
            chances = spread.get((actor, target), usual)
            others = [cells for peer, cells in peers.items() if peer != actor]
            yield _weigh(signal, now, forecast(own, others, now.exposure, chances))
            if own.total > 0 and (target in frame.options.targets or telling(now, own)):
                yield departure(signal, now, own, float(chances @ GRID))


def _looked_at(one: _Weighed, looked: Passages) -> _Weighed:
    """The count with what the speaker's passages say, where nothing was named."""
    if one.signal.value:
        return one
    answer = looked.ask(one.signal.actor, one.signal.target)
    detail = f"{one.signal.detail} {answer.words}".strip()
    return replace(one, signal=replace(one.signal, detail=detail), answer=answer)


def _with_words(one: Abstention, looked: Passages) -> str:
    """The detail of an abstention with what the passages say, where it rests on a count of nothing."""
    return f"{one.detail} {looked.ask(one.actor, one.target).words}" if "observed=0" in one.detail else one.detail


def _agenda(rows: Sequence[Row]) -> list[Row]:
    """The rows of what was announced, in their own words again."""
    told = [r for r in rows if r["part"] in AGENDA]
    return [{**r, "occasion": r["key"], "topic": r["target"], "kind": r["source"]} for r in told]


def _promised(
    every: Sequence[Occasion], actors: Sequence[str], pool: Pool, frame: Frame
) -> Iterator[Signal | Abstention]:
    """Of the topics announced for the event, whether each speaker voiced them."""
    for one in every:
        if one.id == frame.options.event:
            rate = base(every, one.kind, each_speaker=True)
            topics = [t for t in one.topics if t in frame.options.targets or not frame.options.targets]
            drafts = [_draft(actor, topic, pool, frame) for topic in topics for actor in actors]
            yield from promised(drafts, one, rate)


def _spread(pool: Pool, targets: Sequence[str]) -> tuple[dict[tuple[str, str], Array], Array]:
    """The chances of each dispersion by speaker and target, and for one without a past.

    All that is often named is looked at, so that an answer does not hang on what else was asked.
    """
    keys, groups = [], []
    for target in sorted({*targets, *pool.often(OFTEN)}):
        for actor, own in pool.past.table(target).items():
            keys.append((actor, target))
            groups.append(own)
    chances, usual = dispersions(groups)
    return dict(zip(keys, chances, strict=True)), usual


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
    return declined(_draft(actor, target, pool, frame), reason)


def _draft(actor: str, target: str, pool: Pool, frame: Frame) -> Signal:
    """The signal before it is weighed: observed count, occasions, evidence (the occasions where nothing was named)."""
    coverage = frame.seen.share(frame.window, pool.sources.get(actor, ()))
    return replace(
        drafted(METHOD, frame, unit="mentions", actor=actor, target=target, coverage=coverage),
        value=pool.now.cells(actor, target).total,
        n=pool.statements(actor),
        evidence=evidence(pool.spans(actor, target) or pool.spans(actor, "")),
    )


def _weigh(signal: Signal, now: Cells, expected: Forecast | None) -> _Weighed | Abstention:
    """The count against its forecast; an abstention where zero could not have been evidence."""
    if expected is None:
        return declined(signal, "no-baseline", f"observed={signal.value:.0f} words={now.volume * 1000:.0f}")
    count = round(signal.value)
    low, high = expected.interval(signal.level)
    if count == 0 and expected.mean < expected.needed():
        return declined(
            signal,
            "too-few-occasions",
            f"observed=0 expected={expected.mean:.2f} expected_low={low:.0f} expected_high={high:.0f} "
            f"needed={_enough(expected)} words={now.volume * 1000:.0f} P={expected.at_most(0):.3f}",
        )
    own_low, own_high = garwood(count, signal.level)
    weighed = replace(
        signal,
        low=own_low,
        high=own_high,
        baseline=expected.mean,
        baseline_low=low,
        baseline_high=high,
        surprise=expected.at_most(count),
    )
    return _Weighed(signal=weighed, above=expected.at_least(count))


def _enough(expected: Forecast) -> str:
    """The expected count from which zero would be evidence, as far as it is worth telling."""
    needed = expected.needed()
    return f"{needed:.0f}" if needed <= MOST_NEEDED else f"over-{MOST_NEEDED}"


def _ranked(found: Sequence[_Weighed]) -> Iterator[Signal]:
    """Signals with their false-discovery rate for silence; the upper tails are a second family of the same size."""
    lower = false_discovery([one.signal.surprise if one.signal.surprise is not None else 1.0 for one in found])
    upper = false_discovery([one.above for one in found])
    for one, q, above in zip(found, lower, upper, strict=True):
        because = _because(one, q, above)
        shown = one.answer.evidence if one.answer and because == OTHERWISE else one.signal.evidence
        yield replace(one.signal, q=q, because=because, evidence=shown)


def _because(one: _Weighed, q: float, above: float) -> str:
    if q <= 0.05 and one.signal.value == 0:
        return OTHERWISE if one.answer and one.answer.evidence else "silent"
    if q <= 0.05:
        return "below-usual"
    return "above-usual" if above <= 0.05 else "within-usual"
