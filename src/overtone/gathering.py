"""From a view of the ledger to what an assessment of one week has before it: the reading side of the weekly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from overtone.assess.checks import Base
from overtone.assess.material import Material
from overtone.brief.exhibits import Archive
from overtone.ledger import TABLES, View
from overtone.measure import Coverage, Options
from overtone.measure.encounters import between, count, join
from overtone.measure.themes import ThemeWeek
from overtone.measure.votes import cast
from overtone.records import (
    Abstention,
    Commitment,
    Encounter,
    EncounterReport,
    Finding,
    Reading,
    Signal,
    Statement,
    Vote,
    Window,
)
from overtone.registry import Registry

# What an exhibit may be read as, and the record it stands in.
ROWS: Mapping[str, type[Any]] = MappingProxyType(
    {"statement": Statement, "vote": Vote, "encounter": EncounterReport, "commitment": Commitment}
)
LOOKED_BACK = timedelta(weeks=26)
ROLL_CALL = "roll-call"  # the kind of a document that lists how each state voted


def options_for(view: View, registry: Registry, asked: Options | None = None) -> Options:
    """What the measures are asked, of every source of the view that has a card."""
    present = view.table("documents").select("source").distinct().order_by("source").to_pyarrow()["source"].to_pylist()
    cards = tuple(registry.sources[source] for source in present if source in registry.sources)
    return replace(asked or Options(), sources=cards)


def gather(view: View, registry: Registry, window: Window, weeks: Sequence[ThemeWeek]) -> Material:
    """One week of the ledger in memory."""
    said = view.table("statements")
    statements = view.records(
        Statement, said.filter(said.said_on >= window.start, said.said_on < window.stop).order_by("id")
    )
    told = view.table("votes")
    votes = votes_cast(
        view, view.records(Vote, told.filter(told.voted_on >= window.start, told.voted_on < window.stop).order_by("id"))
    )
    encounters = _contacts(view, window)
    published = view.table("documents")
    inside = published.filter(published.published_on >= window.start, published.published_on < window.stop)
    keys = {row["id"] for row in inside.select("id").to_pyarrow().to_pylist()}
    keys |= {s.document for s in statements} | {v.document for v in votes}
    keys |= {report.document for encounter in encounters for report in encounter.reports}
    readings = view.table("readings")
    return Material(
        window=window,
        registry=registry,
        statements=statements,
        themes={one.theme: frozenset(e.row for e in one.mentioning) for one in weeks},
        documents=view.documents(keys),
        readings=view.records(Reading, readings.semi_join(inside, readings.document == inside.id).order_by("id")),
        encounters=encounters,
        votes=votes,
    )


def votes_cast(view: View, votes: Sequence[Vote]) -> tuple[Vote, ...]:
    """Of these votes of the view each once, as the roll call has it where there is one, else as most pages tell it."""
    pages = view.table("documents")
    listed = pages.filter(pages.kind == ROLL_CALL).select("id").to_pyarrow()["id"].to_pylist()
    return cast(votes, frozenset(listed))


def _contacts(view: View, window: Window) -> tuple[Encounter, ...]:
    """Contacts of the year up to the end of the week, and those that pages of the week or before announce for later.

    A week that lies in two years brings the contacts of both.
    """
    reports, pages = view.table("encounters"), view.table("documents")
    known = pages.filter(pages.published_on < window.stop).select(page=pages.id)
    chosen = reports.filter(reports.date >= date(window.start.year, 1, 1)).semi_join(
        known, reports.document == known.page
    )
    rows = view.records(EncounterReport, chosen.order_by("id"))
    of = pages.select("id", "source").semi_join(chosen, pages.id == chosen.document).to_pyarrow().to_pylist()
    return join(rows, {row["id"]: row["source"] for row in of})


def archive(view: View, findings: Iterable[Finding]) -> Archive:
    """The documents and rows that the exhibits of these findings are taken from, whatever week they are of."""
    cited = {evidence for finding in findings for evidence in finding.evidence}
    ids = sorted({evidence.row for evidence in cited if evidence.row})
    rows = {kind: _rows(view, record, ids) for kind, record in ROWS.items()}
    pages = {evidence.document for evidence in cited}
    return Archive(
        documents=view.documents(pages),
        learnt=view.learnt(pages),
        statements={row.id: row for row in rows["statement"]},
        readers={row.id: row.reader for found in rows.values() for row in found},
        kinds={row.id: kind for kind, found in rows.items() for row in found},
    )


def _rows(view: View, record: type[Any], ids: Sequence[str]) -> tuple[Any, ...]:
    """The visible rows of one table with these ids."""
    if not ids:
        return ()
    table = view.table(next(name for name, kind in TABLES.items() if kind is record))
    return view.records(record, table.filter(table.id.isin(ids)).order_by("id"))


def said(view: View, signals: Iterable[Signal | Abstention]) -> Mapping[str, Statement]:
    """The statements that the evidence of these signals is read as, by id."""
    ids = {e.row for signal in signals if isinstance(signal, Signal) for e in signal.evidence if e.row}
    return {row.id: row for row in _rows(view, Statement, sorted(ids))}


def undertaken(view: View, window: Window) -> tuple[Commitment, ...]:
    """What was undertaken or refused up to the end of the week, as far back as a usual level reaches."""
    made = view.table("commitments")
    since = window.start - LOOKED_BACK
    chosen = made.filter(made.said_on < window.stop, (made.said_on >= since) | (made.due >= window.start))
    return view.records(Commitment, chosen.order_by("id"))


def seen_days(seen: Coverage, window: Window, sources: Iterable[str]) -> tuple[tuple[str, tuple[date, ...]], ...]:
    """For each of these sources the days of the window on which it was seen alive."""
    found: dict[str, set[date]] = {source: set() for source in sources}
    for week in seen.weeks:
        days = found.get(week.source, set())
        if week.alive and week.first and week.last:
            first, last = max(week.first, window.start), min(week.last, window.last)
            days |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return tuple((source, tuple(sorted(days))) for source, days in sorted(found.items()))


def evidence_base(view: View, registry: Registry) -> Base:
    """Everything a claim may be checked against: all statements, contacts, votes and documents of the view."""
    documents = view.documents(view.table("documents").select("id").to_pyarrow()["id"].to_pylist())
    encounters = join(view.records(EncounterReport), {key: page.source for key, page in documents.items()})

    def ordinals(parties: tuple[str, ...], year: int) -> dict[str, tuple[tuple[str, int], ...]]:
        contacts = [e for e in between(encounters, *parties) if e.date.year == year]
        numbers: dict[str, tuple[tuple[str, int], ...]] = {}
        for rule in registry.rules.values():
            for occasion in count(contacts, rule, date(year, 12, 31)):
                for one in occasion.encounters:
                    numbers[one.id] = (*numbers.get(one.id, ()), (rule.id, occasion.ordinal))
        return numbers

    return Base(
        registry=registry,
        statements=view.records(Statement),
        encounters=encounters,
        votes=votes_cast(view, view.records(Vote)),
        documents=documents,
        ordinals=ordinals,
    )
