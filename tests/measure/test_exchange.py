from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overtone.measure import exchange as module
from overtone.measure.exchange import difference_weights, exchange


def dealt_in_every_way(values: np.ndarray, marked: np.ndarray) -> float:
    """The two-sided probability by counting all ways to deal the marks: twice the smaller tail."""
    size, here = len(values), int(marked.sum())
    observed = values[marked].mean() - values[~marked].mean()
    found = []
    for chosen in combinations(range(size), here):
        own = np.isin(np.arange(size), chosen)
        found.append(values[own].mean() - values[~own].mean())
    lower, upper = np.mean(np.array(found) <= observed + 1e-12), np.mean(np.array(found) >= observed - 1e-12)
    return float(min(1.0, 2 * min(lower, upper)))


@pytest.mark.parametrize("seed", range(4))
def test_all_ways_are_counted_where_they_are_few_and_the_curve_is_near_them(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = np.random.default_rng(seed)
    values = chance.exponential(size=12)
    marked = np.arange(12) < 5
    values[marked] += 0.8
    found = exchange(values, marked, np.zeros(12, dtype=np.int64))
    assert found is not None
    true = dealt_in_every_way(values, marked)
    assert found.chance == pytest.approx(true)
    monkeypatch.setattr(module, "FEW", 0)
    curve = exchange(values, marked, np.zeros(12, dtype=np.int64))
    assert curve is not None
    assert curve.chance == pytest.approx(true, abs=0.07)


def test_the_moments_are_those_of_all_ways() -> None:
    values = np.array([0.1, 0.4, 3.0, 0.2, 0.9, 1.1, 0.3])
    marked = np.arange(7) < 2
    found = exchange(values, marked, np.zeros(7, dtype=np.int64))
    assert found is not None
    every = []
    for chosen in combinations(range(7), 2):
        own = np.isin(np.arange(7), chosen)
        every.append(values[own].mean() - values[~own].mean())
    ways = np.array(every)
    assert found.spread == pytest.approx(ways.std())
    assert found.skewness == pytest.approx(((ways - ways.mean()) ** 3).mean() / ways.std() ** 3)


def test_a_difference_between_strata_is_no_difference_inside_them() -> None:
    values = np.array([0.0, 0.1, 0.2, 0.1, 5.0, 5.1, 5.2, 5.1])
    marked = np.array([1, 0, 0, 0, 1, 1, 1, 0], dtype=bool)
    strata = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    inside, pooled = exchange(values, marked, strata), exchange(values, marked, np.zeros(8, dtype=np.int64))
    assert inside is not None
    assert pooled is not None
    assert abs(inside.value) < 0.2
    assert pooled.value > 2


def test_dealing_the_marks_anew_alarms_in_one_case_of_twenty_at_most() -> None:
    chance = np.random.default_rng(7)
    alarms = []
    for _ in range(500):
        values, strata = chance.standard_t(4, 24), np.repeat([0, 1], 12)
        marked = np.concatenate([chance.permutation(12) < 4, chance.permutation(12) < 7])
        found = exchange(values, marked, strata)
        assert found is not None
        alarms.append(found.chance <= 0.05)
    assert 0.02 < np.mean(alarms) < 0.07


def test_three_against_three_cannot_be_surer_than_their_ways() -> None:
    values, marked = np.array([0.0, 0.1, 0.2, 9.0, 9.1, 9.2]), np.arange(6) < 3
    found = exchange(values, marked, np.zeros(6, dtype=np.int64))
    assert found is not None
    assert found.chance == pytest.approx(2 / 20)


@pytest.mark.parametrize(
    ("values", "marked", "strata"),
    [
        ([], [], []),
        ([1.0, 2.0], [True, True], [0, 0]),
        ([1.0, 2.0], [True, False], [0, 1]),
        ([1.0, 1.0], [1, 0], [0, 0]),
    ],
    ids=["nothing", "one kind", "never together", "all equal"],
)
def test_without_both_kinds_or_any_difference_there_is_no_test(
    values: list[float], marked: list[int], strata: list[int]
) -> None:
    assert exchange(np.array(values), np.array(marked, dtype=bool), np.array(strata, dtype=np.int64)) is None


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.floats(-5, 5), st.booleans(), st.integers(0, 2)), min_size=2, max_size=20))
def test_the_order_of_units_changes_nothing_and_other_marks_turn_the_sign(rows: list[tuple[float, bool, int]]) -> None:
    values, marked = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
    strata = np.array([r[2] for r in rows], dtype=np.int64)
    found = exchange(values, marked, strata)
    if found is None:
        return
    assert 0 < found.chance <= 1
    assert difference_weights(marked, strata) @ values == pytest.approx(found.value, abs=1e-9)
    back = exchange(values[::-1], marked[::-1], strata[::-1])
    assert back is not None
    assert back.value == pytest.approx(found.value, abs=1e-9)
    moved = exchange(values + 3, marked, strata)
    if moved is not None:
        assert moved.value == pytest.approx(found.value, abs=1e-9)
