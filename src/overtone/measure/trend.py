"""Trend: is a topic raised more than usual, less, as much, or can nobody say?

The share of a speaker's statements that raise a topic, this window against the trailing weeks, by the posterior of
their odds ratio and a region of equivalence that was fixed beforehand (`verdict.py`): risen or fallen if it lies beyond
with probability ≥ .9, unchanged only if it lies inside with probability ≥ .8, else not enough evidence. A verdict that
held in the week before holds at .8. Where the level changed earlier is told beside it, as a second view. Not for
causes, nor for whether more words are better: that is a theme's verdict (`themes.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import pyarrow as pa

from overtone.measure import salience
from overtone.measure.changepoints import changes
from overtone.measure.pool import Row, listed, number
from overtone.measure.shape import Frame, Options, View, declined, drafted, evidence, monday
from overtone.measure.usual import usual_level
from overtone.measure.verdict import VerdictOptions, verdict
from overtone.records import Abstention, Signal, Verdict, Window

METHOD = "trend@1"
REFERENCE = "Kruschke 2018 (region of practical equivalence); Jackson et al. 2005 (optimal partitioning)"
NULL = "weeks drawn from the usual level, and weeks in random order: called risen or fallen in under one in ten"
NOT_FOR = "causes; topics picked after reading; speakers of a few statements a week"
WORDS = {"worsened": "risen", "improved": "fallen", "unchanged": "unchanged", "cannot-say": "not-enough-evidence"}
RARE = "within-one-in-twenty"  # unchanged by the margin of shares, and not by the ratio
NO_GROUND = ("source-not-seen", "selected-source", "no-data", "too-few-statements", "no-usual-level")


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Statements per source, actor, document and topic; topic "" is all of them. Counts only."""
    return salience.tally(view, window, options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Counts of one topic in a window and in the weeks before it, in the shape that a verdict asks for."""

    statements: int
    pressing: int
    past: tuple[tuple[float, float], ...]  # (raising, all) of each week seen, oldest first
    coverage: float
    selected: bool

    @property
    def usual(self) -> float | None:
        """The usual share; None with under four weeks."""
        level = usual_level(self.past)
        return level.share if level else None

    @property
    def rho(self) -> float:
        """Overdispersion between weeks."""
        level = usual_level(self.past)
        return level.rho if level else 0.0

    @property
    def weight(self) -> float:
        """Size of the sample the usual share is worth."""
        level = usual_level(self.past)
        return level.weight if level else 0.0

    def before(self) -> "Stretch | None":
        """The same of the last week seen before, against the weeks before that one; None where there is none."""
        if not self.past:
            return None
        raising, whole = self.past[-1]
        return replace(self, statements=int(whole), pressing=int(raising), past=self.past[:-1], coverage=1.0)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Each topic's odds ratio to its usual share, with one of four words; an abstention where there is no ground."""
    rows: list[Row] = tally.to_pylist()
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    for actor in sorted(set(frame.options.actors)) or [""]:
        own = [r for r in rows if actor in ("", r["actor"])]
        fair = [r for r in own if r["source"] not in chosen] or own
        topics = sorted(set(frame.options.targets) or {str(r["target"]) for r in fair} - {""})
        if not topics:
            yield _abstention(_draft(actor, "", fair, frame), "no-data")
        for topic in topics:
            yield _judged(_draft(actor, topic, fair, frame), _stretch(fair, topic, frame, own is fair), fair, frame)


def _stretch(rows: Sequence[Row], topic: str, frame: Frame, picked: bool) -> Stretch:
    now = [r for r in rows if r["now"]]
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    return Stretch(
        statements=sum(number(r, "statements") for r in now if r["target"] == ""),
        pressing=sum(number(r, "statements") for r in now if r["target"] == topic),
        past=tuple(weekly(rows, topic, frame).values()),
        coverage=frame.seen.share(frame.window, sorted({str(r["source"]) for r in rows})),
        selected=picked and bool(rows) and {str(r["source"]) for r in rows} <= chosen,
    )


def weekly(rows: Sequence[Row], topic: str, frame: Frame) -> Mapping[date, tuple[float, float]]:
    """(statements that raise the topic, all statements) of each trailing week in which the source was seen."""
    alive = frame.seen.alive()
    found: dict[date, list[float]] = {}
    for r in rows:
        week = monday(r["said_on"])
        if not r["now"] and r["target"] in ("", topic) and (str(r["source"]), week) in alive:
            found.setdefault(week, [0.0, 0.0])[0 if r["target"] == topic else 1] += number(r, "statements")
    return {week: (raising, whole) for week, (raising, whole) in sorted(found.items()) if whole}


def four_words(stretch: Stretch, options: VerdictOptions | None = None) -> Verdict:
    """The verdict on a stretch, with that of the week before it as hysteresis."""
    before = stretch.before()
    return verdict(stretch, options, previous=verdict(before, options).verdict if before else "")


def _judged(draft: Signal, stretch: Stretch, rows: Sequence[Row], frame: Frame) -> Signal | Abstention:
    found = four_words(stretch)
    if found.value is None or found.low is None or found.high is None or found.worsening is None:
        return _abstention(draft, found.reason or "no-baseline")
    if found.reason in NO_GROUND:
        return _abstention(draft, found.reason)
    spans = [s for r in rows if r["now"] and r["target"] in (draft.target, "") for s in listed(r, "spans")]
    own = [s for r in rows if r["now"] and r["target"] == draft.target for s in listed(r, "spans")]
    return replace(
        draft,
        value=found.value,
        low=found.low,
        high=found.high,
        baseline=1.0,
        baseline_low=1 / (1 + VerdictOptions().delta),
        baseline_high=1 + VerdictOptions().delta,
        because=_word(found, stretch),
        detail=_detail(found, rows, draft.target, frame),
        evidence=evidence(own or spans),
    )


def _word(found: Verdict, stretch: Stretch) -> str:
    """The verdict in a word; a rare topic, the same by its share alone, is not said to stand where it stood."""
    by_ratio = four_words(stretch, VerdictOptions(margin=0.0)) if found.verdict == "unchanged" else found
    return WORDS[found.verdict] if by_ratio.verdict == found.verdict else RARE


def _detail(found: Verdict, rows: Sequence[Row], topic: str, frame: Frame) -> str:
    weeks = weekly(rows, topic, frame)
    shares = [raising / whole for raising, whole in weeks.values()]
    days = list(weeks)
    moved = ",".join(f"{days[at].isocalendar().year}-W{days[at].isocalendar().week:02d}" for at in changes(shares))
    chances = f"P_risen={found.worsening or 0:.3f} P_same={found.same or 0:.3f} P_fallen={found.improving or 0:.3f}"
    return f"{chances} share={found.share or 0:.3f} usual={found.usual or 0:.3f} level_changed={moved or '-'}"


def _draft(actor: str, topic: str, rows: Sequence[Row], frame: Frame) -> Signal:
    coverage = frame.seen.share(frame.window, sorted({str(r["source"]) for r in rows}))
    return replace(
        drafted(METHOD, frame, unit="odds-ratio", actor=actor, target=topic, coverage=coverage),
        value=1.0,
        level=0.9,
        n=sum(number(r, "statements") for r in rows if r["now"] and r["target"] == ""),
    )


def _abstention(draft: Signal, reason: str) -> Abstention:
    known = {"no-usual-level": "no-baseline", "too-few-statements": "too-few-occasions"}
    return declined(draft, known.get(reason, reason))
