"""Does a sentence of a speech attack or contradict somebody? A head over sentence means, and its neighbours.

Two steps: a logistic head over the means of a sentence after the ninth and the last layer of multilingual-e5-small;
then a second one over that score, the scores of the two sentences before and the two after, and the mean of the rest of
the speech, since conflict comes in runs. Trained on UNSCon by `training/conflict.py`; card: docs/models/conflict.md.
Not for whom it is aimed at, nor for news: the head has heard diplomats alone, in English (it reads the other languages
through the encoder, unmeasured).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from overtone.read.e5 import E5
from overtone.read.speech.loading import vectors_file
from overtone.read.topics_head import load_arrays

AFTER = (9, 12)  # layers
NEAR = (-2, -1, 1, 2)  # sentences beside it
WEIGHTS = "conflict.npz"
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictHead:
    """Both steps' weights."""

    scale: Numbers  # one a layer: by which means are divided
    weights: Numbers  # layers × 384
    bias: float
    around: Numbers  # of the second step: own score, the four near, the mean of the rest
    level: float  # bias of the second step
    threshold: float  # probability from which a sentence is called in conflict

    def chances(self, means: Sequence[NDArray[np.float32]]) -> list[Numbers]:
        """The probability of conflict of each sentence, speech by speech, from its means (sentences × layers × 384)."""
        return [self._chances(np.asarray(part, dtype=np.float64)) for part in means]

    def _chances(self, means: Numbers) -> Numbers:
        scores = np.einsum("slw,lw->s", means / self.scale[None, :, None], self.weights) + self.bias
        found: Numbers = 1 / (1 + np.exp(-(surroundings(scores) @ self.around + self.level)))
        return found


def surroundings(scores: Numbers) -> Numbers:
    """Own score, those of the two before and the two after (0 beyond the speech), and the mean of the rest."""
    count = len(scores)
    columns = [scores]
    for step in NEAR:
        shifted = np.zeros(count)
        if step < 0:
            shifted[-step:] = scores[:step]
        else:
            shifted[:-step] = scores[step:]
        columns.append(shifted)
    rest = (scores.sum() - scores) / max(count - 1, 1)
    return np.stack([*columns, rest], axis=1)


def conflict_head() -> ConflictHead:
    """The head that ships."""
    arrays = load_arrays(WEIGHTS)
    return ConflictHead(
        scale=arrays["scale"].astype(np.float64),
        weights=arrays["weights"].astype(np.float64),
        bias=float(arrays["bias"]),
        around=arrays["around"].astype(np.float64),
        level=float(arrays["level"]),
        threshold=float(arrays["threshold"]),
    )


def conflicts(speeches: Sequence[Sequence[str]]) -> list[Numbers]:
    """The probability of conflict of each sentence of each speech (sentences in order).

    Raises NoModelError where the extra `reading` is not installed.
    """
    encoder = E5(vectors_file())
    return conflict_head().chances([encoder.means(list(sentences), AFTER) for sentences in speeches])
