"""From the references of articles to what a view of the ledger shows behind them: words, rows, measured values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from overtone.assess.citations import FOUND, LATER, NO_SOURCE, Ground, resolve, shelf
from overtone.assess.known import Known
from overtone.brief.commentary_references import digest_of
from overtone.brief.exhibits import Archive, exhibits_of
from overtone.errors import CommentaryError, JudgementError, UsageError
from overtone.gathering import options_for
from overtone.ledger import View
from overtone.measure import MEASURES, measure
from overtone.measure.encounters import join
from overtone.records import (
    Abstention,
    Citation,
    Encounter,
    EncounterReport,
    Evidence,
    Exhibit,
    Signal,
    Statement,
    Vote,
    Window,
    week,
)
from overtone.records.commentaries import Cited
from overtone.registry import Registry

Table = Any  # ibis.Table
MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What stands behind one reference."""

    cited: Cited
    words: str  # of all its evidence, whole
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """What the view shows of all that is cited."""

    known: Known
    reports: tuple[EncounterReport, ...]
    joined: Mapping[str, Encounter]  # by id of the contact
    measured: Mapping[str, Signal]


def found(view: View, registry: Registry, asked: Mapping[str, Citation], weeks: Iterable[str] = ()) -> dict[str, Found]:
    """What stands behind each reference; CommentaryError with file and line of all that lead nowhere.

    `weeks`: those in which a signal that is cited by its id is looked for.
    """
    if not asked:
        return {}
    rows = _rows(view, registry, asked, tuple(weeks))
    ordered = shelf(rows.known)
    grounds: dict[str, Ground] = {}
    wrong: list[CommentaryError] = []
    for reference, citation in asked.items():
        try:
            contact = rows.joined.get(citation.row) if citation.kind == "encounter" else None
            if contact is not None:
                grounds[reference] = Ground(citation=citation, state=FOUND, evidence=contact.reports)
            else:
                grounds[reference] = _there(resolve(citation, ordered))
        except (JudgementError, CommentaryError) as error:
            wrong.append(CommentaryError(error.what, where=error.where, next_step=error.next_step))
    if wrong:
        first, *others = sorted(wrong, key=lambda one: _place(one.where))
        more = "".join(f"\n{one.where}: {one.what}" for one in others[:MOST_TOLD])
        raise CommentaryError(first.what + more, where=first.where, next_step=first.next_step)
    return _shown(view, rows, grounds)


