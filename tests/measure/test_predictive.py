from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma, poisson

from overtone.measure.predictive import CARRIED, GRID, HALF_LIFE, Cells, Forecast, between, cells, forecast

PAIRS = st.lists(st.tuples(st.integers(0, 40), st.floats(0.1, 5)), min_size=1, max_size=20)
NONE = cells([])
Array = npt.NDArray[np.float64]


def plain(mean: float, alpha: float) -> Forecast:
    """A forecast of one dispersion."""
    return Forecast(mean=mean, dispersions=np.array([alpha]), chances=np.array([1.0]))


def about(alpha: float) -> Array:
    """Chances that all lie on the point of the grid nearest to a dispersion."""
    chances = np.zeros(len(GRID))
    chances[int(np.argmin(np.abs(GRID - alpha)))] = 1
    return chances


def known(own: Cells, peers: Sequence[Cells], now: Array, alpha: float) -> Forecast:
    found = forecast(own, peers, now, about(alpha))
    assert found is not None
    return found


@pytest.mark.parametrize(("alpha", "needed"), [(0.0001, 3.0), (0.5, 6.9), (1.0, 19.0)])
def test_the_count_that_zero_needs_is_the_published_one(alpha: float, needed: float) -> None:
    assert plain(1, alpha).needed() == pytest.approx(needed, abs=0.05)


@given(st.floats(0.05, 60), st.floats(0.02, 5))
def test_zero_is_evidence_exactly_where_enough_is_expected(mean: float, alpha: float) -> None:
    expected = plain(mean, alpha)
    if abs(mean - expected.needed()) > 1e-6 * expected.needed():
        assert (expected.at_most(0) <= 0.05) == (mean >= expected.needed())


@given(st.integers(0, 60), st.floats(0.1, 60), st.floats(0.02, 5))
def test_tails_are_probabilities_and_grow_with_the_count(count: int, mean: float, alpha: float) -> None:
    expected = plain(mean, alpha)
    assert 0 <= expected.at_most(count) <= expected.at_most(count + 1) <= 1
    assert expected.at_most(count) + expected.at_least(count + 1) == pytest.approx(1)


@given(PAIRS, st.floats(0.02, 5), st.floats(0.1, 10))
def test_more_words_let_more_be_expected(pairs: list[tuple[int, float]], alpha: float, now: float) -> None:
    one = known(cells(pairs), [], np.array([now]), alpha)
    two = known(cells(pairs), [], np.array([2 * now]), alpha)
    assert two.mean == pytest.approx(2 * one.mean)
    assert two.at_most(0) <= one.at_most(0)


def test_the_forecast_is_the_gamma_mixture_it_claims_to_be() -> None:
    rates = gamma.ppf((np.arange(4000) + 0.5) / 4000, 2, scale=3)
    assert plain(6, 0.5).at_most(2) == pytest.approx(float(np.mean(poisson.cdf(2, rates))), abs=0.002)


def test_a_mixed_forecast_is_the_mean_of_its_parts() -> None:
    mixed = Forecast(mean=6, dispersions=np.array([0.1, 2.0]), chances=np.array([0.25, 0.75]))
    assert mixed.at_most(3) == pytest.approx(0.25 * plain(6, 0.1).at_most(3) + 0.75 * plain(6, 2.0).at_most(3))


def test_a_long_past_outweighs_the_peers_and_a_short_one_does_not() -> None:
    peers = [cells([(20, 1.0)] * 5), cells([(18, 1.0)] * 5), cells([(22, 1.0)] * 5)]
    now = np.array([1.0])
    assert known(cells([(2, 1.0)] * 60), peers, now, 0.1).mean == pytest.approx(2, abs=0.5)
    assert known(cells([(0, 0.1)]), peers, now, 0.1).mean > 10


@pytest.mark.parametrize(("peers", "expected"), [(0, False), (2, False), (3, True)])
def test_without_own_past_it_takes_three_peers(peers: int, expected: bool) -> None:
    others = [cells([(4, 1.0), (5, 1.0)])] * peers
    assert (forecast(NONE, others, np.array([1.0]), about(0.2)) is not None) is expected


def test_nothing_spoken_is_nothing_expected() -> None:
    assert forecast(cells([(4, 1.0)]), [], np.array([0.0]), about(0.2)) is None


def test_an_older_cell_counts_less() -> None:
    rising = cells([(10, 1.0, 2), (0, 1.0, 2 + HALF_LIFE)])
    assert rising.recent.total / rising.recent.volume == pytest.approx(10 * 2 / 3)
    assert rising.total / rising.volume == 5


def test_last_weeks_surplus_carries_on_in_part_and_only_last_weeks() -> None:
    calm = [(5, 1.0, age) for age in range(2, 27)]
    after = {age: known(cells([*calm, (15, 1.0, age)]), [], np.array([1.0]), 5.0).mean for age in (1, 27)}
    rate = cells([*calm, (15, 1.0, 1)]).recent
    usual = (rate.total + 0.5) / (rate.volume + 0.5 * 26 / 140.5)
    assert after[1] == pytest.approx(usual * (1 + CARRIED * 5 * usual / (1 + 5 * usual) * (15 / usual - 1)), rel=0.01)
    assert after[27] < usual


def test_two_peers_are_no_population() -> None:
    alike = [cells([(10, 1.0)] * 9)] * 2
    assert between(alike, 10, 0.02) == 1.0
    assert between(alike * 2, 10, 0.02) == 0.1
