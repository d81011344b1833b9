"""Trains the topic head and the tone head over sentence embeddings and prints their held-out figures.

    python -m training.heads ../shared [topics] [tone]     # writes src/overtone/read/weights/{topics,tone}.npz

Deterministic (SEED); ten minutes on one core, most of it embedding. Needs scikit-learn (extra `training`).
Topics: weak labels, the word lists' own hits, so that the head learns what such texts are like beside the words;
thresholds are set on a tenth of the texts so that at least `PRECISION` of what the head finds the word lists find too.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from overtone.bench import tone as tone_bench
from overtone.read.embedding import Missing, open_embedder
from overtone.read.topics import topics_of_text
from overtone.registry import load
from training.weak_topics import Text, texts

SEED = 20221014
WEIGHTS = Path(__file__).resolve().parents[1] / "src/overtone/read/weights"
PRECISION = 0.8
LEAST = 25  # texts of a topic under which it gets no weights
MOST = 7_000  # texts embedded
NEVER = 2.0  # a threshold no probability reaches


def embedder():
    found = open_embedder()
    if isinstance(found, Missing):
        raise SystemExit(found.reason)
    return found


def train_topics(folder: Path) -> None:
    registry, encoder = load(), embedder()
    kept: list[Text] = list({t.text: t for t in texts(folder) if len(t.text) > 60 and t.source != "tags"}.values())
    order = np.random.default_rng(SEED).permutation(len(kept))[:MOST]
    chosen = [kept[number] for number in order]
    labels = [{f.topic for f in topics_of_text(t.text, t.lang, registry)} for t in chosen]
    vectors = np.zeros((len(chosen), 512), dtype=np.float32)
    for lang in sorted({t.lang for t in chosen}):
        rows = [n for n, t in enumerate(chosen) if t.lang == lang]
        vectors[rows] = encoder.embed([chosen[n].text for n in rows], lang)
    held = np.arange(len(chosen)) % 10 == 0
    names, weights, bias, thresholds = [], [], [], []
    for topic in registry.topics:
        y = np.array([topic in found for found in labels])
        names.append(topic)
        if y[~held].sum() < LEAST:
            weights.append(np.zeros(512))
            bias.append(0.0)
            thresholds.append(NEVER)
            continue
        model = LogisticRegression(C=10, class_weight={True: 3, False: 1}, max_iter=400).fit(vectors[~held], y[~held])
        weights.append(model.coef_[0])
        bias.append(float(model.intercept_[0]))
        thresholds.append(threshold(model.predict_proba(vectors[held])[:, 1], y[held]))
    np.savez_compressed(
        WEIGHTS / "topics.npz",
        names=np.array(names),
        weights=np.array(weights, dtype=np.float16),
        bias=np.array(bias, dtype=np.float32),
        thresholds=np.array(thresholds, dtype=np.float32),
    )
    print(
        "texts", len(chosen), Counter(t.lang for t in chosen), "topics with weights", sum(t < NEVER for t in thresholds)
    )


def threshold(probability: np.ndarray, y: np.ndarray) -> float:
    for least in np.arange(0.5, 1.0, 0.05):
        over = probability >= least
        if over.sum() >= 3 and y[over].mean() >= PRECISION:
            return float(least)
    return NEVER


def train_tone(folder: Path) -> None:
    """Our own sentences, weighed eight times, and half of the meetings of unscon: negative evaluation is critical."""
    encoder = embedder()
    own = [row for row in tone_bench.labelled() if row.part == "train"]
    diplomats = [row for row in tone_bench.sentences(folder / "unscon") if row.part == "train"]
    vectors = np.vstack(
        [
            *(encoder.embed([row.text for row in own if row.lang == lang], lang) for lang in tone_bench.LANGS),
            encoder.embed([row.text for row in diplomats], "en"),
        ]
    )
    values = [row.tone for lang in tone_bench.LANGS for row in own if row.lang == lang]
    values += [-1 if row.negative else 0 for row in diplomats]
    weights = np.concatenate([np.full(len(own), 8.0), np.ones(len(diplomats))])
    model = LogisticRegression(C=1, max_iter=2000).fit(vectors, np.array(values), sample_weight=weights)
    np.savez_compressed(
        WEIGHTS / "tone.npz",
        weights=model.coef_.astype(np.float16),
        bias=model.intercept_.astype(np.float32),
        values=model.classes_.astype(np.int8),
    )
    print("tone", len(own), "own sentences,", len(diplomats), "of diplomats")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("heads", nargs="*", default=["topics", "tone"])
    asked = parser.parse_args()
    for head in asked.heads:
        {"topics": train_topics, "tone": train_tone}[head](asked.shared / "data")


if __name__ == "__main__":
    main()
