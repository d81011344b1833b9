from pathlib import Path

import pytest

from overtone.bench import lead
from overtone.bench.lead_worlds import Kind, world


def test_the_peers_are_asked_about_the_same_pairs() -> None:
    found = lead.judged(world(2, Kind(actors=8, lines=150)))
    assert len(found.pairs) == len(found.ours) == len(found.naive) == len(found.counts) > 20
    assert (found.naive < 0.05).mean() > 3 * (found.ours < 0.05).mean()


@pytest.mark.slow
def test_the_quick_part_finds_the_planted_leader_and_no_other() -> None:
    scores = {(s.task, s.metric): s for s in lead.quick(Path())}
    assert scores["nobody follows, one world, beside naive", "flagged at 5 %"].value <= 0.055
    assert scores["nobody follows, one world, beside naive", "false discoveries a run"].value == 0
    assert scores["planted, one world, beside counts", "found"].value == 1
    assert all(s.peer_value is not None for s in scores.values())
