"""Trains the ranker of contradictions and prints its cross-validated figure before calibration.

    python -m training.contradiction ../shared     # writes src/overtone/measure/weights/contradiction.npz

Deterministic; a minute on one core. The classes are the shares of the annotators of `inconsistency-political`, helped
by every other pair of `claimdiff` at a tenth of the weight; the calibration (Platt) is fitted on held-out folds.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from overtone.bench.contradiction import FOLDS, SEED, folds, macro_f1
from overtone.bench.contradiction_corpora import claims, labelled, political
from overtone.bench.contradiction_fit import Labelled, fit
from overtone.read.embedding import Missing, open_embedder

WEIGHTS = Path(__file__).resolve().parents[1] / "src/overtone/measure/weights/contradiction.npz"


def main(shared: Path) -> None:
    embedder = open_embedder()
    if isinstance(embedder, Missing):
        raise SystemExit(embedder.reason)
    pairs = political(shared)
    own, other = labelled(pairs.texts, pairs.shares, embedder), labelled(*claims(shared), embedder)
    fold = folds(pairs, SEED)
    scores = np.zeros((len(fold), 3))
    for number in range(FOLDS):
        learn, ask = fold != number, fold == number
        kept = Labelled(features=own.features[learn], shares=own.shares[learn])
        scores[ask] = fit(kept, other).scores(own.features[ask])
    print("macro-F1", round(macro_f1(pairs.classes, scores.argmax(axis=1)), 3))
    leads = scores[:, 0] - scores[:, 1:].max(axis=1)
    target = pairs.shares[:, 0]

    def loss(line: np.ndarray) -> float:
        odds = line[0] * leads + line[1]
        return float(np.mean(np.logaddexp(0, odds) - target * odds))

    slope, intercept = minimize(loss, np.array([1.0, 0.0])).x
    print("calibration", round(slope, 3), round(intercept, 3), "log loss", round(loss(np.array([slope, intercept])), 3))
    ranker = fit(own, other)
    np.savez_compressed(
        WEIGHTS,
        mean=ranker.mean.astype(np.float32),
        scale=ranker.scale.astype(np.float32),
        weights=ranker.weights.astype(np.float32),
        prior=ranker.prior,
        calibration=np.array([slope, intercept]),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    main(parser.parse_args().shared)
