"""Forecasts and how good they were: Brier and logarithmic scores over the days a forecast stood, and skill.

Brier score in the form from 0 to 1, (p − o)²; the form from 0 to 2, which sums over both outcomes, is twice that and is
given beside it. Logarithmic score −ln of the probability given to what came true. Both: less is better. Each day a
forecast was open counts alike, with the probability that stood on it (as in Mellers and others 2014).
Not for forecasts written down after their outcome: they are shown, and scored for practice, but count in no record.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from scipy import stats

from overtone.records import Forecast

LEVEL = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A stretch of days on which one probability stood."""

    probability: float
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A settled forecast scored, each open day alike."""

    forecast: str
    came_true: bool
    days: int
    brier: float  # 0 to 1
    brier_two_sided: float  # 0 to 2
    logarithmic: float  # nats
    base_brier: float  # of the base rate, stated on every day
    base_logarithmic: float
    hindsight: bool  # a probability was written down on or after the day of the outcome

    @property
    def skill(self) -> float:
        """1 − Brier / Brier of the base rate: 0 no better than the base rate, 1 perfect, below 0 worse."""
        return 1 - self.brier / self.base_brier


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """All scored forecasts together, each alike; intervals over forecasts."""

    n: int
    brier: float
    brier_two_sided: float
    logarithmic: float
    base_brier: float
    skill: float
    better: float  # mean of base rate's Brier minus ours: above 0 we are better
    better_low: float | None  # None with one forecast: an interval needs two
    better_high: float | None
    level: float


def spells(forecast: Forecast, day: date) -> tuple[Spell, ...]:
    """The probabilities and how long each stood: to the day it was settled or due, or to `day` while it is open.

    A forecast settled on the day it was made stood for one day.
    """
    end = min(forecast.settled_on or day + timedelta(days=1), forecast.due + timedelta(days=1))
    history = [one for one in forecast.history if one.on <= day]
    starts = [one.on for one in history]
    stops = [*starts[1:], max(end, starts[-1])] if history else []
    found = [
        Spell(probability=one.probability, days=(min(stop, end) - start).days)
        for one, start, stop in zip(history, starts, stops, strict=True)
    ]
    kept = tuple(spell for spell in found if spell.days > 0)
    return kept or tuple(Spell(probability=one.probability, days=1) for one in history[-1:])


def score(forecast: Forecast, day: date) -> Score | None:
    """The score of a forecast settled by `day`; None while it is open, or where it was declared void."""
    if forecast.settled_on is None or forecast.settled_on > day or forecast.outcome == "void":
        return None
    stood = spells(forecast, day)
    truth = forecast.outcome == "yes"
    total = sum(spell.days for spell in stood)
    brier = sum(spell.days * brier_of(spell.probability, truth) for spell in stood) / total
    return Score(
        forecast=forecast.id,
        came_true=truth,
        days=total,
        brier=brier,
        brier_two_sided=2 * brier,
        logarithmic=sum(spell.days * log_of(spell.probability, truth) for spell in stood) / total,
        base_brier=brier_of(forecast.base, truth),
        base_logarithmic=log_of(forecast.base, truth),
        hindsight=any(one.entered_on >= forecast.settled_on for one in forecast.history),
    )


def brier_of(probability: float, truth: bool) -> float:
    """(p − o)², from 0 to 1 (Brier 1950 has twice this)."""
    return (probability - truth) ** 2


def log_of(probability: float, truth: bool) -> float:
    """−ln of the probability given to what came true, in nats (Good 1952)."""
    return -math.log(probability if truth else 1 - probability)


def record(scores: Sequence[Score]) -> TrackRecord | None:
    """The record of the scores that count; None where none does."""
    counted = [one for one in scores if not one.hindsight]
    if not counted:
        return None
    brier = float(np.mean([one.brier for one in counted]))
    base = float(np.mean([one.base_brier for one in counted]))
    low, high = _interval([one.base_brier - one.brier for one in counted])
    return TrackRecord(
        n=len(counted),
        brier=brier,
        brier_two_sided=2 * brier,
        logarithmic=float(np.mean([one.logarithmic for one in counted])),
        base_brier=base,
        skill=1 - brier / base,
        better=base - brier,
        better_low=low,
        better_high=high,
        level=LEVEL,
    )


def scores_of(forecasts: Sequence[Forecast], day: date) -> Iterator[Score]:
    """The score of each settled forecast."""
    found = (score(one, day) for one in forecasts)
    return (one for one in found if one is not None)


def _interval(differences: Sequence[float]) -> tuple[float | None, float | None]:
    """Student's interval of a mean; a point where all differences are the same."""
    n = len(differences)
    if n < 2:
        return None, None
    mean, spread = float(np.mean(differences)), float(np.std(differences, ddof=1))
    half = float(stats.t.ppf(0.5 + LEVEL / 2, n - 1)) * spread / math.sqrt(n)
    return mean - half, mean + half
