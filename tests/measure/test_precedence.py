"""The exact law of the follower's first use, against every order of labels written out."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import erfinv

from overtone.measure.precedence import Array, Lines, Outcome, bound, first_follower, joined, lateness, outcome, tail


def written_out(odds: list[float], count: int) -> Array:
    """P(j) by going through every way to give `count` uses to the follower."""
    mass = np.zeros(len(odds))
    for chosen in combinations(range(len(odds)), count):
        mass[chosen[0]] += np.prod([1 - w if n in chosen else w for n, w in enumerate(odds)])
    return np.asarray(mass / mass.sum())


@given(st.lists(st.floats(0.02, 0.98), min_size=2, max_size=8), st.data())
def test_the_law_is_that_of_all_orders_written_out(odds: list[float], data: st.DataObject) -> None:
    count = data.draw(st.integers(1, len(odds) - 1))
    padded = np.array([[*odds, 1.0, 1.0]])
    assert first_follower(padded, np.array([count]))[0, : len(odds)] == pytest.approx(written_out(odds, count))


@pytest.mark.parametrize(("leader", "follower"), [(1, 1), (3, 1), (2, 5)])
def test_with_equal_activity_each_is_first_in_proportion_to_its_uses(leader: int, follower: int) -> None:
    law = first_follower(np.full((1, leader + follower), 0.5), np.array([follower]))
    assert 1 - law[0, 0] == pytest.approx(leader / (leader + follower))


def lines(
    days: list[int], follows: list[int], *, rate: float = 0.1, slack: int = 0, both: tuple[int, ...] = ()
) -> Lines:
    odds = np.full((1, len(days)), 0.5)
    odds[0, list(both)] = 0.0
    return Lines(
        day=np.array([days]),
        odds=odds,
        rate=np.full((1, len(days)), rate),
        follows=np.array([follows], dtype=bool),
        used=np.ones((1, len(days)), dtype=bool),
        slack=slack,
    )


def test_a_use_in_the_week_before_scores_and_an_older_one_does_not() -> None:
    near, far = outcome(lines([10, 15], [0, 1])), outcome(lines([10, 18], [0, 1]))
    assert near.scored[0] == pytest.approx(np.log1p(0.1 * (1 / (7 * 0.1) - 1)))
    assert far.scored[0] == pytest.approx(np.log(0.9))


def test_a_use_weighs_the_more_the_less_it_was_due() -> None:
    rare, usual = (outcome(lines([10, 12], [0, 1], rate=rate)).scored[0] for rate in (0.01, 1.0))
    assert rare > 0 > usual


@pytest.mark.parametrize(
    ("follows", "both", "led", "expected"),
    [([0, 1], (), 1.0, 0.5), ([1, 0], (), 0.0, 0.5), ([1], (0,), 0.5, 0.5), ([1, 0, 1], (0,), 0.5, 0.5)],
    ids=["first", "second", "the same day only", "the same day first"],
)
def test_a_shared_first_day_is_half_a_lead(
    follows: list[int], both: tuple[int, ...], led: float, expected: float
) -> None:
    found = outcome(lines(list(range(len(follows))), follows, both=both))
    assert (found.led[0], found.expected[0]) == (led, pytest.approx(expected))


def test_where_clocks_differ_a_day_apart_is_no_lead() -> None:
    near, far = outcome(lines([1, 2], [0, 1], slack=1)), outcome(lines([1, 3], [0, 1], slack=1))
    assert (near.led[0], far.led[0]) == (0.0, 1.0)
    assert near.scored[0] < 0 < far.scored[0]


def drawn(seed: int, rows: int = 40) -> Outcome:
    chance = np.random.default_rng(seed)
    law = chance.dirichlet(np.ones(4), rows)
    score = chance.normal(0, 1, (rows, 4))
    place = np.array([chance.choice(4, p=p) for p in law])
    return Outcome(chance=law, score=score, place=place, led=np.zeros(rows), expected=np.zeros(rows))


def test_the_tail_is_that_of_many_draws() -> None:
    found = drawn(3)
    chance = np.random.default_rng(0)
    places = (chance.random((20_000, 40, 1)) > found.chance.cumsum(axis=1)[None]).sum(axis=2)
    sums = np.take_along_axis(found.score[None], places[:, :, None], axis=2)[:, :, 0].sum(axis=1)
    share = float((sums >= found.scored.sum()).mean())
    assert tail(found) == pytest.approx(-np.sqrt(2) * _inverse(share), abs=0.05)


def _inverse(share: float) -> float:
    return float(erfinv(2 * share - 1))


@pytest.mark.parametrize(("place", "least", "most"), [(1, 5.0, 9.0), (0, -99.0, -5.0)], ids=["all led", "none led"])
def test_at_the_ends_of_what_is_possible_the_tail_is_exact_and_has_its_sign(
    place: int, least: float, most: float
) -> None:
    law = np.full((40, 2), 0.5)
    found = Outcome(
        chance=law, score=np.tile([0.0, 1.0], (40, 1)), place=np.full(40, place), led=law[:, 0], expected=law[:, 0]
    )
    assert least < tail(found) < most


def test_without_variance_nothing_is_surprising() -> None:
    same = Outcome(
        chance=np.ones((3, 1)), score=np.zeros((3, 1)), place=np.zeros(3, int), led=np.ones(3), expected=np.ones(3)
    )
    assert tail(same) == 0.0
    assert bound(same.spread, np.arange(3), np.arange(3)) == 1.0


def test_lines_of_one_utterance_count_as_one_and_lines_of_their_own_each() -> None:
    spread = np.ones(10)
    alone = np.arange(10)
    assert bound(spread, alone, alone + 10) == pytest.approx(1.0)
    assert bound(spread, np.zeros(10, int), alone + 10) == pytest.approx(10.0)
    assert bound(spread, np.zeros(10, int), np.ones(10, int)) == pytest.approx(10.0)


def test_who_goes_on_when_the_other_has_stopped_is_late() -> None:
    def of(follows: list[int]) -> Iterator[Lines]:
        yield from [lines(list(range(len(follows))), follows)] * 8

    assert lateness(list(of([0, 1, 0, 0, 0, 1, 1, 1]))) > 3
    assert lateness(list(of([0, 1, 1, 1, 1, 0, 0, 0]))) < -3
    assert lateness(list(of([0, 1]))) == 0.0


def test_outcomes_of_unlike_length_join() -> None:
    one, two = outcome(lines([1, 2], [0, 1])), outcome(lines([1, 2, 3], [0, 0, 1]))
    both = joined([one, two])
    assert both.scored == pytest.approx([one.scored[0], two.scored[0]])
    assert both.spread == pytest.approx([one.spread[0], two.spread[0]])
