"""The words in which two sets of documents differ: log-odds with an informative prior, documents drawn again.

δ_w = log[(y₁+α_w)/(n₁+α₀−y₁−α_w)] − log[(y₂+α_w)/(n₂+α₀−y₂−α_w)], α in proportion to the words of both sets together
(Monroe, Colaresi and Quinn 2008). Words of one document hang together, so that the published variance is too small: the
spread here is that of the jackknife over documents. A word that one document brings alone is left out.
Not for texts in two languages, whose words are never the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
PRIOR = 50.0  # words that the prior is worth
LEAST = 2  # documents in which a word must stand


class Word(NamedTuple):
    """One word with its log-odds (above 0: of the first set) and how many standard deviations that is."""

    word: str
    odds: float
    z: float


def distinctive(first: Sequence[str], second: Sequence[str]) -> tuple[Word, ...]:
    """The words of two sets of documents (a space between words), the most distinctive first; none for an empty set.

    Every word in at least two documents is told; the caller keeps those that are far enough off.
    """
    if not first or not second:
        return ()
    documents = [text.split() for text in (*first, *second)]
    seen: dict[str, int] = {}
    for words in documents:
        for word in set(words):
            seen[word] = seen.get(word, 0) + 1
    known = sorted(word for word, count in seen.items() if count >= LEAST)
    if not known:
        return ()
    column = {word: n for n, word in enumerate(known)}
    counts = np.zeros((len(documents), len(known)))
    for row, words in enumerate(documents):
        for word in words:
            if word in column:
                counts[row, column[word]] += 1
    ours = np.arange(len(documents)) < len(first)
    odds, spread = _jackknifed(counts, ours)
    found = [Word(w, float(o), float(o / s)) for w, o, s in zip(known, odds, spread, strict=True)]
    return tuple(sorted(found, key=lambda one: (-abs(one.z), one.word)))


def log_odds(first: Array, second: Array, prior: Array) -> Array:
    """δ of each word from its counts in the two sets and the prior's pseudo-counts, all of shape (…, words)."""
    whole = prior.sum(axis=-1, keepdims=True)

    def logit(counts: Array) -> Array:
        rest = counts.sum(axis=-1, keepdims=True) + whole - counts - prior
        odds: Array = np.log((counts + prior) / rest)
        return odds

    return logit(first) - logit(second)


def _jackknifed(counts: Array, ours: npt.NDArray[np.bool_]) -> tuple[Array, Array]:
    """δ of each word and its spread when one document at a time is left out."""
    total = counts.sum(axis=0)
    prior = PRIOR * total / max(float(total.sum()), 1.0)
    first, second = counts[ours].sum(axis=0), counts[~ours].sum(axis=0)
    whole = log_odds(first, second, prior)
    squares = np.zeros(len(total))
    for side in (ours, ~ours):
        size = int(side.sum())
        if size < LEAST:
            continue
        left = np.where(side[:, None], counts, 0.0)[side]
        without = log_odds(
            first - left if side is ours else first[None, :], second[None, :] if side is ours else second - left, prior
        )
        squares += (size - 1) / size * ((without - without.mean(axis=0)) ** 2).sum(axis=0)
    least = 1 / np.maximum(first + prior, 1e-9) + 1 / np.maximum(second + prior, 1e-9)
    return whole, np.sqrt(np.maximum(squares, least))
