"""Which passages lie nearest one another, and by how much nearer than their rivals: exact, in blocks, memory bounded.

A cosine alone says little: some passages lie near everything (hubs), and one encoder's .6 between Russian and English
is not its .6 between Belarusian and Russian. What tells is how far a pair stands above the other pairs of its two
members (margin: Artetxe and Schwenk, "Margin-based parallel corpus mining with multilingual sentence embeddings",
ACL 2019). A neighbour that repeats the candidate itself is no rival of it: five agencies may carry one line.
Not for telling a statement from its denial, nor a number from another: `faithful.py` does.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 512
MODEL = "use3@1"  # whose vectors are compared; those of two models cannot be
NEAREST = 12  # neighbours of a passage that are looked at
CANDIDATES = 5  # of them, those that may be its like
LOOKBACK = 7  # days before a statement in which what it repeats was said
RIVALS = 3  # of them, whose mean a pair must stand above
FLOOR = 0.3  # cosines below it are no candidates in any language pair
SAME = 0.75  # cosine in one language from which two passages repeat each other
CELLS = 1 << 23  # cosines held at once: 32 MiB
GROUP = 32  # columns whose maximum is taken together

Vectors = NDArray[np.float32]
Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs and how near they lie; all arrays have one entry a pair."""

    row: Codes
    column: Codes
    cosine: Floats
    row_margin: Floats  # cosine less the mean cosine of the row's best rivals of this column
    column_margin: Floats
    gap: Floats  # cosine less that of the best rival on either side

    def kept(self, which: Flags) -> "Pairs":
        """Those pairs alone."""
        return Pairs(
            row=self.row[which],
            column=self.column[which],
            cosine=self.cosine[which],
            row_margin=self.row_margin[which],
            column_margin=self.column_margin[which],
            gap=self.gap[which],
        )


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest columns of each row, nearest first, shape (rows, at most NEAREST); barred ones have cosine -1."""

    index: Codes
    cosine: Floats


def unpacked(rows: list[bytes]) -> Vectors:
    """Stored vectors as rows of length one."""
    whole = np.frombuffer(b"".join(rows), dtype=np.int8).reshape(len(rows), DIMENSIONS).astype(np.float32)
    lengths = np.linalg.norm(whole, axis=1, keepdims=True)
    whole /= np.where(lengths > 0, lengths, 1)
    return whole


def nearest(rows: Vectors, columns: Vectors, who: tuple[Codes, Codes]) -> Near:
    """The nearest columns of each row among those of another actor; `who` are the actors of rows and columns.

    Exact: the best columns lie in the groups with the best maxima. Time grows with rows × columns.
    """
    many = len(columns)
    kept = min(NEAREST, many)
    index = np.zeros((len(rows), kept), dtype=np.int64)
    cosine = np.full((len(rows), kept), -1.0)
    if kept == 0:
        return Near(index, cosine)
    step = max(1, CELLS // many)
    for start in range(0, len(rows), step):
        block = rows[start : start + step] @ columns.T
        block[who[0][start : start + step, None] == who[1][None, :]] = -1.0
        best = _best(block, kept)
        index[start : start + step] = best
        cosine[start : start + step] = np.take_along_axis(block, best, axis=1)
    return Near(index, cosine)


def pairs(rows: Vectors, columns: Vectors, who: tuple[Codes, Codes], days: tuple[Codes, Codes] | None = None) -> Pairs:
    """Every row with its nearest columns, and how far each pair stands above its rivals on both sides.

    `who` are the actors and `days` the days of rows and columns, as whole numbers; with days, only columns of the same
    day and of the LOOKBACK days before are candidates, though all are rivals.
    """
    ahead = nearest(rows, columns, who)
    fit = ahead.cosine >= FLOOR
    if days is not None and fit.size:
        lag = days[0][:, None] - days[1][ahead.index]
        fit &= (lag >= 0) & (lag <= LOOKBACK)
    row, place = np.nonzero(fit & (np.cumsum(fit, axis=1) <= CANDIDATES))
    column = ahead.index[row, place]
    asked, back_to = np.unique(column, return_inverse=True)
    back = nearest(columns[asked], rows, (who[1][asked], who[0]))
    cosine = ahead.cosine[row, place]
    row_mean, row_best = _rivals(ahead, row, column, columns)
    column_mean, column_best = _rivals(back, back_to, row, rows)
    return Pairs(
        row=row,
        column=column,
        cosine=cosine,
        row_margin=cosine - row_mean,
        column_margin=cosine - column_mean,
        gap=cosine - np.maximum(row_best, column_best),
    )


def _best(block: Vectors, kept: int) -> Codes:
    """The places of the `kept` highest cells of each row, highest first; of equals the first."""
    wide = -(-block.shape[1] // GROUP) * GROUP
    if wide > GROUP * 4 * kept:
        padded = np.pad(block, ((0, 0), (0, wide - block.shape[1])), constant_values=-2.0)
        tops = padded.reshape(len(block), -1, GROUP).max(axis=2)
        groups = np.sort(np.argpartition(-tops, kept - 1, axis=1)[:, :kept], axis=1)
        cells = (groups[:, :, None] * GROUP + np.arange(GROUP)).reshape(len(block), -1)
        cells = np.minimum(cells, block.shape[1] - 1)
        inside = np.argsort(-np.take_along_axis(block, cells, axis=1), axis=1, kind="stable")[:, : kept + GROUP]
        found = np.take_along_axis(cells, inside, axis=1)
        return _without_repeats(found, kept)
    order: Codes = np.argsort(-block, axis=1, kind="stable")[:, :kept]
    return order


def _without_repeats(found: Codes, kept: int) -> Codes:
    """The first `kept` different places of each row: padding may have repeated the last column."""
    order = np.argsort(found, axis=1, kind="stable")
    ranked = np.take_along_axis(found, order, axis=1)
    again = np.zeros_like(found, dtype=bool)
    np.put_along_axis(again, order[:, 1:], ranked[:, 1:] == ranked[:, :-1], axis=1)
    first = np.argsort(again, axis=1, kind="stable")[:, :kept]
    return np.take_along_axis(found, first, axis=1)


def _rivals(near: Near, of: Codes, chosen: Codes, others: Vectors) -> tuple[Floats, Floats]:
    """Mean and maximum cosine of the best rivals of each pair: neighbours of `of` that do not repeat `chosen`.

    Where there are none the floor stands in: nothing is known of how near a stranger lies.
    """
    mean = np.full(len(of), FLOOR)
    best = np.full(len(of), FLOOR)
    for start in range(0, len(of), 4096):
        part = slice(start, start + 4096)
        index, cosine = near.index[of[part]], near.cosine[of[part]]
        like = np.einsum("pkd,pd->pk", others[index], others[chosen[part]], optimize=True)
        rival = (index != chosen[part][:, None]) & (like < SAME) & (cosine > -1)
        rank = np.cumsum(rival, axis=1)
        counted = rival & (rank <= RIVALS)
        number = counted.sum(axis=1)
        total = np.where(counted, cosine, 0).sum(axis=1)
        mean[part] = np.maximum(FLOOR, np.where(number > 0, total / np.maximum(number, 1), FLOOR))
        best[part] = np.maximum(FLOOR, np.where(rival, cosine, FLOOR).max(axis=1, initial=FLOOR))
    return mean, best
