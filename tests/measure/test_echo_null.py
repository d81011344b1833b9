from itertools import product

import numpy as np
import pytest

from overtone.measure.echo_null import at_least, dealt, expected, page, shares

ACTIVITY = [("a", 1, 2), ("b", 1, 2), ("c", 1, 4), ("a", 2, 3), ("c", 2, 1), ("a", 3, 1), ("b", 3, 1), ("c", 3, 1)]


def test_shares_of_a_day_sum_to_one() -> None:
    shared = shares(ACTIVITY)
    assert shared[1] == {"a": 0.25, "b": 0.25, "c": 0.5}
    assert all(sum(line.values()) == pytest.approx(1) for line in shared.values())


def test_the_law_is_that_of_dealing_every_way() -> None:
    shared = shares(ACTIVITY)
    pages = [page(1, [2, 3], shared), page(2, [3], shared)]
    law = np.zeros(4)
    total = 0.0
    for first, x, y, second, z in product("abc", repeat=5):
        chance = shared[1].get(first, 0) * shared[2].get(x, 0) * shared[3].get(y, 0)
        chance *= shared[2].get(second, 0) * shared[3].get(z, 0)
        if first not in (x, y) and second != z:
            law[(first == "b") * ((x == "a") + (y == "a")) + (second == "b") * (z == "a")] += chance
            total += chance
    assert dealt(pages, shared, "a", "b", 3) == pytest.approx(law / total)
    assert expected(pages, shared, "a", "b") == pytest.approx((np.arange(4) * law).sum() / total)
    assert at_least(pages, shared, "a", "b", 1) == pytest.approx(1 - law[0] / total)


def test_echoes_of_one_page_move_together() -> None:
    shared = shares([(actor, day, 10) for actor in "abcd" for day in range(6)])
    together = [page(0, [1, 2, 3, 4], shared)]
    apart = [page(0, [day], shared) for day in (1, 2, 3, 4)]
    assert expected(together, shared, "a", "b") == pytest.approx(expected(apart, shared, "a", "b"))
    assert at_least(together, shared, "a", "b", 3) > 2 * at_least(apart, shared, "a", "b", 3)


def test_a_day_on_which_one_actor_speaks_alone_tells_nothing() -> None:
    shared = shares([("b", 1, 5), ("a", 2, 5)])
    assert at_least([page(1, [2], shared)], shared, "a", "b", 1) == 1


def test_no_links_are_no_surprise() -> None:
    assert at_least([], {}, "a", "b", 0) == 1
