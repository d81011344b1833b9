"""Encounters: who met, spoke or was to meet whom, read from headlines, leads and first lines.

What counts: contacts between office-holders of two states, or of a state and an organisation of states. Contacts
inside one state (a president and his ministers, governors, heads of companies) are no encounters of this ledger, nor
are greetings, condolences and telegrams. A meeting merely recalled is not reported again unless its day is stated.
An announcement is never a meeting: "will hold talks" is `announced` however the page is filed.

Pages of an institution are read by their headline grammar ("Telephone conversation with President of France …": the
publishing leader is understood); other items sentence by sentence, and by the event they are filed under. The rules
have names and an order (KINDS and STATUSES in `encounter_rules`). Not for: minutes of what was said, guests below
office-holders, business and church leaders.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from overtone.read.encounter_items import read_item
from overtone.read.encounter_offices import top
from overtone.read.encounter_pages import read_page, speaks_of_contact
from overtone.read.encounter_party import Scene
from overtone.read.encounter_rules import Draft
from overtone.records import Document, EncounterReport, Mention
from overtone.registry import Registry

READER = "encounters@1"


def read_encounters(document: Document, registry: Registry, mentions: Sequence[Mention]) -> tuple[EncounterReport, ...]:
    """The contacts one document reports. People the registry does not know are parties as "unknown:<printed name>".

    Pure. `mentions` are those of the document (`read_names`). Not for roll calls: they give none.
    """
    return tuple(report for report, _ in explain_encounters(document, registry, mentions))


def explain_encounters(
    document: Document, registry: Registry, mentions: Sequence[Mention]
) -> tuple[tuple[EncounterReport, str], ...]:
    """The debug twin: each report with the rules that decided its kind, where its parties stand, and its status."""
    reports: dict[tuple[object, ...], tuple[EncounterReport, str]] = {}
    for draft in _drafts(document, registry, mentions):
        report = _report(document, draft)
        reports.setdefault((report.parties, _medium(report.kind), report.date, report.status), (report, draft.rules))
    return tuple(reports.values())


def _drafts(document: Document, registry: Registry, mentions: Sequence[Mention]) -> Iterator[Draft]:
    source = registry.sources.get(document.source)
    day = document.happened_on or document.published_on
    if document.kind in ("roll-call", "vote"):
        return
    if source is None or source.institution is None:
        yield from read_item(document, Scene(registry=registry, day=day, own="", leader=""), mentions)
        return
    own = source.state or registry.institutions[source.institution].state or ""
    if speaks_of_contact(document, own, registry, mentions):
        leader = _leader(registry, source.institution, own, day)
        yield from read_page(document, Scene(registry=registry, day=day, own=own, leader=leader), mentions)


def _leader(registry: Registry, institution: str, state: str, day: date) -> str:
    """Who an institution's pages speak of when they name nobody: the state's leader, else the institution's head."""
    leader = top(registry, state, day)
    if leader is not None:
        return leader
    offices = [o.id for o in registry.offices.values() if o.institution == institution]
    return next((actor.id for office in offices for actor in registry.holders(office, day)), "")


def _report(document: Document, draft: Draft) -> EncounterReport:
    place = "" if document.place in ("NA", "None") else document.place
    return EncounterReport(
        document=document.id,
        reader=READER,
        start=draft.start,
        stop=draft.stop,
        kind=draft.kind,
        parties=draft.parties,
        date=draft.day,
        place=place,
        status=draft.status,
        event=draft.event or document.event,
    )


def _medium(kind: str) -> str:
    return kind if kind in ("phone", "video", "multilateral") else "in person"
