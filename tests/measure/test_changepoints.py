import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.measure.changepoints import changes


def best_by_trying_all(values: list[float]) -> tuple[int, ...]:
    scaled = (np.array(values) - np.mean(values)) / np.std(values)
    penalty, found = 2 * np.log(len(values)), []
    for many in range(3):
        for cut in itertools.combinations(range(2, len(values) - 1), many):
            parts = np.split(scaled, cut)
            if all(len(part) >= 2 for part in parts):
                found.append((sum(((part - part.mean()) ** 2).sum() for part in parts) + many * penalty, cut))
    return min(found)[1]


def test_a_new_level_is_found_where_it_begins() -> None:
    chance = np.random.default_rng(1)
    series = np.concatenate([chance.normal(0, 0.3, 30), chance.normal(2, 0.3, 20)])
    assert changes(series.tolist()) == (30,)


@given(st.lists(st.integers(0, 6).map(float), min_size=8, max_size=11))
def test_no_segmentation_is_cheaper(values: list[float]) -> None:
    if np.ptp(values) > 0 and len(changes(values)) <= 2:
        one, other = changes(values), best_by_trying_all(values)
        assert cost(values, one) == pytest.approx(cost(values, other))


def cost(values: list[float], cut: tuple[int, ...]) -> float:
    scaled = (np.array(values) - np.mean(values)) / np.std(values)
    parts = np.split(scaled, cut)
    return float(sum(((part - part.mean()) ** 2).sum() for part in parts) + len(cut) * 2 * np.log(len(values)))


@pytest.mark.parametrize("values", [[], [1.0] * 5, [2.0] * 50, [1.0, float("nan")] * 10])
def test_nothing_is_told_of_what_cannot_be_told(values: list[float]) -> None:
    assert changes(values) == ()


def test_noise_alone_seldom_changes() -> None:
    chance = np.random.default_rng(2)
    assert sum(bool(changes(chance.normal(size=52).tolist())) for _ in range(100)) <= 10