def _place(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(":")
    return file, int(line) if line.isdigit() else 0


def _there(ground: Ground) -> Ground:
    """The ground, if it is one: an article cannot rest on what is not there."""
    if ground.state == FOUND:
        return ground
    citation = ground.citation
    if ground.state == LATER:
        what, step = "learnt after the cut", "publish with a later cut, or cite what was known then"
    elif ground.state == NO_SOURCE:
        what = f"the ledger holds nothing of the source {citation.document.partition('/')[0]!r}"
        step = "take it in with `overtone intake`, or cite what is there"
    else:
        what = f"no such value could be measured: {dict(citation.signal) or citation.row}"
        step = "look with `overtone measure`; name its week in the front matter where you cite a signal by its id"
    raise CommentaryError(what, where=citation.where, next_step=step)


def _rows(view: View, registry: Registry, asked: Mapping[str, Citation], weeks: tuple[str, ...]) -> _Rows:
    citations = tuple(asked.values())
    ids = sorted({one.row for one in citations if one.row and one.kind != "signal"})
    pages = _pages(view, {one.document for one in citations if one.document})
    statements = view.records(Statement, _chosen(view, "statements", ids, pages))
    reports = view.records(EncounterReport, _chosen(view, "encounters", ids, pages))
    votes = view.records(Vote, _chosen(view, "votes", ids, pages))
    contacts = {one.row for one in citations if one.kind == "encounter"} - {one.id for one in reports}
    joined = _contacts(view, contacts) if contacts else {}
    if joined:
        cited = {report.row for one in joined.values() for report in one.reports}
        reports = (*reports, *(one for one in view.records(EncounterReport) if one.id in cited))
    documents = {*pages, *(one.document for one in statements), *(one.document for one in votes)}
    documents |= {one.document for one in reports}
    measured = _measured(view, registry, citations, weeks)
    sources = view.table("documents").select("source").distinct().to_pyarrow()["source"].to_pylist()
    known = Known(
        day=view.as_of.date(),
        statements=statements,
        encounters=join(reports, {}),
        votes=votes,
        documents=view.documents(documents),
        signals=tuple((view.as_of.date(), one) for one in measured.values()),
        held=frozenset(sources),
    )
    return _Rows(known=known, reports=reports, joined=joined, measured=measured)


def _pages(view: View, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of the documents that are cited by source and key, in every language they are there."""
    wanted = set(names)
    if not wanted:
        return ()
    table = view.table("documents")
    keys = sorted({name.partition("/")[2] for name in wanted})
    told = table.filter(table.key.isin(keys)).select("id", "source", "key").order_by("id").to_pyarrow().to_pylist()
    return tuple(one["id"] for one in told if f"{one['source']}/{one['key']}" in wanted)


def _chosen(view: View, name: str, ids: list[str], pages: tuple[str, ...]) -> Table:
    rows = view.table(name)
    return rows.filter(rows.id.isin(ids or [""]) | rows.document.isin(list(pages) or [""])).order_by("id")


def _contacts(view: View, ids: Iterable[str]) -> dict[str, Encounter]:
    """Contacts by the id that `overtone encounters` prints, which is that of all reports of it together."""
    wanted = set(ids)
    told = view.table("documents").select("id", "source").to_pyarrow().to_pylist()
    contacts = join(view.records(EncounterReport), {row["id"]: row["source"] for row in told})
    return {one.id: one for one in contacts if one.id in wanted}


def _measured(
    view: View, registry: Registry, citations: Iterable[Citation], weeks: tuple[str, ...]
) -> dict[str, Signal]:
    """The signals that are cited: by what they measure, or by id among all that is measured in these weeks."""
    options = options_for(view, registry)
    made: dict[str, Signal] = {}

    def take(measured: Iterable[Signal | Abstention]) -> None:
        made.update({one.id: one for one in measured if isinstance(one, Signal)})

    by_id: dict[str, str] = {}
    for one in citations:
        told = dict(one.signal)
        if told:
            window = _week(told["week"], one.where)
            actors, targets = (tuple(filter(None, (told.get(name, ""),))) for name in ("actor", "target"))
            try:
                take(measure(told["measure"], view, window, replace(options, actors=actors, targets=targets)))
            except UsageError as error:
                raise CommentaryError(error.what, where=one.where, next_step=error.next_step) from None
        elif one.kind == "signal":
            by_id[one.row] = one.where
    for label in weeks if by_id else ():
        window = _week(label, next(iter(by_id.values())))
        for name in (one.name for one in MEASURES):
            if not by_id.keys() <= made.keys():
                take(measure(name, view, window, options))
    return made


def _week(label: str, where: str) -> Window:
    year, _, number = label.partition("-W")
    try:
        return week(int(year), int(number))
    except ValueError:
        step = "write the year and the week, as in 2022-W20"
        raise CommentaryError(f"{label!r} is not an ISO week", where=where, next_step=step) from None


def _shown(view: View, rows: _Rows, grounds: Mapping[str, Ground]) -> dict[str, Found]:
    """The exhibits of all grounds, with their whole words."""
    known = rows.known
    evidence = [one for ground in grounds.values() if not ground.signal for one in ground.evidence]
    told: list[tuple[str, Statement | Vote | EncounterReport]] = [
        *(("statement", one) for one in known.statements),
        *(("vote", one) for one in known.votes),
        *(("encounter", one) for one in rows.reports),
    ]
    archive = Archive(
        documents=known.documents,
        learnt=view.learnt({one.document for one in evidence}),
        statements={one.id: one for one in known.statements},
        readers={row.id: row.reader for _, row in told},
        kinds={row.id: kind for kind, row in told},
    )
    exhibits = exhibits_of(evidence, archive)
    return {reference: _one(reference, ground, exhibits, rows) for reference, ground in grounds.items()}


def _one(reference: str, ground: Ground, exhibits: Mapping[Evidence, Exhibit], rows: _Rows) -> Found:
    signal = rows.measured.get(ground.signal) if ground.signal else None
    pieces = () if signal is not None else ground.evidence
    shown = [(exhibits[one], rows.known.documents[one.document].text[one.start : one.stop]) for one in pieces]
    return Found(
        cited=Cited(reference=reference, exhibits=tuple(exhibit for exhibit, _ in shown), signal=signal),
        words="\n".join(words for _, words in shown) if signal is None else _figures(signal),
        digest=digest_of(shown, signal),
    )


def _figures(signal: Signal) -> str:
    return f"{signal.value:.4g} ({signal.low:.4g}–{signal.high:.4g})"
