"""Tone on the same topic: who speaks of it harsher or kinder than the others do, and than he did before.

Never a raw mean: a speaker of wars sounds harsher than one of harvests whatever he thinks. The contrast with others
compares documents on one topic, in one language and week; its value is drawn toward zero by a model of topic, speaker,
speaker × topic, setting and week, its probability comes from dealing the speakers' labels anew. The contrast with the
own past compares the week with the speaker's own weeks on that topic. Beside both stands what leaving out any one pair
of seeds would make of them; a difference that turns its sign so is no finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.special import stdtr, stdtrit

from overtone.measure.exchange import difference_weights, exchange
from overtone.measure.partial import Pooled, pooled
from overtone.measure.passages import Passages, numbered, passages, read_passages, spoken
from overtone.measure.shape import Frame, Options, View, declined, drafted, evidence, false_discovery
from overtone.measure.tone_cells import Cells, cells
from overtone.measure.tone_scale import tone_scale
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "tone@1"
REFERENCE = (
    "An, Kwak and Ahn 2018 (semantic axis); Watanabe 2021 (latent semantic scaling); Henderson 1975 (mixed-model "
    "prediction); Rao 1971 (MIVQUE); Mielke and Berry 2007 (moments of permutation distributions)"
)
NULL = (
    "speakers' labels dealt anew within topic, language and week: at most 5 % of contrasts have a probability under .05"
)
NOT_FOR = "irony; sentences; one text against another; languages without an offset; speakers who share no topic"
OWN, COMPANY = 3, 2  # documents of a speaker, and other speakers, under which nothing is said
WEEKS = 4  # past weeks on the topic under which there is no past
TELLING = 10  # passages shown as evidence
Marks = npt.NDArray[np.bool_]


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The passages, with vectors, of everyone who spoke in the window: his own, of the window and before."""
    return passages(view, spoken(view, window, options))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Everything one judgement compares with."""

    passages: Passages
    cells: Cells
    model: Pooled | None  # of the window's cells
    actors: tuple[str, ...]  # levels of the model, in order
    couples: tuple[str, ...]
    frame: Frame


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Contrasts with others and with the own past, topic by topic; one family of tests."""
    found = read_passages(tally, tone_scale())
    compared = _compared(found, frame)
    drafts: list[Signal] = []
    for actor in sorted(set(frame.options.actors) or {*found.actors[found.now].tolist(), *found.unread}):
        reason = _no_value(actor, compared)
        if reason:
            yield _abstain(actor, "", reason, compared)
            continue
        for topic in _topics(actor, compared):
            for weighed in (_others(actor, topic, compared), _past(actor, topic, compared)):
                if isinstance(weighed, Abstention):
                    yield weighed
                else:
                    drafts.append(weighed)
    rates = false_discovery([s.surprise if s.surprise is not None else 1.0 for s in drafts])
    yield from (_because(signal, q) for signal, q in zip(drafts, rates, strict=True))


def _compared(found: Passages, frame: Frame) -> Compared:
    """Cells of complete sources in weeks in which they were seen, and the model of the window's."""
    alive = {(source, monday.isoformat()) for source, monday in frame.seen.alive()}
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    every = cells(found, [row for row in range(len(found)) if found.sources[row] not in chosen])
    sources = [setting.rpartition("/")[0].rpartition("/")[0] for setting in every.settings]
    seen = np.array([(s, w) in alive for s, w in zip(sources, every.weeks, strict=True)], dtype=bool)
    kept = every.now | seen
    now = every.where(every.now)
    couples = [f"{actor}\t{topic}" for actor, topic in zip(now.actors, now.topics, strict=True)]
    levels = [numbered(g) for g in (now.topics, now.actors, couples, now.settings, now.weeks)]
    model = pooled(now.tones[:, 0], now.noise(), levels) if couples else None
    return Compared(
        passages=found,
        cells=every.where(kept),
        model=model,
        actors=tuple(sorted(set(now.actors.tolist()))),
        couples=tuple(sorted(set(couples))),
        frame=frame,
    )


def _no_value(actor: str, compared: Compared) -> str:
    found, frame = compared.passages, compared.frame
    own = found.of(actor, now=True)
    if frame.blind(tuple(sorted(set(found.sources[own].tolist())))):
        return "source-not-seen"
    if not len(own):
        return "no-embeddings" if actor in found.unread else "no-data"
    if np.isnan(found.tones[own, 0]).all():
        return "no-scale"
    return "" if actor in compared.actors else "selected-source"


def _topics(actor: str, compared: Compared) -> list[str]:
    now = compared.cells
    spoken_of = set(now.topics[(now.actors == actor) & now.now].tolist())
    return sorted(set(compared.frame.options.targets) or spoken_of)


