"""Would the difference be as large if the labels were dealt anew? A permutation test without drawing, within strata.

Units (documents) carry a value; some are marked. Under the null the marks are dealt at random within each stratum, so
many in each as there are. Where few ways to deal them exist, all are looked at; else variance and skewness of the
difference of means, weighed by the marked units of each stratum, follow from sampling without replacement, and a
Pearson type III curve of these moments gives the tails (Mielke and Berry 2007).
Not for units that hang together: take the document, not its sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.special import comb, gammainc, gammaincc, ndtr, ndtri

Array = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
FLAT = 1e-4  # skewness under which the curve is the normal one
FEW = 5_000  # ways to deal the marks up to which all are looked at
TIE = 1e-9


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
    parts = [(values[strata == h], marked[strata == h]) for h in np.unique(strata)]
    used = [(own, marks) for own, marks in parts if marks.any() and not marks.all()]
    total = sum(int(marks.sum()) for _, marks in used)
    value = variance = third = 0.0
    for own, marks in used:
        share = int(marks.sum()) / total
        moments = _moments(own, int(marks.sum()))
        value += share * float(own[marks].mean() - own[~marks].mean())
        variance += share**2 * moments[0]
        third += share**3 * moments[1]
    if variance <= 1e-18:
        return None
    skewness = third / variance**1.5
    ways = float(np.prod([comb(len(own), int(marks.sum())) for own, marks in used]))
    tails = _counted(used, value) if ways <= FEW else _tails(value / variance**0.5, skewness)
    return Exchange(
        value=value,
        spread=variance**0.5,
        skewness=skewness,
        chance=min(1.0, max(2 / ways, 2 * min(tails))),
        marked=total,
        others=sum(int((~marks).sum()) for _, marks in used),
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


def _moments(values: Array, here: int) -> tuple[float, float]:
    """Variance and third moment of the difference of means when `here` of these units are marked by lot."""
    size = len(values)
    centred = values - values.mean()
    scale = size / (here * (size - here))  # of the marked sum into the difference of means
    second = here * (size - here) / (size - 1) * float((centred**2).mean())
    third = 0.0
    if size > 2:
        third = here * (size - here) * (size - 2 * here) / ((size - 1) * (size - 2)) * float((centred**3).mean())
    return scale**2 * second, scale**3 * third


def _counted(parts: Sequence[tuple[Array, Marks]], value: float) -> tuple[float, float]:
    """Lower and upper tail over all ways to deal the marks, stratum by stratum."""
    total = sum(int(marks.sum()) for _, marks in parts)
    found = np.zeros(1)
    for own, marks in parts:
        here, rest = int(marks.sum()), int((~marks).sum())
        sums = np.array([own[list(chosen)].sum() for chosen in combinations(range(len(own)), here)])
        differences = sums / here - (own.sum() - sums) / rest
        found = (found[:, None] + here / total * differences[None, :]).ravel()
    return float((found <= value + TIE).mean()), float((found >= value - TIE).mean())


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
