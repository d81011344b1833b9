"""Contradiction: pairs of statements that may contradict each other, as a queue for a person, never as a verdict.

Candidates name the same and were said within four weeks. Rules find opposites, numbers and denials, and tell a denial
of a report apart from the rest; a trained ranker adds what vectors and words say. The value is the probability that a
person would call the pair a contradiction, calibrated on the diary's pairs and on no other text, so at its base rate;
at another rate it is PPV = π·Se/(π·Se + (1 − π)(1 − Sp)) that counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure.contradiction_pairs import candidates
from overtone.measure.contradiction_ranker import Said, features, trained
from overtone.measure.contradiction_rules import OPPOSED, UNRELATED, Opposed, Side, opposed
from overtone.measure.nearness import unpacked
from overtone.measure.shape import Frame, Options, View
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "contradiction@1"
REFERENCE = (
    "de Marneffe, Rafferty and Manning 2008 (types of contradiction); Yang et al. 2020 (the vectors); "
    "Saunders, Gammerman and Vovk 1998 (ridge regression in dual variables)"
)
NULL = "partners shuffled within the queue's candidates: the share of pairs over one half falls to the shuffled rate"
NOT_FOR = (
    "a verdict; irony; hypothetical mood; statements on different times or scopes of one thing; translated denials"
)
RANKER = 0.35  # share of the ranker's log-odds in the queue's
SLOPE, INTERCEPT = 0.9, -2.2  # of the log-odds of the queue, so that its first twenty are as often right as they say
SPREAD = 2.3  # factor on the odds: the width of the interval of twenty verdicts (Wilson)
LEAST = 0.1  # probability under which a pair is not worth a person's time
QUEUE = 50  # pairs of one call
OPEN = frozenset({"denial-of-report", "surface-contradiction", "factual-inconsistency", "indirect-inconsistency"})
AT_ONCE = 4_096  # pairs of which the ranker's features are held
Place = tuple[str, int, int]  # id of a statement, and where a passage of it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One candidate pair, the earlier statement first: what the rules found, the ranker's say, the type, the odds."""

    one: Side
    two: Side
    found: Opposed
    lead: float  # the ranker's log-odds of inconsistent, at the base rate of its training
    kind: str
    probability: float


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Candidate pairs of passages by what both name, with their words and vectors."""
    return candidates(view, window, options)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """The queue: one signal for each two speakers and type, the likeliest pair first in its evidence."""
    ranked = queue(tally.to_pylist())
    if not ranked:
        yield _abstention(frame, tally.num_rows)
        return
    told: dict[tuple[str, str, str], list[Ranked]] = {}
    for pair in ranked:
        told.setdefault((pair.two.actor, pair.one.actor, pair.kind), []).append(pair)
    for pairs in told.values():
        yield _signal(pairs, frame, tally.num_rows)


def queue(rows: Sequence[Mapping[str, Any]], *, most: int = QUEUE) -> list[Ranked]:
    """The pairs worth a person's time, likeliest first; of many between two speakers on two days the likeliest."""
    kept: dict[tuple[frozenset[str], date, date], Ranked] = {}
    for pair in weighed(rows):
        if pair.kind in OPEN and pair.probability >= LEAST:
            speakers = frozenset((pair.one.actor, pair.two.actor))
            kept.setdefault((speakers, pair.one.said_on, pair.two.said_on), pair)
    return list(kept.values())[:most]


def weighed(rows: Sequence[Mapping[str, Any]]) -> list[Ranked]:
    """Every candidate with its probability, likeliest first."""
    known: dict[Place, Side] = {}
    sides = [_sides(row, known) for row in rows]
    found = [opposed(one, two) for one, two in sides]
    near = [n for n, one in enumerate(found) if one.cosine >= UNRELATED and not one.repeated]
    leads = np.full(len(rows), -5.0)
    for at in range(0, len(near), AT_ONCE):
        part = near[at : at + AT_ONCE]
        leads[part] = trained().leads(features([(_said(sides[n][0]), _said(sides[n][1])) for n in part]))
    ranked = [_ranked(*sides[n], found[n], float(leads[n])) for n in range(len(rows))]
    return sorted(ranked, key=lambda r: (-r.probability, r.one.row, r.one.start, r.two.row, r.two.start))


