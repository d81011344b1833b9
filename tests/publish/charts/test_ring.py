"""Places on a ring: the same for the same ties, speakers apart, numbers free of one another."""

import math
from itertools import combinations

import pytest

from overtone.publish.charts.lettering import NARROW
from overtone.publish.charts.ring import ROUND, Tie, badges, curve, ring


def ties(*pairs: tuple[int, int]) -> list[Tie]:
    return [Tie(start=a, stop=b, weight=10.0 - n, sure=True, row=n) for n, (a, b) in enumerate(pairs)]


@pytest.mark.parametrize("number", [1, 2, 3, 8, 25, 60])
def test_speakers_stand_apart_and_leave_room_for_their_names(number: int) -> None:
    places = ring(range(number), ties(*((n, (n + 1) % number) for n in range(number) if number > 1)))
    for one, other in combinations(places.spots.values(), 2):
        assert math.dist(one, other) >= 30
    assert all(abs(x) < NARROW / 2 - 60 and 0 < y < places.tall for x, y in places.spots.values())


def test_the_order_of_ties_and_speakers_leaves_no_trace() -> None:
    some = ties((0, 1), (1, 2), (3, 0))
    assert ring([0, 1, 2, 3], some) == ring([3, 2, 1, 0], list(reversed(some)))


def test_who_is_most_strongly_tied_stands_across() -> None:
    places = ring([0, 1, 2], ties((0, 1), (1, 2)))
    assert places.spots[0][0] * places.spots[1][0] < 0


def test_the_two_ties_of_a_pair_bow_apart() -> None:
    one, other = ties((0, 1), (1, 0))
    places = ring([0, 1], [one, other])
    assert math.dist(curve(places, one)[1], curve(places, other)[1]) > 10


def test_numbers_of_ties_never_touch() -> None:
    dense = ties(*((a, b) for a, b in combinations(range(9), 2)))
    found = [spot for spot in badges(ring(range(9), dense), dense) if spot]
    assert found
    assert all(math.dist(one, other) > 2 * ROUND for one, other in combinations(found, 2))
