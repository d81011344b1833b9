"""The usual level of a share, and what it lets one expect of this week: beta-binomials mixed over their dispersion.

A week's count k of n follows a beta-binomial with mean p and overdispersion ρ (the correlation inside a week). p is the
share of the trailing weeks, older weeks counting less (half after six weeks); ρ is not plugged in: each topic's weeks
are weighed at each ρ of a grid, with the prior that all topics of the call share (empirical Bayes), and the forecast
mixes them.
Reference: Laird 1978 (nonparametric maximum likelihood of a mixing distribution); West and Harrison 1997 (discounting).
Not for: a trend that is to be told from noise; recent weeks count more, so a slow rise soon is the usual level.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv, betaln, gammaln

from overtone.measure.dispersion import posterior
from overtone.measure.predictive import HALF_LIFE

Array = npt.NDArray[np.float64]
RHOS: Array = np.geomspace(0.0005, 0.5, 10)
MIN_WEEKS = 4
MOST_DOUBT = 0.95

Line = Sequence[tuple[float, float, float]]  # count, total and age in weeks, week by week


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The usual share, the chances of each ρ, and how uncertain the share is under each (variance / p(1−p))."""

    share: float
    chances: Array
    doubt: Array
    weeks: int

    def interval(self, level: float) -> tuple[float, float]:
        """The equal-tailed interval of the usual share; it holds the share."""
        weight = max(1.0, 1 / float(self.chances @ self.doubt) - 1)
        a, b = self.share * weight, (1 - self.share) * weight
        low, high = (float(betaincinv(a, b, (1 + side * level) / 2)) for side in (-1, 1))
        return min(low, self.share), max(high, self.share)

    def tail(self, share: float, units: int) -> float:
        """Two-sided probability, under the usual level, of a share of `units` at least this far off.

        Twice the smaller tail; where share × units is no whole number both tails are taken wider.
        """
        if units < 1:
            return 1.0
        chances, count = self.forecast(units), share * units
        lower = float(chances[: int(np.ceil(count - 1e-9)) + 1].sum())
        upper = float(chances[int(np.floor(count + 1e-9)) :].sum())
        return min(1.0, 2 * min(lower, upper))

    def forecast(self, units: int) -> Array:
        """The probability of each count from 0 to `units`."""
        spread = np.minimum(MOST_DOUBT, RHOS + (1 - RHOS) * self.doubt / (1 + self.doubt))
        counts = np.arange(units + 1, dtype=float)[None, :]
        found: Array = self.chances @ np.exp(_logs(counts, float(units), self.share, spread))
        return found


def levels(lines: Sequence[Line]) -> list[Level | None]:
    """The usual level of each line; None where fewer than four weeks have anything in them. One call is one family."""
    tables = [np.asarray([w for w in line if w[1] > 0], dtype=float).reshape(-1, 3) for line in lines]
    told = [t for t in tables if len(t) >= MIN_WEEKS]
    if not told:
        return [None] * len(tables)
    shares = [_share(t) for t in told]
    logs = [
        _logs(t[None, :, 0], t[None, :, 1], p, RHOS).sum(axis=1) * (len(t) - 1) / len(t)
        for t, p in zip(told, shares, strict=True)
    ]
    chances, _ = posterior(np.array(logs))
    found = iter(
        Level(share=p, chances=q, doubt=_doubt(t), weeks=len(t)) for t, p, q in zip(told, shares, chances, strict=True)
    )
    return [next(found) if len(t) >= MIN_WEEKS else None for t in tables]


def _share(weeks: Array) -> float:
    """The recent share, with half a count at the share of all weeks."""
    weight = 0.5 ** (weeks[:, 2] / HALF_LIFE)
    usual = (weeks[:, 0].sum() + 0.5) / (weeks[:, 1].sum() + 1)
    recent = (weight @ weeks[:, 0] + 0.5) / (weight @ weeks[:, 1] + 0.5 / usual)
    return float(np.clip(recent, 1e-4, 1 - 1e-4))


def _doubt(weeks: Array) -> Array:
    """Σw²n(1 + (n−1)ρ) / (Σwn)² for each ρ: the variance of the share over p(1−p)."""
    weight, total = 0.5 ** (weeks[:, 2] / HALF_LIFE), weeks[:, 1]
    spread = 1 + np.maximum(total - 1, 0)[None, :] * RHOS[:, None]
    found: Array = (weight**2 * total * spread).sum(axis=1) / float(weight @ total) ** 2
    return found


def _logs(count: Array, total: Array | float, share: float, rho: Array) -> Array:
    """The log probability of counts (along the second axis) under each ρ (along the first)."""
    size = (1 / rho - 1)[:, None]
    a, b = share * size, (1 - share) * size
    ways = gammaln(np.asarray(total) + 1) - gammaln(count + 1) - gammaln(total - count + 1)
    found: Array = ways + betaln(count + a, total - count + b) - betaln(a, b)
    return found
