"""The interval of a proportion: known values, inside 0 and 1, narrower with more units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from overtone.bench.interval import wilson


@given(st.integers(1, 2000), st.floats(0, 1))
def test_it_is_the_interval_that_scipy_gives(n: int, share: float) -> None:
    right = round(share * n)
    expected = binomtest(right, n).proportion_ci(confidence_level=0.95, method="wilson")
    assert wilson(right, n) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_nothing_scored_is_everything_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("right", "n"), [(0, 10), (10, 10), (5, 10)])
def test_it_lies_in_the_unit_interval_and_holds_the_share(right: int, n: int) -> None:
    low, high = wilson(right, n)
    assert 0 <= low <= right / n <= high + 1e-12
    assert high <= 1


def test_more_units_make_it_narrower() -> None:
    widths = [high - low for low, high in (wilson(n // 2, n) for n in (10, 100, 1000))]
    assert widths == sorted(widths, reverse=True)
