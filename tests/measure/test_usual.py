from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, binom

from overtone.measure.usual import Usual, clustered_share, overdispersion, usual_level

WEEKS = st.lists(st.tuples(st.integers(0, 30), st.integers(30, 60)), min_size=4, max_size=30)
DOCUMENTS = st.lists(st.tuples(st.integers(0, 9), st.integers(9, 40)), min_size=1, max_size=20)


def known(weeks: Sequence[tuple[int, int]]) -> Usual:
    found = usual_level(weeks)
    assert found is not None
    return found


@given(DOCUMENTS, st.sampled_from((0.5, 0.9, 0.99)))
def test_a_share_lies_inside_its_interval_and_both_inside_nought_and_one(
    parts: list[tuple[int, int]], level: float
) -> None:
    share, low, high = clustered_share(parts, level)
    assert 0 <= low <= share <= high <= 1


@given(WEEKS, st.integers(1, 200), st.floats(0, 1))
def test_a_surprise_is_a_probability_and_the_usual_share_lies_in_its_interval(
    weeks: list[tuple[int, int]], units: int, share: float
) -> None:
    usual = known(weeks)
    low, high = usual.interval(0.9)
    assert 0 <= low <= usual.share <= high <= 1
    assert 0 <= usual.tail(share, units) <= 1


def test_independent_documents_of_one_statement_give_jeffreys_interval() -> None:
    _, low, high = clustered_share([(1, 1)] * 30 + [(0, 1)] * 70, 0.9)
    exact = [float(beta.ppf(tail, 30.5, 70.5)) for tail in (0.05, 0.95)]
    assert [low, high] == pytest.approx(exact, abs=0.006)


def test_statements_of_one_transcript_count_as_one_unit() -> None:
    _, low, high = clustered_share([(20, 40)], 0.9)
    assert high - low > 0.8


def test_statements_that_hang_together_give_a_wider_interval() -> None:
    alike = clustered_share([(2, 4)] * 20, 0.9, 80)
    apart = clustered_share([(4, 4)] * 10 + [(0, 4)] * 10, 0.9, 80)
    assert apart[2] - apart[1] > alike[2] - alike[1]


def test_steady_weeks_give_the_binomial_tail() -> None:
    chance = np.random.default_rng(1)
    weeks = [(int(k), 50) for k in chance.binomial(50, 0.3, 400)]
    usual = known(weeks)
    assert usual.rho < 0.01
    assert usual.tail(0.5, 50) == pytest.approx(2 * binom.sf(24, 50, usual.share), rel=1.0)
    assert usual.tail(0.3, 50) > 0.5


def test_unsteady_weeks_are_seldom_surprising() -> None:
    calm = known([(15, 50)] * 26)
    wild = known([(5, 50), (25, 50)] * 13)
    assert wild.tail(0.5, 50) > 10 * calm.tail(0.5, 50)


def test_three_weeks_are_no_usual_level() -> None:
    assert usual_level([(1, 10)] * 3 + [(0, 0)] * 9) is None


def test_overdispersion_of_nothing_is_the_least() -> None:
    assert overdispersion([]) == overdispersion([(1, 1)]) == pytest.approx(0.0005)
