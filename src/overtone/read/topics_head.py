"""The head that tells topics from a sentence's embedding: one logistic regression a topic, with a threshold each.

Trained by `training/heads.py` on weak labels; card: docs/models/topics.md. Not for topics that it has no weights for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from overtone.read.embedding import Embedder, Vectors

MOST = 2  # topics that the head alone adds to one text


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicHead:
    """An embedder and the weights over its vectors."""

    embedder: Embedder
    names: tuple[str, ...]
    weights: NDArray[np.float32]  # topics × dimensions
    bias: NDArray[np.float32]  # one a topic
    thresholds: NDArray[np.float32]  # the least probability that counts, one a topic; above 1: never

    def topics(self, text: str, lang: str) -> tuple[tuple[str, float], ...]:
        """The topics of one text with their probability, the surest first, `MOST` at most."""
        return next(self.topics_of_many([text], lang))

    def topics_of_many(self, texts: Sequence[str], lang: str) -> Iterator[tuple[tuple[str, float], ...]]:
        """The topics of each text, in order; many at once are faster than one by one."""
        return self.topics_of_vectors(self.embedder.embed(texts, lang))

    def topics_of_vectors(self, vectors: Vectors) -> Iterator[tuple[tuple[str, float], ...]]:
        """The topics of texts that are embedded already, in order."""
        for row in self.probabilities(vectors):
            over = np.flatnonzero(row >= self.thresholds)
            surest = over[np.argsort(-row[over], kind="stable")][:MOST]
            yield tuple((self.names[number], round(float(row[number]), 3)) for number in surest)

    def probabilities(self, vectors: Vectors) -> NDArray[np.float32]:
        """Probability of each topic for each vector, shape (vectors, topics)."""
        logits = vectors @ self.weights.T + self.bias
        found: NDArray[np.float32] = (1 / (1 + np.exp(-logits))).astype(np.float32)
        return found


def topic_head(embedder: Embedder) -> TopicHead:
    """The head that ships, over an embedder."""
    arrays = load_arrays("topics.npz")
    return TopicHead(
        embedder=embedder,
        names=tuple(str(name) for name in arrays["names"]),
        weights=arrays["weights"].astype(np.float32),
        bias=arrays["bias"].astype(np.float32),
        thresholds=arrays["thresholds"].astype(np.float32),
    )


@lru_cache(maxsize=4)
def load_arrays(name: str) -> dict[str, NDArray[Any]]:
    """The arrays of a file of weights that ships with the reader."""
    with as_file(files("overtone.read").joinpath("weights", name)) as path, np.load(path, allow_pickle=False) as stored:
        return {key: stored[key] for key in stored.files}
