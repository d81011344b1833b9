"""Statements as mixtures over fixed clusters of meaning, and how far one mixture is from another, in bits.

The clusters are centres of sentence embeddings, trained once on other texts and shipped (docs/models/novelty.md):
`BOOKS` codebooks of as many clusters each. A single codebook ranks novelty differently than its neighbour (as topic
models with other seeds do); the mean over many does not.
Reference: Barron, Huang, Spang and DeDeo 2018 (PNAS 115:4607).
Not for absolute bits: they depend on the sharpness and on the number of clusters.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
WEIGHTS = Path(__file__).parent / "weights" / "novelty.npz"
SHARPNESS = 0.1  # differences of cosine that count as one step of log odds
LEAST = 1e-3  # of every cluster, so that no ratio is infinite
MODEL = "use3@1"  # the embeddings the centres were trained on


@lru_cache(maxsize=1)
def codebooks() -> Array:
    """The centres, shape (books, clusters, components), each of length one."""
    with np.load(WEIGHTS) as kept:
        books: Array = kept["books"].astype(np.float64)
    lengths: Array = np.linalg.norm(books, axis=2, keepdims=True)
    return books / lengths


def unpacked(vectors: Sequence[bytes]) -> Array:
    """Stored vectors as rows of length one, shape (vectors, components); a row of zeros stays one."""
    if not vectors:
        return np.zeros((0, 0))
    rows: Array = np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(len(vectors), -1).astype(np.float64)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1)


def mixtures(passages: Array, item: npt.NDArray[np.int64], books: Array) -> Array:
    """Mixture of each item, shape (books, items, clusters): the mean over its passages; every row sums to one.

    `item` is the place of the item that each passage belongs to, shape (passages,); every item has a passage.
    """
    items = int(item.max()) + 1 if len(item) else 0
    found = np.zeros((len(books), items, books.shape[1]))
    for n, centres in enumerate(books):
        steps = passages @ centres.T / SHARPNESS
        chances = np.exp(steps - steps.max(axis=1, keepdims=True))
        np.add.at(found[n], item, chances / chances.sum(axis=1, keepdims=True))
    found += LEAST
    whole: Array = found / found.sum(axis=2, keepdims=True)
    return whole


def divergences(mixed: Array) -> Array:
    """How far each item is from each other one, in bits: Kullback–Leibler, mean over the codebooks, shape (n, n).

    Row i, column j is D(i ‖ j): what is needed beyond what was expected by somebody who knew only j.
    """
    found = np.zeros((mixed.shape[1], mixed.shape[1]))
    for one in mixed:
        logs = np.log2(one)
        found += (one * logs).sum(axis=1)[:, None] - one @ logs.T
    return found / len(mixed)
