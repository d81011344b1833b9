import numpy as np
import pytest

from overtone.measure.departure import departure, garwood, telling
from overtone.measure.predictive import cells
from overtone.records import Signal

DRAFT = Signal(
    measure="silence",
    method="silence@1",
    window="2022-W20",
    actor="putin",
    target="ua",
    venue="",
    unit="mentions",
    value=0,
    low=0,
    high=0,
    level=0.9,
    baseline=None,
    baseline_low=None,
    baseline_high=None,
    surprise=None,
    coverage=1,
    n=1,
    because="",
    evidence=(),
)


@pytest.mark.parametrize(
    ("now", "past", "because"),
    [
        ([(100, 10.0)] * 5, [(100, 10.0)] * 20, "usual"),
        ([(300, 10.0)] * 5, [(100, 10.0)] * 20, "above-usual"),
        ([(20, 10.0)] * 5, [(100, 10.0)] * 20, "below-usual"),
        ([(1, 1.0)], [(1, 1.0)], "cannot-tell"),
        ([(0, 0.1)], [(100, 10.0)] * 20, "cannot-tell"),
    ],
)
def test_a_rate_is_as_usual_only_if_its_whole_interval_says_so(
    now: list[tuple[float, float]], past: list[tuple[float, float]], because: str
) -> None:
    found = departure(DRAFT, cells(now), cells(past), 0.02)
    assert found.because == because
    assert found.unit == "departure"
    assert found.low <= found.value <= found.high


def test_the_ratio_interval_is_that_of_two_simulated_gammas() -> None:
    chance = np.random.default_rng(5)
    found = departure(DRAFT, cells([(12, 4.0)]), cells([(30, 10.0)]), 1e-9)
    draws = chance.gamma(12.5, 1 / 4, 200_000) / chance.gamma(30.5, 1 / 10, 200_000)
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(draws, (0.05, 0.95))), rel=0.02)


@pytest.mark.parametrize(
    ("now", "past", "asked"), [((0, 1.0), (30, 10.0), True), ((4, 1.0), (1, 9.0), True), ((2, 1.0), (10, 10.0), False)]
)
def test_a_ratio_of_next_to_nothing_is_not_told_unasked(
    now: tuple[int, float], past: tuple[int, float], asked: bool
) -> None:
    assert telling(cells([now]), cells([past])) is asked


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 2.996), (1, 0.051, 4.744), (10, 5.425, 16.962)])
def test_the_interval_of_a_count_is_the_printed_table(count: int, low: float, high: float) -> None:
    assert garwood(count, 0.9) == pytest.approx((low, high), abs=0.001)
