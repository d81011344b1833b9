"""Drawing the questions' parameters: a Newton step from where they are, then a draw around it, accepted by its odds.

Coordinates are the low cutpoint, the logarithm of the gap and β: in them all three priors and nearly all likelihoods
are close to normal, also where nobody abstained or nobody said no. Priors: cutpoints N(0, 20²), β N(0, 1).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.ideals.cells import SUMS, Cells, by_question, evaluate
from overtone.measure.ideals.sittings import Flags, Layout
from overtone.measure.ideals.tables import F, Single

Array = npt.NDArray[np.float64]
CUTS = 1 / 400.0  # precision of a cutpoint's prior: next to flat, for a tighter one would pull whole sittings
HEAVY = 6.0  # degrees of freedom of the proposal
WIDEST = np.array([4.0, 1.5, 4.0])  # the longest Newton step
GAPS = (-5.0, 3.0)  # logarithms of the narrowest and the widest gap
FAR_CUT, FAR_BETA = 12.0, 12.0  # where the arithmetic ends
NEARBY = 0.6  # scale of a proposal around the present place, in place of the Newton step
FIRM = 0.3  # the least curvature of the gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """What the posterior looks like from one place: its logarithm there, the top of the parabola, and its root."""

    log: Array  # questions
    top: Array  # questions × 3
    root: Array  # questions × 3 × 3: lower Cholesky factor of the curvature


def cuts(questions: Single) -> tuple[Single, Single, Single]:
    """Low and high cutpoints and β."""
    return questions[0], questions[0] + np.exp(questions[1]), questions[2]


def evaluated(laid: Layout, theta: Single, questions: Single) -> list[Cells]:
    """The cells of every sitting."""
    low, high, beta = cuts(questions)
    return [evaluate(s, theta[s.points], low[s.question], high[s.question], beta[s.question]) for s in laid.sittings]


def peak(laid: Layout, cells: list[Cells], theta: Single, questions: Single) -> Peak:
    """The posterior of each question's parameters seen from `questions`."""
    sums = np.zeros((SUMS + 1, len(laid.questions)))
    for sitting, one in zip(laid.sittings, cells, strict=True):
        for row, told in zip(sums, by_question(sitting, one, theta[sitting.points]), strict=True):
            np.add.at(row, sitting.question, told)
    low, gap, beta = questions.astype(np.float64)
    wide = np.exp(gap)
    high = low + wide
    log = sums[0] - beta**2 / 2 - CUTS * (low**2 + high**2) / 2 + gap
    down, up = sums[1] - CUTS * low, sums[2] - CUTS * high
    slope = np.stack([down + up, wide * up + 1, sums[3] - beta], axis=1)
    curve = _curvature(sums, up, wide)
    step = np.linalg.solve(curve, slope[:, :, None])[:, :, 0]
    top = questions.T + np.clip(step, -WIDEST, WIDEST)
    return Peak(log=log, top=top, root=np.asarray(np.linalg.cholesky(curve), dtype=np.float64))


def _curvature(sums: Array, up: Array, wide: Array) -> Array:
    """Minus the second derivatives by low, gap and β; the gap's is raised where the whole would not be positive."""
    curve = np.empty((sums.shape[1], 3, 3))
    high = sums[6] + CUTS
    curve[:, 0, 0], curve[:, 2, 2] = np.maximum(sums[4], 0) + 0.1, sums[8] + 1
    curve[:, 0, 1] = curve[:, 1, 0] = wide * (sums[5] + CUTS)
    most = 0.999 * np.sqrt(curve[:, 0, 0] * curve[:, 2, 2])
    curve[:, 0, 2] = curve[:, 2, 0] = np.clip(sums[7], -most, most)
    curve[:, 1, 2] = curve[:, 2, 1] = wide * sums[9]
    rest = curve[:, ::2, ::2]
    beside = curve[:, 1, ::2]
    taken = np.einsum("qi,qi->q", beside, np.linalg.solve(rest, beside[:, :, None])[:, :, 0])
    curve[:, 1, 1] = np.maximum(wide * wide * high - wide * up, taken + FIRM)
    return curve


def proposed(questions: Single, seen: Peak, nearby: bool, chance: np.random.Generator) -> Single:
    """New parameters around the top, or around the present place, from a heavy-tailed bell."""
    size = questions.shape[1]
    drawn = chance.standard_normal((size, 3)) * np.sqrt(HEAVY / chance.chisquare(HEAVY, size))[:, None]
    away = np.linalg.solve(np.swapaxes(seen.root, 1, 2), drawn[:, :, None])[:, :, 0]
    found = (questions.T + NEARBY * away if nearby else seen.top + away).astype(F).T
    return np.where(_inside(found), found, questions)


def accepted(old: Single, seen: Peak, new: Single, then: Peak, nearby: bool) -> Array:
    """Log odds of taking the new parameters: their posterior, and the way back against the way there."""
    if nearby:
        there, back = _density(new - old, seen, 1 / NEARBY), _density(old - new, then, 1 / NEARBY)
    else:
        there, back = _density(new - seen.top.T, seen), _density(old - then.top.T, then)
    return then.log - seen.log + back - there


def _inside(questions: Single) -> Flags:
    """Whether parameters lie where the arithmetic holds; a question that would leave stays where it is."""
    gap = (questions[1] > GAPS[0]) & (questions[1] < GAPS[1])
    return np.asarray(
        gap
        & (np.abs(questions[0]) < FAR_CUT)
        & (questions[0] + np.exp(questions[1]) < FAR_CUT)
        & (np.abs(questions[2]) < FAR_BETA)
    )


def _density(away: npt.NDArray[np.floating], seen: Peak, sharp: float = 1.0) -> Array:
    """Log density of the heavy-tailed bell, up to a constant."""
    far = sharp * np.einsum("qji,jq->iq", seen.root, away)
    volume = np.log(np.diagonal(seen.root, axis1=1, axis2=2)).sum(axis=1)
    return np.asarray(volume - (HEAVY + 3) / 2 * np.log1p((far**2).sum(axis=0) / HEAVY))


def take(laid: Layout, cells: list[Cells], new: list[Cells], yes: Flags) -> None:
    """Take over the new cells of the questions that were accepted."""
    for sitting, one, other in zip(laid.sittings, cells, new, strict=True):
        one.take(other, sitting, None, yes[sitting.question])
