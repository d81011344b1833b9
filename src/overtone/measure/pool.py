"""The counts of a tally laid out by speaker: the window on one side, the past in cells on the other.

Cells are weeks, or documents where the question is about one event. Weeks in which the source was not seen are left out
of the past, and so are hand-picked sources on both sides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overtone.measure.predictive import Cells, cells
from overtone.measure.shape import Frame, monday

Row = dict[str, object]
Line = dict[object, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Words and mentions by speaker and cell."""

    words: Mapping[str, Line]
    hits: Mapping[tuple[str, str], Line]
    ages: Mapping[object, int]  # of each cell, in weeks before the window

    def cells(self, actor: str, target: str) -> Cells:
        """Mentions of the target and thousand words, cell by cell."""
        hits = self.hits.get((actor, target), {})
        spoken = self.words.get(actor, {})
        return cells([(hits.get(cell, 0), words / 1000, self.ages[cell]) for cell, words in spoken.items()])

    def table(self, target: str) -> dict[str, Cells]:
        """The cells of every speaker."""
        return {actor: self.cells(actor, target) for actor in sorted(self.words)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Both sides, and who was heard in the window in hand-picked sources alone."""

    now: Side
    past: Side
    picked: frozenset[str]
    rows: Mapping[str, Sequence[Row]]  # of the window, by speaker
    sources: Mapping[str, tuple[str, ...]]  # in which a speaker was heard, now or before
    at_event: bool

    def statements(self, actor: str) -> int:
        """Statements of the speaker in the window."""
        return sum(number(r, "statements") for r in self.rows.get(actor, ()) if r["target"] == "")

    def spans(self, actor: str, target: str) -> list[Row]:
        """Spans of the speaker's statements that name the target; of all statements for target ""."""
        return [span for r in self.rows.get(actor, ()) if r["target"] == target for span in listed(r, "spans")]

    def company(self) -> bool:
        """Whether an event has three other speakers for each of its speakers to be measured against."""
        return self.at_event and len(self.now.words) > 3

    def peers(self, target: str) -> dict[str, Cells]:
        """Who a speaker is measured against: at an event with company its speakers, else everyone's past."""
        return (self.now if self.company() else self.past).table(target)

    def often(self, hits: int) -> list[str]:
        """Targets named at least so many times in the past."""
        total: dict[str, int] = {}
        for (_, target), line in self.past.hits.items():
            total[target] = total.get(target, 0) + sum(line.values())
        return sorted(target for target, found in total.items() if target and found >= hits)


def pooled(rows: Sequence[Row], frame: Frame) -> Pool:
    """The rows of a tally as a pool; nothing said on or after an event's first day counts as its past."""
    alive = frame.seen.alive()
    chosen = {s.id for s in frame.options.sources if s.sampling == "selected"}
    known = [r for r in rows if r["actor"]]
    fair = [r for r in known if r["source"] not in chosen]
    now = [r for r in fair if r["now"]]
    first = min((str(r["said_on"]) for r in now), default="9999")
    past = [
        r
        for r in fair
        if not r["now"] and str(r["said_on"]) < first and (str(r["source"]), monday(r["said_on"])) in alive
    ]
    return Pool(
        now=_side(now, frame),
        past=_side(past, frame),
        picked=frozenset(str(r["actor"]) for r in known if r["now"]) - {str(r["actor"]) for r in now},
        rows=_by_actor(now),
        sources={a: tuple(sorted({str(r["source"]) for r in own})) for a, own in _by_actor(fair).items()},
        at_event=bool(frame.options.event),
    )


def number(row: Row, column: str) -> int:
    """A count of a tally's row."""
    return int(str(row[column]))


def listed(row: Row, column: str) -> list[Row]:
    """A list of a tally's row; empty where the engine gave none."""
    found = row[column]
    return list(found) if isinstance(found, list) else []


def _by_actor(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for r in rows:
        found.setdefault(str(r["actor"]), []).append(r)
    return found


def _side(rows: Sequence[Row], frame: Frame) -> Side:
    words: dict[str, Line] = {}
    hits: dict[tuple[str, str], Line] = {}
    ages: dict[object, int] = {}
    for r in sorted(rows, key=lambda r: (str(r["said_on"]), str(r["document"]))):
        cell = r["document"] if frame.options.event else monday(r["said_on"])
        actor, target = str(r["actor"]), str(r["target"])
        line = words.setdefault(actor, {}) if target == "" else hits.setdefault((actor, target), {})
        line[cell] = line.get(cell, 0) + number(r, "words" if target == "" else "hits")
        ages[cell] = max(0, (monday(frame.window.start) - monday(r["said_on"])).days // 7)
    return Side(words=words, hits=hits, ages=ages)
