"""How often a speaker would be expected to name something: gamma-Poisson rates, shrunken toward peers.

Counts y in cells of exposure e (thousand words) follow y ~ Poisson(λ e g), g ~ Gamma with mean 1 and variance α per
cell; λ differs between actors with squared coefficient of variation β. α and β are moments of the past, λ is the
credibility estimate (Bühlmann 1967) of the actor's own past and the peers' mean, and the forecast is a negative
binomial with the mean and variance that follow.
Reference: DuMouchel 1999 (gamma-Poisson shrinkage); Bühlmann 1967 (credibility).
Not for: a handful of peers as if they were a population: with fewer than three β is at least 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.special import betainc

Array = npt.NDArray[np.float64]
ALPHA = (0.02, 5.0)  # bounds of dispersion between cells
BETA = (0.1, 10.0)  # bounds of dispersion between actors
ENOUGH_CELLS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Counts and exposures of one actor, cell by cell."""

    counts: Array
    exposure: Array
    total: float = field(init=False)  # all counts
    volume: float = field(init=False)  # all exposure
    spread: float = field(init=False)  # Σe²/(Σe)²: 1 for a single cell, 1/C for C equal ones

    def __post_init__(self) -> None:
        """Sum once what is asked for often."""
        volume = float(self.exposure.sum())
        object.__setattr__(self, "total", float(self.counts.sum()))
        object.__setattr__(self, "volume", volume)
        object.__setattr__(self, "spread", float(self.exposure @ self.exposure) / volume**2 if volume else 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The predictive distribution of a count: negative binomial with this mean and dispersion."""

    mean: float
    dispersion: float

    def at_most(self, count: int) -> float:
        """P(Y ≤ count)."""
        size, chance = self._shape()
        return float(betainc(size, count + 1, chance)) if count >= 0 else 0.0

    def at_least(self, count: int) -> float:
        """P(Y ≥ count)."""
        return 1 - self.at_most(count - 1)

    def interval(self, level: float) -> tuple[float, float]:
        """The equal-tailed predictive interval."""
        return self._quantile((1 - level) / 2), self._quantile((1 + level) / 2)

    def needed(self, tail: float = 0.05) -> float:
        """The expected count from which zero would be evidence at `tail`: (tail^−α − 1)/α."""
        return float((tail**-self.dispersion - 1) / self.dispersion)

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

    def _shape(self) -> tuple[float, float]:
        return 1 / self.dispersion, 1 / (1 + self.dispersion * max(self.mean, 1e-12))


def cells(pairs: Sequence[tuple[float, float]]) -> Cells:
    """Cells from (count, exposure) pairs; cells without exposure are left out."""
    kept = [(y, e) for y, e in pairs if e > 0]
    array = np.asarray(kept, dtype=float).reshape(len(kept), 2)
    return Cells(counts=array[:, 0], exposure=array[:, 1])


NOTHING = cells([])


def dispersion(groups: Sequence[Cells]) -> float:
    """Moment estimate of α from cells around each group's own rate, within bounds; the lower bound without data."""
    above = weight = 0.0
    for g in groups:
        if g.volume > 0 and len(g.counts) > 1:
            mu = (g.total + 0.3) / g.volume * g.exposure
            above += float(((g.counts - mu) ** 2 - mu * (1 - g.exposure / g.volume)).sum())
            weight += float((mu**2).sum())
    return float(np.clip(above / weight, *ALPHA)) if weight else ALPHA[0]


def shared_dispersion(own: Cells, groups: Sequence[Cells], common: float | None = None) -> float:
    """α of one actor: its own, drawn on the log scale toward that of all groups, and that toward `common` by half."""
    pooled = dispersion(groups)
    if common is not None:
        pooled = float(np.sqrt(pooled * common))
    if len(own.counts) < ENOUGH_CELLS:
        return pooled
    weight = len(own.counts) / (len(own.counts) + 10)
    return float(np.exp(weight * np.log(dispersion([own])) + (1 - weight) * np.log(pooled)))


def between(peers: Sequence[Cells], mean: float, alpha: float) -> float:
    """Moment estimate of β: how far the peers' rates lie apart beyond their own noise."""
    total = np.array([p.total for p in peers])
    volume = np.array([p.volume for p in peers])
    spread = np.array([p.spread for p in peers])
    mu = mean * volume
    weight = float((mu**2).sum())
    if not weight:
        return BETA[1]
    beta = float(((total - mu) ** 2 - mu - alpha * spread * mu**2).sum()) / weight
    low = BETA[0] if len(peers) >= 3 else 1.0
    return float(np.clip(beta, low, BETA[1]))


def forecast(own: Cells, peers: Sequence[Cells], now: Array, alpha: float) -> Forecast | None:
    """What is expected in cells of exposure `now` from the actor's own past and the peers; None where neither is.

    Without own past the peers' mean and spread stand in, which takes three of them.
    """
    others = [p for p in peers if p.volume > 0]
    volume = float(now.sum())
    if volume <= 0 or (own.volume <= 0 and len(others) < 3):
        return None
    mean, variance = _rate(own, others, alpha)
    doubt = variance / mean**2
    spread = float((now**2).sum()) / volume**2
    return Forecast(mean=mean * volume, dispersion=max(ALPHA[0], alpha * spread * (1 + doubt) + doubt))


def _rate(own: Cells, peers: Sequence[Cells], alpha: float) -> tuple[float, float]:
    """Posterior mean and variance of the actor's rate."""
    if not peers:
        mean = (own.total + 0.5) / own.volume
        return mean, mean / own.volume + alpha * own.spread * mean**2
    volume = sum(p.volume for p in peers)
    prior = (sum(p.total for p in peers) + 0.5) / volume
    beta = between(peers, prior, alpha)
    doubt = prior / volume + beta * prior**2 * sum(p.volume**2 for p in peers) / volume**2
    variance = beta * prior**2 + doubt
    if own.volume <= 0:
        return prior, variance
    noise = prior / own.volume + alpha * own.spread * prior**2
    weight = variance / (variance + noise)
    mean = weight * own.total / own.volume + (1 - weight) * prior
    return mean, (1 - weight) * variance
