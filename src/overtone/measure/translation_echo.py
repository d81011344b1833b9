"""Echo across languages: whose earlier words somebody says again, in another language or in other words.

A channel of its own, never pooled with verbatim echo: it rests on vectors, on how far a pair stands above its rivals,
and on rules for numbers, names and denials. A statement counts once for each actor whose passage of the seven days
before it says again; what was said on the same day has no direction and is only told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import median

import ibis
import pyarrow as pa
from scipy.special import betaincinv

from overtone.measure.nearness import MODEL
from overtone.measure.occasions import occasions
from overtone.measure.retellings import UNITS, Passage, Retelling, retellings, sides_of
from overtone.measure.shape import Frame, Options, View, evidence, false_discovery
from overtone.measure.strata import Draw, Strata
from overtone.records import Abstention, Signal, Window

METHOD = "translation-echo@1"
REFERENCE = "Artetxe and Schwenk, ACL 2019 (margin); Yang and others, ACL 2020 (encoder)"
NULL = "actors permuted among the statements of one day and language, in closed form"
NOT_FOR = "verbatim reuse; who heard whom; words that two actors take from a third; the same day"
USUAL_WEEKS = 4  # weeks before the window that make the usual level
PAST_MOST = 4000  # statements of those weeks that are asked: more would only take time
SHOWN = 5  # pairs in evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What all statements give: who made them, the pairs found, and what chance gives."""

    now: Mapping[str, Passage]  # statements of the window with passages, by id
    past: Mapping[str, Passage]  # statements of the weeks before that were asked too
    found: Mapping[str, tuple[Retelling, ...]]  # by unit
    made: Mapping[str, int]  # statements of the window by speaker
    before: Mapping[str, int]  # statements of the weeks before that were asked too, by speaker
    strata: Strata
    draws: Mapping[str, tuple[Draw, ...]]  # by unit: who could have made each statement that says something again


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The passages of the window, of the weeks that make the usual level and of the week before those.

    One row a passage, with its statement's actor, day and mentions; a statement without passages has one row without.
    """
    said = occasions(view, window, replace(options, baseline_weeks=USUAL_WEEKS + 1))
    held = view.table("meanings")
    held = held.filter(held.model == MODEL)
    held = held.select(
        of_document=held.document,
        of_start=held.of_start,
        of_stop=held.of_stop,
        first=held.start,
        last=held.stop,
        vector=held.vector,
        figures=held.figures,
        names=held.names,
        negated=held.negated,
    )
    joined = said.left_join(
        held, (said.document == held.of_document) & (said.start == held.of_start) & (said.stop == held.of_stop)
    )
    return joined.select(
        "actor", "said_on", "lang", "source", "document", "now", "vector", "figures", "names", "negated", "mentions",
        row=joined.id, start=joined["first"], stop=joined["last"],
    )  # fmt: skip


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """For each speaker, how many statements say again what others said before; and whose."""
    told = _told(tally, frame)
    sources = _sources(tally)
    silent = _unread(tally)
    found: list[Signal] = []
    speaking = {p.actor for p in told.now.values()} | silent
    for actor in sorted(frame.options.actors or speaking or {""}):
        signals = _of_actor(actor, told, frame, sources.get(actor, ()))
        if isinstance(signals, str):
            yield _declined(actor, "no-embeddings" if actor in silent else signals, frame, sources.get(actor, ()))
        else:
            found += signals
    yield from _ranked(found)


def _told(tally: pa.Table, frame: Frame) -> Told:
    sides = sides_of(tally)
    start = frame.window.start
    by_row = {p.row: p for side in sides.values() for p in side.passages}
    now = {row: p for row, p in by_row.items() if p.day >= start}
    usual = start - timedelta(weeks=USUAL_WEEKS)
    earlier = sorted(row for row, p in by_row.items() if usual <= p.day < start)  # ids are hashes: a lot already drawn
    past = {row: by_row[row] for row in earlier[:PAST_MOST]}
    pairs = tuple(retellings(sides, frozenset({*now, *past})))
    found = {unit: tuple(p for p in pairs if p.unit == unit) for unit in UNITS}
    strata = Strata.of((p.day, p.content.lang, p.actor) for p in by_row.values())
    counted = {unit: [r for r in found[unit] if r.said.row in now and _counts(r)] for unit in UNITS}
    draws = {unit: strata.drawn(counted[unit]) for unit in UNITS}
    made, before = (Counter(p.actor for p in rows.values()) for rows in (now, past))
    return Told(now=now, past=past, found=found, made=made, before=before, strata=strata, draws=draws)


def _of_actor(actor: str, told: Told, frame: Frame, sources: Sequence[str]) -> list[Signal] | str:
    """The signals of one speaker, or why there are none."""
    own = told.made.get(actor, 0)
    if frame.blind(sources):
        return "source-not-seen"
    if not own:
        return "no-data"
    if own < frame.options.min_occasions or own == len(told.now):
        return "too-few-occasions"
    signals: list[Signal] = []
    for unit in UNITS:
        echoes = (r for r in told.found[unit] if r.said.actor == actor and r.said.row in told.now)
        whom = sorted({r.earlier.actor for r in echoes if _counts(r)})
        asked = [w for w in whom if not frame.options.targets or w in frame.options.targets]
        signals += [_signal(actor, target, unit, (told, frame, sources)) for target in ("", *asked)]
    return signals


def _counts(pair: Retelling) -> bool:
    return not pair.refused and not pair.same_day


def _signal(actor: str, target: str, unit: str, of: tuple[Told, Frame, Sequence[str]]) -> Signal:
    told, frame, sources = of
    near = [r for r in told.found[unit] if r.said.actor == actor and target in ("", r.earlier.actor)]
    echoes = [r for r in near if _counts(r)]
    now, past = ({r.said.row for r in echoes if r.said.row in rows} for rows in (told.now, told.past))
    made, before = told.made.get(actor, 0), told.before.get(actor, 0)
    expected, surprise = told.strata.chance(told.draws[unit], actor, target, len(now))
    level = frame.options.level
    low, high = _share(len(now), made, level)
    usual_low, usual_high = _share(len(past), before, level)
    best = _best([r for r in echoes if r.said.row in now])
    return Signal(
        measure=METHOD.partition("@")[0],
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target=target,
        venue="",
        unit=unit,
        value=float(len(now)),
        low=low * made,
        high=high * made,
        level=level,
        baseline=len(past) / before * made if before else None,
        baseline_low=usual_low * made if before else None,
        baseline_high=usual_high * made if before else None,
        surprise=surprise,
        coverage=frame.seen.share(frame.window, sources),
        n=made,
        because="",
        evidence=evidence([_span(p) for r in best[:SHOWN] for p in (r.said, r.earlier)]),
        detail=_detail(best, near, told, (expected, before)),
    )


def _best(echoes: Sequence[Retelling]) -> list[Retelling]:
    """One pair a statement, that with the highest score; the surest statement first."""
    ranked = sorted(echoes, key=lambda r: (-r.score, r.said.row, r.said.start, r.earlier.row, r.earlier.start))
    return list({r.said.row: r for r in reversed(ranked)}.values())[::-1]


def _detail(best: Sequence[Retelling], near: Sequence[Retelling], told: Told, usual: tuple[float, int]) -> str:
    """The figures behind a count, and the statements that came as near but were not counted, by why."""
    figures = [f"expected={usual[0]:.2f}", f"past_statements={usual[1]}"]
    if best:
        figures += [
            f"cosine={median(r.cosine for r in best):.2f}",
            f"margin={median(r.margin for r in best):.2f}",
            f"score={median(r.score for r in best):.1f}",
            f"days={median((r.said.day - r.earlier.day).days for r in best):.0f}",
        ]
    here = [r for r in near if r.said.row in told.now]
    apart = {name: {r.said.row for r in here if r.refused == name} for name in sorted({r.refused for r in here} - {""})}
    figures += [f"refused_{name}={len(rows)}" for name, rows in apart.items()]
    same = {r.said.row for r in here if r.same_day and not r.refused}
    return " ".join([*figures, *([f"same_day={len(same)}"] if same else [])])


def _share(count: int, made: int, level: float) -> tuple[float, float]:
    """Jeffreys' interval of a share; nothing is known of none."""
    if made == 0:
        return 0.0, 1.0
    tail = (1 - level) / 2
    low = float(betaincinv(count + 0.5, made - count + 0.5, tail)) if count else 0.0
    high = float(betaincinv(count + 0.5, made - count + 0.5, 1 - tail)) if count < made else 1.0
    return low, high


