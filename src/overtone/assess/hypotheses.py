"""Competing hypotheses: how probable each is after the evidence, by log-odds, and made to fit together.

log-odds of a hypothesis = log-odds of its prior + Σ weight · log(likelihood ratio). Items of one origin that point the
same way repeat each other: the strongest counts in full, each further one `discount` times the one before. Where
exactly one hypothesis holds, the probabilities are moved, by as little as can be (least squares), until they sum to
one.
Not for a verdict without the ratios: each is somebody's judgement, and the grid shows which of them it hangs on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from overtone.records import Hypotheses, Item

FLOOR = 0.01  # no hypothesis of a set is ruled out by arithmetic: the lowest word of likelihood begins here
SAME = 1e-9  # log-odds closer than this are equal

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One hypothesis after the evidence."""

    hypothesis: str
    rank: int  # 1 for the most probable; equal ones share a rank
    prior: float
    log_odds: float  # natural logarithm, before the probabilities are made to fit together
    alone: float  # its probability then
    probability: float  # after: in an exclusive set they sum to one


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A set of hypotheses with what its evidence comes to."""

    hypotheses: Hypotheses
    items: tuple[Item, ...]  # those that count
    standings: tuple[Standing, ...]  # most probable first
    together: (
        float  # sum of the probabilities before they were made to fit; far from 1: the ratios contradict each other
    )
    weights: tuple[tuple[float, ...], ...]  # of each cell: a row an item, a column a hypothesis

    @property
    def leader(self) -> str:
        """The id of the most probable hypothesis; the first in the file where several are."""
        return self.standings[0].hypothesis


def weigh(hypotheses: Hypotheses, items: Sequence[Item]) -> Weighed:
    """The hypotheses of a set under these items."""
    table = logs(hypotheses, items)
    weights = weighing(hypotheses, items, table)
    odds = log_odds(hypotheses, items, table)
    alone = 1 / (1 + np.exp(-odds))
    fitted = fit(alone) if hypotheses.exclusive else alone
    order = ranking(odds)
    standings = tuple(
        Standing(
            hypothesis=hypotheses.members[place].id,
            rank=rank,
            prior=hypotheses.members[place].prior,
            log_odds=float(odds[place]),
            alone=float(alone[place]),
            probability=float(fitted[place]),
        )
        for place, rank in order
    )
    return Weighed(
        hypotheses=hypotheses,
        items=tuple(items),
        standings=standings,
        together=float(alone.sum()),
        weights=tuple(tuple(float(w) for w in row) for row in weights),
    )


def logs(hypotheses: Hypotheses, items: Sequence[Item]) -> Matrix:
    """Logarithms of the likelihood ratios, a row an item, a column a hypothesis.

    Where exactly one hypothesis holds, a ratio that is the same for all says nothing: it cannot be likelier under each
    of them than under the others. Such a row is zero.
    """
    rows = [dict(item.ratios) for item in items]
    table = np.array([[np.log(row[h.id]) for h in hypotheses.members] for row in rows], dtype=float)
    table = table.reshape(len(rows), len(hypotheses.members))
    if hypotheses.exclusive and rows:
        table[np.ptp(table, axis=1) < SAME] = 0.0
    return table


def weighing(hypotheses: Hypotheses, items: Sequence[Item], table: Matrix) -> Matrix:
    """What each cell counts: 1, d, d² … by strength among the cells of one origin that point the same way.

    Items that are the same for all hypotheses are held apart: they take no place, so they cannot move the ranking.
    """
    weights = np.ones_like(table)
    origins: dict[tuple[str, bool], list[int]] = {}
    for place, item in enumerate(items):
        origins.setdefault((item.origin, bool(np.ptp(table[place]) < SAME)), []).append(place)
    for rows in origins.values():
        for column in range(table.shape[1]):
            for sign in (1, -1):
                cells = [row for row in rows if sign * table[row, column] > 0]
                cells.sort(key=lambda row: (-abs(table[row, column]), items[row].id))
                for further, row in enumerate(cells):
                    weights[row, column] = hypotheses.discount**further
    return weights


def log_odds(hypotheses: Hypotheses, items: Sequence[Item], table: Matrix) -> NDArray[np.float64]:
    """Log-odds of each hypothesis under a table of log ratios."""
    priors = np.array([h.prior for h in hypotheses.members])
    moved: NDArray[np.float64] = np.log(priors / (1 - priors)) + (weighing(hypotheses, items, table) * table).sum(
        axis=0
    )
    return moved


def ranking(odds: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Places of the hypotheses from the most probable, each with its rank; those as good as equal share one."""
    order = sorted(range(len(odds)), key=lambda place: (-round(float(odds[place]), 9), place))
    ranks: list[tuple[int, int]] = []
    for number, place in enumerate(order, start=1):
        tied = bool(ranks) and abs(odds[place] - odds[ranks[-1][0]]) < SAME
        ranks.append((place, ranks[-1][1] if tied else number))
    return ranks


def fit(alone: NDArray[np.float64]) -> NDArray[np.float64]:
    """The nearest probabilities, in squares, that sum to one, none under FLOOR (Duchi and others 2008)."""
    room = 1 - FLOOR * len(alone)
    sorted_down = np.sort(alone - FLOOR)[::-1]
    shift = (np.cumsum(sorted_down) - room) / np.arange(1, len(alone) + 1)
    last = int(np.nonzero(sorted_down - shift > 0)[0][-1])
    fitted: NDArray[np.float64] = FLOOR + np.maximum(alone - FLOOR - shift[last], 0)
    return fitted


def as_item(name: str, like: Item, ratios: Mapping[str, float]) -> Item:
    """An item with other ratios under another id, in all else like one there is: for trying what would change."""
    return Item(
        id=name,
        names=like.names,
        on=like.on,
        entered_on=like.entered_on,
        origin=like.origin,
        ratios=tuple(ratios.items()),
        cited=like.cited,
    )
