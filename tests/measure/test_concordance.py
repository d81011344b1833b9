import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overtone.measure.concordance import figures, measured, tables

CHOICES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60)


def codes(values: list[int]) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    return np.array(values, dtype=np.int8)


def test_the_worked_example_of_a_textbook() -> None:
    joint = np.array([20.0, 0, 5, 0, 0, 0, 10, 0, 15])  # Cohen's kappa of 20, 5, 10, 15 is .4
    found = figures(joint)
    assert float(found["share-agreeing"]) == pytest.approx(0.7)
    assert float(found["kappa"]) == pytest.approx(0.4)
    assert float(found["S"]) == pytest.approx(1 - 2 * 15 / 50)
    mean = np.array([27.5, 22.5]) / 50
    assert float(found["pi"]) == pytest.approx((0.7 - mean @ mean) / (1 - mean @ mean))


@given(CHOICES)
@settings(max_examples=40, deadline=None)
def test_order_of_the_two_and_of_the_votes_changes_nothing(pairs: list[tuple[int, int]]) -> None:
    a, b = (codes([p[k] for p in pairs]) for k in (0, 1))
    clusters = np.arange(len(pairs))
    there, back = tables(a, b, clusters).sum(axis=0), tables(b, a, clusters[::-1]).sum(axis=0)
    for name, value in figures(there).items():
        np.testing.assert_allclose(value, figures(back)[name])


def test_those_who_did_not_vote_are_in_no_table() -> None:
    assert tables(codes([0, 3, 0, 4]), codes([0, 0, 3, 1]), np.arange(4)).sum() == 1


def test_who_always_agrees_has_no_kappa() -> None:
    found = measured(np.array([[1.0, 0, 0, 0, 0, 0, 0, 0, 0]] * 12), 0.9)
    assert np.isnan(found["kappa"].value)
    assert found["share-agreeing"].value == 1


def test_votes_drawn_together_widen_the_interval() -> None:
    chance = np.random.default_rng(1)
    joint = np.zeros((20, 9))
    joint[np.arange(20), np.where(chance.random(20) < 0.5, 0, 2)] = 10
    apart = measured(np.repeat(joint / 10, 10, axis=0), 0.9)["share-agreeing"]
    together = measured(joint, 0.9)["share-agreeing"]
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_two_who_know_nothing_of_each_other_are_at_nought() -> None:
    chance = np.random.default_rng(2)
    inside = 0
    for _ in range(40):
        a, b = (codes(chance.choice(3, 150, p=p).tolist()) for p in ((0.7, 0.2, 0.1), (0.4, 0.3, 0.3)))
        kappa = measured(tables(a, b, np.arange(150)), 0.9)["kappa"]
        inside += kappa.low <= 0 <= kappa.high
    assert 32 <= inside <= 40


def test_always_agreeing_leaves_the_room_that_the_exact_interval_leaves() -> None:
    votes = codes([0, 1, 2] * 4)
    found = measured(tables(votes, votes, np.arange(12)), 0.9)
    lowest = 0.05 ** (1 / 12)  # of twelve, with none otherwise (Clopper and Pearson)
    assert found["share-agreeing"].low == pytest.approx(lowest)
    assert found["S"].low == pytest.approx(2 * lowest - 1)
    assert found["kappa"].low == pytest.approx((lowest - 1 / 3) / (2 / 3))
    assert [found[name].high for name in ("share-agreeing", "S", "kappa", "pi")] == pytest.approx([1.0] * 4)
    never = measured(tables(votes, codes([1, 2, 0] * 4), np.arange(12)), 0.9)["share-agreeing"]
    assert (never.value, never.low) == (0, 0)
    assert never.high == pytest.approx(1 - lowest)