def _span(passage: Passage) -> dict[str, object]:
    return {"document": passage.document, "start": passage.start, "stop": passage.stop, "row": passage.row}


def _ranked(found: Sequence[Signal]) -> Iterator[Signal]:
    """Signals with their false-discovery rate: speakers against all others are one family, pairs another."""
    for whole in (True, False):
        family = [s for s in found if (s.target == "") == whole]
        rates = false_discovery([1.0 if s.surprise is None else s.surprise for s in family])
        for signal, q in zip(family, rates, strict=True):
            because = "above-chance" if q <= 0.05 else "within-chance"
            yield replace(signal, q=q, because=because if signal.value else "none-found")


def _sources(tally: pa.Table) -> dict[str, tuple[str, ...]]:
    """The sources that carry each speaker's statements."""
    found: dict[str, set[str]] = {}
    for actor, source in zip(tally["actor"].to_pylist(), tally["source"].to_pylist(), strict=True):
        found.setdefault(actor, set()).add(source)
    return {actor: tuple(sorted(names)) for actor, names in found.items()}


def _unread(tally: pa.Table) -> frozenset[str]:
    """Speakers of the window none of whose statements there has a vector."""
    current = tally.filter(tally["now"])
    whole = set(current["actor"].to_pylist())
    return frozenset(whole - set(current.filter(current["vector"].is_valid())["actor"].to_pylist()))


def _declined(actor: str, reason: str, frame: Frame, sources: Sequence[str]) -> Abstention:
    return Abstention(
        measure=METHOD.partition("@")[0],
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target="",
        venue="",
        reason=reason,
        detail="",
        coverage=frame.seen.share(frame.window, sources),
        n=0,
    )
