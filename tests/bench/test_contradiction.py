"""The figure and the folds of the judged pairs."""

import numpy as np

from overtone.bench.contradiction import FOLDS, folds, macro_f1
from overtone.bench.contradiction_corpora import Political


def test_a_majority_guess_scores_a_third_of_its_f1() -> None:
    truth = np.array([0, 0, 1, 2])
    assert macro_f1(truth, np.zeros(4, dtype=np.int64)) == np.mean([2 * 2 / 6, 0, 0])
    assert macro_f1(truth, truth) == 1


def test_no_statement_stands_in_two_folds() -> None:
    many = 60
    groups = np.arange(many) // 2
    pairs = Political(
        texts=(), kinds=np.arange(many) % 5, shares=np.zeros((many, 3)), answers={}, groups=groups, digest=""
    )
    found = folds(pairs, 1)
    assert all(len(set(found[groups == group])) == 1 for group in set(groups.tolist()))
    assert set(found.tolist()) <= set(range(FOLDS))
