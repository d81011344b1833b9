"""How often a speaker would be expected to name something: gamma-Poisson rates, shrunken toward peers.

Counts y in cells of exposure e (thousand words) follow y ~ Poisson(λ e g), g ~ Gamma with mean 1 and variance α per
cell; λ differs between actors with squared coefficient of variation β. Older cells count less (half after six weeks),
and a share of last week's surplus carries on. β is a moment of the past, λ is the credibility estimate (Bühlmann 1967)
of the actor's own past and the peers' mean; α is not plugged in: the forecast is a mixture of negative binomials, one
for each dispersion that the cells allow (`dispersion`).
Reference: DuMouchel 1999 (gamma-Poisson shrinkage); Bühlmann 1967 (credibility); West and Harrison 1997 (discounting).
Not for: a handful of peers as if they were a population: with fewer than three β is at least 1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.special import betainc

Array = npt.NDArray[np.float64]
GRID: Array = np.geomspace(0.02, 5.0, 10)  # dispersions between cells that a forecast mixes
BETA = (0.1, 10.0)  # bounds of dispersion between actors
HALF_LIFE = 6.0  # weeks after which a cell counts half; chosen by log score over four weekly corpora
CARRIED = 0.3  # share of last week's surplus, freed of its noise, that carries on


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Weighted sums over cells: what the estimate of a rate rests on."""

    total: float  # Σwy
    volume: float  # Σwe
    spread: float  # Σ(we)²/(Σwe)²: 1 for a single cell, 1/C for C equal ones
    noise: float  # Σw²e/Σwe: 1 without weights; what they leave of Poisson's variance


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Counts and exposures of one actor, cell by cell; `age` is in weeks before the window, 0 inside it."""

    counts: Array
    exposure: Array
    age: Array
    recent: Sums = field(init=False)  # older cells weigh less
    whole: Sums = field(init=False)  # all cells alike

    def __post_init__(self) -> None:
        """Sum once what is asked for often."""
        object.__setattr__(self, "recent", _sums(self, 0.5 ** (self.age / HALF_LIFE)))
        object.__setattr__(self, "whole", _sums(self, np.ones(len(self.age))))

    @property
    def total(self) -> float:
        """All counts."""
        return self.whole.total

    @property
    def volume(self) -> float:
        """All exposure."""
        return self.whole.volume

    def last(self) -> tuple[float, float]:
        """Count and exposure of the week before the window; nothing where it was not seen."""
        week = self.age == 1
        return float(self.counts[week].sum()), float(self.exposure[week].sum())


def _sums(own: Cells, weight: Array) -> Sums:
    weighed = weight * own.exposure
    volume = float(weighed.sum())
    if not volume:
        return Sums(total=0.0, volume=0.0, spread=1.0, noise=1.0)
    total = float(weight @ own.counts)
    return Sums(
        total=total,
        volume=volume,
        spread=float(weighed @ weighed) / volume**2,
        noise=float(weight @ weighed) / volume,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The predictive distribution of a count: negative binomials of one mean, mixed over their dispersions."""

    mean: float
    dispersions: Array
    chances: Array  # of each dispersion; they sum to one

    def at_most(self, count: int) -> float:
        """P(Y ≤ count)."""
        if count < 0:
            return 0.0
        stops = 1 / (1 + self.dispersions * max(self.mean, 1e-12))
        return float(self.chances @ betainc(1 / self.dispersions, count + 1, stops))

    def at_least(self, count: int) -> float:
        """P(Y ≥ count)."""
        return 1 - self.at_most(count - 1)

    def interval(self, level: float) -> tuple[float, float]:
        """The equal-tailed predictive interval."""
        return self._quantile((1 - level) / 2), self._quantile((1 + level) / 2)

    def needed(self, tail: float = 0.05) -> float:
        """The expected count from which zero would be evidence at `tail`; (tail^−α − 1)/α for a single dispersion."""
        low, high = np.log(1e-3), np.log(1e9)
        for _ in range(60):
            middle = (low + high) / 2
            zero = float(self.chances @ (1 + self.dispersions * np.exp(middle)) ** (-1 / self.dispersions))
            low, high = (middle, high) if zero > tail else (low, middle)
        return float(np.exp(high))

    def _quantile(self, chance: float) -> float:
        """The least count that is not exceeded with this probability."""
        high = 1
        while self.at_most(high) < chance:
            high *= 2
        low = -1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.at_most(middle) >= chance else (middle, high)
        return float(high)


