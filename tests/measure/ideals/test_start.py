import numpy as np

from overtone.measure.ideals.sittings import layout
from overtone.measure.ideals.start import start
from tests.measure.ideals.worlds import world


def test_it_starts_near_the_truth_and_all_sittings_the_same_way_round() -> None:
    made = world(sittings=3)
    laid = layout(made.choices)
    theta = start(laid).theta
    signs = [
        np.corrcoef(theta[s.points], made.theta[n, laid.state[s.points]])[0, 1] for n, s in enumerate(laid.sittings)
    ]
    assert min(np.abs(signs)) > 0.8
    assert len({bool(r > 0) for r in signs}) == 1


def test_questions_begin_with_a_gap() -> None:
    asked = start(layout(world().choices)).questions
    assert np.isfinite(asked).all()
