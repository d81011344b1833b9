"""The head of conflict is fitted as it says: planted weights come back, and neighbours count where conflict runs on."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from overtone.bench.conflict_model import auc, best_threshold, f1, fit, folds, levelled, logistic, tfidf


def test_the_regression_is_at_the_foot_of_its_slope() -> None:
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(200, 3))
    labels = chance.random(200) < 1 / (1 + np.exp(-(rows @ np.array([2.0, 0.0, -1.0]) + 0.5)))
    found = logistic(rows, labels)
    chances = 1 / (1 + np.exp(-found.scores(rows)))
    assert rows.T @ (chances - labels) + found.weights == pytest.approx(0, abs=1e-2)
    assert (chances - labels).sum() == pytest.approx(0, abs=1e-2)
    sparse = logistic(csr_matrix(rows), labels)
    assert sparse.weights == pytest.approx(found.weights, abs=1e-3)


def test_levelled_weights_fit_features_as_they_come() -> None:
    chance = np.random.default_rng(2)
    rows = chance.normal(5, 3, size=(300, 4))
    labels = rows[:, 0] > 5
    found = levelled(rows, labels)
    assert auc(found.scores(rows), labels) > 0.98
    assert levelled(rows * 10, labels).scores(rows * 10) == pytest.approx(found.scores(rows), abs=1e-2)


def test_folds_are_even_and_whole() -> None:
    dealt = folds([9, 1, 8, 2, 7, 3], 3)
    assert sorted(n for part in dealt for n in part) == list(range(6))
    assert [sum((9, 1, 8, 2, 7, 3)[n] for n in part) for part in dealt] == [10, 10, 10]


def test_neighbours_count_where_conflict_comes_in_runs() -> None:
    chance = np.random.default_rng(3)
    means, labels = [], []
    for _ in range(24):
        truth = np.repeat(chance.random(4) < 0.5, 5)
        noisy = chance.normal(0, 1, (20, 2, 4)) + truth[:, None, None] * np.array([0.5, 0, 0, 0])
        means.append(noisy.astype(np.float32))
        labels.append(truth)
    head = fit(means, labels)
    assert head.weights.shape == (2, 4)
    assert head.around[0] > 0
    assert head.around[1:5].sum() > 0
    flat = np.concatenate(labels)
    assert auc(np.concatenate(head.chances(means)), flat) > 0.75
    assert 0.2 <= head.threshold <= 0.7


def test_the_figures_are_those_of_small_cases() -> None:
    gold = np.array([1, 1, 0, 0], dtype=bool)
    assert auc(np.array([0.9, 0.4, 0.4, 0.1]), gold) == pytest.approx(0.875)
    assert auc(np.array([1.0]), np.array([True])) == 0.5
    assert f1(np.array([1, 0, 1, 0], dtype=bool), gold) == 0.5
    assert best_threshold(np.array([0.6, 0.55, 0.3, 0.1]), gold) == pytest.approx(0.31, abs=0.01)


def test_tfidf_rows_have_length_one_and_know_only_what_was_learnt() -> None:
    rows = tfidf(["peace talks now", "peace treaty"])
    found = rows(["peace talks", "unheard words", "peace peace treaty"])
    assert np.sqrt(found.multiply(found).sum(axis=1)).ravel().tolist()[0] == pytest.approx([1, 0, 1])
