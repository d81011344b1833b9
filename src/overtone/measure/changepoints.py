"""Where a series changes its level: the exact best segmentation under a penalty. A second view, never a verdict.

Optimal partitioning (Jackson et al. 2005) of the standardised series with squared error and a penalty of 2·ln n for
each change; on annotated series cleverer methods do no better than this, and a smaller penalty does worse than saying
that nothing ever changed. Not for series of fewer than eight values, nor for telling why.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
FEWEST = 8  # values
SHORTEST = 2  # values of a stretch


def changes(values: Sequence[float]) -> tuple[int, ...]:
    """The places at which a new level begins, in order; none for a short series, a constant one, or one with gaps."""
    series = np.asarray(values, dtype=float)
    if len(series) < FEWEST or not np.isfinite(series).all() or np.ptp(series) == 0:
        return ()
    scaled = (series - series.mean()) / series.std()
    sums, squares = (np.concatenate([[0.0], np.cumsum(part)]) for part in (scaled, scaled**2))
    penalty = 2 * float(np.log(len(series)))
    best = np.full(len(series) + 1, np.inf)
    best[0] = -penalty
    last = np.zeros(len(series) + 1, dtype=int)
    for stop in range(SHORTEST, len(series) + 1):
        starts = np.arange(0, stop - SHORTEST + 1)
        cost = best[starts] + squared_error(sums, squares, starts, stop) + penalty
        last[stop] = int(cost.argmin())
        best[stop] = cost[last[stop]]
    return _back(last, len(series))


def squared_error(sums: Array, squares: Array, starts: npt.NDArray[np.intp], stop: int) -> Array:
    """Squared error of the stretches from each start to `stop` around their means; sums and squares are running."""
    error: Array = squares[stop] - squares[starts] - (sums[stop] - sums[starts]) ** 2 / (stop - starts)
    return np.maximum(error, 0)


def _back(last: npt.NDArray[np.intp], stop: int) -> tuple[int, ...]:
    found: list[int] = []
    while (start := int(last[stop])) > 0:
        found.append(start)
        stop = start
    return tuple(reversed(found))
