"""What a trained ranker says of two statements: inconsistent, consistent or unrelated, from their words and vectors.

A linear model over the vectors of both (each alone, their difference, their product), the share of words for and
against in each, and the words they have in common (card: docs/models/contradiction.md). Trained on statements on home
affairs in English; vectors carry it to Russian and Belarusian unmeasured. Not for a verdict: it is right about three
classes in a little more than half of cases, as macro-F1 goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from overtone.measure.contradiction_words import counted
from overtone.measure.nearness import DIMENSIONS, Floats, Vectors

CLASSES = ("inconsistent", "consistent", "unrelated")
STEM = 5  # letters by which two words count as one
SHORT = 3  # letters of a word that tells nothing by itself
BLOCKS = (28, 2 * DIMENSIONS, 2 * DIMENSIONS, 1)  # words, difference and product, each alone, cosine
WEIGHT = (1.0, 1.0, 1.0, 0.1)  # of a block as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One side of a pair as the ranker sees it."""

    words: tuple[str, ...]  # lemma keys in order
    lang: str
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranker:
    """Weights of the standardised features, shape (features, classes), and the share of each class."""

    mean: Floats
    scale: Floats
    weights: Floats
    prior: Floats
    slope: float  # of the log-odds of "inconsistent" in its lead over the other two
    intercept: float

    def scores(self, found: Floats) -> Floats:
        """One score a class for each pair, shape (pairs, classes): the highest is the class."""
        scored: Floats = (found - self.mean) * self.scale @ self.weights + self.prior
        return scored

    def leads(self, found: Floats) -> Floats:
        """Log-odds that each pair is inconsistent, at the base rate of the training pairs."""
        scored = self.scores(found)
        found_leads: Floats = self.slope * (scored[:, 0] - scored[:, 1:].max(axis=1)) + self.intercept
        return found_leads


def features(pairs: Sequence[tuple[Said, Said]]) -> Floats:
    """The features of each pair, shape (pairs, 2077); the blocks are those of BLOCKS."""
    if not pairs:
        return np.zeros((0, sum(BLOCKS)))
    one: Vectors = np.array([a.vector for a, _ in pairs])
    other: Vectors = np.array([b.vector for _, b in pairs])
    product = one * other
    worded = np.array([_worded(a, b) for a, b in pairs])
    cosine = product.sum(axis=1, keepdims=True)
    return np.hstack([worded, np.abs(one - other), product, one, other, cosine]).astype(float)


@lru_cache(maxsize=1)
def trained() -> Ranker:
    """The ranker that the house ships (training/contradiction.py)."""
    with files("overtone.measure").joinpath("weights", "contradiction.npz").open("rb") as file, np.load(file) as stored:
        kept = {name: stored[name].astype(float) for name in stored.files}
    slope, intercept = kept["calibration"].tolist()
    return Ranker(
        mean=kept["mean"],
        scale=kept["scale"],
        weights=kept["weights"],
        prior=kept["prior"],
        slope=slope,
        intercept=intercept,
    )


def _worded(one: Said, other: Said) -> list[float]:
    """How far each speaks for and against, their forms, and the words in common, both ways."""
    told = [_for_and_against(one), _for_and_against(other)]
    (p, q), (r, s) = told
    lean, against = (p - q) / (1 + p + q), (r - s) / (1 + r + s)
    here, there = ({word[:STEM] for word in side.words if len(word) > SHORT} for side in (one, other))
    shared = len(here & there)
    return [
        lean * against,
        lean + against,
        abs(lean - against),
        float(q % 2 != s % 2),
        float(q == 0 and s == 0),
        float(q > 0 and s > 0),
        q,
        s,
        p,
        r,
        shared,
        shared / (1 + len(here)),
        shared / (1 + len(there)),
        shared * lean * against,
        *_form(one),
        *_form(other),
    ]


def _for_and_against(side: Said) -> tuple[int, int]:
    return counted(side.words, side.lang, "pro"), counted(side.words, side.lang, "con")


def _form(side: Said) -> list[float]:
    return _put(side.words, side.lang)


@lru_cache(maxsize=50_000)
def _put(words: tuple[str, ...], lang: str) -> list[float]:
    """How a statement is put: "we", "should", "must", "will", is, believes, and its length in words."""
    told = [
        counted(some, lang, name) > 0
        for name, some in (
            ("we", words[:2]),
            ("should", words),
            ("must", words),
            ("will", words[:3]),
            ("being", words),
            ("believing", words),
        )
    ]
    return [*map(float, told), float(len(words))]
