"""What a state was expected to vote on a resolution, and how surprising its vote was.

The chance of each choice is its mean over the draws. For a vote that was cast the draws are weighted by one over the
chance they gave it, which takes the vote itself out of what it is held against (Gelfand 1996); weights are cut at the
square root of their number times their mean (Ionides 2008). The surprise is the chance of a choice no likelier than
the one made. Not for a resolution on which all voted alike: it is not in the draws.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from overtone.measure.ballots import ABSENT, NO, Roll
from overtone.measure.ideals.chain import Draws
from overtone.measure.ideals.questions import cuts

Array = npt.NDArray[np.float64]
NAMES = ("yes", "abstain", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One state's vote on one resolution against what was expected."""

    state: str
    resolution: str
    chance: float  # of the vote cast; of the likeliest where none was
    low: float
    high: float  # nine draws in ten lie between
    surprise: float | None  # None where no vote was cast
    detail: str


def answered(draws: Draws, votes: Roll, resolutions: Sequence[int], states: Sequence[str]) -> Iterator[Answer]:
    """Answers of these states on these resolutions (by their places in the roll), where both are in the draws."""
    laid = draws.laid
    column = {int(r): (s, n) for s, known in enumerate(laid.resolutions) for n, r in enumerate(known)}
    row = {(int(t), int(s)): point for point, (t, s) in enumerate(zip(laid.state, laid.sitting, strict=True))}
    for resolution in resolutions:
        if resolution not in column:
            continue
        sitting, n = column[resolution]
        question = laid.sittings[sitting].question[n]
        number = int(laid.sitting[laid.sittings[sitting].points.start])
        for state in states:
            place = votes.states.index(state) if state in votes.states else -1
            if (place, number) in row:
                chances = _chances(draws, row[place, number], question)
                yield _answer(chances, int(votes.codes[place, resolution]), state, votes.resolutions[resolution])


def _chances(draws: Draws, point: int, question: int) -> Array:
    """Yes, abstain and no by draw: 3 × sweeps."""
    low, high, beta = (part.astype(np.float64) for part in cuts(draws.questions[:, :, question].T))
    mean = beta * draws.theta[:, point]
    yes, no = ndtr(low - mean), ndtr(mean - high)
    chances: Array = np.maximum(np.stack([yes, 1 - yes - no, no]), 1e-9)
    return chances


def _answer(chances: Array, code: int, state: str, resolution: str) -> Answer:
    cast = code <= NO
    weight = 1 / chances[code] if cast else np.ones(chances.shape[1])
    weight = np.minimum(weight, weight.mean() * np.sqrt(len(weight)))
    expected = chances @ weight / weight.sum()
    told = code if cast else int(expected.argmax())
    low, high = np.quantile(chances[told], [0.05, 0.95])
    choice = NAMES[code] if cast else "absent" if code == ABSENT else "unknown"
    figures = " ".join(f"{name}={chance:.3f}" for name, chance in zip(NAMES, expected, strict=True))
    return Answer(
        state=state,
        resolution=resolution,
        chance=float(expected[told]),
        low=float(low),
        high=float(high),
        surprise=float(expected[expected <= expected[code] + 1e-12].sum()) if cast else None,
        detail=f"vote={choice} expected={NAMES[int(expected.argmax())]} {figures}",
    )
