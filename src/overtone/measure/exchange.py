"""Would the difference be as large if the labels were dealt anew? A permutation test in closed form, within strata.

Units (documents) carry a value; some are marked. Under the null the marks are dealt at random within each stratum, so
many in each as there are. The difference of means, weighed by the marked units of each stratum, then has a mean of
zero, and its variance and skewness follow from sampling without replacement; a Pearson type III curve of these moments
gives the tails (Mielke and Berry 2007), never under one over the number of ways to deal the marks.
Not for units that hang together: take the document, not its sentences.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import gammainc, gammaincc, gammaln, ndtr, ndtri

Array = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
FLAT = 1e-4  # skewness under which the curve is the normal one


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A difference between marked and other units, and what dealing the marks anew gives."""

    value: float  # marked minus others, within strata
    spread: float  # standard deviation under the null
    skewness: float  # under the null
    chance: float  # two-sided probability under the null of a difference at least this far off
    marked: int  # units compared: strata with both kinds alone count
    others: int

    def null(self, level: float) -> tuple[float, float]:
        """The range in which differences of dealt labels lie, by the normal curve."""
        far = float(ndtri((1 + level) / 2)) * self.spread
        return -far, far


def exchange(values: Array, marked: Marks, strata: npt.NDArray[np.int64]) -> Exchange | None:
    """The test of one difference; None where no stratum has units of both kinds, or all values are equal."""
    parts = [_part(values[strata == h], marked[strata == h]) for h in np.unique(strata)]
    used = [part for part in parts if part is not None]
    total = sum(part[0] for part in used)
    if not used or not total:
        return None
    value = variance = third = ways = 0.0
    for here, size, difference, moments in used:
        share = here / total
        spread = _moments(here, size, moments)
        value += share * difference
        variance += share**2 * spread[0]
        third += share**3 * spread[1]
        ways += gammaln(size + 1) - gammaln(here + 1) - gammaln(size - here + 1)
    if variance <= 1e-18:
        return None
    skewness = third / variance**1.5
    lower, upper = _tails(value / variance**0.5, skewness)
    least = min(1.0, 2 * float(np.exp(-ways)))
    chance = min(1.0, max(least, 2 * min(lower, upper)))
    others = sum(size - here for here, size, _, _ in used)
    return Exchange(
        value=value, spread=variance**0.5, skewness=skewness, chance=chance, marked=int(total), others=others
    )


def difference_weights(marked: Marks, strata: npt.NDArray[np.int64]) -> Array:
    """One weight a unit: their product with the units' values is the difference that `exchange` tests."""
    found = np.zeros(len(marked))
    total = 0
    for h in np.unique(strata):
        here = strata == h
        own, others = here & marked, here & ~marked
        if own.any() and others.any():
            count = int(own.sum())
            found[own], found[others] = 1.0, -count / int(others.sum())
            total += count
    return found / max(total, 1)


def _part(values: Array, marked: Marks) -> tuple[int, int, float, tuple[float, float]] | None:
    """Marked units, units, difference of means, second and third central moments of one stratum."""
    here, size = int(marked.sum()), len(values)
    if not 0 < here < size:
        return None
    centred = values - values.mean()
    difference = float(values[marked].mean() - values[~marked].mean())
    return here, size, difference, (float((centred**2).mean()), float((centred**3).mean()))


def _moments(here: int, size: int, moments: tuple[float, float]) -> tuple[float, float]:
    """Variance and third moment of the difference of means when `here` of `size` units are drawn."""
    scale = size / (here * (size - here))  # of the marked sum into the difference of means
    second = here * (size - here) / (size - 1) * moments[0]
    third = 0.0
    if size > 2:
        third = here * (size - here) * (size - 2 * here) / ((size - 1) * (size - 2)) * moments[1]
    return scale**2 * second, scale**3 * third


def _tails(z: float, skewness: float) -> tuple[float, float]:
    """Lower and upper tail of a Pearson type III curve of mean 0 and variance 1."""
    if abs(skewness) < FLAT:
        return float(ndtr(z)), float(ndtr(-z))
    if skewness < 0:
        lower, upper = _tails(-z, -skewness)
        return upper, lower
    shape = 4 / skewness**2
    at = max(0.0, shape + z * shape**0.5)
    return float(gammainc(shape, at)), float(gammaincc(shape, at))
