import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom

from overtone.measure.level import RHOS, Level, levels

Week = tuple[float, float, float]


def steady(count: float, total: float, weeks: int = 26) -> list[Week]:
    return [(count, total, float(weeks - n)) for n in range(weeks)]


def known(line: list[Week]) -> Level:
    found = levels([line])[0]
    assert found is not None
    return found


def test_under_four_weeks_there_is_no_level() -> None:
    assert levels([steady(2, 8, 3), [(0.0, 0.0, float(n)) for n in range(9)], []]) == [None, None, None]


def test_steady_weeks_give_their_share() -> None:
    found = known(steady(2, 8))
    low, high = found.interval(0.9)
    assert found.share == pytest.approx(0.25, abs=0.01)
    assert low < found.share < high


def test_recent_weeks_count_more() -> None:
    rising = [(1.0, 10.0, 26.0 - n) if n < 13 else (5.0, 10.0, 26.0 - n) for n in range(26)]
    assert 0.33 < known(rising).share < 0.5


def test_the_forecast_is_the_mixture_of_beta_binomials() -> None:
    chances = np.zeros(len(RHOS))
    chances[5] = 1
    found = Level(share=0.3, chances=chances, doubt=np.zeros(len(RHOS)), weeks=9).forecast(12)
    size = 1 / RHOS[5] - 1
    assert found == pytest.approx(betabinom.pmf(np.arange(13), 12, 0.3 * size, 0.7 * size))


@given(st.integers(0, 20))
def test_a_tail_is_a_probability_and_the_expected_share_surprises_least(count: int) -> None:
    found = known(steady(4, 16))
    assert 0 <= found.tail(count / 20, 20) <= found.tail(0.25, 20) <= 1


def test_weeks_that_differ_allow_more_than_weeks_that_do_not() -> None:
    wild = [(0.0 if n % 2 else 8.0, 16.0, 26.0 - n) for n in range(26)]
    assert known(wild).tail(0.75, 16) > known(steady(4, 16)).tail(0.75, 16)


def test_nothing_spoken_is_no_surprise() -> None:
    assert known(steady(4, 16)).tail(0.0, 0) == 1.0
