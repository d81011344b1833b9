"""The head that guesses a tone from a sentence's embedding, where no word values: logistic regression of five steps.

Trained by `training/heads.py` on our own sentences; card: docs/models/tone.md. It sees no denial: rules come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from overtone.read.embedding import Embedder, Vectors
from overtone.read.topics_head import load_arrays

SURE = 0.5  # the least probability that a side has; under it the tone is taken for neutral


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneHead:
    """An embedder and the weights over its vectors."""

    embedder: Embedder
    weights: NDArray[np.float32]  # steps × dimensions
    bias: NDArray[np.float32]  # one a step
    values: tuple[int, ...]  # the steps, from hostile to conciliatory

    def guess(self, texts: Sequence[str], lang: str) -> list[int]:
        """The step of each text; 0 where none is sure."""
        return self.guess_vectors(self.embedder.embed(texts, lang))

    def guess_vectors(self, vectors: Vectors) -> list[int]:
        """The step of texts that are embedded already."""
        logits = vectors @ self.weights.T + self.bias
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return [self._step(row) for row in shares]

    def _step(self, shares: NDArray[np.float32]) -> int:
        """The likeliest step of the side, critical or kind, that is sure."""
        for side in (-1, 1):
            on = [n for n, value in enumerate(self.values) if value * side > 0]
            if float(shares[on].sum()) >= SURE:
                return self.values[max(on, key=lambda n: float(shares[n]))]
        return 0


def tone_head(embedder: Embedder) -> ToneHead:
    """The head that ships, over an embedder."""
    arrays = load_arrays("tone.npz")
    return ToneHead(
        embedder=embedder,
        weights=arrays["weights"].astype(np.float32),
        bias=arrays["bias"].astype(np.float32),
        values=tuple(int(value) for value in arrays["values"]),
    )
