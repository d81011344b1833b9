"""Pace: so many mails a second to all, and to any one domain."""

from collections import deque

import pytest

from overtone.desk.sender_pace import Pace


def sent(pace: Pace, hand: list[tuple[int, str]], seconds: float, step: float = 0.01) -> list[tuple[float, int]]:
    """When which row goes, over so many seconds."""
    left, found = deque(hand), []
    for tick in range(round(seconds / step)):
        now = tick * step
        found += [(now, row) for row in pace.choose(left, 4, now)]
    return found


@pytest.mark.parametrize("rate", [1.0, 10.0, 50.0])
def test_no_more_goes_out_than_the_rate_allows(rate: float) -> None:
    times = [at for at, _ in sent(Pace(rate), [(n, "example.org") for n in range(400)], 4.0)]
    assert rate * 4 * 0.9 <= len(times) <= rate * 4 + max(1.0, rate / 20) + 1


def test_rows_keep_their_order() -> None:
    rows = [row for _, row in sent(Pace(100.0), [(n, "example.org") for n in range(50)], 2.0)]
    assert rows == sorted(rows)


def test_a_domain_has_its_own_limit_and_does_not_hold_up_others() -> None:
    hand = [(n, "big.example") for n in range(20)] + [(n, f"d{n}.example") for n in range(20, 40)]
    found = sent(Pace(100.0, per_domain=2.0), hand, 3.0)
    assert sum(row < 20 for _, row in found) <= 7
    assert {row for _, row in found if row >= 20} == set(range(20, 40))


def test_rest_says_how_long_to_wait() -> None:
    pace, hand = Pace(10.0), deque([(1, "a"), (2, "a")])
    assert pace.rest(deque(), 0.0) == 0.0
    assert pace.choose(hand, 5, 0.0) == [1]
    assert pace.rest(hand, 0.0) == pytest.approx(0.1)
    assert pace.choose(hand, 5, 0.05) == []
    assert pace.choose(hand, 5, 0.11) == [2]
