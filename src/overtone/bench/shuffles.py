"""Intervals by the bootstrap: units drawn again with replacement, seeded (B. Efron, Ann. Statist. 7(1), 1979)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000
SEED = 20220516


def bootstrap(counts: NDArray[np.float64], figure: Callable[[NDArray[np.float64]], float]) -> tuple[float, float]:
    """The 95 % interval of a figure of summed counts: `counts` has a row a unit (sentence, document)."""
    generator = np.random.default_rng(SEED)
    drawn = generator.integers(0, len(counts), size=(DRAWS, len(counts)))
    values = [figure(counts[rows].sum(axis=0)) for rows in drawn]
    low, high = np.percentile(values, (2.5, 97.5))
    return float(low), float(high)


def f1_of(sums: NDArray[np.float64]) -> float:
    """F1 of three sums: right, found, wanted."""
    right, found, wanted = (float(value) for value in sums)
    return 2 * right / max(found + wanted, 1.0)


def interval_of_f1(found: Sequence[bool], gold: Sequence[bool]) -> tuple[float, float]:
    """The 95 % bootstrap interval of F1 of the positive class."""
    rows = [(a and b, a, b) for a, b in zip(found, gold, strict=True)]
    return bootstrap(np.asarray(rows, dtype=np.float64), f1_of)
