"""Aligned corpora as passages: numbered across documents, in the voices asked for."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from overtone.bench.aligned import NTREX, WMT_2021, Text, lines_of, ntrex, wmt
from overtone.read.embedding import DIMENSIONS, Vectors
from overtone.registry import load


class Flat:
    """An encoder to which all texts mean the same."""

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        rows[:, 0] = 1
        return rows


def written(shared: Path, path: str, rows: Sequence[object]) -> Path:
    target = shared / "data" / path
    target.parent.mkdir(parents=True)
    target.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return shared


def test_the_trilingual_set_is_grouped_by_document(tmp_path: Path) -> None:
    rows = [{"doc": d, "en": f"The bridge {d} is open.", "ru": "Мост открыт.", "be": "Мост адкрыты."} for d in "aab"]
    found = list(ntrex(written(tmp_path, NTREX, rows)))
    assert [(name, len(said["be"])) for name, said in found] == [("a", 2), ("b", 1)]


def test_a_document_without_a_second_translation_has_no_such_voice(tmp_path: Path) -> None:
    rows = [
        {"doc_id": "x", "src": ["Мост открыт."], "refs_en": {"A": ["The bridge is open."], "B": ["It opened."]}},
        {"doc_id": "y", "src": ["Мост закрыт."], "refs_en": {"A": ["The bridge is closed."]}},
    ]
    found = list(wmt(written(tmp_path, WMT_2021, rows), WMT_2021))
    assert [sorted(said) for _, said in found] == [["en-A", "en-B", "ru"], ["en-A", "ru"]]


def test_lines_are_numbered_across_documents_with_what_is_read_in_them() -> None:
    said: list[tuple[str, Mapping[str, Text]]] = [
        ("x", {"en": ("Poland opened the bridge in 2022.", "Nobody came to the opening.")}),
        ("y", {"en": ("Minsk did not answer the letter.",)}),
    ]
    found = lines_of(iter(said), ("en",), Flat(), load())
    assert [(line.number, line.document) for line in found] == [(0, "x"), (1, "x"), (2, "y")]
    assert found[0].meaning.figures == ("2022",)
    assert [m.target for m in found[0].mentions if m.kind == "state"] == ["pl"]
    assert found[2].meaning.negated == 1
    assert found[1].text == "Nobody came to the opening."
    assert lines_of(iter(said), ("ru", "be"), Flat(), load()) == ()
