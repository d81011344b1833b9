"""Where drawing starts: the first singular vector of each sitting, turned so that neighbouring sittings agree."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from overtone.measure.ideals.sittings import Layout, Sitting
from overtone.measure.ideals.tables import F, Single

Array = npt.NDArray[np.float64]
LEAN = 0.8  # β to start with, towards the side that said yes
NARROW = 0.02  # the least gap between cutpoints to start with


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One state of the chain: `theta` by point; `questions` is 3 × questions: low cutpoint, log of the gap, β."""

    theta: Single
    questions: Single


def start(laid: Layout) -> Place:
    """Standardised positions by sitting, and cutpoints that fit how often each choice was made."""
    theta = np.zeros(len(laid.state), F)
    known: dict[int, float] = {}
    for sitting in laid.sittings:
        found = _first_direction(sitting)
        states = laid.state[sitting.points].tolist()
        agreed = sum(known.get(state, 0.0) * x for state, x in zip(states, found.tolist(), strict=True))
        theta[sitting.points] = found if agreed >= 0 else -found
        known.update(zip(states, theta[sitting.points].tolist(), strict=True))
    return Place(theta=theta, questions=_questions(laid, theta))


def _first_direction(sitting: Sitting) -> Array:
    voted = sitting.sign != 0
    voted[sitting.abstained.row, sitting.abstained.column] = True
    mean = np.divide(sitting.sign.sum(axis=0), np.maximum(voted.sum(axis=0), 1))
    centred = np.where(voted, sitting.sign - mean, 0).astype(np.float64)
    left, size, _ = np.linalg.svd(centred, full_matrices=False)
    found = left[:, 0] * size[0]
    found = found - found.mean()
    return np.asarray(found / max(float(found.std()), 1e-9))


def _questions(laid: Layout, theta: Single) -> Single:
    cast = np.full((3, len(laid.questions)), 0.5)
    lean = np.zeros(len(laid.questions))
    for sitting in laid.sittings:
        q, sign = sitting.question, sitting.sign
        abstained = np.bincount(sitting.abstained.column, minlength=len(q))
        for choice, made in enumerate(((sign > 0).sum(axis=0), abstained, (sign < 0).sum(axis=0))):
            np.add.at(cast[choice], q, made)
        np.add.at(lean, q, -(theta[sitting.points] @ sign))
    up_to = np.cumsum(cast, axis=0) / cast.sum(axis=0)
    low, high = (np.sqrt(1 + LEAN**2) * ndtri(share) for share in up_to[:2])
    return np.stack([low, np.log(np.maximum(high - low, NARROW)), LEAN * np.sign(lean)]).astype(F)
