"""Votes laid out for drawing: for each sitting a table of states by resolutions, most of it filled.

A point is a state in one sitting; its neighbours in time are the same state's points in the sittings before and after
in which it voted. A question is a resolution, or several that repeat one another word for word: their parameters are
one, which is what makes sittings comparable. Questions on which all voted alike tell nothing and are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from overtone.measure.ideals.tables import F, Single

Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
FAR = F(90)  # added where nobody voted: the tail is one there, and its slopes are nothing
YES, ABSTAIN, NO = 0, 1, 2
STEP = 0.5  # variance of a state's walk between two sittings in which it voted equally often, times two


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Votes cast, one row each, as whole numbers from nought: absences are not among them."""

    sitting: Places
    state: Places
    resolution: Places
    question: Places  # of the resolution; equal for resolutions that repeat one another
    choice: Places  # YES, ABSTAIN or NO

    def take(self, kept: Flags) -> "Choices":
        """Those of the rows."""
        return Choices(
            sitting=self.sitting[kept],
            state=self.state[kept],
            resolution=self.resolution[kept],
            question=self.question[kept],
            choice=self.choice[kept],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstentions:
    """The abstentions of one sitting by column, and the way to sum them by column and by row."""

    row: Places
    column: Places
    columns: Places  # those that have any
    starts: Places
    by_row: Places
    rows: Places
    row_starts: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One sitting: `sign` is +1 where a state voted yes, −1 for no, 0 else; `off` is FAR where it is 0."""

    points: slice
    question: Places
    sign: Single
    off: Single
    abstained: Abstentions

    def part(self, columns: Places) -> "Sitting":
        """Only these columns, in their order."""
        place = np.full(len(self.question), -1)
        place[columns] = np.arange(len(columns))
        inside = place[self.abstained.column] >= 0
        return Sitting(
            points=self.points,
            question=self.question[columns],
            sign=np.ascontiguousarray(self.sign[:, columns]),
            off=np.ascontiguousarray(self.off[:, columns]),
            abstained=_abstentions(self.abstained.row[inside], place[self.abstained.column[inside]]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Each point's neighbours in time (−1: none) and how strongly it is held to them."""

    before: Places
    after: Places
    pull_before: npt.NDArray[np.float64]  # 1 / variance; for a first point that of its own prior, around nought
    pull_after: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything that is drawn from: points in the order of sittings, then states."""

    sitting: Places  # of each point
    state: Places
    votes: Places  # cast by each point
    resolutions: tuple[Places, ...]  # of each sitting's columns
    questions: Places  # the names of the questions kept, as given
    sittings: tuple[Sitting, ...]
    repeated: tuple[Places, ...]  # columns of each sitting whose question is asked elsewhere too
    walk: Walk


def layout(choices: Choices) -> Layout:
    """Lay out votes; questions on which all voted alike are left out."""
    kept = choices.take(_divided(choices))
    span = int(kept.state.max(initial=0)) + 1
    points, point = np.unique(kept.sitting * span + kept.state, return_inverse=True)
    sitting, state = points // span, points % span
    questions, question = np.unique(kept.question, return_inverse=True)
    laid = list(_sittings(kept, sitting, point, question))
    votes = np.bincount(point, minlength=len(points))
    asked = np.bincount(np.concatenate([s.question for s, _ in laid] or [np.zeros(0, int)]), minlength=len(questions))
    return Layout(
        sitting=sitting,
        state=state,
        votes=votes,
        resolutions=tuple(columns for _, columns in laid),
        questions=questions,
        sittings=tuple(s for s, _ in laid),
        repeated=tuple(np.flatnonzero(asked[s.question] > 1) for s, _ in laid),
        walk=_walk(state, votes),
    )


def _divided(choices: Choices) -> Flags:
    """Votes on questions that had at least two different answers."""
    size = int(choices.question.max(initial=0)) + 1
    made = [np.bincount(choices.question, choices.choice == c, size) > 0 for c in (YES, ABSTAIN, NO)]
    return np.asarray((np.sum(made, axis=0) > 1)[choices.question])


def _sittings(kept: Choices, sitting: Places, point: Places, question: Places) -> Iterator[tuple[Sitting, Places]]:
    for number in np.unique(sitting):
        first, last = np.searchsorted(sitting, [number, number + 1])
        inside = kept.sitting == number
        columns, at, column = np.unique(kept.resolution[inside], return_index=True, return_inverse=True)
        row, choice = point[inside] - first, kept.choice[inside]
        sign = np.zeros((last - first, len(columns)), F)
        sign[row, column] = 1 - choice
        yield (
            Sitting(
                points=slice(int(first), int(last)),
                question=question[inside][at],
                sign=sign,
                off=np.where(sign == 0, FAR, F(0)),
                abstained=_abstentions(row[choice == ABSTAIN], column[choice == ABSTAIN]),
            ),
            columns,
        )


def _abstentions(row: Places, column: Places) -> Abstentions:
    order = np.lexsort((row, column))
    row, column = row[order], column[order]
    columns, starts = np.unique(column, return_index=True)
    by_row = np.argsort(row, kind="stable")
    rows, row_starts = np.unique(row[by_row], return_index=True)
    return Abstentions(
        row=row, column=column, columns=columns, starts=starts, by_row=by_row, rows=rows, row_starts=row_starts
    )


def _walk(state: Places, votes: Places) -> Walk:
    before, after = np.full(len(state), -1), np.full(len(state), -1)
    last: dict[int, int] = {}
    for place, one in enumerate(state.tolist()):
        if one in last:
            before[place], after[last[one]] = last[one], place
        last[one] = place
    other = np.where(before >= 0, before, after)
    share = np.where(other >= 0, votes / (votes + votes[other]), 0.5)
    pull = 1 / (STEP * share)
    return Walk(
        before=before,
        after=after,
        pull_before=np.where(before >= 0, pull, 1.0),
        pull_after=np.where(after >= 0, pull[after], 0.0),
    )
