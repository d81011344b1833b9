"""How the head of conflict is fitted, on all speeches or on those of a fold: a logistic regression on another.

The second is fitted on scores of the first for speeches that it did not see, so that it trusts them no more than they
deserve. Beside it the peer: TF-IDF of words and pairs of words under a logistic regression. All by L-BFGS, seeded by
nothing: the same rows give the same weights.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from overtone.read.conflict import ConflictHead, surroundings

Numbers = NDArray[np.float64]
Labels = NDArray[np.bool_]
INNER = 5  # folds by which the first step's scores are made
WORD = re.compile(r"\b\w\w+\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Weights and bias over features as they come."""

    weights: Numbers
    bias: float

    def scores(self, rows: Numbers | csr_matrix) -> Numbers:
        """The log-odds of each row."""
        found: Numbers = np.asarray(rows @ self.weights).ravel() + self.bias
        return found


def logistic(rows: Numbers | csr_matrix, labels: Labels, penalty: float = 1.0) -> Linear:
    """Logistic regression with half the squared weights as penalty; the bias goes free."""
    signs = np.where(labels, 1.0, -1.0)

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        margin = signs * (np.asarray(rows @ flat[:-1]).ravel() + flat[-1])
        pull = -signs / (1 + np.exp(np.clip(margin, -500, 500)))
        slope = np.append(np.asarray(rows.T @ pull).ravel() + penalty * flat[:-1], pull.sum())
        return float(np.logaddexp(0, -margin).sum()) + penalty * float(flat[:-1] @ flat[:-1]) / 2, slope

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return Linear(weights=found.x[:-1], bias=float(found.x[-1]))


def levelled(rows: Numbers, labels: Labels) -> Linear:
    """The regression over dense features brought to mean 0 and a mean length of one; its weights fit raw features."""
    mean, spread = rows.mean(axis=0), float(rows.std(axis=0).mean()) * rows.shape[1] ** 0.5
    found = logistic((rows - mean) / spread, labels)
    weights = found.weights / spread
    return Linear(weights=weights, bias=found.bias - float(mean @ weights))


def folds(sizes: Sequence[int], count: int) -> list[list[int]]:
    """Speeches dealt into folds of like size, the largest first; numbers of the speeches."""
    found: list[list[int]] = [[] for _ in range(count)]
    filled = [0] * count
    for number in sorted(range(len(sizes)), key=lambda n: (-sizes[n], n)):
        least = filled.index(min(filled))
        found[least].append(number)
        filled[least] += sizes[number]
    return found


def fit(means: Sequence[NDArray[np.float32]], labels: Sequence[Labels]) -> ConflictHead:
    """The head of some speeches: means (sentences × layers × 384) and labels, speech by speech."""
    stacked = np.concatenate(means).astype(np.float64)
    scale = stacked.std(axis=(0, 2))
    flat = [(part / scale[None, :, None]).reshape(len(part), -1).astype(np.float64) for part in means]
    first = levelled(np.concatenate(flat), np.concatenate(labels))
    unseen: list[Numbers] = [np.zeros(0)] * len(flat)
    for held in folds([len(part) for part in flat], min(INNER, len(flat))):
        rest = [n for n in range(len(flat)) if n not in held]
        if rest:
            model = levelled(np.concatenate([flat[n] for n in rest]), np.concatenate([labels[n] for n in rest]))
            for n in held:
                unseen[n] = model.scores(flat[n])
    around = np.concatenate([surroundings(scores) for scores in unseen])
    wanted = np.concatenate([part for part, scores in zip(labels, unseen, strict=True) if len(scores)])
    spread = np.maximum(around.std(axis=0), 0.3)
    second = logistic((around - around.mean(axis=0)) / spread, wanted)
    weights = second.weights / spread
    level = second.bias - float(around.mean(axis=0) @ weights)
    chances = 1 / (1 + np.exp(-(around @ weights + level)))
    return ConflictHead(
        scale=scale.astype(np.float64),
        weights=first.weights.reshape(stacked.shape[1:]),
        bias=first.bias,
        around=weights,
        level=level,
        threshold=best_threshold(chances, wanted),
    )


def best_threshold(chances: Numbers, labels: Labels) -> float:
    """The probability from which calling gives the best F1, to two places."""
    tried = np.round(np.arange(0.2, 0.71, 0.01), 2)
    return float(max(tried, key=lambda least: f1(chances >= least, labels)))


def f1(found: Labels, gold: Labels) -> float:
    """F1 of the positive class; 0 where there is nothing."""
    return 2 * float((found & gold).sum()) / max(float(found.sum() + gold.sum()), 1.0)


def auc(scores: Numbers, gold: Labels) -> float:
    """The chance that a positive ranks above a negative, ties half; 0.5 where one kind is missing."""
    positive, negative = scores[gold], np.sort(scores[~gold])
    if not len(positive) or not len(negative):
        return 0.5
    below = np.searchsorted(negative, positive, "left") + np.searchsorted(negative, positive, "right")
    return float(below.mean() / (2 * len(negative)))


def tfidf(texts: Sequence[str]) -> Callable[[Sequence[str]], csr_matrix]:
    """Texts as rows of TF-IDF over words and pairs of words, as learnt from some: logarithmic, of length one."""
    counted = [_grams(text) for text in texts]
    names = {gram: n for n, gram in enumerate(sorted({gram for grams in counted for gram in grams}))}
    standing = np.zeros(len(names))
    for grams in counted:
        for gram in set(grams):
            standing[names[gram]] += 1
    rarity = np.log((1 + len(texts)) / (1 + standing)) + 1

    def rows(asked: Sequence[str]) -> csr_matrix:
        places, values, ends = [], [], [0]
        for text in asked:
            known, counts = np.unique([names[g] for g in _grams(text) if g in names], return_counts=True)
            weights = (1 + np.log(counts)) * rarity[known.astype(int)]
            places.extend(known.astype(int).tolist())
            values.extend((weights / max(float(np.linalg.norm(weights)), 1e-12)).tolist())
            ends.append(len(places))
        return csr_matrix((values, places, ends), shape=(len(asked), len(names)))

    return rows


def _grams(text: str) -> list[str]:
    words = WORD.findall(text.lower())
    return words + [f"{a} {b}" for a, b in pairwise(words)]
