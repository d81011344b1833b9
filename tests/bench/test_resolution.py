"""The bench of short labels on a page of its own."""

import gzip
import json
from pathlib import Path

from overtone.bench.resolution import pages, run
from overtone.registry import load

TURNS = (
    ("President of Russia Vladimir Putin", "Good afternoon, colleagues."),
    ("Prime Minister Mikhail Mishustin", "Good afternoon, Mr President."),
    ("Vladimir Putin", "Let us begin with the budget."),
)


def archive(folder: Path) -> Path:
    row = {
        "url": "https://example.org/1",
        "date": "2021-05-16",
        "title": "Meeting of Vladimir Putin with Mikhail Mishustin",
        "lead": "",
        "paragraphs": [{"speaker": who, "text": f"{who}: {said}"} for who, said in TURNS],
    }
    place = folder / "data" / "kremlin-1999-2020"
    place.mkdir(parents=True)
    with gzip.open(place / "documents.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    return place / "documents.jsonl.gz"


def test_every_turn_of_a_known_speaker_is_shortened(tmp_path: Path) -> None:
    ((_, trials),) = pages(archive(tmp_path), load())
    assert [trial.actor for trial in trials] == ["putin", "mishustin", "putin"]
    assert {trial.way for trial in trials} <= {"surname", "office", "pronoun"}


def test_shares_of_right_wrong_and_unknown_make_up_the_whole(tmp_path: Path) -> None:
    archive(tmp_path)
    scores = [score for score in run(tmp_path) if score.task.endswith("all")]
    assert [score.metric for score in scores] == ["right", "wrong", "unknown"]
    assert sum(score.value for score in scores) == 1.0
    assert scores[0].value == 1.0
    assert all(score.n == 3 and score.digest and score.peer for score in scores)
