"""The bench of conflict holds speeches out: what it learns from is never what it is tried on."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from overtone.bench import conflict
from overtone.bench.conflict_corpus import FILE, Sentence, Speech


def test_a_speech_is_never_learnt_from_where_it_is_tried() -> None:
    gold = [np.array([True, False])] * 6
    asked: list[tuple[int, ...]] = []

    def learn(known: Sequence[int]) -> Callable[[int], tuple[conflict.Numbers, float]]:
        asked.append(tuple(known))

        def tried(number: int) -> tuple[conflict.Numbers, float]:
            assert number not in known
            return np.array([0.9, 0.1]), 0.5

        return tried

    found = conflict._called([[0, 1], [2, 3], [4, 5]], learn, gold)
    assert len(asked) == 3
    assert found.figures(range(6)) == {"f1": 1.0, "auc": 1.0, "r of speeches": 0.0}


def test_the_peer_learns_words() -> None:
    said = (("they lie to us", True), ("thank you all", False), ("they lie again", True), ("thank you again", False))
    sentences = tuple(Sentence(text=text, conflict=label) for text, label in said)
    corpus = [Speech(name=f"s{n}", meeting="m", sentences=sentences) for n in range(6)]
    peers = conflict._peers(corpus, [[0, 1], [2, 3], [4, 5]])
    assert list(peers) == ["TF-IDF + logistic", "TF-IDF + logistic, own threshold"]
    assert all(peer.figures(range(6))["auc"] == 1 for peer in peers.values())


def test_without_the_corpus_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=FILE):
        conflict.quick(tmp_path)
