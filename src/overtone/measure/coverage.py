"""Which days of a window each source was seen alive: a dead source is not a silent speaker.

A week is seen when a complete visit spans it and the number of documents published in it lies inside the bounds of
the source's card. Where the next week is blind, the days after the last document of a seen week are blind too (and
likewise before the first), because a gap seldom starts on a Monday.
Not for: telling why a source fell silent, nor for sources whose card has no lower bound (an empty week is then "seen").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import pyarrow as pa

from overtone.measure.shape import Coverage, SeenWeek, View, monday
from overtone.records import Source, Window

DEFAULT_BOUNDS = (1, 1000)

_Counts = dict[tuple[str, date], dict[date, int]]  # (source, Monday) → documents by day


def published(view: View, window: Window) -> ibis.Table:
    """Documents per source and day of publication."""
    documents = view.table("documents")
    inside = documents.filter((documents.published_on >= window.start) & (documents.published_on < window.stop))
    return inside.group_by(["source", "published_on"]).aggregate(documents=inside.id.nunique())


def visited(view: View) -> ibis.Table:
    """The stretches that complete visits spanned."""
    visits = view.table("visits")
    whole = visits.filter((visits.outcome == "complete") & visits.first_day.notnull() & visits.last_day.notnull())
    return whole.select("source", "first_day", "last_day").distinct()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Week:
    source: str
    monday: date
    days: tuple[date, ...]  # inside a complete visit
    bounds: tuple[int, int]
    documents: int

    @property
    def low(self) -> int:
        share = self.bounds[0] * len(self.days) // 7
        return max(1, share) if self.bounds[0] else 0


def _not_visited(week: _Week) -> bool:
    return not week.days


def _too_few(week: _Week) -> bool:
    return week.documents < week.low


def _too_many(week: _Week) -> bool:
    return week.documents > week.bounds[1]


RULES: tuple[tuple[str, Callable[[_Week], bool]], ...] = (
    ("not-visited", _not_visited),
    ("fewer-than-plausible", _too_few),
    ("more-than-plausible", _too_many),
)


def judge(daily: pa.Table, ranges: pa.Table, window: Window, sources: Sequence[Source]) -> Coverage:
    """Each source and week of the window, alive or blind with the reason. Pure."""
    counts: _Counts = {}
    for r in daily.to_pylist():
        counts.setdefault((r["source"], monday(r["published_on"])), {})[r["published_on"]] = r["documents"]
    spans: dict[str, list[tuple[date, date]]] = {}
    for r in ranges.to_pylist():
        if r["first_day"] < window.stop and r["last_day"] >= window.start:
            spans.setdefault(r["source"], []).append((r["first_day"], r["last_day"]))
    in_play = {source for source, _ in counts} | set(spans)
    bounds = {s.id: s.per_week for s in sources} or dict.fromkeys(in_play, DEFAULT_BOUNDS)
    rows: list[SeenWeek] = []
    for source in sorted(in_play & set(bounds)):
        line = [_seen(source, start, spans.get(source, []), bounds[source], counts) for start in _mondays(window)]
        rows.extend(_trim_edges(line, counts))
    return Coverage(weeks=tuple(rows))


def coverage(view: View, window: Window, sources: Sequence[Source] = ()) -> Coverage:
    """Which weeks of the window each source was seen alive, by its documents and complete visits.

    A source without a document or visit inside the window is not in play and gets no row. Without cards every source
    is held to the widest bounds.
    """
    return judge(published(view, window).to_pyarrow(), visited(view).to_pyarrow(), window, sources)


def _mondays(window: Window) -> list[date]:
    first = window.start - timedelta(days=window.start.weekday())
    return [first + timedelta(days=d) for d in range(0, max(0, (window.stop - first).days), 7)]


def _seen(
    source: str,
    start: date,
    spans: Sequence[tuple[date, date]],
    bounds: tuple[int, int],
    counts: _Counts,
) -> SeenWeek:
    days = tuple(day for day in (start + timedelta(days=d) for d in range(7)) if any(a <= day <= b for a, b in spans))
    number = sum(counts.get((source, start), {}).values())
    week = _Week(source=source, monday=start, days=days, bounds=bounds, documents=number)
    reason = next((name for name, broken in RULES if broken(week)), "seen")
    alive = reason == "seen"
    return SeenWeek(
        source=source,
        monday=start,
        alive=alive,
        reason=reason,
        documents=number,
        first=days[0] if alive else None,
        last=days[-1] if alive else None,
    )


def _trim_edges(line: Sequence[SeenWeek], counts: _Counts) -> list[SeenWeek]:
    """Days of a seen week that lie between its documents and a blind neighbour inside the same visit are blind."""
    trimmed = []
    for number, week in enumerate(line):
        found = counts.get((week.source, week.monday))
        if week.alive and found:
            before = line[number - 1] if number else week
            after = line[number + 1] if number + 1 < len(line) else week
            first = min(found) if before.reason == "fewer-than-plausible" else week.first
            last = max(found) if after.reason == "fewer-than-plausible" else week.last
            trimmed.append(replace(week, first=first, last=last))
        else:
            trimmed.append(week)
    return trimmed
