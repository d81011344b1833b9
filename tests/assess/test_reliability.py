from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from overtone.assess.forecasts import scores_of
from overtone.assess.reliability import reliability
from overtone.records import Forecast
from tests.assess.judged import forecast

LATER = date(2023, 6, 1)


def settled(*pairs: tuple[float, bool]) -> list[Forecast]:
    """Forecasts that stood for ten days at one probability."""
    return [
        forecast(f"2022-10-01={p}", "yes" if truth else "no", "2022-10-11", key=f"f{place}")
        for place, (p, truth) in enumerate(pairs)
    ]


def test_murphys_parts_are_those_worked_by_hand() -> None:
    """Ten at .2 of which three came true, ten at .8 of which seven did."""
    found = reliability(settled(*[(0.2, n < 3) for n in range(10)], *[(0.8, n < 7) for n in range(10)]), LATER)
    assert found is not None
    assert found.rel == pytest.approx(0.01)
    assert found.res == pytest.approx(0.04)
    assert found.unc == pytest.approx(0.25)
    assert found.rest == pytest.approx(0, abs=1e-12)
    assert found.brier == pytest.approx(0.22)


@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.booleans()), min_size=10, max_size=30))
@settings(max_examples=40, deadline=None)
def test_the_parts_add_up_to_the_brier_score_of_the_record(pairs: list[tuple[float, bool]]) -> None:
    forecasts = settled(*pairs)
    found = reliability(forecasts, LATER)
    assert found is not None
    assert found.rel - found.res + found.unc + found.rest == pytest.approx(found.brier)
    assert found.brier == pytest.approx(np.mean([one.brier for one in scores_of(forecasts, LATER)]))


def test_the_band_of_a_bin_is_the_binomial_law() -> None:
    found = reliability(settled(*[(0.3, n < 6) for n in range(20)]), LATER)
    assert found is not None
    (only,) = found.bins
    low, high = (float(stats.binom.ppf(share, 20, 0.3)) / 20 for share in (0.05, 0.95))
    assert [only.low, only.high] == pytest.approx([low, high])
    assert [only.stated, only.came_true, only.forecasts] == pytest.approx([0.3, 0.3, 20])


def test_two_spells_of_one_forecast_in_a_bin_are_one_coin() -> None:
    """Ten forecasts whose probability moved within a bin: the band is that of ten coins, not of twenty."""
    moved = [forecast("2022-10-01=.32 2022-10-06=.34", "no", "2022-10-11", key=f"f{n}") for n in range(10)]
    spread = [forecast(f"2022-10-01={0.03 + n / 12:.3f}", "no", "2022-10-11", key=f"g{n}") for n in range(11)]
    found = reliability([*moved, *spread], LATER)
    assert found is not None
    held = next(one for one in found.bins if one.forecasts > 5)
    coins = [0.33] * 10 + [0.03 + n / 12 for n in range(11) if 0.3 <= 0.03 + n / 12 < 0.4]
    assert held.forecasts == len(coins)
    rng = np.random.default_rng(7)
    drawn = (rng.random((40_000, len(coins))) < np.array(coins)).mean(axis=1)
    assert held.low == pytest.approx(np.quantile(drawn, 0.05), abs=0.1)
    assert held.high == pytest.approx(np.quantile(drawn, 0.95), abs=0.1)


@pytest.mark.parametrize("truth", [True, False])
def test_outcomes_that_are_all_alike_leave_nothing_uncertain(truth: bool) -> None:
    found = reliability(settled(*[(0.5, truth)] * 12), LATER)
    assert found is not None
    assert (found.unc, found.res) == (0, 0)
    assert found.rel == pytest.approx(0.25)


def test_fewer_than_ten_forecasts_have_no_calibration() -> None:
    assert reliability(settled(*[(0.5, True)] * 9), LATER) is None
    assert reliability([], LATER) is None
