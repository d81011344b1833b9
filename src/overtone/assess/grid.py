"""The grid of competing hypotheses: evidence by hypothesis, the most telling first, and what the ranking hangs on.

A view of the same figures that `hypotheses.py` adds up, not another method: diagnosticity is the spread of an item's
log ratios over the hypotheses, inconsistency the weight of what speaks against a hypothesis.
Not for counting crosses: an item that speaks against all of them alike tells nothing, however loud.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from overtone.assess.hypotheses import SAME, Matrix, Weighed, log_odds, logs, ranking

FARTHEST = float(np.log(1000.0))  # the bound on a likelihood ratio
STEPS = 50  # halvings: the ratio that tips the ranking is told to nine digits and more


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One item under one hypothesis."""

    hypothesis: str
    ratio: float
    weight: float
    shift: float  # what it adds to the log-odds
    tips_at: (
        float | None
    )  # the ratio, nearest to the one given, at which another hypothesis leads; None within 1000 : 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item under all hypotheses."""

    item: str
    origin: str
    diagnosticity: float  # population standard deviation of the log ratios; 0: worthless
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happens to the ranking when one thing is otherwise."""

    what: str  # cell-neutral | cell-reversed | item-out | origin-out
    item: str  # id of the item, or the origin
    hypothesis: str  # of the cell, "" for a whole item or origin
    ranking: tuple[str, ...]
    leads: bool  # whether another hypothesis leads then


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows by diagnosticity, inconsistency of each hypothesis, and every single change that alters the ranking."""

    hypotheses: tuple[str, ...]
    rows: tuple[Row, ...]
    inconsistency: tuple[tuple[str, float], ...]
    changes: tuple[Change, ...]


def grid(weighed: Weighed) -> Grid:
    """The grid of a weighed set."""
    table = logs(weighed.hypotheses, weighed.items)
    ids = tuple(h.id for h in weighed.hypotheses.members)
    shifts = np.array(weighed.weights).reshape(table.shape) * table
    against = np.maximum(-shifts, 0).sum(axis=0)
    rows = [_row(weighed, table, place) for place in range(len(weighed.items))]
    return Grid(
        hypotheses=ids,
        rows=tuple(sorted(rows, key=lambda row: (-row.diagnosticity, row.item))),
        inconsistency=tuple((key, float(value)) for key, value in zip(ids, against, strict=True)),
        changes=tuple(_changes(weighed, table)),
    )


def _row(weighed: Weighed, table: Matrix, place: int) -> Row:
    item = weighed.items[place]
    given = dict(item.ratios)
    cells = tuple(
        Cell(
            hypothesis=h.id,
            ratio=given[h.id],
            weight=weighed.weights[place][column],
            shift=weighed.weights[place][column] * float(table[place, column]),
            tips_at=_tipping(weighed, table, place, column),
        )
        for column, h in enumerate(weighed.hypotheses.members)
    )
    return Row(item=item.id, origin=item.origin, diagnosticity=float(np.std(table[place])), cells=cells)


def _ranked(weighed: Weighed, table: Matrix) -> tuple[str, ...]:
    members = weighed.hypotheses.members
    return tuple(members[place].id for place, _ in ranking(log_odds(weighed.hypotheses, weighed.items, table)))


def _changes(weighed: Weighed, table: Matrix) -> Iterator[Change]:
    usual = _ranked(weighed, table)
    for what, item, hypothesis, other in _otherwise(weighed, table):
        found = _ranked(weighed, other)
        if found != usual:
            yield Change(what=what, item=item, hypothesis=hypothesis, ranking=found, leads=found[0] != usual[0])


def _otherwise(weighed: Weighed, table: Matrix) -> Iterator[tuple[str, str, str, Matrix]]:
    """The table with one cell neutral or reversed, one item without weight, one origin without weight."""
    for place, item in enumerate(weighed.items):
        for column, h in enumerate(weighed.hypotheses.members):
            for what, factor in (("cell-neutral", 0.0), ("cell-reversed", -1.0)):
                other = table.copy()
                other[place, column] *= factor
                yield what, item.id, h.id, other
    for place, item in enumerate(weighed.items):
        yield "item-out", item.id, "", _without(table, [place])
    for origin in sorted({item.origin for item in weighed.items}):
        places = [place for place, item in enumerate(weighed.items) if item.origin == origin]
        if len(places) > 1:
            yield "origin-out", origin, "", _without(table, places)


def _without(table: Matrix, places: list[int]) -> Matrix:
    other = table.copy()
    other[places] = 0.0
    return other


def _tipping(weighed: Weighed, table: Matrix, place: int, column: int) -> float | None:
    """The ratio at which another hypothesis draws level with the leader, all else as it is.

    The log-odds of a hypothesis grow with each of its cells and never jump, so halving finds it.
    """
    leader = next(i for i, h in enumerate(weighed.hypotheses.members) if h.id == weighed.leader)

    def lead(value: float) -> float:
        other = table.copy()
        other[place, column] = value
        odds = log_odds(weighed.hypotheses, weighed.items, other)
        return float(odds[leader] - max(np.delete(odds, leader)))

    near, far = float(table[place, column]), -FARTHEST if column == leader else FARTHEST
    if lead(far) > SAME:
        return None
    for _ in range(STEPS):
        middle = (near + far) / 2
        near, far = (middle, far) if lead(middle) > 0 else (near, middle)
    return float(np.exp(far))
