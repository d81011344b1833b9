"""The scale of tone: a direction among sentence embeddings, from hostile (below 0) to friendly (above 0).

A passage's tone is the product of its vector with the axis, put on one scale a language, so that official texts have
mean 0 and standard deviation 1 and a text and its translation do not differ (semantic axis: An, Kwak and Ahn 2018;
latent semantic scaling: Watanabe 2021). The axis is half our own seed pairs (`tone_seeds.toml`), half a head over
labels of negative evaluation; the axes that leave one pair out tell how much one pair decides. Card:
docs/models/tone-scale.md. Not for single words, for irony, or for languages without an offset: their tone is not told.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
MODEL = "use3@1"  # whose vectors the axis lies among
WIDTH = 512
WEIGHTS = "tone_scale.npz"
BLOCK = 65_536  # passages worked on at once


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneScale:
    """The axis, the axes that leave one pair of seeds out, and what makes languages comparable."""

    axes: Array  # (1 + pairs) × 512: the axis, then one without each pair
    languages: tuple[str, ...]
    offsets: Array  # languages × (1 + pairs): what official texts have as their mean
    slopes: Array  # languages × (1 + pairs): and as their standard deviation

    def tones(self, vectors: npt.NDArray[np.int8], languages: npt.NDArray[np.str_]) -> Array:
        """The tone of passages on every axis, shape (passages, 1 + pairs); NaN in a language without an offset.

        `vectors` has one row of 512 signed bytes a passage, `languages` the ISO 639-1 code of each.
        """
        found = np.full((len(vectors), len(self.axes)), np.nan)
        for number, lang in enumerate(self.languages):
            rows = np.flatnonzero(languages == lang)
            for start in range(0, len(rows), BLOCK):
                part = rows[start : start + BLOCK]
                raw = vectors[part].astype(np.float64) @ self.axes.T
                found[part] = (raw / 127 - self.offsets[number]) / self.slopes[number]
        return found


@lru_cache(maxsize=1)
def tone_scale() -> ToneScale:
    """The scale that ships."""
    with as_file(files("overtone.measure").joinpath(WEIGHTS)) as path, np.load(path, allow_pickle=False) as stored:
        return ToneScale(
            axes=stored["axes"].astype(np.float64),
            languages=tuple(str(lang) for lang in stored["languages"]),
            offsets=stored["offsets"].astype(np.float64),
            slopes=stored["slopes"].astype(np.float64),
        )
