import numpy as np
import pytest

from overtone.read.conflict import AFTER, ConflictHead, conflict_head, conflicts, surroundings
from overtone.read.models import installed
from overtone.read.speech.pieces import WIDTH


def test_the_surroundings_are_the_neighbours_and_the_rest_of_the_speech() -> None:
    rows = surroundings(np.array([1.0, 2.0, 3.0, 6.0]))
    assert rows.tolist()[1] == [2.0, 0.0, 1.0, 3.0, 6.0, pytest.approx(10 / 3)]
    assert rows.tolist()[3] == [6.0, 2.0, 3.0, 0.0, 0.0, 2.0]
    assert surroundings(np.array([4.0])).tolist() == [[4.0, 0, 0, 0, 0, 0]]
    assert surroundings(np.zeros(0)).shape == (0, 6)


def test_a_sentence_among_quarrels_is_likelier_a_quarrel() -> None:
    weights = np.zeros((2, WIDTH))
    weights[0, 0] = 1.0
    head = ConflictHead(
        scale=np.ones(2),
        weights=weights,
        bias=0.0,
        around=np.array([1.0, 0.1, 0.4, 0.4, 0.1, 0.5]),
        level=-1.0,
        threshold=0.4,
    )
    calm, tense = np.zeros((3, 2, WIDTH), np.float32), np.zeros((3, 2, WIDTH), np.float32)
    tense[[0, 2], 0, 0] = 3
    (among_calm,), (among_tense,) = (head.chances([part]) for part in (calm, tense))
    assert among_tense[1] > among_calm[1]
    assert head.chances([]) == []


def test_the_head_that_ships_tells_an_attack_from_thanks() -> None:
    if not installed():
        pytest.skip("the extra `reading` is not installed")
    head = conflict_head()
    assert head.weights.shape == (len(AFTER), WIDTH)
    speech = [
        "I thank the Under-Secretary-General for her briefing.",
        "We support the work of the monitors and wish them well.",
        "Yet one delegation keeps lying to this Council about the tanks it sends across the border.",
        "Such cynicism and such contempt for the Charter must be condemned.",
    ]
    (found,) = conflicts([speech])
    assert found[:2].max() < head.threshold < found[2:].min()
