"""The bench of topics reads the diary's key: each labelled sentence with its language and topics."""

import json
from pathlib import Path

from overtone.bench.topics import labelled


def test_each_labelled_sentence_is_a_case(tmp_path: Path) -> None:
    (tmp_path / "items.jsonl").write_text(json.dumps({"id": "a", "lang": "be", "text": "Першае. Другое."}), "utf-8")
    key = {"id": "a", "statements": [{"span": [8, 15], "topics": ["nato"]}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(key), "utf-8")
    assert list(labelled(tmp_path)) == [("Другое.", "be", frozenset({"nato"}))]