def cells(rows: Iterable[tuple[float, ...]]) -> Cells:
    """Cells from (count, exposure) or (count, exposure, age) rows; cells without exposure are left out."""
    kept = [(row[0], row[1], row[2] if len(row) > 2 else 0.0) for row in rows if row[1] > 0]
    array = np.asarray(kept, dtype=float).reshape(len(kept), 3)
    return Cells(counts=array[:, 0], exposure=array[:, 1], age=array[:, 2])


NOTHING = cells([])


def between(peers: Sequence[Cells], mean: float, alpha: float) -> float:
    """Moment estimate of β: how far the peers' rates lie apart beyond their own noise."""
    sums = [p.recent for p in peers]
    total, volume = np.array([s.total for s in sums]), np.array([s.volume for s in sums])
    spread, noise = np.array([s.spread for s in sums]), np.array([s.noise for s in sums])
    mu = mean * volume
    weight = float((mu**2).sum())
    if not weight:
        return BETA[1]
    beta = float(((total - mu) ** 2 - noise * mu - alpha * spread * mu**2).sum()) / weight
    low = BETA[0] if len(peers) >= 3 else 1.0
    return float(np.clip(beta, low, BETA[1]))


def forecast(own: Cells, peers: Sequence[Cells], now: Array, chances: Array) -> Forecast | None:
    """What is expected in cells of exposure `now` from the actor's own past and the peers; None where neither is.

    `chances` are those of each dispersion of GRID. Without own past the peers' mean and spread stand in, which takes
    three of them.
    """
    others = [p for p in peers if p.volume > 0]
    volume = float(now.sum())
    if volume <= 0 or (own.volume <= 0 and len(others) < 3):
        return None
    alpha = float(chances @ GRID)
    mean, variance = _rate(own, others, alpha) if others else _own_rate(own, alpha)
    doubt = variance / mean**2
    spread = float((now**2).sum()) / volume**2
    return Forecast(
        mean=mean * volume * _surplus(own, mean, alpha),
        dispersions=np.maximum(GRID[0], GRID * spread * (1 + doubt) + doubt),
        chances=chances,
    )


def _own_rate(own: Cells, alpha: float) -> tuple[float, float]:
    """Mean and variance of the actor's rate from its recent past, with half a count at the rate of its whole past."""
    recent = own.recent
    usual = (own.total + 0.5) / own.volume
    mean = (recent.total + 0.5) / (recent.volume + 0.5 / usual)
    return mean, mean * recent.noise / recent.volume + alpha * recent.spread * mean**2


def _rate(actor: Cells, peers: Sequence[Cells], alpha: float) -> tuple[float, float]:
    """Posterior mean and variance of the actor's rate between its recent past and the peers' mean."""
    own = actor.recent
    sums = [p.recent for p in peers]
    volume = sum(s.volume for s in sums)
    prior = (sum(s.total for s in sums) + 0.5) / volume
    beta = between(peers, prior, alpha)
    noise = sum(s.noise * s.volume for s in sums) / volume
    doubt = prior * noise / volume + beta * prior**2 * sum(s.volume**2 for s in sums) / volume**2
    variance = beta * prior**2 + doubt
    if own.volume <= 0:
        return prior, variance
    noise = prior * own.noise / own.volume + alpha * own.spread * prior**2
    weight = variance / (variance + noise)
    mean = weight * own.total / own.volume + (1 - weight) * prior
    return mean, (1 - weight) * variance


def _surplus(own: Cells, rate: float, alpha: float) -> float:
    """What last week's surplus or lack, freed of Poisson's noise, adds to the rate of this week."""
    count, exposure = own.last()
    due = rate * exposure
    if due <= 0:
        return 1.0
    return 1 + CARRIED * alpha * due / (1 + alpha * due) * (count / due - 1)
