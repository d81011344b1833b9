"""Contradictions: the trained ranker on judged pairs of political statements, and the queue on the diary.

Cross-validated on `inconsistency-political`: five folds, no statement in two of them, four rounds of `run` and one of
`quick`. Beside it, on the same folds: the majority class, TF-IDF with logistic regression, the cosine of the vectors
alone; and what the language models answered whose answers the file holds. On the diary the queue of the whole year is
compared with our own verdicts on pairs of statements (`contradiction_key.tsv`).
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from overtone.bench.contradiction_corpora import Political, claims, labelled, political
from overtone.bench.contradiction_fit import Labelled, fit
from overtone.bench.contradiction_queue import diary
from overtone.bench.score import Score
from overtone.measure.contradiction_ranker import CLASSES
from overtone.read.embedding import Embedder, Missing, open_embedder

SEED = 20220506
FOLDS = 5
ROUNDS = 4
RESAMPLED = 1000
TARGET = 0.55
TASK = "judged pairs, three classes"
Places = NDArray[np.int64]
Guess = Callable[[Places, Places], Places]  # rows to learn from, rows to answer; a place in CLASSES for each


def run(shared: Path) -> tuple[Score, ...]:
    """All scores; none on judged pairs where no embeddings are installed."""
    return (*_scores(shared, ROUNDS), *diary())


def quick(shared: Path) -> tuple[Score, ...]:
    """The judged pairs with one round of folds, without the diary: about 15 seconds."""
    return _scores(shared, 1)


def folds(pairs: Political, seed: int) -> Places:
    """The fold of each pair: groups whole, kinds spread evenly."""
    chance = np.random.default_rng(seed)
    found = np.zeros(len(pairs.kinds), dtype=np.int64)
    first = {int(group): int(kind) for group, kind in zip(pairs.groups[::-1], pairs.kinds[::-1], strict=True)}
    for kind in range(5):
        groups = chance.permutation([group for group, own in sorted(first.items()) if own == kind])
        start = int(chance.integers(FOLDS))
        for number, group in enumerate(groups):
            found[pairs.groups == group] = (number + start) % FOLDS
    return found


def macro_f1(truth: Places, found: Places) -> float:
    """The mean of the F1 of the three classes; a class that nobody names and that is not there counts 0."""
    hits = [int(((found == c) & (truth == c)).sum()) for c in range(len(CLASSES))]
    sizes = [int((found == c).sum() + (truth == c).sum()) for c in range(len(CLASSES))]
    return float(np.mean([2 * hit / size if size else 0.0 for hit, size in zip(hits, sizes, strict=True)]))


def _scores(shared: Path, rounds: int) -> tuple[Score, ...]:
    embedder = open_embedder()
    if isinstance(embedder, Missing):
        return ()
    return tuple(_judged(shared, embedder, rounds))


def _judged(shared: Path, embedder: Embedder, rounds: int) -> list[Score]:
    pairs = political(shared)
    own = labelled(pairs.texts, pairs.shares, embedder)
    other = labelled(*claims(shared), embedder)
    truth = pairs.classes
    guesses: dict[str, Guess] = {
        "ranker": lambda learn, ask: _ranked(own, other, learn, ask),
        "cosine alone": lambda learn, ask: _by_cosine(own, learn, ask),
        "TF-IDF + logistic": lambda learn, ask: _by_words(pairs, learn, ask),
    }
    found = {name: [_crossed(pairs, guess, SEED + n) for n in range(rounds)] for name, guess in guesses.items()}
    found["majority"] = [np.zeros_like(truth)]
    found |= {name: [answers] for name, answers in pairs.answers.items()}
    return [
        _score(pairs, found["ranker"], peer, float(np.mean([macro_f1(truth, one) for one in given])))
        for peer, given in found.items()
        if peer != "ranker"
    ]


def _ranked(own: Labelled, other: Labelled, learn: Places, ask: Places) -> Places:
    ranker = fit(Labelled(features=own.features[learn], shares=own.shares[learn]), other)
    return np.asarray(ranker.scores(own.features[ask]).argmax(axis=1), dtype=np.int64)


def _by_cosine(own: Labelled, learn: Places, ask: Places) -> Places:
    """Least squares on the cosine and its square, classes balanced."""
    near = np.column_stack([np.ones(len(own.features)), own.features[:, -1], own.features[:, -1] ** 2])
    hard = np.eye(len(CLASSES))[own.shares.argmax(axis=1)]
    weight = np.sqrt(hard[learn] @ (1 / np.maximum(hard[learn].mean(axis=0), 1e-3)))[:, None]
    solved = np.linalg.lstsq(near[learn] * weight, hard[learn] * weight, rcond=None)[0]
    return np.asarray((near[ask] @ solved).argmax(axis=1), dtype=np.int64)


def _by_words(pairs: Political, learn: Places, ask: Places) -> Places:
    """TF-IDF of the words of each side and logistic regression, where scikit-learn is installed; else the majority."""
    try:
        text, linear = import_module("sklearn.feature_extraction.text"), import_module("sklearn.linear_model")
    except ImportError:
        return np.zeros(len(ask), dtype=np.int64)
    printed = [one + " " + " ".join(f"2_{word}" for word in other.split()) for one, other in pairs.texts]
    words = text.TfidfVectorizer(sublinear_tf=True, min_df=2, ngram_range=(1, 2))
    model = linear.LogisticRegression(C=3, class_weight="balanced", max_iter=1000)
    model.fit(words.fit_transform([printed[n] for n in learn]), pairs.classes[learn])
    return np.asarray(model.predict(words.transform([printed[n] for n in ask])), dtype=np.int64)


def _crossed(pairs: Political, guess: Guess, seed: int) -> Places:
    """The answer to each pair by what was learnt from the other folds."""
    fold = folds(pairs, seed)
    found = np.zeros(len(fold), dtype=np.int64)
    for number in range(FOLDS):
        ask = np.flatnonzero(fold == number)
        found[ask] = guess(np.flatnonzero(fold != number), ask)
    return found


def _score(pairs: Political, rounds: Sequence[Places], peer: str, peer_value: float) -> Score:
    """Mean macro-F1 of the rounds, with a bootstrap over groups of pairs."""
    truth = pairs.classes
    chance = np.random.default_rng(SEED)
    members = [np.flatnonzero(pairs.groups == group) for group in np.unique(pairs.groups)]
    drawn: list[float] = []
    for _ in range(RESAMPLED):
        rows = np.concatenate([members[n] for n in chance.integers(len(members), size=len(members))])
        drawn.append(macro_f1(truth[rows], rounds[len(drawn) % len(rounds)][rows]))
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Score(
        bench="contradiction",
        task=f"{TASK}, beside {peer}",
        metric="macro-F1",
        value=float(np.mean([macro_f1(truth, one) for one in rounds])),
        low=float(low),
        high=float(high),
        n=len(truth),
        target=TARGET,
        peer=peer,
        peer_value=peer_value,
        corpus="inconsistency-political",
        digest=pairs.digest,
    )
