"""Ordered pairs weighed."""

from overtone.bench.lead_worlds import Kind, frame, world
from overtone.measure.order import Unweighed, Weighed, one_way, weighed
from overtone.measure.uses import laid_out


def test_a_pair_is_weighed_both_ways_with_the_same_lines() -> None:
    uses = laid_out(world(2, Kind(actors=5, lines=150)).tally(), frame())
    assert uses is not None
    found = {(pair.leader, pair.follower): pair for pair in weighed(uses, frame()) if isinstance(pair, Weighed)}
    for (leader, follower), pair in found.items():
        back = found[follower, leader]
        assert pair.n == back.n
        assert abs(pair.found.led.sum() + back.found.led.sum() - pair.n) < 1e-9
        assert abs(pair.found.expected.sum() + back.found.expected.sum() - pair.n) < 1e-6
        low, high = pair.interval(0.5, 0.9)
        assert 0 < low < 0.5 < high < 1
        assert 0 <= pair.probability <= 1


def test_strangers_and_few_lines_are_not_weighed() -> None:
    uses = laid_out(world(2, Kind(actors=3, lines=12)).tally(), frame())
    assert uses is not None
    stranger, few = one_way(uses, ("a00", "nobody"), frame()), one_way(uses, ("a00", "a01"), frame())
    assert isinstance(stranger, Unweighed)
    assert (stranger.reason, stranger.detail) == ("no-data", "unheard=nobody")
    assert isinstance(few, Unweighed)
    assert few.reason == "too-few-occasions"
