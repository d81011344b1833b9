"""Ideal points: where each state stands on the one line that best tells its votes, year after year, and what it was
expected to vote.

Ordinal probit over time (yes, abstain, no), one session a year from September, repeated resolutions tied together;
drawn by `ideals`. The line has mean 0 and variance 1 over all states and sessions, and is turned so that the United
States (else the United Kingdom, else France, else the first state) stand on its positive side. Not voting is no vote:
it is told beside, and what a state would have voted is told for it without any surprise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure.ballots import ABSENT, NO, Roll, counted, roll
from overtone.measure.ideals.answers import answered
from overtone.measure.ideals.bridges import questions_of
from overtone.measure.ideals.chain import Draws, Effort, drawn
from overtone.measure.ideals.sittings import Choices, layout
from overtone.measure.shape import Frame, Options, View, false_discovery
from overtone.records import Abstention, Signal, Window

METHOD = "ideal@1"
REFERENCE = (
    "Bailey, Strezhnev and Voeten 2017 (dynamic ordinal probit); Gelfand 1996 (votes predicted without themselves)"
)
NULL = (
    "votes at random on every resolution: positions within their intervals of one another, one vote in twenty surprises"
)
NOT_FOR = (
    "motives; several lines at once (mid-1960s to mid-1980s had two); what absent states would have done, as a fact"
)
ANCHORS = ("us", "gb", "fr")
LEAST_STATES, LEAST_RESOLUTIONS, LEAST_VOTES = 8, 20, 5
EFFORT = Effort()
FIRST_MONTH = 9  # sessions open in September


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Votes, what was drawn from them, and how sessions are numbered."""

    votes: Roll
    draws: Draws
    sessions: tuple[int, ...]  # of each resolution
    anchor: str


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """All votes of the body up to the end of the window: positions of one year lean on the years before."""
    return counted(view, options.body, None, window.stop)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """A position for each state and session of the window, and its votes in it against what was expected."""
    votes = roll(tally.to_pylist())
    fit = fitted(votes, [session(day) for day in votes.days], EFFORT)
    if isinstance(fit, str):
        reason = "too-few-occasions" if votes.resolutions else "no-data"
        yield _abstain("", "", reason, fit, 0, frame)
        return
    asked = [*frame.options.targets, *frame.options.actors, *frame.options.members]
    states = tuple(dict.fromkeys(asked)) or votes.states
    inside = [n for n, day in enumerate(votes.days) if frame.window.start <= day < frame.window.stop]
    for number in sorted({fit.sessions[n] for n in inside}):
        yield from _positions(fit, number, states, frame)
    yield from _surprises(fit, inside, states, frame)
    if not inside:
        yield _abstain("", "", "no-data", f"resolutions_before={len(votes.resolutions)} in_window=0", 0, frame)


def session(day: date) -> int:
    """The number of the General Assembly's session that a day lies in: the first opened in January 1946."""
    return max(1, day.year - 1946 + (day.month >= FIRST_MONTH))


def fitted(votes: Roll, sessions: Sequence[int], effort: Effort) -> Fit | str:
    """Positions drawn from votes; in place of them, figures that say why there are too few."""
    cast = votes.codes <= NO
    state, resolution = np.nonzero(cast)
    kept = Choices(
        sitting=np.asarray(sessions, dtype=np.intp)[resolution],
        state=state,
        resolution=resolution,
        question=questions_of(votes, sessions)[resolution],
        choice=votes.codes[state, resolution].astype(np.intp),
    )
    laid = layout(kept)
    known = f"states={len(set(laid.state.tolist()))} divided_resolutions={sum(len(r) for r in laid.resolutions)}"
    enough = sum(len(r) for r in laid.resolutions) >= LEAST_RESOLUTIONS
    if not enough or len(set(laid.state.tolist())) < LEAST_STATES:
        return f"{known} needed_states={LEAST_STATES} needed_resolutions={LEAST_RESOLUTIONS}"
    draws = drawn(laid, effort)
    present = [votes.states[place] for place in sorted(set(laid.state.tolist()))]
    anchor = next((one for one in ANCHORS if one in present), present[0])
    side = float(draws.mean()[laid.state == votes.states.index(anchor)].mean())
    return Fit(votes=votes, draws=draws if side >= 0 else draws.turned(-1.0), sessions=tuple(sessions), anchor=anchor)


