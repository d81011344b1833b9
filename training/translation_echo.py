"""Trains the score by which two near passages are told to say the same, and prints what it reaches in training.

    python -m training.translation_echo ../shared     # writes src/overtone/measure/weights/translation_echo.toml

Logistic regression over the features of `measure/faithful.py`, by Newton's method: deterministic, about a minute on one
core, most of it embedding. It learns from one half of the documents (`TRAINED`); the bench asks the other.
"""

import argparse
from pathlib import Path

import numpy as np

from overtone.bench.aligned import WMT_2021, WMT_2022, lines_of, ntrex, wmt
from overtone.bench.translation_echo import TRAINED, Trial, half, thinned, trial
from overtone.measure.faithful import FEATURES
from overtone.read.embedding import Missing, open_embedder
from overtone.registry import load

WEIGHTS = Path(__file__).resolve().parents[1] / "src/overtone/measure/weights/translation_echo.toml"
SHARES = (1.0, 0.3, 0.1)  # of the passages that have their like on the other side
PENALTY = 1.0
THRESHOLD = 2.0  # odds of e² in a set in which about a third have their like


def trials(shared: Path) -> list[Trial]:
    embedder = open_embedder()
    if isinstance(embedder, Missing):
        raise SystemExit(embedder.reason)
    registry = load()
    corpora = (
        (ntrex(shared), ("en", "ru", "be"), (("ru", "en"), ("be", "en"), ("be", "ru"))),
        (wmt(shared, WMT_2021), ("ru", "en-A", "en-B"), (("ru", "en-A"), ("en-A", "en-B"))),
        (wmt(shared, WMT_2022), ("ru", "en-A"), (("ru", "en-A"),)),
    )
    made = []
    for documents, voices, asked in corpora:
        lines = lines_of(half(documents, TRAINED), voices, embedder, registry)
        for one, other in asked:
            sides = [[line for line in lines if line.voice == voice] for voice in (one, other)]
            made += [trial(*sides) if share == 1 else thinned(*sides, share) for share in SHARES]
    return made


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (share - y) + PENALTY * weights
        curve = (x * (share * (1 - share))[:, None]).T @ x + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    made = trials(parser.parse_args().shared)
    x = np.vstack([one.features for one in made])
    y = np.concatenate([one.true for one in made]).astype(float)
    weights = fitted(x, y)
    rows = [f"{name} = {weight:.4f}" for name, weight in zip(FEATURES, weights, strict=True)]
    WEIGHTS.write_text(
        "# Made by training/translation_echo.py: logarithm of the odds that two near passages say the same.\n"
        f"threshold = {THRESHOLD}\n\n[weights]\n" + "\n".join(rows) + "\n",
        "utf-8",
    )
    taken = x @ weights >= THRESHOLD
    print(f"{len(y)} pairs, {int(y.sum())} true; at the threshold precision {y[taken].mean():.3f} before the rules")


if __name__ == "__main__":
    main()
