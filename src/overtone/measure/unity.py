"""How closely a bloc votes together, resolution by resolution, and what blocs drawn at random give.

Agreement index of Hix, Noury and Roland 2005: AI = (max − ½ (cast − max)) / cast, over yes, no and abstain, 1 where all
chose alike, 0 where three choices have a third each. Rice 1928: |Y − N| / (Y + N), which does not see abstentions. A
resolution counts where at least three members cast a vote. Not voting is no choice: it is counted beside.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.ballots import ABSTAIN, NO, YES, Codes

Array = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
LEAST_MEMBERS = 3
DRAWS = 1000
SEED = 20220516
PRESENT = 0.5  # of the resolutions, on which a state must have voted to be drawn into a bloc


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A value with its interval, or the spread of a chance distribution."""

    value: float
    low: float
    high: float


def counts(codes: Codes) -> Array:
    """Yes, abstain and no by resolution: 3 × resolutions."""
    return np.stack([(codes == choice).sum(axis=0) for choice in (YES, ABSTAIN, NO)]).astype(float)


def agreement_index(cast: Array) -> Array:
    """AI from counts of shape (3, …); NaN where fewer than three voted."""
    total, most = cast.sum(axis=0), cast.max(axis=0)
    blank = np.full(total.shape, np.nan)
    found: Array = np.divide(most - (total - most) / 2, total, out=blank, where=total >= LEAST_MEMBERS)
    return found


def rice(cast: Array) -> Array:
    """|Y − N| / (Y + N) from counts of shape (3, …); NaN where fewer than three said yes or no."""
    yes, no = cast[0], cast[2]
    total = yes + no
    blank = np.full(total.shape, np.nan)
    found: Array = np.divide(np.abs(yes - no), total, out=blank, where=total >= LEAST_MEMBERS)
    return found


def averaged(values: Array, clusters: Places, level: float) -> Drawn:
    """The mean over resolutions with its bootstrap interval; a resolution and its paragraphs are drawn together.

    `values` may hold several rows that are drawn alike and then subtracted: first minus second.
    """
    rows = np.atleast_2d(values)
    known = np.isfinite(rows).all(axis=0)
    _, place = np.unique(clusters[known], return_inverse=True)
    size = int(place.max(initial=-1)) + 1
    if not size:
        return Drawn(value=float("nan"), low=float("nan"), high=float("nan"))
    row = rows[0, known] - rows[1, known] if len(rows) > 1 else rows[0, known]
    sums, numbers = np.bincount(place, row, size), np.bincount(place, minlength=size)
    weights = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), DRAWS)
    means = (weights @ sums) / (weights @ numbers)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    value = float(row.mean())
    if np.ptp(row) < 1e-12:  # no draw differs: as far as the exact interval allows others (Clopper and Pearson 1934)
        missed, least = 1 - ((1 - level) / 2) ** (1 / size), -1.0 if len(rows) > 1 else 0.0
        low, high = value - missed * (value - least), value + missed * (1 - value)
    return Drawn(value=value, low=float(low), high=float(high))


def chance(codes: Codes, strata: list[Places], seed: int = SEED) -> Array:
    """Mean AI of blocs drawn at random: one state from each stratum's pool, nobody twice. One value a draw."""
    generator = np.random.default_rng(seed)
    picked = np.zeros((DRAWS, len(codes)))
    for draw in range(DRAWS):
        taken: set[int] = set()
        for pool in strata:
            free = [state for state in pool.tolist() if state not in taken]
            if free:
                taken.add(free[int(generator.integers(len(free)))])
        picked[draw, sorted(taken)] = 1
    cast = np.stack([picked @ (codes == choice) for choice in (YES, ABSTAIN, NO)])
    index = agreement_index(cast)
    known = np.isfinite(index)
    totals, numbers = np.where(known, index, 0).sum(axis=1), known.sum(axis=1)
    found: Array = np.divide(totals, numbers, out=np.full(DRAWS, np.nan), where=numbers > 0)
    return found


def eligible(codes: Codes) -> Places:
    """States that voted on more than half of the resolutions."""
    return np.flatnonzero((codes <= NO).mean(axis=1) > PRESENT) if codes.shape[1] else np.zeros(0, dtype=np.intp)


def spread(values: Array, level: float) -> Drawn:
    """Mean and central interval of a chance distribution; NaN where nothing could be drawn."""
    known = values[np.isfinite(values)]
    if not known.size:
        return Drawn(value=float("nan"), low=float("nan"), high=float("nan"))
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return Drawn(value=float(known.mean()), low=float(low), high=float(high))


def at_least(values: Array, value: float) -> float:
    """Probability under chance of a bloc at least this united; never nought, for draws are finite."""
    known = values[np.isfinite(values)]
    return float((1 + (known >= value - 1e-12).sum()) / (1 + known.size))
