"""The ranker's features and the weights that ship."""

import numpy as np

from overtone.measure.contradiction_ranker import BLOCKS, Said, features, trained


def said(words: str, seed: int) -> Said:
    vector = np.random.default_rng(seed).normal(size=512).astype(np.float32)
    return Said(words=tuple(words.split()), lang="en", vector=vector / np.linalg.norm(vector))


def test_features_have_the_blocks_that_the_weights_have() -> None:
    found = features([(said("we want a ban", 1), said("a ban is wrong", 2))])
    assert found.shape == (1, sum(BLOCKS))
    assert trained().scores(found).shape == (1, 3)
    assert np.isfinite(trained().leads(found)).all()


def test_no_pairs_have_no_features() -> None:
    assert features([]).shape == (0, sum(BLOCKS))


def test_a_statement_without_words_is_no_trouble() -> None:
    assert np.isfinite(features([(said("", 1), said("", 2))])).all()
