"""The whole drawing: climb to the joint peak, warm up, then keep every sweep.

Reference: Bailey, Strezhnev and Voeten 2017 (the model); Gamerman 1997 (Metropolis steps from a Newton step). A few
hundred sweeps do the work of thousands of data augmentation: neighbouring sweeps hardly resemble each other.
Same votes, same seed, same machine: same draws. On another machine sums may differ in their last digit, and draws
then part; their means differ by no more than `error` says.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.ideals import drift, points, questions
from overtone.measure.ideals.points import Force
from overtone.measure.ideals.sittings import Layout
from overtone.measure.ideals.start import start
from overtone.measure.ideals.tables import F, Single

Array = npt.NDArray[np.float64]
SEED = 20220407


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to draw."""

    climb: int = 12
    warm: int = 30
    keep: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """What was drawn: sweeps × points, and sweeps × 3 × questions (low cutpoint, log gap, β)."""

    laid: Layout
    theta: Single
    questions: Single
    accepted: tuple[float, ...]  # share of the proposals taken: questions, positions, whole sittings
    force: float

    def mean(self) -> Array:
        """Posterior mean of each position."""
        return np.asarray(self.theta.mean(axis=0, dtype=np.float64))

    def spread(self) -> Array:
        """Posterior standard deviation of each position."""
        return np.asarray(self.theta.std(axis=0, dtype=np.float64))

    def error(self) -> Array:
        """Monte Carlo standard error of each mean, from means of ten batches; nought for fewer than twenty sweeps."""
        size = len(self.theta) // 10
        if size < 2:
            return np.zeros(self.theta.shape[1])
        batches = self.theta[: 10 * size].reshape(10, size, -1).mean(axis=1, dtype=np.float64)
        return np.asarray(batches.std(axis=0, ddof=1) / np.sqrt(10))

    def turned(self, sign: float) -> "Draws":
        """The same with the axis the other way round."""
        flip = np.array([1, 1, sign], F)[None, :, None]
        return Draws(
            laid=self.laid,
            theta=self.theta * F(sign),
            questions=self.questions * flip,
            accepted=self.accepted,
            force=self.force,
        )


def drawn(laid: Layout, effort: Effort, seed: int = SEED) -> Draws:
    """Positions and questions drawn from their posterior."""
    chance = np.random.default_rng(seed)
    place = start(laid)
    theta, asked, force = place.theta, place.questions, Force(weight=points.told(laid, place.questions))
    for _ in range(effort.climb):
        cells = questions.evaluated(laid, theta, asked)
        asked = questions.peak(laid, cells, theta, asked).top.T.astype(F)
        np.clip(asked[1], *questions.GAPS, out=asked[1])
        points.climb(laid, theta, asked, force)
        theta = _standard(theta)
    kept_theta = np.empty((effort.keep, len(theta)), F)
    kept_asked = np.empty((effort.keep, *asked.shape), F)
    taken = np.zeros((effort.keep, 3))
    cells, free = questions.evaluated(laid, theta, asked), drift.movable(laid)
    for sweep in range(effort.warm + effort.keep):
        seen = questions.peak(laid, cells, theta, asked)
        nearby = sweep % 2 == 1
        new = questions.proposed(asked, seen, nearby, chance)
        cells_new = questions.evaluated(laid, theta, new)
        odds = questions.accepted(asked, seen, new, questions.peak(laid, cells_new, theta, new), nearby)
        yes = np.log(chance.random(len(odds))) < odds
        asked = np.where(yes, new, asked)
        questions.take(laid, cells, cells_new, yes)
        moved = points.draw(laid, cells, theta, asked, force, chance)
        theta, asked, whole = drift.move(free, cells, theta, asked, force, chance)
        if sweep < effort.warm:
            force, theta = force.after(laid, theta, asked), _standard(theta)
            cells = questions.evaluated(laid, theta, asked)
        else:
            kept_theta[sweep - effort.warm], kept_asked[sweep - effort.warm] = _rescaled(theta, asked)
            taken[sweep - effort.warm] = yes.mean(), moved, whole
    rates = tuple(float(share) for share in taken.mean(axis=0))
    return Draws(laid=laid, theta=kept_theta, questions=kept_asked, accepted=rates, force=force.strength)


def _standard(theta: Single) -> Single:
    return np.asarray((theta - theta.mean()) / max(float(theta.std()), 1e-6), dtype=F)


def _rescaled(theta: Single, asked: Single) -> tuple[Single, Single]:
    """Positions with mean 0 and variance 1, and questions so that every vote stays as likely as it was."""
    mean, spread = F(theta.mean()), F(max(float(theta.std()), 1e-6))
    return _standard(theta), np.stack([asked[0] - asked[2] * mean, asked[1], asked[2] * spread]).astype(F)
