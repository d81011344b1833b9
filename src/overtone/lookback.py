"""The weeks before a week, as its pictures show them: who had which share of all that was said."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from overtone.assess.drawn_weeks import Past
from overtone.ledger import View
from overtone.measure import Coverage, Options
from overtone.measure.occasions import occasions
from overtone.measure.usual import clustered_share
from overtone.records import Window

WEEKS = 16  # shown in a picture, the week itself included
MOST_ACTORS = 12
NOT_SEEN = (math.nan, math.nan, math.nan)
SELECTED = "selected"  # the sampling of a source whose shares show only what was chosen

Pages = Mapping[tuple[date, str], Mapping[str, int]]  # week and document → statements by speaker


def look_back(view: View, window: Window, options: Options, seen: Coverage) -> Past:
    """Shares of voice over sixteen weeks, copies aside, with the interval that takes documents as units.

    A week counts as seen where every source in play was; sources that select are left out. Not for single days.
    """
    whole = tuple(source for source in options.sources if source.sampling != SELECTED)
    first = window.start - timedelta(weeks=WEEKS - 1)
    weeks = [first + timedelta(weeks=n) for n in range(WEEKS)]
    pages = _pages(view, window, replace(options, sources=whole, baseline_weeks=WEEKS - 1)) if whole else {}
    used = {week.source for week in seen.weeks} & {source.id for source in whole}
    alive = seen.alive()
    known = {week for week in weeks if used and all((source, week) in alive for source in used)}
    actors = _loudest(window.start, pages)
    return Past(
        weeks=tuple(f"{week.isocalendar().year}-W{week.isocalendar().week:02d}" for week in weeks),
        shares={
            a: tuple(_share(a, w, pages, options.level) if w in known else NOT_SEEN for w in weeks) for a in actors
        },
        usual={a: _usual(a, known - {window.start}, pages) for a in actors},
    )


def _pages(view: View, window: Window, options: Options) -> Pages:
    stated = occasions(view, window, options)
    week = stated.said_on.truncate("W").cast("date")
    rows = stated.group_by(stated.actor, stated.document, week=week).aggregate(n=stated.id.nunique())
    found: dict[tuple[date, str], dict[str, int]] = {}
    for row in sorted(rows.to_pyarrow().to_pylist(), key=lambda row: (row["week"], row["document"], row["actor"])):
        found.setdefault((row["week"], row["document"]), {})[row["actor"]] = row["n"]
    return found


def _loudest(week: date, pages: Pages) -> list[str]:
    """Those who said most in the week itself."""
    tally: Counter[str] = Counter()
    for (when, _), said in pages.items():
        tally.update(said if when == week else {})
    return sorted(tally, key=lambda actor: (-tally[actor], actor))[:MOST_ACTORS]


def _share(actor: str, week: date, pages: Pages, level: float) -> tuple[float, float, float]:
    counts = [(said.get(actor, 0), sum(said.values())) for (when, _), said in pages.items() if when == week]
    return clustered_share(counts, level) if counts else NOT_SEEN


def _usual(actor: str, weeks: set[date], pages: Pages) -> float:
    before = [said for (when, _), said in pages.items() if when in weeks]
    total = sum(sum(said.values()) for said in before)
    return sum(said.get(actor, 0) for said in before) / total if total else math.nan
