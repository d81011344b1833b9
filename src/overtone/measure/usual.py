"""The usual level of a share: beta-binomial from the trailing weeks, and intervals for clustered shares.

A week's count k of n follows a beta-binomial with mean p and overdispersion ρ (the intra-week correlation), both by
moments. Shares of one window are ratio estimates with documents as sampling units; their variance becomes an effective
number of units, and the interval is Jeffreys' at that number (Korn and Graubard 1998 with Jeffreys' in place of
Clopper and Pearson's; Brown, Cai and DasGupta 2001).
Not for: trends inside the trailing weeks, which count as overdispersion.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv, betaln, gammaln, stdtrit

Array = npt.NDArray[np.float64]
MIN_WEEKS = 4
RHO = (0.0005, 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The usual share with what is known of it: `weight` is the size of the sample it is worth."""

    share: float
    rho: float
    weight: float
    weeks: int

    def interval(self, level: float) -> tuple[float, float]:
        """The equal-tailed interval of the usual share; it holds the share."""
        low, high = _central(self.share * self.weight, (1 - self.share) * self.weight, level)
        return min(low, self.share), max(high, self.share)

    def tail(self, share: float, units: int) -> float:
        """Two-sided probability, under the usual level, of a share of `units` at least this far off.

        Twice the smaller tail of the beta-binomial. Where share × units is no whole number both tails are taken wider.
        """
        return 1.0 if units < 1 else beta_binomial_tail(share * units, units, *self._shape())

    def _shape(self) -> tuple[float, float]:
        doubt = min(0.95, self.rho + (1 - self.rho) / (self.weight + 1))
        size = (1 - doubt) / doubt
        return self.share * size, (1 - self.share) * size


def beta_binomial_tail(count: float, units: int, a: float, b: float) -> float:
    """Twice the smaller tail of a beta-binomial; a count that is no whole number is rounded outward on both sides."""
    chances = _beta_binomial(units, a, b)
    lower = float(chances[: int(np.ceil(count - 1e-9)) + 1].sum())
    upper = float(chances[int(np.floor(count + 1e-9)) :].sum())
    return min(1.0, 2 * min(lower, upper))


def _beta_binomial(units: int, a: float, b: float) -> Array:
    """The probability of each count from 0 to `units`."""
    k = np.arange(units + 1)
    ways = gammaln(units + 1) - gammaln(k + 1) - gammaln(units - k + 1)
    chances: Array = np.exp(ways + betaln(k + a, units - k + b) - betaln(a, b))
    return chances


def usual_level(weeks: Sequence[tuple[float, float]], common_rho: float | None = None) -> Usual | None:
    """The usual level from (count, total) per week; None under four weeks with anything in them.

    ρ is drawn half-way, on the log scale, toward `common_rho`, the typical one of the family.
    """
    counted = np.asarray([(k, n) for k, n in weeks if n > 0], dtype=float).reshape(-1, 2)
    if len(counted) < MIN_WEEKS:
        return None
    k, n = counted[:, 0], counted[:, 1]
    share = float((k.sum() + 0.5) / (n.sum() + 1))
    rho = overdispersion(weeks)
    if common_rho is not None:
        rho = float(np.sqrt(rho * common_rho))
    variance = float((n * (1 + (n - 1).clip(0) * rho)).sum()) / float(n.sum()) ** 2
    return Usual(share=share, rho=rho, weight=max(1.0, 1 / variance - 1), weeks=len(counted))


def overdispersion(weeks: Sequence[tuple[float, float]]) -> float:
    """ρ by moments from (count, total) per week, within bounds."""
    counted = np.asarray([(k, n) for k, n in weeks if n > 0], dtype=float).reshape(-1, 2)
    k, n = counted[:, 0], counted[:, 1]
    pairs = float((n * (n - 1)).clip(0).sum()) if len(counted) > 1 else 0.0
    if not pairs:
        return RHO[0]
    p = float((k.sum() + 0.5) / (n.sum() + 1))
    squares = float(((k - n * p) ** 2).sum()) / (p * (1 - p)) * len(counted) / (len(counted) - 1)
    return float(np.clip((squares - n.sum()) / pairs, *RHO))


def clustered_share(
    parts: Sequence[tuple[float, float]], level: float, most: float = float("inf")
) -> tuple[float, float, float]:
    """Share Σpart/Σwhole over documents and its interval, at an effective number of units of at most `most`.

    Not for windows of one document as if it spoke for the week: it counts as one unit and the interval says so.
    """
    pairs = np.asarray([(x, m) for x, m in parts if m > 0], dtype=float).reshape(-1, 2)
    x, m = pairs[:, 0], pairs[:, 1]
    share = float(x.sum() / m.sum())
    units = min(_effective(x, m, share, level), most)
    low, high = _jeffreys(share, units, level)
    return share, low, high


def _effective(x: Array, m: Array, share: float, level: float) -> float:
    documents = len(m)
    if documents < 2:
        return 1.0
    variance = documents / (documents - 1) * float(((x - share * m) ** 2).sum()) / float(m.sum()) ** 2
    if variance <= 0 or not 0 < share < 1:
        return max(1.0, float(m.sum() ** 2 / (m**2).sum()))
    normal, wide = (float(stdtrit(degrees, (1 + level) / 2)) for degrees in (1e6, documents - 1))
    return max(1.0, share * (1 - share) / variance * (normal / wide) ** 2)


def _jeffreys(share: float, units: float, level: float) -> tuple[float, float]:
    low, high = _central(share * units + 0.5, (1 - share) * units + 0.5, level)
    return (0.0 if share <= 0 else min(low, share)), (1.0 if share >= 1 else max(high, share))


def _central(a: float, b: float, level: float) -> tuple[float, float]:
    return float(betaincinv(a, b, (1 - level) / 2)), float(betaincinv(a, b, (1 + level) / 2))
