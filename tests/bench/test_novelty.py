import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from overtone.bench.novelty import passages, scored, topic_models, turns
from overtone.read.models import installed

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_a_turn_falls_into_passages_of_whole_sentences() -> None:
    text = " ".join(f"This is sentence number {n} of a rather long turn of talk." for n in range(12))
    found = passages(text)
    assert " ".join(found) == text
    assert all(len(one.split()) >= 25 for one in found[:-1])


def test_topic_models_of_other_seeds_give_other_distances() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install 'overtone[training]'")
    words = np.random.default_rng(3).choice([f"word{n}" for n in range(60)], (40, 30))
    models = topic_models([" ".join(row) for row in words])
    assert len(models) == 4
    assert not np.allclose(models[0], models[1])


@pytest.mark.shared
@pytest.mark.slow
def test_the_bench_gives_its_figures_where_corpus_and_encoder_are() -> None:
    if not SHARED.is_dir():
        pytest.skip("the folder `shared` with the corpora is not beside the project")
    if not installed():
        pytest.skip("the extra `reading` is not installed")
    scores = {s.task: s for s in scored(SHARED, 120)}
    assert scores["ranks of novelty, two halves of the codebooks"].value > 0.8


def test_turns_come_in_the_order_of_their_days(tmp_path: Path) -> None:
    long = "word " * 50
    pages = [
        {"date": "2001-02-03", "id": 2, "paragraphs": [{"speaker": "Vladimir Putin", "text": f"second {long}"}]},
        {
            "date": "2000-02-03",
            "id": 9,
            "paragraphs": [{"speaker": "V. Putin", "text": f"first {long}"}, {"text": long}],
        },
    ]
    with gzip.open(tmp_path / "documents.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, pages)))
    assert [text.split()[0] for text in turns(tmp_path / "documents.jsonl.gz")] == ["first", "second"]
