import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import scoringrules
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from overtone.assess.forecasts import brier_of, log_of, record, score, scores_of, spells
from overtone.records import Forecast
from tests.assess.judged import forecast

LATER = date(2023, 6, 1)


def test_a_score_is_the_one_worked_by_hand() -> None:
    """.3 for four days, .6 for six, then it comes true: (4·.49 + 6·.16) / 10."""
    found = score(forecast("2022-10-01=.3 2022-10-05=.6", "yes", "2022-10-11", base=0.2), LATER)
    assert found is not None
    assert found.days == 10
    assert found.brier == pytest.approx(0.292)
    assert found.brier_two_sided == pytest.approx(0.584)
    assert found.logarithmic == pytest.approx(-(4 * math.log(0.3) + 6 * math.log(0.6)) / 10)
    assert found.base_brier == pytest.approx(0.64)
    assert found.skill == pytest.approx(1 - 0.292 / 0.64)


@given(st.floats(0.001, 0.999), st.booleans())
@settings(max_examples=60, deadline=None)
def test_brier_and_logarithmic_scores_are_those_of_scoringrules(p: float, truth: bool) -> None:
    assert brier_of(p, truth) == pytest.approx(float(scoringrules.brier_score(float(truth), p)))
    assert log_of(p, truth) == pytest.approx(float(scoringrules.log_score(float(truth), p)))


@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.integers(1, 9)), min_size=1, max_size=5), st.booleans())
@settings(max_examples=40, deadline=None)
def test_the_mean_over_days_is_that_of_scoringrules_day_by_day(parts: list[tuple[float, int]], truth: bool) -> None:
    day, history, daily = date(2022, 3, 1), [], []
    for p, days in parts:
        history.append(f"{day}={p}")
        daily += [p] * days
        day = date.fromordinal(day.toordinal() + days)
    found = score(forecast(" ".join(history), "yes" if truth else "no", day.isoformat()), LATER)
    assert found is not None
    assert found.brier == pytest.approx(
        float(np.mean(scoringrules.brier_score(np.full(len(daily), float(truth)), daily)))
    )
    assert found.logarithmic == pytest.approx(
        float(np.mean(scoringrules.log_score(np.full(len(daily), float(truth)), daily)))
    )


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
@settings(max_examples=60, deadline=None)
def test_no_other_probability_than_the_true_one_is_worth_stating(truth: float, stated: float) -> None:
    for rule in (brier_of, log_of):
        honest = truth * rule(truth, True) + (1 - truth) * rule(truth, False)
        other = truth * rule(stated, True) + (1 - truth) * rule(stated, False)
        assert honest <= other + 1e-12


def test_days_after_the_due_day_do_not_count() -> None:
    late = replace(forecast("2022-12-30=.2", "no", "2023-02-01"), due=date(2022, 12, 31))
    assert [s.days for s in spells(late, LATER)] == [2]


def test_a_forecast_settled_on_its_own_day_stood_for_one() -> None:
    assert [s.days for s in spells(forecast("2022-10-01=.4", "yes", "2022-10-01"), LATER)] == [1]


def test_an_open_or_void_forecast_has_no_score() -> None:
    assert score(forecast("2022-10-01=.4"), LATER) is None
    assert score(forecast("2022-10-01=.4", "void", "2022-10-05"), LATER) is None
    assert score(forecast("2022-10-01=.4", "yes", "2022-10-05"), date(2022, 10, 4)) is None


def test_what_was_written_down_after_the_outcome_is_scored_but_counts_in_no_record() -> None:
    plain = forecast("2022-10-01=.9", "yes", "2022-10-05")
    late = replace(plain, history=(replace(plain.history[0], entered_on=date(2022, 10, 5)),))
    found = score(late, LATER)
    assert found is not None
    assert found.hindsight
    assert record([found]) is None


def test_the_record_has_skill_against_the_base_rate_with_an_interval() -> None:
    briers = []
    found = []
    for number, (p, truth) in enumerate([(0.9, "yes"), (0.2, "no"), (0.7, "no")]):
        one: Forecast = forecast(f"2022-10-01={p}", truth, "2022-10-11", key=f"f{number}", base=0.5)
        briers.append((p - (truth == "yes")) ** 2)
        found += list(scores_of([one], LATER))
    total = record(found)
    assert total is not None
    assert total.brier == pytest.approx(np.mean(briers))
    assert total.skill == pytest.approx(1 - np.mean(briers) / 0.25)
    low, high = stats.t.interval(0.9, 2, loc=0.25 - np.mean(briers), scale=stats.sem(briers))
    assert [total.better_low, total.better_high] == pytest.approx([low, high])


def test_one_forecast_has_no_interval_and_none_has_no_record() -> None:
    alone = record(list(scores_of([forecast("2022-10-01=.9", "yes", "2022-10-05")], LATER)))
    assert alone is not None
    assert (alone.better_low, alone.better_high) == (None, None)
    assert record([]) is None
