"""How alike several speakers are on one day: the mean cosine between what each said, and what chance gives.

Everything is worked out from the table of inner products between passages (or statements) of the day, so it is the same
for meanings, words and topics. A speaker is the mean of his passages, set to length one; each pair of speakers weighs
the same. Not for one speaker, nor for different days at once: the agenda of a day makes everybody alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
GROUPS = 10  # of passages, left out in turn
DRAWS = 500
SEED = 20220516


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was said on one day: inner products of its pieces, and who said each."""

    products: Array  # pieces × pieces
    speakers: tuple[str, ...]  # of each piece


def likeness(day: Day, members: Sequence[str]) -> float:
    """Mean cosine over pairs of these speakers; NaN where fewer than two spoke."""
    return _mean_pair(_cosines(day.products, _shares(day.speakers, members)))


def contributions(day: Day, members: Sequence[str]) -> dict[str, float]:
    """What the likeness has by each member: with all, less without that one. Needs three who spoke."""
    spoke = [m for m in members if m in day.speakers]
    whole = likeness(day, spoke)
    if len(spoke) < 3:
        return {}
    return {m: whole - likeness(day, [other for other in spoke if other != m]) for m in spoke}


def error(days: Sequence[Day], members: Sequence[str]) -> float:
    """Standard error of the mean likeness of the days, by leaving out a tenth of everyone's pieces in turn."""
    left = []
    for group in range(GROUPS):
        values = [likeness(_without(day, group), members) for day in days]
        known = [value for value in values if np.isfinite(value)]
        if known:
            left.append(float(np.mean(known)))
    if len(left) < 2:
        return float("nan")
    return float(np.sqrt((len(left) - 1) / len(left) * np.square(np.array(left) - np.mean(left)).sum()))


def permuted(days: Sequence[Day], members: Sequence[str]) -> Array:
    """Mean likeness of the members when the names on each day's pieces change places. One value a draw."""
    chance = np.random.default_rng(SEED)
    found = np.full((DRAWS, len(days)), np.nan)
    for column, day in enumerate(days):
        shares = _shares(day.speakers, members)
        if len(shares) >= 2:
            for draw in range(DRAWS):
                order = chance.permutation(len(day.speakers))
                found[draw, column] = _mean_pair(_cosines(day.products, shares[:, order]))
    kept = found[:, np.isfinite(found).all(axis=0)] if len(days) else found
    return kept.mean(axis=1) if kept.shape[1] else np.zeros(0)


def of_strangers(days: Sequence[Day], members: Sequence[str]) -> Array:
    """Mean likeness of as many other speakers of the same days. One value a draw; empty where they are too few."""
    chance = np.random.default_rng(SEED)
    columns = []
    for day in days:
        spoke = [m for m in dict.fromkeys(members) if m in day.speakers]
        others = sorted(set(day.speakers) - set(members))
        if len(spoke) >= 2 and len(others) > len(spoke):
            cosines = _cosines(day.products, _shares(day.speakers, others))
            picks = [chance.choice(len(others), len(spoke), replace=False) for _ in range(DRAWS)]
            columns.append([_mean_pair(cosines[np.ix_(pick, pick)]) for pick in picks])
    return np.mean(columns, axis=0) if columns else np.zeros(0)


def _shares(speakers: Sequence[str], members: Sequence[str]) -> Array:
    """Members that spoke × pieces, 1 where the piece is theirs."""
    rows = [[float(one == member) for one in speakers] for member in dict.fromkeys(members) if member in speakers]
    return np.array(rows).reshape(len(rows), len(speakers))


def _cosines(products: Array, shares: Array) -> Array:
    inner = shares @ products @ shares.T
    length = np.sqrt(np.maximum(np.diagonal(inner), 1e-12))
    return np.asarray(inner / np.outer(length, length))


def _mean_pair(cosines: Array) -> float:
    size = len(cosines)
    return float((cosines.sum() - np.trace(cosines)) / (size * (size - 1))) if size >= 2 else float("nan")


def _without(day: Day, group: int) -> Day:
    """The day without every tenth piece of each speaker, beginning with this one; who has one piece keeps it."""
    seen: dict[str, int] = {}
    kept = []
    for place, speaker in enumerate(day.speakers):
        turn = seen.get(speaker, 0)
        seen[speaker] = turn + 1
        if turn % GROUPS != group or day.speakers.count(speaker) == 1:
            kept.append(place)
    return Day(products=day.products[np.ix_(kept, kept)], speakers=tuple(day.speakers[place] for place in kept))
