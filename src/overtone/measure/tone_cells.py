"""Tone by document, speaker and topic: the units on which tone is compared.

A statement on several topics counts for each in part. The mean of a document's passages has the noise of the document
beside that of its passages, so that a long speech is one voice and not fifty.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.passages import Levels, Passages, monday_of, numbered

Array = npt.NDArray[np.float64]
LEAST = 0.02  # of a variance, where a standard deviation of the scale is 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One row a document, speaker and topic."""

    actors: npt.NDArray[np.str_]
    topics: npt.NDArray[np.str_]
    documents: npt.NDArray[np.str_]
    languages: npt.NDArray[np.str_]
    settings: npt.NDArray[np.str_]  # source, language, at an event or not
    weeks: npt.NDArray[np.str_]  # Mondays
    now: npt.NDArray[np.bool_]
    sizes: Array  # passages, in part where a statement has several topics
    tones: Array  # cells × axes
    within: float  # variance of passages round their cell
    between: float  # variance of documents round their speaker's mean on the topic
    places: Levels  # of each pair of passage and topic: its cell
    members: Levels  # of each pair of passage and topic: its passage

    def noise(self) -> Array:
        """The noise variance of each cell's tone."""
        return self.between + self.within / self.sizes

    def where(self, rows: npt.NDArray[np.bool_]) -> "Cells":
        """These cells alone; which passages are in them is not kept."""
        none = np.zeros(0, dtype=np.int64)
        return Cells(
            actors=self.actors[rows],
            topics=self.topics[rows],
            documents=self.documents[rows],
            languages=self.languages[rows],
            settings=self.settings[rows],
            weeks=self.weeks[rows],
            now=self.now[rows],
            sizes=self.sizes[rows],
            tones=self.tones[rows],
            within=self.within,
            between=self.between,
            places=none,
            members=none,
        )

    def strata(self) -> Levels:
        """Cells of one language and week are compared with one another."""
        return numbered([f"{lang} {week}" for lang, week in zip(self.languages, self.weeks, strict=True)])


def cells(found: Passages, kept: Iterable[int] | None = None) -> Cells:
    """The cells of passages whose tone is told."""
    told = ~np.isnan(found.tones[:, 0]) if len(found) else np.zeros(0, dtype=bool)
    rows = [int(row) for row in (kept if kept is not None else np.flatnonzero(told)) if told[int(row)]]
    pairs = [(row, topic) for row in rows for topic in found.topics[row]]
    members = np.array([row for row, _ in pairs], dtype=np.int64)
    keys = [f"{found.documents[row]}\t{found.actors[row]}\t{topic}" for row, topic in pairs]
    names, first, places = np.unique(np.array(keys, dtype=np.str_), return_index=True, return_inverse=True)
    shares = np.array([1 / len(found.topics[row]) for row, _ in pairs])
    sizes: Array = np.bincount(places, weights=shares, minlength=len(names)).astype(np.float64)
    axes = found.tones.shape[1]
    tones = np.zeros((len(names), axes))
    np.add.at(tones, places, shares[:, None] * found.tones[members])
    tones /= np.maximum(sizes, 1e-12)[:, None]
    at = members[first]
    topics = np.array([pairs[n][1] for n in first], dtype=np.str_)
    within = _within(found.tones[members, 0] - tones[places, 0], len(names))
    groups = numbered([f"{found.actors[row]}\t{topic}" for row, topic in zip(at, topics, strict=True)])
    return Cells(
        actors=found.actors[at],
        topics=topics,
        documents=found.documents[at],
        languages=found.languages[at],
        settings=np.array([_setting(found, row) for row in at], dtype=np.str_),
        weeks=np.array([monday_of(found.days[row]).isoformat() for row in at], dtype=np.str_),
        now=found.now[at],
        sizes=sizes,
        tones=tones,
        within=within,
        between=_between(tones[:, 0], sizes, groups, within),
        places=places.astype(np.int64),
        members=members,
    )


def _setting(found: Passages, row: int) -> str:
    return f"{found.sources[row]}/{found.languages[row]}/{'event' if found.venues[row] else 'open'}"


def _within(apart: Array, count: int) -> float:
    """Variance of passages round their cell's mean; next to none where no cell has two: documents then show it all."""
    free = len(apart) - count
    return max(LEAST, float(apart @ apart) / free) if free > 0 else LEAST


def _between(tones: Array, sizes: Array, groups: Levels, within: float) -> float:
    """Variance of documents round the mean of their speaker and topic, beyond that of their passages, by moments."""
    if not len(tones):
        return 1.0
    counts = np.bincount(groups)
    means = np.bincount(groups, weights=tones) / counts
    free = len(tones) - len(counts)
    if free < 1:
        return LEAST
    apart = float(((tones - means[groups]) ** 2).sum())
    noise = float((within / sizes * (1 - 1 / counts[groups])).sum())
    return max(LEAST, (apart - noise) / free)
