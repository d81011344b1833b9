"""Calibration of forecasts: of what was called 70 per cent, did 70 per cent come true? Murphy's parts, and a plot.

Each forecast weighs one, spread over its probabilities by the days they stood, so the mean score here is that of the
record. Brier = REL − RES + UNC, and a rest that is there only where probabilities of unlike value share a bin
(Stephenson, Coelho and Jolliffe 2008). The band of a bin says where its share would fall by chance alone if every
probability were right (Bröcker and Smith 2007): exact, as the law of a sum of unlike coins, not drawn.
Not for fewer than TEN forecasts: an abstention is given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from overtone.assess.forecasts import LEVEL, spells
from overtone.records import Forecast

TEN = 10
BINS = 10
GRAIN = 1000  # a forecast's weight in a bin is rounded to thousandths, so that the law of the sum can be worked out
METHOD = "reliability@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts of about one probability."""

    stated: float  # mean probability
    came_true: float  # share that came true
    weight: float  # forecasts in it, by days
    forecasts: int
    low: float  # where the share would lie by chance if every probability were right
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Murphy's parts of the Brier score, 0 to 1 form, and the bins they are of."""

    n: int
    brier: float
    rel: float  # reliability: 0 is perfect
    res: float  # resolution: the more the better
    unc: float  # uncertainty of the outcomes
    rest: float  # of unlike probabilities in one bin; 0 where there are none
    level: float  # of the bands
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The days of one forecast in one bin, as a share of all its days."""

    forecast: int
    probability: float
    truth: bool
    weight: float


def reliability(forecasts: Sequence[Forecast], day: date) -> Reliability | None:
    """The parts and bins of settled forecasts; None under TEN of them."""
    settled = [f for f in forecasts if f.settled_on and f.settled_on <= day and f.outcome in {"yes", "no"}]
    if len(settled) < TEN:
        return None
    parts = [part for place, one in enumerate(settled) for part in _parts(place, one, day)]
    total = float(len(settled))
    mean = sum(part.weight * part.truth for part in parts) / total
    binned = _binned(parts)
    bins = tuple(_bin(inside) for _, inside in sorted(binned.items()))
    brier = sum(part.weight * (part.probability - part.truth) ** 2 for part in parts) / total
    rel = sum(one.weight * (one.stated - one.came_true) ** 2 for one in bins) / total
    res = sum(one.weight * (one.came_true - mean) ** 2 for one in bins) / total
    unc = mean * (1 - mean)
    return Reliability(
        n=len(settled),
        brier=brier,
        rel=rel,
        res=res,
        unc=unc,
        rest=brier - (rel - res + unc),
        level=LEVEL,
        bins=bins,
    )


def _parts(place: int, forecast: Forecast, day: date) -> list[_Part]:
    stood = spells(forecast, day)
    total = sum(spell.days for spell in stood)
    truth = forecast.outcome == "yes"
    return [_Part(forecast=place, probability=s.probability, truth=truth, weight=s.days / total) for s in stood]


def _binned(parts: Sequence[_Part]) -> Mapping[float, list[_Part]]:
    """One bin for each probability where there are few, else ten of equal width."""
    distinct = {part.probability for part in parts}
    found: dict[float, list[_Part]] = {}
    for part in parts:
        key = part.probability if len(distinct) <= BINS else min(int(part.probability * BINS), BINS - 1) / BINS
        found.setdefault(key, []).append(part)
    return found


def _bin(parts: Sequence[_Part]) -> Bin:
    weight = sum(part.weight for part in parts)
    low, high = _band(parts)
    return Bin(
        stated=sum(part.weight * part.probability for part in parts) / weight,
        came_true=sum(part.weight * part.truth for part in parts) / weight,
        weight=weight,
        forecasts=len({part.forecast for part in parts}),
        low=low,
        high=high,
    )


def _band(parts: Sequence[_Part]) -> tuple[float, float]:
    """The middle LEVEL of the share that would come true, if each forecast were a coin with the probability it states.

    One forecast is one coin, however many spells of it lie in the bin.
    """
    coins: dict[int, tuple[float, float]] = {}
    for part in parts:
        weight, stated = coins.get(part.forecast, (0.0, 0.0))
        coins[part.forecast] = (weight + part.weight, stated + part.weight * part.probability)
    law: NDArray[np.float64] = np.ones(1)
    for weight, stated in coins.values():
        grains, chance = max(round(weight * GRAIN), 1), stated / weight
        longer = np.zeros(len(law) + grains)
        longer[: len(law)] += (1 - chance) * law
        longer[grains:] += chance * law
        law = longer
    below = np.cumsum(law)
    tail = (1 - LEVEL) / 2
    top = len(law) - 1
    low = int(np.searchsorted(below, tail - 1e-12))
    high = int(np.searchsorted(below, 1 - tail - 1e-12))
    return low / top, min(high, top) / top