def _positions(fit: Fit, number: int, states: Sequence[str], frame: Frame) -> Iterator[Signal | Abstention]:
    laid, draws = fit.draws.laid, fit.draws
    tails = [(1 - frame.options.level) / 2, (1 + frame.options.level) / 2]
    error = draws.error()
    for name in states:
        place = fit.votes.states.index(name) if name in fit.votes.states else -1
        point = np.flatnonzero((laid.state == place) & (laid.sitting == number))
        cast = int(laid.votes[point[0]]) if len(point) else 0
        told = _presence(fit, place, number)
        if cast < LEAST_VOTES:
            yield _abstain(name, f"session-{number}", "too-few-occasions" if cast else "no-data", told, cast, frame)
            continue
        here = draws.theta[:, point[0]]
        low, high = np.quantile(here, tails)
        before = laid.walk.before[point[0]]
        past = draws.theta[:, before] if before >= 0 else None
        moved = (
            min(1.0, 2 * min(float((here > past).mean()), float((here < past).mean()))) if past is not None else None
        )
        signal = _signal(name, f"session-{number}", "ideal-point", float(here.mean()), frame)
        yield replace(
            signal,
            low=float(low),
            high=float(high),
            baseline=float(past.mean()) if past is not None else None,
            baseline_low=float(np.quantile(past, tails[0])) if past is not None else None,
            baseline_high=float(np.quantile(past, tails[1])) if past is not None else None,
            surprise=max(moved, 1 / len(here)) if moved is not None else None,
            n=cast,
            because=_because(moved),
            evidence=fit.votes.evidence([name], [fit.votes.resolutions[n] for n in _of(fit, number)][-5:]),
            detail=f"{told} anchor={fit.anchor} monte_carlo_error={error[point[0]]:.3f}",
        )


def _because(moved: float | None) -> str:
    if moved is None:
        return "first-session"
    return "moved" if moved <= 0.05 else "not-distinguishable-from-before"


def _of(fit: Fit, number: int) -> list[int]:
    return [n for n, one in enumerate(fit.sessions) if one == number]


def _presence(fit: Fit, place: int, number: int) -> str:
    codes = fit.votes.codes[place, _of(fit, number)] if place >= 0 else np.zeros(0, np.int8)
    return f"cast={int((codes <= NO).sum())} absent={int((codes == ABSENT).sum())} resolutions={len(_of(fit, number))}"


def _surprises(fit: Fit, inside: Sequence[int], states: Sequence[str], frame: Frame) -> Iterator[Signal]:
    """Each vote of the window against what was expected without it; surprises of all states are one family."""
    found = []
    for answer in answered(fit.draws, fit.votes, inside, states):
        unit = "chance-of-this-vote" if answer.surprise is not None else "chance-of-likeliest-vote"
        signal = _signal(answer.state, answer.resolution, unit, answer.chance, frame)
        lines = fit.votes.evidence([answer.state], [answer.resolution])
        found.append(
            replace(
                signal,
                low=answer.low,
                high=answer.high,
                surprise=answer.surprise,
                n=1 if answer.surprise is not None else 0,
                detail=answer.detail,
                evidence=lines,
                because="did-not-vote",
            )
        )
    tested = [one for one in found if one.surprise is not None]
    rates = dict(zip((t.id for t in tested), false_discovery([t.surprise or 0.0 for t in tested]), strict=True))
    for one in found:
        q = rates.get(one.id)
        word = one.because if q is None else "not-expected" if q <= 0.05 else "as-expected"
        yield replace(one, q=q, because=word)


def _signal(actor: str, target: str, unit: str, value: float, frame: Frame) -> Signal:
    return Signal(
        measure="ideal",
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target=target,
        venue="",
        unit=unit,
        value=value,
        low=value,
        high=value,
        level=frame.options.level,
        baseline=None,
        baseline_low=None,
        baseline_high=None,
        surprise=None,
        coverage=frame.seen.share(frame.window),
        n=0,
        because="",
        evidence=(),
    )


def _abstain(actor: str, target: str, reason: str, detail: str, n: int, frame: Frame) -> Abstention:
    return Abstention(
        measure="ideal",
        method=METHOD,
        window=frame.window.label,
        actor=actor,
        target=target,
        venue="",
        reason=reason,
        detail=detail,
        coverage=frame.seen.share(frame.window),
        n=n,
    )
