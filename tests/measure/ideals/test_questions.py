import numpy as np

from overtone.measure.ideals import questions
from overtone.measure.ideals.sittings import layout
from overtone.measure.ideals.start import start
from tests.measure.ideals.worlds import world

LAID = layout(world().choices)
PLACE = start(LAID)


def test_newton_steps_climb() -> None:
    asked, logs = PLACE.questions, []
    for _ in range(6):
        seen = questions.peak(LAID, questions.evaluated(LAID, PLACE.theta, asked), PLACE.theta, asked)
        logs.append(float(seen.log.sum()))
        asked = np.ascontiguousarray(seen.top.T.astype(np.float32))
    assert logs == sorted(logs)


def test_a_proposal_that_stays_is_always_taken() -> None:
    seen = questions.peak(LAID, questions.evaluated(LAID, PLACE.theta, PLACE.questions), PLACE.theta, PLACE.questions)
    for nearby in (True, False):
        np.testing.assert_allclose(
            questions.accepted(PLACE.questions, seen, PLACE.questions, seen, nearby), 0, atol=1e-9
        )


def test_there_and_back_cancel() -> None:
    seen = questions.peak(LAID, questions.evaluated(LAID, PLACE.theta, PLACE.questions), PLACE.theta, PLACE.questions)
    new = questions.proposed(PLACE.questions, seen, False, np.random.default_rng(1))
    then = questions.peak(LAID, questions.evaluated(LAID, PLACE.theta, new), PLACE.theta, new)
    there = questions.accepted(PLACE.questions, seen, new, then, False)
    np.testing.assert_allclose(there, -questions.accepted(new, then, PLACE.questions, seen, False), atol=1e-6)