def _ranked(one: Side, two: Side, found: Opposed, lead: float) -> Ranked:
    odds = found.weight() + RANKER * lead
    if found.repeated or found.cosine < UNRELATED:
        odds = min(odds, -OPPOSED)
    probability = 1 / (1 + float(np.exp(-(SLOPE * odds + INTERCEPT))))
    return Ranked(one=one, two=two, found=found, lead=lead, kind=found.kind(lead), probability=probability)


def _sides(row: Mapping[str, Any], known: dict[Place, Side]) -> tuple[Side, Side]:
    """Both passages of a candidate, the earlier first; on one day the one with the lower id.

    A passage stands in many pairs: `known` keeps those that were made.
    """
    for side in ("one", "two"):
        place = (row[f"{side}_row"], row[f"{side}_start"], row[f"{side}_stop"])
        if place not in known:
            known[place] = _side(row, side)
    pair = [known[row[f"{side}_row"], row[f"{side}_start"], row[f"{side}_stop"]] for side in ("one", "two")]
    one, two = sorted(pair, key=lambda s: (s.said_on, s.row, s.start))
    return one, two


def _side(row: Mapping[str, Any], side: str) -> Side:
    start, stop = row[f"{side}_start"], row[f"{side}_stop"]
    words = str(row[f"{side}_lemmas"] or "").split()
    whole = max(1, row[f"{side}_of_stop"] - row[f"{side}_of_start"])
    # A wording has no places of its words: those of a passage are taken by its place in the statement.
    first = int(len(words) * (start - row[f"{side}_of_start"]) / whole)
    last = -(-len(words) * (stop - row[f"{side}_of_start"]) // whole)
    return Side(
        row=row[f"{side}_row"],
        document=row[f"{side}_document"],
        start=start,
        stop=stop,
        actor=row[f"{side}_actor"],
        said_on=row[f"{side}_said_on"],
        lang=row[f"{side}_lang"],
        stance=row[f"{side}_stance"],
        words=tuple(words[max(0, first) : last]),
        vector=unpacked([row[f"{side}_vector"]])[0],
        figures=frozenset(row[f"{side}_figures"] or ()),
        negated=row[f"{side}_negated"] or 0,
        referents=frozenset(row[f"{side}_referents"] or ()),
    )


def _said(side: Side) -> Said:
    return Said(words=side.words, lang=side.lang, vector=side.vector)


def _signal(pairs: Sequence[Ranked], frame: Frame, many: int) -> Signal:
    """The likeliest pair of two speakers and a type; its interval is that of the calibration, stated as a factor."""
    best = pairs[0]
    odds = best.probability / (1 - best.probability)
    low, high = odds / SPREAD, odds * SPREAD
    return Signal(
        measure="contradiction",
        method=METHOD,
        window=frame.window.label,
        actor=best.two.actor,
        target=best.one.actor,
        venue=frame.options.event,
        unit=f"probability-{best.kind}",
        value=best.probability,
        low=low / (1 + low),
        high=high / (1 + high),
        level=frame.options.level,
        baseline=None,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        coverage=frame.seen.share(frame.window),
        n=len(pairs),
        because=best.kind,
        evidence=tuple(_evidence(side) for pair in pairs for side in (pair.one, pair.two)),
        detail=(
            f"candidates={many} cosine={best.found.cosine:.2f} opposites={best.found.axes} "
            f"denial={int(best.found.denial)} numbers={int(best.found.figures)} refuted={int(best.found.refuted)} "
            f"ranker={best.lead:.2f} days={best.found.days}"
        ),
    )


def _evidence(side: Side) -> Evidence:
    return Evidence(document=side.document, start=side.start, stop=side.stop, row=side.row)


def _abstention(frame: Frame, many: int) -> Abstention:
    coverage = frame.seen.share(frame.window)
    reason = "too-few-occasions" if many else "source-not-seen" if frame.blind() else "no-data"
    return Abstention(
        measure="contradiction",
        method=METHOD,
        window=frame.window.label,
        actor=frame.options.actors[0] if len(frame.options.actors) == 1 else "",
        target="",
        venue=frame.options.event,
        reason=reason,
        detail=f"candidates={many} over={LEAST}",
        coverage=coverage,
        n=many,
    )
