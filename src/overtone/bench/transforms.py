"""How sure a forecast of counts is: the probability transform of each outcome, kept whole instead of drawn.

An outcome y of a count has all of [P(Y < y), P(Y ≤ y)] as its transform. The usual draw of one number out of it adds
noise that is not the forecast's; here each outcome counts with the part of its stretch that lies beyond a threshold,
which is what that draw gives on average. Under a calibrated forecast the part below .05 is .05.
Reference: Czado, Gneiting and Held 2009 (nonrandomised probability integral transform).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import stdtrit

Array = npt.NDArray[np.float64]
FLAG = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Transforms:
    """Outcomes as stretches of the unit interval; outcomes of one cluster (a week, a world) hang together."""

    cluster: npt.NDArray[np.int64]
    low: Array
    high: Array

    @classmethod
    def of(cls, rows: Sequence[tuple[int, float, float]]) -> "Transforms":
        """From (cluster, P(Y < y), P(Y ≤ y)) rows."""
        table = np.asarray(rows, dtype=float).reshape(len(rows), 3)
        return cls(cluster=table[:, 0].astype(np.int64), low=table[:, 1], high=table[:, 2])

    def below(self, threshold: float) -> Array:
        """The part of each stretch that lies below a threshold."""
        width = np.maximum(self.high - self.low, 1e-12)
        part: Array = np.clip((threshold - self.low) / width, 0, 1)
        return part

    def flags(self) -> dict[str, Array]:
        """Silence at 5 %, burst at 5 %, and inside the 90 % interval, outcome by outcome."""
        silent, burst = self.below(FLAG), 1 - self.below(1 - FLAG)
        return {"silence at 5 %": silent, "burst at 5 %": burst, "inside 90 %": 1 - silent - burst}

    def log_score(self) -> Array:
        """The logarithm of the probability given to what happened."""
        score: Array = np.log(np.maximum(self.high - self.low, 1e-12))
        return score


def clustered(values: Array, cluster: npt.NDArray[np.int64]) -> tuple[float, float, float]:
    """The mean and its 95 % interval with clusters as sampling units (Student's t, one degree less than clusters)."""
    names, place = np.unique(cluster, return_inverse=True)
    sizes = np.bincount(place).astype(float)
    mean = float(values.mean())
    if len(names) < 2:
        return mean, mean, mean
    off = np.bincount(place, weights=values) - mean * sizes
    error = float(np.sqrt(len(names) / (len(names) - 1) * (off**2).sum())) / float(sizes.sum())
    wide = float(stdtrit(len(names) - 1, 0.975)) * error
    return mean, mean - wide, mean + wide
