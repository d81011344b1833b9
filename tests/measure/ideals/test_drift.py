import numpy as np

from overtone.measure.ideals import drift, points, questions
from overtone.measure.ideals.points import Force
from overtone.measure.ideals.sittings import layout
from overtone.measure.ideals.start import start
from tests.measure.ideals.worlds import world

LAID = layout(world(sittings=3).choices)
PLACE = start(LAID)
FORCE = Force(weight=points.told(LAID, PLACE.questions))


def test_a_taken_move_leaves_votes_on_a_sittings_own_questions_as_likely() -> None:
    free, chance = drift.movable(LAID), np.random.default_rng(1)
    theta, asked, moved = PLACE.theta, PLACE.questions, 0
    cells = questions.evaluated(LAID, theta, asked)
    before = [cell.plain.copy() for cell in cells]
    for _ in range(10):
        theta, asked, taken = drift.move(free, cells, theta, asked, FORCE, chance)
        moved += taken
    assert moved >= 2
    assert np.abs(theta - PLACE.theta).max() > 0.01
    right = questions.evaluated(LAID, theta, asked)
    for n, sitting in enumerate(LAID.sittings):
        own = np.setdiff1d(np.arange(len(sitting.question)), LAID.repeated[n])
        np.testing.assert_allclose(right[n].plain[0][:, own], before[n][0][:, own], atol=2e-3)
        np.testing.assert_allclose(cells[n].plain[0], right[n].plain[0], atol=2e-3)


def test_without_repeated_questions_sittings_still_move() -> None:
    laid = layout(world(repeated=0).choices)
    place = start(laid)
    cells = questions.evaluated(laid, place.theta, place.questions)
    force = Force(weight=points.told(laid, place.questions))
    free = drift.movable(laid)
    theta, _, _ = drift.move(free, cells, place.theta, place.questions, force, np.random.default_rng(2))
    assert np.isfinite(theta).all()
