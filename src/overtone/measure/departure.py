"""Departure: whether a speaker names something as often as before, as a rate ratio with a region of equivalence.

The ratio of two gamma-distributed rates follows a scaled F distribution; each rate's shape takes in the dispersion
between its cells.
Not for: telling "unchanged" from few words: a wide interval is "cannot-tell".
"""

from dataclasses import replace

from scipy.special import fdtri, gammaincinv

from overtone.measure.predictive import Cells
from overtone.records import Signal

REGION = 1.5  # ratios inside [1/1.5, 1.5] are the same for our purposes; fixed beforehand


def garwood(count: int, level: float) -> tuple[float, float]:
    """The exact interval of a Poisson mean from one count (Garwood 1936)."""
    tail = (1 - level) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return low, float(gammaincinv(count + 1, 1 - tail))


def telling(now: Cells, past: Cells) -> bool:
    """Whether three mentions were due or came: below that a ratio says nothing unless it is asked for."""
    return max(now.total, past.total / past.volume * now.volume) >= 3


def ratio(now: Cells, past: Cells, level: float, alpha: float) -> tuple[float, float, float]:
    """The ratio of two rates and its interval, half a mention added on both sides, so that a past of none has one."""
    middle = ((now.total + 0.5) / now.volume) / ((past.total + 0.5) / past.volume)
    shapes = [1 / (1 / (c.total + 0.5) + alpha * c.whole.spread) for c in (now, past)]
    tail = (1 - level) / 2
    low, high = (float(fdtri(2 * shapes[0], 2 * shapes[1], q)) for q in (tail, 1 - tail))
    return middle, middle * low, middle * high


def departure(signal: Signal, now: Cells, past: Cells, alpha: float) -> Signal:
    """The rate ratio of the window to the speaker's own past: usual only if its whole interval lies in the region.

    The past must name the target at least once.
    """
    value = (now.total / now.volume) / (past.total / past.volume)
    _, low, high = ratio(now, past, signal.level, alpha)
    return replace(
        signal,
        unit="departure",
        value=value,
        low=min(low, value),
        high=max(high, value),
        baseline=1.0,
        baseline_low=1 / REGION,
        baseline_high=REGION,
        because=judged(low, high),
    )


def judged(low: float, high: float) -> str:
    """The verdict on a ratio by its interval and the region of equivalence."""
    if low > REGION:
        return "above-usual"
    if high < 1 / REGION:
        return "below-usual"
    return "usual" if low >= 1 / REGION and high <= REGION else "cannot-tell"
