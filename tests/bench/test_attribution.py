"""The bench of attribution on an answer key of its own: what counts as right, and what each figure brings along."""

import json
from pathlib import Path

import pytest

from overtone.bench.attribution import run, ways
from overtone.bench.score import Score
from overtone.read import models

TEXT = "Alexander Lukashenko said that NATO was coming closer to the border. The weather was fine in Minsk that day."
SAID = TEXT.index(" The weather")


def key(folder: Path, *statements: dict[str, object], text: str = TEXT) -> Path:
    item = {
        "id": "one",
        "published": "2022-05-16",
        "lang": "en",
        "publisher": "Test",
        "url": "https://example.org/1",
        "kind": "news",
        "place": "",
        "event": "",
        "happened": "2022-05-16",
        "title": "On the border",
        "text": text,
    }
    diary = folder / "diary-2022"
    diary.mkdir()
    (diary / "items.jsonl").write_text(json.dumps(item) + "\n", "utf-8")
    (diary / "gold.jsonl").write_text(json.dumps({"id": "one", "statements": list(statements)}) + "\n", "utf-8")
    return folder


def statement(speaker: str, start: int, stop: int, manner: str = "indirect") -> dict[str, object]:
    return {"speaker": speaker, "manner": manner, "span": [start, stop]}


def by_rules(folder: Path) -> tuple[Score, ...]:
    return run(folder, {"by rules": models.FAST})


def figure(scores: tuple[Score, ...], metric: str, lang: str = "en") -> Score:
    return next(s for s in scores if s.metric == metric and s.task.endswith(lang))


def test_the_right_speaker_of_the_right_sentence_is_right(tmp_path: Path) -> None:
    scores = by_rules(key(tmp_path, statement("Alexander Lukashenko", 0, SAID)))
    assert (figure(scores, "precision").value, figure(scores, "recall").value) == (1.0, 1.0)
    assert (figure(scores, "recall").n, figure(scores, "recall", "all").n) == (1, 1)


@pytest.mark.parametrize(
    "labelled", [statement("Vladimir Putin", 0, SAID), statement("Alexander Lukashenko", SAID + 1, len(TEXT))]
)
def test_another_speaker_or_another_sentence_is_not(tmp_path: Path, labelled: dict[str, object]) -> None:
    scores = by_rules(key(tmp_path, labelled))
    assert (figure(scores, "precision").value, figure(scores, "recall").value) == (0.0, 0.0)


def test_transcripts_are_no_part_of_it(tmp_path: Path) -> None:
    scores = by_rules(key(tmp_path, statement("Alexander Lukashenko", 0, SAID, manner="transcript")))
    assert figure(scores, "recall").n == 0


def test_every_figure_has_its_interval_peer_and_digest(tmp_path: Path) -> None:
    scores = by_rules(key(tmp_path, statement("Alexander Lukashenko", 0, SAID)))
    assert {s.task.rpartition(" ")[2] for s in scores} == {"en", "ru", "be", "all"}
    assert {s.metric for s in scores} >= {"precision", "recall"}
    for score in scores:
        assert score.low is not None
        assert score.high is not None
        assert score.low <= score.high
        assert (score.corpus, len(score.digest), bool(score.peer)) == ("diary-2022", 16, True)


def test_each_path_has_its_own_tasks_and_its_target(tmp_path: Path) -> None:
    scores = run(key(tmp_path, statement("Alexander Lukashenko", 0, SAID)), {"a": models.FAST, "b": models.FAST})
    assert len({(s.task, s.metric) for s in scores}) == len(scores) == 2 * 4 * 3
    assert {s.target for s in scores if s.metric == "f1" and s.task.endswith("en")} == {0.9}


def test_without_models_the_reason_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(models, "load", lambda: models.Models(missing=("no weights",)))
    assert set(ways()) == {"by rules"}
    assert "with models: not measured: no weights" in capsys.readouterr().err
