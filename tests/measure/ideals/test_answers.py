import numpy as np
import pytest

from overtone.measure.ideal import fitted
from overtone.measure.ideals.answers import answered
from overtone.measure.ideals.chain import Effort
from tests.measure.test_ideal import assembly


def test_chances_sum_to_one_and_the_vote_against_all_habit_is_the_surprise() -> None:
    votes = assembly(odd=("s00", 7))
    fit = fitted(votes, [1] * len(votes.resolutions), Effort(climb=6, warm=8, keep=40))
    assert not isinstance(fit, str)
    answers = list(answered(fit.draws, votes, range(len(votes.resolutions)), votes.states))
    for answer in answers[:50]:
        chances = [float(part.split("=")[1]) for part in answer.detail.split()[2:]]
        assert sum(chances) == pytest.approx(1, abs=0.01)
    surprises = {(a.state, a.resolution): a.surprise for a in answers if a.surprise is not None}
    assert surprises["s00", "7"] < 0.05
    assert np.mean([p <= 0.05 for p in surprises.values()]) < 0.08


def test_who_did_not_vote_is_told_an_expectation_and_no_surprise() -> None:
    votes = assembly(absent=("s01", 3))
    fit = fitted(votes, [1] * len(votes.resolutions), Effort(climb=4, warm=4, keep=20))
    assert not isinstance(fit, str)
    answer = next(iter(answered(fit.draws, votes, [3], ["s01"])))
    assert answer.surprise is None
    assert answer.detail.startswith("vote=absent")
