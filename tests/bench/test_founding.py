"""The founding case in real text: seven speakers, their length and their words."""

from pathlib import Path

import pytest

from overtone.bench.founding import CORPUS, TABLE, run

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "data" / CORPUS / "releases.jsonl.gz").exists(),
        reason="the corpora are not beside the repository",
    ),
]


def test_the_summit_has_its_seven_speakers_and_their_words() -> None:
    scores = {score.task: score for score in run(SHARED)}
    assert scores["speakers found"].value == len(TABLE)
    for score in scores.values():
        if score.metric == "count":
            assert score.value == score.target, score.task


def test_the_length_of_each_speech_is_within_one_percent() -> None:
    lengths = [score for score in run(SHARED) if score.task.startswith("characters")]
    assert len(lengths) == len(TABLE)
    assert all(abs(score.value - 1) <= 0.01 for score in lengths)
