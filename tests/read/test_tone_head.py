"""The tone head: a side must be sure, and what ships has the five steps."""

from collections.abc import Sequence

import numpy as np

from overtone.read.embedding import DIMENSIONS, Vectors
from overtone.read.tone_head import ToneHead, tone_head


class Fixed:
    """An embedder of unit vectors: the n-th text points the n-th way."""

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        return np.eye(DIMENSIONS, dtype=np.float32)[: len(texts)]


def test_a_side_that_is_sure_gives_its_likeliest_step() -> None:
    weights = np.zeros((5, DIMENSIONS), dtype=np.float32)
    weights[:, 0] = (1, 4, 0, 0, 0)
    head = ToneHead(embedder=Fixed(), weights=weights, bias=np.zeros(5, dtype=np.float32), values=(-2, -1, 0, 1, 2))
    assert head.guess(["one"], "en") == [-1]
    assert head.guess([], "be") == []


def test_what_is_not_sure_is_neutral() -> None:
    weights = np.zeros((5, DIMENSIONS), dtype=np.float32)
    head = ToneHead(embedder=Fixed(), weights=weights, bias=np.zeros(5, dtype=np.float32), values=(-2, -1, 0, 1, 2))
    assert head.guess(["one"], "ru") == [0]


def test_the_head_that_ships_has_the_five_steps() -> None:
    assert sorted(tone_head(Fixed()).values) == [-2, -1, 0, 1, 2]
