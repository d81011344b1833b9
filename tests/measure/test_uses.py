"""The uses of lines by day: background, days seen, shared lines."""

import numpy as np
import pytest

from overtone.bench.lead_worlds import Kind, frame, world
from overtone.measure.uses import background, laid_out, rates, shared


def test_a_quiet_spell_is_less_than_usual_and_never_nothing() -> None:
    words = np.full((1, 280), 10.0)
    words[0, 100:200] = 0
    due = background(words, np.ones((1, 280), dtype=bool), 0)[0]
    assert due.min() > 0
    assert due[150] < 0.1 * due[50]


def test_the_weekday_shows_and_blind_days_do_not() -> None:
    words = np.tile([7.0, 7, 7, 7, 7, 0, 0], 40)[None, :]
    seen = np.ones((1, 280), dtype=bool)
    whole = background(words, seen, 0)[0]
    assert whole[145] < 0.1 * whole[142]
    seen[0, 70:140] = False
    assert background(words, seen, 0)[0][142] == pytest.approx(whole[142], rel=0.15)


def test_a_line_nobody_used_the_week_before_has_a_low_rate() -> None:
    line, day = np.array([1, 1, 1, 2]), np.array([10, 12, 40, 40])
    found = rates(line, day, np.full(60, 1.0))
    assert found == pytest.approx(np.array([0.5, 1.5, 0.5, 0.5]) / 8)
    assert rates(line[:0], day[:0], np.ones(60)).shape == (0,)


def test_shared_lines_are_in_order_of_days_and_hold_both() -> None:
    uses = laid_out(world(2, Kind(actors=5, lines=80)).tally(), frame())
    assert uses is not None
    parts = shared(uses, (0, 1))
    assert parts
    for part in parts:
        used = np.diff(part.lines.day, axis=1)
        assert (used[part.lines.used[:, 1:]] > 0).all()
        assert part.lines.follows.any(axis=1).all()
        assert (part.lines.odds[~part.lines.used] == 1).all()
    every = sum(len(part.at) for part in parts)
    own, other = (set(uses.line[uses.of[n]].tolist()) for n in (0, 1))
    assert every == len(own & other)
    few = np.array(sorted(own & other)[:3])
    assert sum(len(part.at) for part in shared(uses, (0, 1), only=few)) == 3
