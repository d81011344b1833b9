"""The weight of tense words in each theme of the weekly: what the trend verdict stands on.

A statement belongs to a theme by one of the theme's topics, or because its speaker's state speaks of the other state of
one of the theme's pairs. It presses where the pressure of its topics in that theme sums to more than nothing, and eases
where it sums to less. Only positions count, copies aside.
The usual level is the beta-binomial of `usual.py`; the verdict itself, with its null, is `verdict.py`. Law: the
counts of a theme depend neither on the order of rows nor on the other themes.
Not for: the tone of a sentence, since a topic weighs the same whoever raises it and however.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from operator import add, or_

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from overtone.measure.coverage import coverage
from overtone.measure.occasions import occasions
from overtone.measure.pool import Row, listed, number
from overtone.measure.shape import Coverage, Frame, Options, View, evidence, monday, ordered
from overtone.measure.usual import Usual, overdispersion, usual_level
from overtone.records import Evidence, Window
from overtone.registry import Actor, Event, Theme, Topic

METHOD = "themes@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The facts a theme's counts need."""

    themes: tuple[Theme, ...]
    topics: tuple[Topic, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWeek:
    """What was said in one theme in one window, against the trailing weeks."""

    theme: str
    window: str
    statements: int
    pressing: int
    easing: int
    past: tuple[tuple[int, int], ...]  # (pressing, statements) of each trailing week seen, oldest first
    usual: float | None  # usual share of pressing statements; None without a usual level
    rho: float  # overdispersion between weeks
    weight: float  # size of the sample the usual share is worth
    coverage: float
    selected: bool  # only hand-picked sources speak of the theme
    evidence: tuple[Evidence, ...]  # the pressing and easing statements of the window, or all where none is either
    mentioning: tuple[Evidence, ...]  # every statement of the theme in the window


def tally(view: View, window: Window, options: Options, desk: Desk) -> ibis.Table:
    """Statements, pressing and easing ones, per source and document, a set of columns for each theme. Counts only."""
    stated = occasions(view, window, options)
    named = _states_named(stated)
    inside = {f"in_{n}": _belongs(stated, named, theme, desk) for n, theme in enumerate(desk.themes)}
    pressure = {f"by_{n}": _pressure(stated, theme, desk) for n, theme in enumerate(desk.themes)}
    span = ibis.struct({"document": stated.document, "start": stated.start, "stop": stated.stop, "row": stated.id})
    marked = stated.select("source", "document", "said_on", "now", span=span, **inside, **pressure)
    columns: dict[str, ir.Value] = {}
    for n in range(len(desk.themes)):
        belongs, by = marked[f"in_{n}"], marked[f"by_{n}"]
        columns[f"statements_{n}"] = belongs.cast("int64").sum()
        columns[f"pressing_{n}"] = (belongs & (by > 0)).cast("int64").sum()
        columns[f"easing_{n}"] = (belongs & (by < 0)).cast("int64").sum()
        columns[f"spans_{n}"] = marked.span.collect(where=marked.now & belongs)
        columns[f"telling_{n}"] = marked.span.collect(where=marked.now & belongs & (by != 0))
    return marked.group_by(["source", "document", "said_on", "now"]).aggregate(**columns)


def _belongs(stated: ibis.Table, named: ibis.Table, theme: Theme, desk: Desk) -> ir.BooleanValue:
    rules: list[ir.BooleanValue] = [stated.topics.contains(t.id) for t in desk.topics if theme.id in t.themes]
    for state in sorted({state for state, _ in theme.pairs}):
        speakers = [a.id for a in desk.actors if a.state == state]
        others = sorted({other for own, other in theme.pairs if own == state})
        if speakers:
            about = stated.id.isin(named.filter(named.target.isin(others)).id)
            rules.append(stated.actor.isin(speakers) & about)
    inside: ir.BooleanValue = reduce(or_, rules) if rules else ibis.literal(value=False)
    return inside & _touches(stated, named, theme.home, desk) if theme.home else inside


def _touches(stated: ibis.Table, named: ibis.Table, home: str, desk: Desk) -> ir.BooleanValue:
    """Whether a statement concerns the desk's own state: by its speaker, by its words, or by its event."""
    people = [a.id for a in desk.actors if a.state == home]
    events = [e.id for e in desk.events if set(e.parties) & set(people)]
    about = stated.id.isin(named.filter(named.target == home).id)
    return stated.actor.isin(people) | about | stated.venue.isin(events)


def _pressure(stated: ibis.Table, theme: Theme, desk: Desk) -> ir.IntegerValue:
    weighing = [t for t in desk.topics if theme.id in t.themes and t.pressure]
    parts = [stated.topics.contains(t.id).cast("int64") * t.pressure for t in weighing]
    return reduce(add, parts) if parts else ibis.literal(0, "int64")


def _long(tally: pa.Table, themes: Sequence[Theme]) -> list[Row]:
    """One row per source, document and theme that is spoken of."""
    fixed, counted = ("source", "document", "said_on", "now"), ("statements", "pressing", "easing", "spans", "telling")
    return [
        {"theme": theme.id, **{c: r[c] for c in fixed}, **{c: r[f"{c}_{n}"] for c in counted}}
        for r in tally.to_pylist()
        for n, theme in enumerate(themes)
        if r[f"statements_{n}"]
    ]


def _states_named(stated: ibis.Table) -> ibis.Table:
    """Statement ids with each state they name."""
    loose = stated.select("id", mention=stated.mentions.unnest())
    named = loose.select("id", kind=loose.mention.kind, target=loose.mention.target)
    return named.filter(named.kind == "state").select("id", "target").distinct()


def judge(tally: pa.Table, frame: Frame, themes: Sequence[Theme]) -> Iterator[ThemeWeek]:
    """Each theme's week against its trailing weeks, in the order of the themes. Pure."""
    rows = _long(tally, themes)
    picked = frozenset(s.id for s in frame.options.sources if s.sampling == "selected")
    weeks = {theme.id: _weeks(_fair(rows, theme.id, picked), frame) for theme in themes}
    spread = sorted(overdispersion(past) for past in weeks.values())
    common = spread[len(spread) // 2] if spread else None
    for theme in themes:
        fair = _fair(rows, theme.id, picked)
        made = _theme_week(theme.id, fair, frame, weeks[theme.id], usual_level(weeks[theme.id], common))
        every = [r for r in rows if r["theme"] == theme.id and r["now"]]
        yield replace(made, mentioning=_spans(every, "spans"))


def theme_weeks(
    view: View, window: Window, options: Options, desk: Desk, seen: Coverage | None = None
) -> tuple[ThemeWeek, ...]:
    """The window's counts for every theme of the desk, ready to be given a verdict; `seen` as in `measure`."""
    return theme_fortnight(view, window, options, desk, seen)[0]


def theme_fortnight(
    view: View, window: Window, options: Options, desk: Desk, seen: Coverage | None = None
) -> tuple[tuple[ThemeWeek, ...], tuple[ThemeWeek, ...]]:
    """The counts of the window and of the week before it, from one pass; the earlier has one trailing week less."""
    start = window.start - timedelta(weeks=options.baseline_weeks)
    seen = seen or coverage(view, Window(label="seen", start=start, stop=window.stop), options.sources)
    counts = ordered(tally(view, window, options, desk).to_pyarrow())
    before = Window(label="before", start=window.start - timedelta(days=7), stop=window.start)
    days = counts["said_on"]
    earlier = counts.filter(pc.less(days, pa.scalar(window.start)))
    now = pc.greater_equal(earlier["said_on"], pa.scalar(before.start))
    earlier = earlier.set_column(earlier.column_names.index("now"), "now", now)
    return (
        tuple(judge(counts, Frame(window=window, options=options, seen=seen), desk.themes)),
        tuple(judge(earlier, Frame(window=before, options=options, seen=seen), desk.themes)),
    )


def _fair(rows: Sequence[Row], theme: str, picked: frozenset[str]) -> list[Row]:
    """The theme's rows of sources that publish everything; of hand-picked ones only where no other speaks."""
    own = [r for r in rows if r["theme"] == theme]
    whole = [r for r in own if r["source"] not in picked]
    return whole or own


def _weeks(rows: Sequence[Row], frame: Frame) -> list[tuple[int, int]]:
    alive = frame.seen.alive()
    total: dict[date, list[int]] = {}
    for r in rows:
        start = monday(r["said_on"])
        if not r["now"] and (str(r["source"]), start) in alive:
            line = total.setdefault(start, [0, 0])
            line[0] += number(r, "pressing")
            line[1] += number(r, "statements")
    return [(k, n) for _, (k, n) in sorted(total.items())]


def _theme_week(
    theme: str, rows: Sequence[Row], frame: Frame, past: Sequence[tuple[int, int]], usual: Usual | None
) -> ThemeWeek:
    now = [r for r in rows if r["now"]]
    sources = sorted({str(r["source"]) for r in rows})
    picked = {s.id for s in frame.options.sources if s.sampling == "selected"}
    spans = _spans(now, "spans")
    return ThemeWeek(
        theme=theme,
        window=frame.window.label,
        statements=sum(number(r, "statements") for r in now),
        pressing=sum(number(r, "pressing") for r in now),
        easing=sum(number(r, "easing") for r in now),
        past=tuple(past),
        usual=usual.share if usual else None,
        rho=usual.rho if usual else 0.0,
        weight=usual.weight if usual else 0.0,
        coverage=frame.seen.share(frame.window, sources),
        selected=bool(sources) and set(sources) <= picked,
        evidence=_spans(now, "telling") or spans,
        mentioning=spans,
    )


def _spans(rows: Sequence[Row], column: str) -> tuple[Evidence, ...]:
    return evidence([span for r in rows for span in listed(r, column)])
