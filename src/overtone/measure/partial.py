"""Partial pooling: a mixed model of cells with crossed groups, in closed form.

y = μ + one effect a grouping + noise, effects of a grouping normal with a variance of their own. The variances are
those that make the expected quadratic forms equal the observed ones (MIVQUE(0), Rao 1971; Searle, Casella and McCulloch
1992), zero at the least; the effects are their best linear predictors (Henderson 1975), drawn toward zero the more the
less is known of them. Not for few levels as if their variance were known: intervals take it as given.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix

Array = npt.NDArray[np.float64]
Levels = npt.NDArray[np.int64]
LEAST = 1e-6  # of a variance, as a share of that of the values


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """Mean, effects by grouping, and their joint posterior covariance (mean first, then grouping by grouping)."""

    effects: Array  # mean first
    covariance: Array
    starts: tuple[int, ...]  # where each grouping begins among the effects
    variances: tuple[float, ...]  # of each grouping, then the scale of the noise

    def contrast(self, weights: Array) -> tuple[float, float]:
        """A weighted sum of effects and its posterior standard deviation."""
        used = np.flatnonzero(weights)
        part = weights[used]
        variance = float(part @ self.covariance[np.ix_(used, used)] @ part)
        return float(part @ self.effects[used]), max(variance, 0.0) ** 0.5


def pooled(values: Array, noise: Array, groupings: Sequence[Levels]) -> Pooled:
    """The model of `values` with noise variances `noise`, grouped by one array of level numbers (0 …) a grouping.

    ValueError for no values.
    """
    if not len(values):
        raise ValueError("nothing to pool")
    designs = [_design(levels) for levels in groupings]
    *parts, scale = variances(values, noise, designs)
    weights = 1 / (noise * scale)
    starts = np.cumsum([1, *(design.shape[1] for design in designs)])
    system = _system(weights, designs, parts, starts)
    sides = [np.array([weights @ values]), *(design.T @ (weights * values) for design in designs)]
    factor = cho_factor(system)
    effects = cho_solve(factor, np.concatenate(sides))
    return Pooled(
        effects=effects,
        covariance=cho_solve(factor, np.eye(len(system))),
        starts=tuple(int(start) for start in starts[:-1]),
        variances=(*parts, scale),
    )


def variances(values: Array, noise: Array, designs: Sequence[csr_matrix]) -> list[float]:
    """The variance of each grouping's effects, then the factor by which the noise given is too small or too large."""
    weights = 1 / noise
    total = float(weights.sum())
    residual = weights * (values - weights @ values / total)
    floor = LEAST * max(float(values.var()), LEAST)
    size = len(designs)
    left, right = np.zeros((size + 1, size + 1)), np.zeros(size + 1)
    sums = [design.T @ weights for design in designs]
    for i, one in enumerate(designs):
        right[i] = float(((one.T @ residual) ** 2).sum())
        for j in range(i, size):
            cross = (one.T @ designs[j].multiply(weights[:, None])).toarray() - np.outer(sums[i], sums[j]) / total
            left[i, j] = left[j, i] = float((cross**2).sum())
        left[i, size] = left[size, i] = total - float((sums[i] ** 2).sum()) / total
    left[size, size] = len(values) - 1
    right[size] = float((residual**2 / weights).sum())
    return _nonnegative(left, right, floor)


def _nonnegative(left: Array, right: Array, floor: float) -> list[float]:
    """The solution without negative variances: one that would be is set to the floor, and the rest solved anew."""
    kept = list(range(len(right)))
    found = np.full(len(right), floor)
    while kept:
        part = np.linalg.lstsq(left[np.ix_(kept, kept)], right[kept], rcond=None)[0]
        if part.min() > floor:
            found[kept] = part
            break
        kept.pop(int(part.argmin()))
    found[-1] = max(found[-1], 0.05)
    return [float(value) for value in found]


def _design(levels: Levels) -> csr_matrix:
    count = len(levels)
    return csr_matrix((np.ones(count), (np.arange(count), levels)), shape=(count, int(levels.max()) + 1))


def _system(weights: Array, designs: Sequence[csr_matrix], parts: Sequence[float], starts: Levels) -> Array:
    """The coefficients of the mixed-model equations."""
    size = int(starts[-1])
    system = np.zeros((size, size))
    system[0, 0] = weights.sum()
    for i, one in enumerate(designs):
        here = slice(int(starts[i]), int(starts[i + 1]))
        system[0, here] = system[here, 0] = one.T @ weights
        for j in range(i, len(designs)):
            there = slice(int(starts[j]), int(starts[j + 1]))
            cross = (one.T @ designs[j].multiply(weights[:, None])).toarray()
            system[here, there] = cross
            system[there, here] = cross.T
        system[here, here] += np.eye(one.shape[1]) / parts[i]
    return system
