import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, minimize

from overtone.assess.hypotheses import FLOOR, fit, log_odds, logs, weigh
from overtone.records import Hypotheses, Item
from tests.assess.judged import item, rivals

LOG = st.floats(-6, 6).filter(lambda x: x == 0 or abs(x) > 1e-3)
NAMES = ("a", "b", "c")


@st.composite
def sets(draw: st.DrawFn) -> Hypotheses:
    """Three hypotheses with up to six items of up to three origins."""
    parts = [draw(st.integers(1, 20)) for _ in NAMES]
    priors = " ".join(f"{key}={part / sum(parts)}" for key, part in zip(NAMES, parts, strict=True))
    items = []
    for place in range(draw(st.integers(0, 6))):
        cells = " ".join(f"{key}={math.exp(draw(LOG))}" for key in NAMES)
        items.append(f"i{place}@{draw(st.sampled_from(['x', 'y', 'z']))}: {cells}")
    return rivals(priors, *items, exclusive=draw(st.booleans()), discount=draw(st.floats(0, 0.95)))


def order(found: Hypotheses, items: tuple[Item, ...]) -> list[str]:
    return [one.hypothesis for one in weigh(found, items).standings]


def odds(found: Hypotheses, items: tuple[Item, ...]) -> np.ndarray:
    return log_odds(found, items, logs(found, items))


def test_the_sum_is_the_one_worked_by_hand() -> None:
    """Odds 1:1 and 1:3; one item 3 : 1/2 and one 2 : 1 of another origin."""
    found = rivals("a=.5 b=.5", "x: a=3 b=.5", "y: a=2 b=1")
    weighed = weigh(found, found.items)
    first, second = weighed.standings
    assert (first.hypothesis, second.hypothesis) == ("a", "b")
    assert first.log_odds == pytest.approx(math.log(6))
    assert second.log_odds == pytest.approx(math.log(0.5))
    assert [first.alone, second.alone] == pytest.approx([6 / 7, 1 / 3])
    assert weighed.together == pytest.approx(6 / 7 + 1 / 3)
    over = (6 / 7 + 1 / 3 - 1) / 2
    assert first.probability == pytest.approx(6 / 7 - over)
    assert second.probability == pytest.approx(1 / 3 - over)


def test_two_hypotheses_that_are_each_others_opposite_are_bayes() -> None:
    """With reciprocal ratios the two probabilities fit already and are those of Bayes' rule."""
    found = rivals("a=.2 b=.8", "x: a=4 b=.25", "y: a=2 b=.5")
    weighed = weigh(found, found.items)
    by_hand = 0.2 * 8 / (0.2 * 8 + 0.8)
    assert weighed.together == pytest.approx(1)
    assert {s.hypothesis: s.probability for s in weighed.standings}["a"] == pytest.approx(by_hand)


def test_the_second_item_of_an_origin_counts_a_quarter_and_the_third_a_sixteenth() -> None:
    found = rivals("a=.5 b=.5", "x@press: a=8 b=1", "y@press: a=4 b=1", "z@press: a=2 b=1")
    weighed = weigh(found, found.items)
    assert [row[0] for row in weighed.weights] == [1, 0.25, 0.0625]
    assert weighed.standings[0].log_odds == pytest.approx(math.log(8) + math.log(4) / 4 + math.log(2) / 16)


def test_an_origin_that_contradicts_itself_does_not_repeat_itself() -> None:
    found = rivals("a=.5 b=.5", "x@press: a=8 b=1", "y@press: a=.5 b=1")
    assert [row[0] for row in weigh(found, found.items).weights] == [1, 1]


@given(sets(), LOG, st.sampled_from(["x", "w"]))
@settings(max_examples=120, deadline=None)
def test_an_item_equal_under_all_hypotheses_never_moves_the_ranking(found: Hypotheses, log: float, origin: str) -> None:
    same = item(f"same@{origin}: " + " ".join(f"{key}={math.exp(log)}" for key in NAMES))
    assert order(found, (*found.items, same)) == order(found, found.items)


@given(sets(), st.integers(0, 5))
@settings(max_examples=120, deadline=None)
def test_a_copy_of_an_item_of_one_origin_moves_less_than_a_new_one(found: Hypotheses, which: int) -> None:
    if not found.items:
        return
    chosen = found.items[which % len(found.items)]
    before = odds(found, found.items)
    copied = odds(found, (*found.items, replace(chosen, id="copy"))) - before
    new = odds(found, (*found.items, replace(chosen, id="new", origin="elsewhere"))) - before
    moved = np.abs(new) > 1e-9
    assert np.all(np.abs(copied[moved]) < np.abs(new[moved]))
    assert np.all(copied * new >= -1e-9)


@given(sets())
@settings(max_examples=80, deadline=None)
def test_exclusive_probabilities_sum_to_one_keep_the_order_and_rule_nothing_out(found: Hypotheses) -> None:
    weighed = weigh(replace(found, exclusive=True), found.items)
    listed = [one.probability for one in weighed.standings]
    assert sum(listed) == pytest.approx(1)
    assert min(listed) >= FLOOR - 1e-12
    assert listed == sorted(listed, reverse=True)


@given(st.lists(st.floats(0.001, 0.999), min_size=2, max_size=5))
@settings(max_examples=25, deadline=None)
def test_the_fitted_probabilities_are_the_nearest_ones(alone: list[float]) -> None:
    """Oracle: SciPy's solver for the same least squares."""
    start: NDArray[np.float64] = np.full(len(alone), 1 / len(alone))

    def distance(p: NDArray[np.float64]) -> float:
        return float(((p - np.array(alone)) ** 2).sum())

    solved = minimize(
        distance,
        start,
        bounds=Bounds(FLOOR, 1),
        constraints=LinearConstraint(np.ones((1, len(alone))), 1, 1),
        method="SLSQP",
        options={"ftol": 1e-14},
    )
    assert fit(np.array(alone)) == pytest.approx(solved.x, abs=1e-4)


@given(sets())
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_items_changes_nothing(found: Hypotheses) -> None:
    assert odds(found, tuple(reversed(found.items))) == pytest.approx(odds(found, found.items))


def test_without_evidence_the_priors_stand() -> None:
    found = rivals("a=.6 b=.3 c=.1")
    assert [one.probability for one in weigh(found, ()).standings] == pytest.approx([0.6, 0.3, 0.1])


def test_hypotheses_that_may_hold_together_are_left_apart() -> None:
    found = rivals("a=.6 b=.6", "x: a=2 b=2", exclusive=False)
    weighed = weigh(found, found.items)
    assert [one.rank for one in weighed.standings] == [1, 1]
    assert weighed.standings[0].probability == pytest.approx(0.75)