def _others(actor: str, topic: str, compared: Compared) -> Signal | Abstention:
    """The speaker against the others, in the window."""
    here = compared.cells.where(compared.cells.now & (compared.cells.topics == topic))
    own = here.actors == actor
    company = sorted(set(here.actors[~own].tolist()))
    told = f"documents={own.sum()} others={len(company)} others_documents={(~own).sum()}"
    least = max(OWN, compared.frame.options.min_occasions)
    if own.sum() < least:
        return _abstain(actor, topic, "too-few-occasions", compared, f"unit=contrast-with-others {told} needed={least}")
    dealt = exchange(here.tones[:, 0], own, here.strata()) if len(company) >= COMPANY else None
    if dealt is None or compared.model is None:
        reason = "no-variation" if len(company) >= COMPANY and not np.ptp(here.tones[:, 0]) else "no-company"
        return _abstain(actor, topic, reason, compared, f"unit=contrast-with-others {told}")
    value, doubt = compared.model.contrast(_weights(actor, topic, here, compared))
    far = float(stdtrit(max(dealt.marked + dealt.others - 2, 1), (1 + compared.frame.options.level) / 2)) * doubt
    low, high = dealt.null(compared.frame.options.level)
    without = difference_weights(own, here.strata()) @ here.tones
    seeds = f"seeds_low={without[1:].min():.3f} seeds_high={without[1:].max():.3f}"
    return replace(
        _draft(actor, topic, "contrast-with-others", compared),
        value=value,
        low=value - far,
        high=value + far,
        baseline_low=low,
        baseline_high=high,
        surprise=dealt.chance,
        n=int(own.sum()),
        evidence=_telling(actor, topic, dealt.value, compared),
        detail=f"raw={dealt.value:.3f} {told} {seeds}",
    )


def _weights(actor: str, topic: str, here: Cells, compared: Compared) -> npt.NDArray[np.float64]:
    """The speaker's effects less the others', each of these by its share of their documents."""
    if compared.model is None:
        raise ValueError("there is no model")
    found = np.zeros(len(compared.model.effects))
    _, actors, couples, *_ = compared.model.starts
    others = here.actors[here.actors != actor].tolist()
    for name, share in [(actor, 1.0), *((other, -1 / len(others)) for other in others)]:
        found[actors + compared.actors.index(name)] += share
        found[couples + compared.couples.index(f"{name}\t{topic}")] += share
    return found


def _past(actor: str, topic: str, compared: Compared) -> Signal | Abstention:
    """The speaker in the window against his own weeks before it."""
    every = compared.cells
    own = every.where((every.actors == actor) & (every.topics == topic))
    now, before = own.where(own.now), own.where(~own.now)
    weeks = sorted(set(before.weeks.tolist()))
    told = f"documents={len(now.actors)} past_documents={len(before.actors)} past_weeks={len(weeks)}"
    least = max(OWN, compared.frame.options.min_occasions)
    if len(now.actors) < least:
        return _abstain(actor, topic, "too-few-occasions", compared, f"unit=contrast-with-past {told} needed={least}")
    if len(weeks) < WEEKS:
        return _abstain(actor, topic, "no-baseline", compared, f"unit=contrast-with-past {told} needed={WEEKS}")
    means = np.array([before.tones[before.weeks == week].mean(axis=0) for week in weeks])
    counts = np.array([(before.weeks == week).sum() for week in weeks], dtype=float)
    noise = float(own.noise().mean())
    drift = max(0.0, float(means[:, 0].var(ddof=1)) - noise * float((1 / counts).mean()))
    doubt = drift + noise / len(now.actors) + (drift + noise * float((1 / counts).mean())) / len(weeks)
    apart = now.tones.mean(axis=0) - means.mean(axis=0)
    value, error, free = float(apart[0]), doubt**0.5, len(weeks) - 1
    far = float(stdtrit(free, (1 + compared.frame.options.level) / 2)) * error
    return replace(
        _draft(actor, topic, "contrast-with-past", compared),
        value=value,
        low=value - far,
        high=value + far,
        baseline_low=-far,
        baseline_high=far,
        surprise=float(2 * stdtr(free, -abs(value) / error)),
        n=len(now.actors),
        evidence=_telling(actor, topic, value, compared),
        detail=f"raw={value:.3f} {told} seeds_low={apart[1:].min():.3f} seeds_high={apart[1:].max():.3f}",
    )


def _draft(actor: str, topic: str, unit: str, compared: Compared) -> Signal:
    found, frame = compared.passages, compared.frame
    coverage = frame.seen.share(frame.window, tuple(sorted(set(found.sources[found.of(actor)].tolist()))))
    made = drafted(METHOD, frame, unit=unit, actor=actor, target=topic, coverage=coverage)
    return replace(made, baseline=0.0)


def _abstain(actor: str, topic: str, reason: str, compared: Compared, detail: str = "") -> Abstention:
    found = compared.passages
    own = found.of(actor, now=True)
    draft = replace(_draft(actor, topic, "", compared), n=len(set(found.documents[own].tolist())))
    return declined(draft, reason, detail or f"passages={len(own)} coverage={draft.coverage:.2f}")


def _telling(actor: str, topic: str, value: float, compared: Compared) -> tuple[Evidence, ...]:
    """The speaker's passages on the topic that lie farthest to the side of the contrast."""
    found = compared.passages
    rows = [r for r in found.of(actor, now=True) if topic in found.topics[r]]
    told = sorted(rows, key=lambda r: (-np.sign(value) * found.tones[r, 0], found.spans[r]))[:TELLING]
    names = ("document", "start", "stop", "row")
    return evidence([dict(zip(names, found.spans[r], strict=True)) for r in told])


def _because(signal: Signal, q: float) -> Signal:
    told = dict(part.split("=", 1) for part in signal.detail.split())
    low, high = float(told["seeds_low"]), float(told["seeds_high"])
    whom = signal.unit.rpartition("-")[2]
    if q > 0.05:
        word = f"no-difference-from-{whom}-shown"
    elif low < 0 < high:
        word = "depends-on-seeds"
    else:
        word = f"{'harsher' if float(told['raw']) < 0 else 'kinder'}-than-{whom}"
    return replace(signal, q=q, because=word)
