import numpy as np

from overtone.measure.ideals import points
from overtone.measure.ideals.points import Force
from overtone.measure.ideals.questions import evaluated
from overtone.measure.ideals.sittings import layout
from overtone.measure.ideals.start import start
from tests.measure.ideals.worlds import world

LAID = layout(world().choices)
PLACE = start(LAID)


def test_a_wide_spread_calls_for_more_force() -> None:
    force = Force(weight=points.told(LAID, PLACE.questions))
    assert force.after(LAID, np.float32(2) * PLACE.theta, PLACE.questions).strength > force.strength
    assert force.after(LAID, PLACE.theta / np.float32(2), PLACE.questions).strength < force.strength
    assert np.isclose(force.weight.mean(), 1)


def test_drawing_keeps_cells_and_positions_together() -> None:
    theta, cells = PLACE.theta.copy(), evaluated(LAID, PLACE.theta, PLACE.questions)
    force = Force(weight=points.told(LAID, PLACE.questions))
    taken = points.draw(LAID, cells, theta, PLACE.questions, force, np.random.default_rng(1))
    assert taken > 0.8
    for one, right in zip(cells, evaluated(LAID, theta, PLACE.questions), strict=True):
        np.testing.assert_allclose(one.plain, right.plain, atol=1e-6)


def test_climbing_settles() -> None:
    theta, force = PLACE.theta.copy(), Force(weight=points.told(LAID, PLACE.questions))
    for _ in range(15):
        before = theta.copy()
        points.climb(LAID, theta, PLACE.questions, force)
    assert np.abs(theta - before).max() < 0.05
