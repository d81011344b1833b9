from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma, poisson

from overtone.measure.predictive import Cells, Forecast, between, cells, dispersion, forecast, shared_dispersion

PAIRS = st.lists(st.tuples(st.integers(0, 40), st.floats(0.1, 5)), min_size=1, max_size=20)
NONE = cells([])


def known(own: Cells, peers: Sequence[Cells], now: npt.NDArray[np.float64], alpha: float) -> Forecast:
    found = forecast(own, peers, now, alpha)
    assert found is not None
    return found


@pytest.mark.parametrize(("alpha", "needed"), [(0.0001, 3.0), (0.5, 6.9), (1.0, 19.0)])
def test_the_count_that_zero_needs_is_the_published_one(alpha: float, needed: float) -> None:
    assert Forecast(mean=1, dispersion=alpha).needed() == pytest.approx(needed, abs=0.05)


@given(st.floats(0.05, 60), st.floats(0.02, 5))
def test_zero_is_evidence_exactly_where_enough_is_expected(mean: float, alpha: float) -> None:
    expected = Forecast(mean=mean, dispersion=alpha)
    if abs(mean - expected.needed()) > 1e-6 * expected.needed():
        assert (expected.at_most(0) <= 0.05) == (mean >= expected.needed())


@given(st.integers(0, 60), st.floats(0.1, 60), st.floats(0.02, 5))
def test_tails_are_probabilities_and_grow_with_the_count(count: int, mean: float, alpha: float) -> None:
    expected = Forecast(mean=mean, dispersion=alpha)
    assert 0 <= expected.at_most(count) <= expected.at_most(count + 1) <= 1
    assert expected.at_most(count) + expected.at_least(count + 1) == pytest.approx(1)


@given(PAIRS, st.floats(0.02, 5), st.floats(0.1, 10))
def test_more_words_let_more_be_expected(pairs: list[tuple[int, float]], alpha: float, now: float) -> None:
    one = known(cells(pairs), [], np.array([now]), alpha)
    two = known(cells(pairs), [], np.array([2 * now]), alpha)
    assert two.mean == pytest.approx(2 * one.mean)
    assert two.at_most(0) <= one.at_most(0)


def test_the_forecast_is_the_gamma_mixture_it_claims_to_be() -> None:
    expected = Forecast(mean=6, dispersion=0.5)
    rates = gamma.ppf((np.arange(4000) + 0.5) / 4000, 2, scale=3)
    assert expected.at_most(2) == pytest.approx(float(np.mean(poisson.cdf(2, rates))), abs=0.002)


def test_a_long_past_outweighs_the_peers_and_a_short_one_does_not() -> None:
    peers = [cells([(20, 1.0)] * 5), cells([(18, 1.0)] * 5), cells([(22, 1.0)] * 5)]
    now = np.array([1.0])
    long = known(cells([(2, 1.0)] * 60), peers, now, 0.1)
    short = known(cells([(0, 0.1)]), peers, now, 0.1)
    assert long.mean == pytest.approx(2, abs=0.5)
    assert short.mean > 10


@pytest.mark.parametrize(("peers", "expected"), [(0, False), (2, False), (3, True)])
def test_without_own_past_it_takes_three_peers(peers: int, expected: bool) -> None:
    others = [cells([(4, 1.0), (5, 1.0)])] * peers
    assert (forecast(NONE, others, np.array([1.0]), 0.2) is not None) is expected


def test_nothing_spoken_is_nothing_expected() -> None:
    assert forecast(cells([(4, 1.0)]), [], np.array([0.0]), 0.2) is None


def test_dispersion_is_found_again() -> None:
    chance = np.random.default_rng(3)
    lots = [cells([(int(chance.poisson(9 * chance.gamma(2, 0.5))), 1.0) for _ in range(300)]) for _ in range(3)]
    assert dispersion(lots) == pytest.approx(0.5, abs=0.12)
    assert dispersion([cells([(int(chance.poisson(9)), 1.0) for _ in range(300)])]) < 0.05
    assert dispersion([NONE]) == 0.02


def test_few_cells_borrow_their_dispersion() -> None:
    wild = [cells([(0, 1.0), (30, 1.0)] * 6)]
    assert shared_dispersion(cells([(3, 1.0)] * 3), wild) == dispersion(wild)
    assert shared_dispersion(cells([(3, 1.0)] * 20), wild) < dispersion(wild)


def test_two_peers_are_no_population() -> None:
    alike = [cells([(10, 1.0)] * 9)] * 2
    assert between(alike, 10, 0.02) == 1.0
    assert between(alike * 2, 10, 0.02) == 0.1
