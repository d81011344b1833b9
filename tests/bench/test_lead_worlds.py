import numpy as np

from overtone.bench.lead_worlds import FOLLOWER, LEADER, Kind, frame, world

SMALL = Kind(actors=8, lines=60)


def test_the_same_seed_makes_the_same_world() -> None:
    one, two = world(5, SMALL), world(5, SMALL)
    assert np.array_equal(one.uses, two.uses)
    assert one.tally().equals(two.tally())
    assert not np.array_equal(one.uses, world(6, SMALL).uses)


def test_a_planted_leader_uses_lines_shortly_before_the_follower() -> None:
    uses = world(4, Kind(actors=8, lines=60, planted=1.0)).uses
    for line in np.unique(uses[uses[:, 1] == FOLLOWER, 0]):
        first = uses[(uses[:, 0] == line) & (uses[:, 1] == FOLLOWER), 2].min()
        led = uses[(uses[:, 0] == line) & (uses[:, 1] == LEADER), 2]
        assert ((first - led >= 1) & (first - led <= 7)).any() or first < 7


def test_repeats_come_on_top_and_bundles_share_their_statements() -> None:
    repeated = world(4, Kind(actors=8, lines=60, repeats=0.5)).uses
    assert len(repeated) > len(world(4, SMALL).uses)
    bundled = world(4, Kind(actors=8, lines=60, bundle=5)).tally()
    used = [row for row in bundled.to_pylist() if row["line"]]
    assert len({row["document"] for row in used}) * 5 == len(used)


def test_every_day_of_a_world_is_seen() -> None:
    whole = frame()
    assert whole.seen.share(whole.window) == 1.0
    assert (whole.window.stop - whole.past().start).days == 1500
