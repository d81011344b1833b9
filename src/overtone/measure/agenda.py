"""Agenda: what was announced for a meeting, and what was then said at it.

For each announced occasion of the window: topics announced and voiced, announced and not voiced, voiced though nobody
announced them. An announced topic is a Bernoulli of its own: how often what was announced was voiced at earlier
occasions of the same kind is the base rate, and a topic left unsaid is surprising only so far as that rate is high.
What counts as announced and as said is the rule of `announced`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import ibis
import pyarrow as pa

from overtone.measure.announced import FEWEST_TRIALS, Base, Occasion, announced, base, gathered
from overtone.measure.departure import garwood
from overtone.measure.shape import Frame, Options, View, declined, drafted, false_discovery
from overtone.measure.usual import beta_binomial_tail
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "agenda@1"
REFERENCE = (
    "Brown, Cai and DasGupta 2001 (Jeffreys' interval of a share); Benjamini and Hochberg 1995 (false discovery rate)"
)
NULL = "announced topics voiced at the base rate of their kind of occasion: P ≤ .05 in at most one case in twenty"
NOT_FOR = (
    "talks of which nothing but a summary was published; what was discussed behind closed doors; occasions that were "
    "not announced"
)
CHANCE = 0.05


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Announced topics, and statements at the announced occasions, of the window and its trailing weeks."""
    return announced(view, window, options)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Each announced occasion of the window: the share voiced, and each topic with its base rate."""
    every = gathered(tally.to_pylist())
    asked = [o for o in every if o.now and frame.options.event in ("", o.id)]
    if not asked:
        yield declined(_draft("", "", frame), "no-data", "announced=0")
    drafts: list[Signal] = []
    for one in asked:
        reason = _no_value(one, frame)
        if reason:
            detail = f"announced={len(one.topics)} speakers={len(one.spoken)}"
            yield declined(_draft(one.id, "", frame), reason, detail)
        else:
            drafts += _weighed(one, base(every, one.kind, each_speaker=False), every, frame)
    yield from _ranked(drafts)


def _no_value(one: Occasion, frame: Frame) -> str:
    """A meeting from which nothing was heard tells of the source, not of the speakers."""
    if not one.spoken:
        return "source-not-seen" if frame.blind() else "no-data"
    return "" if one.topics else "nothing-announced"


def _weighed(one: Occasion, rate: Base, every: Sequence[Occasion], frame: Frame) -> Iterator[Signal]:
    """The share of announced topics that were voiced, then topic by topic."""
    voiced = [t for t in one.topics if t in one.voiced]
    counts = f"announced={len(one.topics)} voiced={len(voiced)} words={sum(one.spoken.values())}"
    share = _draft(one.id, "", frame)
    if not frame.options.targets:
        yield _shared(share, Base(hits=len(voiced), trials=len(one.topics)), rate, counts, one.pages)
    for topic in sorted({*one.topics, *one.voiced}):
        if not frame.options.targets or topic in frame.options.targets:
            yield _topic(_draft(one.id, topic, frame), one, rate, every)


def _shared(draft: Signal, own: Base, rate: Base, counts: str, pages: tuple[Evidence, ...]) -> Signal:
    low, high = own.interval(draft.level)
    told = replace(
        draft,
        unit="share-voiced",
        value=own.hits / own.trials,
        low=min(low, own.hits / own.trials),
        high=max(high, own.hits / own.trials),
        n=own.trials,
        detail=f"{counts} {_of(rate)}",
        evidence=pages,
        because="no-baseline",
    )
    if not rate.known:
        return told
    tail = beta_binomial_tail(own.hits, own.trials, rate.hits + 0.5, rate.trials - rate.hits + 0.5)
    return replace(_usual(told, rate), surprise=tail)


def _topic(draft: Signal, one: Occasion, rate: Base, every: Sequence[Occasion]) -> Signal:
    """One topic: how many statements touch it, and how likely that outcome was."""
    said = one.said(draft.target)
    due = draft.target in one.topics
    if not due:
        rate = _unasked(draft.target, every)
    low, high = garwood(len(said), draft.level)
    told = replace(
        draft,
        value=float(len(said)),
        low=low,
        high=high,
        n=len(one.spoken),
        detail=f"announced={int(due)} speakers={len(one.voiced.get(draft.target, {}))} {_of(rate)}",
        evidence=said or one.topics[draft.target],
        because=("voiced" if said else "announced-not-voiced") if due else "not-announced",
    )
    if not rate.known:
        return told
    return replace(_usual(told, rate), surprise=rate.rate if said else 1 - rate.rate)


def _unasked(topic: str, every: Sequence[Occasion]) -> Base:
    """How often the topic was voiced at earlier occasions for which it was not announced."""
    free = [o for o in every if not o.now and o.spoken and topic not in o.topics]
    return Base(hits=sum(topic in o.voiced for o in free), trials=len(free))


def _of(rate: Base) -> str:
    return f"base_hits={rate.hits} base_trials={rate.trials}" if rate.trials else f"base=unknown needed={FEWEST_TRIALS}"


def _usual(draft: Signal, rate: Base) -> Signal:
    low, high = rate.interval(draft.level)
    return replace(draft, baseline=rate.rate, baseline_low=low, baseline_high=high)


def _draft(occasion: str, topic: str, frame: Frame) -> Signal:
    coverage = frame.seen.share(frame.window)
    made = drafted(METHOD, frame, unit="statements", actor="", target=topic, coverage=coverage)
    return replace(made, venue=occasion or frame.options.event)


def _ranked(drafts: Sequence[Signal]) -> Iterator[Signal]:
    """False-discovery rates: topics left unsaid or raised unasked are one family, shares another."""
    rates: dict[int, float] = {}
    for family in (True, False):
        tested = {
            n: s.surprise
            for n, s in enumerate(drafts)
            if s.surprise is not None and (s.unit == "share-voiced") is family and s.because != "voiced"
        }
        rates.update(zip(tested, false_discovery(list(tested.values())), strict=True))
    for place, signal in enumerate(drafts):
        q = rates.get(place)
        if signal.unit == "share-voiced" and q is not None and signal.baseline is not None:
            usual = "below-usual" if signal.value < signal.baseline else "above-usual"
            yield replace(signal, q=q, because=usual if q <= CHANCE else "within-usual")
        else:
            yield replace(signal, q=q)
