"""One vote for each state and resolution, counted where the data lives, and as a table of states by resolutions.

A vote is cast once: the roll call goes before the press; where only the press tells, it is the choice that most of its
pages give, and where they are divided, nobody's (`votes.cast` says the same of records). Not voting is a position of
its own (`ABSENT`), never an abstention; a state without a row is unknown, which is neither.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import numpy as np
import numpy.typing as npt

from overtone.measure.shape import View
from overtone.records import Evidence

Codes = npt.NDArray[np.int8]
Row = Mapping[str, object]
ROLL_CALL = "roll-call"
YES, ABSTAIN, NO, ABSENT, UNKNOWN = 0, 1, 2, 3, 4
CODES = {"Y": YES, "A": ABSTAIN, "N": NO, "NP": ABSENT}
CONTESTED = 0.9  # the share of the largest choice under which a resolution is contested
PARAGRAPH = re.compile(
    r"[\s,;:/(]+(?:operative|preambular|op|pp|para(?:graph)?s?|part|section|annex|amendment|as a whole)\b.*$", re.I
)


def counted(view: View, body: str, start: date | None, stop: date) -> ibis.Table:
    """A body's votes from `start` (default: the first) until `stop`, one row for each state and resolution."""
    told = view.table("votes")
    told = told.filter(told.body == body, told.voted_on < stop)
    if start is not None:
        told = told.filter(told.voted_on >= start)
    pages = view.table("documents").select(page="id", page_kind="kind")
    told = told.left_join(pages, told.document == pages.page)
    listed = (told.page_kind == ROLL_CALL).fill_null(False)
    told = told.mutate(code=told.resolution.lower(), listed=listed.cast("int64"))
    each = told.group_by(["code", "state", "choice"]).aggregate(
        listed=told.listed.sum(), pages=told.count(), first=told.id.min()
    )
    same = ibis.window(group_by=["code", "state"])
    each = each.mutate(weight=ibis.ifelse(each.listed.max().over(same) > 0, each.listed, each.pages))
    each = each.mutate(most=each.weight.max().over(same))
    each = each.mutate(ties=(each.weight == each.most).cast("int64").sum().over(same))
    chosen = each.filter((each.weight == each.most) & (each.ties == 1)).select("first")
    columns = ["id", "code", "resolution", "title", "voted_on", "state", "choice", "document", "start", "stop"]
    return told.semi_join(chosen, told.id == chosen.first).select(columns).distinct()


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """States by resolutions: `codes[i, j]` is what `states[i]` did on `resolutions[j]`."""

    states: tuple[str, ...]
    resolutions: tuple[str, ...]
    titles: tuple[str, ...]
    days: tuple[date, ...]
    clusters: npt.NDArray[np.intp]  # paragraph votes bear the number of their resolution
    codes: Codes
    rows: Mapping[tuple[str, str], Evidence]  # by state and resolution

    def of(self, states: Sequence[str]) -> Codes:
        """The rows of these states; one that never voted is unknown throughout."""
        at = {state: place for place, state in enumerate(self.states)}
        blank = np.full(len(self.resolutions), UNKNOWN, dtype=np.int8)
        found = [self.codes[at[state]] if state in at else blank for state in states]
        return np.array(found, dtype=np.int8).reshape(len(states), len(self.resolutions))

    def contested(self) -> npt.NDArray[np.bool_]:
        """Resolutions on which no choice had nine tenths of the votes cast (not voting left out)."""
        cast = np.stack([(self.codes == choice).sum(axis=0) for choice in (YES, ABSTAIN, NO)])
        return np.asarray(cast.max(axis=0) < CONTESTED * cast.sum(axis=0))

    def evidence(self, states: Sequence[str], resolutions: Sequence[str]) -> tuple[Evidence, ...]:
        """The lines that tell how these states voted on these resolutions, those that are there."""
        wanted = ((state, resolution) for resolution in resolutions for state in states)
        return tuple(self.rows[key] for key in wanted if key in self.rows)


def roll(rows: Sequence[Row]) -> Roll:
    """The table of states by resolutions; resolutions in the order of their days, then of their names."""
    days: dict[str, tuple[date, str, str]] = {}
    for row in rows:
        day, code = row["voted_on"], str(row["code"])
        if isinstance(day, date):
            told = (day, str(row["resolution"]), str(row["title"] or ""))
            days[code] = min(days.get(code, told), told)
    order = sorted(days, key=lambda code: (days[code][0], code))
    states = sorted({str(row["state"]) for row in rows})
    across, down = {code: n for n, code in enumerate(order)}, {state: n for n, state in enumerate(states)}
    codes = np.full((len(states), len(order)), UNKNOWN, dtype=np.int8)
    lines = {}
    for row in rows:
        state, code = str(row["state"]), str(row["code"])
        codes[down[state], across[code]] = CODES.get(str(row["choice"]), UNKNOWN)
        place = int(str(row["start"])), int(str(row["stop"]))
        line = Evidence(document=str(row["document"]), start=place[0], stop=place[1], row=str(row["id"]))
        lines[state, days[code][1]] = line
    whole = {name: n for n, name in enumerate(dict.fromkeys(resolution_of(code) for code in order))}
    return Roll(
        states=tuple(states),
        resolutions=tuple(days[code][1] for code in order),
        titles=tuple(days[code][2] for code in order),
        days=tuple(days[code][0] for code in order),
        clusters=np.array([whole[resolution_of(code)] for code in order], dtype=np.intp),
        codes=codes,
        rows=lines,
    )


def resolution_of(name: str) -> str:
    """The resolution that a vote on a paragraph belongs to: "76/234 para. 5" is 76/234."""
    return PARAGRAPH.sub("", name.casefold()).strip() or name.casefold()
