"""Drawing where states stand: sitting after sitting, each state held to where it stood before and after.

Prior of a path: a random walk, two-sided. All positions together have variance 1, which identifies the scale. It is
held by a force on positions alone (a Lagrange multiplier), found while the chain warms up: what it holds fixed is the
spread within sittings, each vote weighing the same, for that is what standardising every sweep of the published
sampler does. Rescaling positions and questions together gives other answers: the priors on questions then decide.
The middle of a sitting is taken as it stood before its states are drawn.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.ideals.cells import Cells, by_state, evaluate
from overtone.measure.ideals.questions import cuts
from overtone.measure.ideals.sittings import Layout, Sitting, Walk
from overtone.measure.ideals.tables import F, Single

Array = npt.NDArray[np.float64]
GAIN = 15.0  # how fast the force answers to a spread that is not one


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """What holds the spread of all positions: a pull towards the sitting's middle, stronger where votes tell more."""

    weight: Array  # of each point: Σβ² over the questions it voted on, over its mean
    strength: float = 1.0

    def after(self, laid: Layout, theta: Single, questions: Single) -> "Force":
        """The force after a sweep that left positions with this spread, and questions that divide so."""
        strength = max(0.0, self.strength + GAIN * (float(theta.std()) - 1))
        return Force(weight=told(laid, questions), strength=strength)


def told(laid: Layout, questions: Single) -> Array:
    """Σβ² over the questions that each state voted on in a sitting, over its mean."""
    found = np.zeros(len(laid.state))
    for sitting in laid.sittings:
        square = questions[2, sitting.question].astype(np.float64) ** 2
        voted = sitting.off == 0
        voted[sitting.abstained.row, sitting.abstained.column] = True
        found[sitting.points] = voted @ square
    return found / max(float(found.mean()), 1e-9)


def climb(laid: Layout, theta: Single, questions: Single, force: Force) -> None:
    """One Newton step for every position, in place."""
    for sitting in laid.sittings:
        _, _, beta = _asked(sitting, questions)
        cells = evaluate(sitting, theta[sitting.points], *_asked(sitting, questions))
        _, slope, curve = by_state(sitting, cells, beta).astype(np.float64)
        towards, pull = _held(laid.walk, sitting, theta, force)
        here = theta[sitting.points]
        theta[sitting.points] = here + (slope + towards - pull * here) / (curve + pull)


def draw(
    laid: Layout, cells: list[Cells], theta: Single, questions: Single, force: Force, chance: np.random.Generator
) -> float:
    """Draw every position anew, in place, with the cells that belong to it; the share accepted."""
    taken = 0
    for sitting, one in zip(laid.sittings, cells, strict=True):
        asked = _asked(sitting, questions)
        towards, pull = _held(laid.walk, sitting, theta, force)
        here = theta[sitting.points]
        log, slope, curve = by_state(sitting, one, asked[2]).astype(np.float64)
        firm = curve + pull
        top = here + (slope + towards - pull * here) / firm
        there = (top + chance.standard_normal(len(here)) / np.sqrt(firm)).astype(F)
        other = evaluate(sitting, there, *asked)
        log_then, slope_then, curve_then = by_state(sitting, other, asked[2]).astype(np.float64)
        firm_then = curve_then + pull
        top_then = there + (slope_then + towards - pull * there) / firm_then
        odds = log_then - log - pull * (there**2 - here**2) / 2 + towards * (there - here)
        odds += (np.log(firm_then / firm) - firm_then * (here - top_then) ** 2 + firm * (there - top) ** 2) / 2
        yes = np.log(chance.random(len(here))) < odds
        theta[sitting.points] = np.where(yes, there, here)
        one.take(other, sitting, yes, None)
        taken += int(yes.sum())
    return taken / len(theta)


def _asked(sitting: Sitting, questions: Single) -> tuple[Single, Single, Single]:
    return cuts(questions[:, sitting.question])


def _held(walk: Walk, sitting: Sitting, theta: Single, force: Force) -> tuple[Array, Array]:
    """Where neighbours in time and the force pull each state of a sitting (times strength), and how strongly."""
    own = sitting.points
    before, after = walk.before[own], walk.after[own]
    pulls = walk.pull_before[own], walk.pull_after[own]
    towards = pulls[0] * np.where(before >= 0, theta[before], 0) + pulls[1] * np.where(after >= 0, theta[after], 0)
    held = force.strength * force.weight[own]
    middle = float(held @ theta[own]) / max(float(held.sum()), 1e-9)
    return towards + held * middle, pulls[0] + pulls[1] + held
