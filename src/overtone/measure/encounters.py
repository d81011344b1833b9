"""Encounters joined from their reports, and counted: how often two people met, under each rule of counting.

Law: the order of the reports does not matter, and a report given twice changes nothing. Oracle: the diary's
`encounters.tsv`, ordinals worked out by hand under four rules. Reference: `docs/encounters.md`. Null: none, these are
counts, not estimates; the spread over the rules is their interval. Not for how warm relations are: a count says how
often people met in what was seen, and unseen sources hold more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from overtone.records import Abstention, Encounter, EncounterReport, Evidence, Signal, Window
from overtone.registry import CountingRule

METHOD = "encounters@1"
REMOTE = ("phone", "video")
_RANKS = ("held", "cancelled", "announced", "denied")  # what wins where reports of one contact differ
_BACK = 400  # how many contacts back a neighbour is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """One occasion and its place in the count under one rule; encounters of one trip stand together."""

    rule: str  # id of the counting rule
    ordinal: int
    encounters: tuple[Encounter, ...]


@dataclass(slots=True)
class _Contact:
    """Reports of what may be one contact."""

    reports: list[EncounterReport]

    @property
    def first(self) -> date:
        """The first day that any report gives."""
        return min(r.date for r in self.reports)

    @property
    def last(self) -> date:
        """The last day that any report gives."""
        return max(r.date for r in self.reports)


def join(
    reports: Iterable[EncounterReport], sources: Mapping[str, str] | None = None, days: int = 1
) -> tuple[Encounter, ...]:
    """The encounters that these reports tell of, by day; `sources` gives the source of each document id.

    Reports of one contact: the same people by the same medium (telephone, video, in company, in private) on the same
    day, or at most `days` apart where they come from different sources or name one event. Held wins over announced,
    cancelled over announced, and any of them over denied; an announcement whose day passed without a report stays
    announced. Private talks at a summit are an encounter of their own beside the summit. Not for calls of one source
    on two days running: they stay two contacts.
    """
    by_day: dict[date, list[_Contact]] = {}
    unique = {r.id: r for r in reports}
    for report in sorted(unique.values(), key=_order):
        near = by_day.setdefault(report.date, [])
        home = next((c for c in near if any(_compatible(r, report) for r in c.reports)), None)
        if home is None:
            near.append(_Contact([report]))
        else:
            home.reports.append(report)
    of = sources or {}
    merged = _merge_neighbours([c for day in sorted(by_day) for c in by_day[day]], of, timedelta(days=days))
    return tuple(sorted((_encounter(c, of) for c in merged), key=lambda e: (e.date, e.kind, e.parties)))


def between(encounters: Iterable[Encounter], *actors: str) -> tuple[Encounter, ...]:
    """Those in which all of these took part."""
    return tuple(e for e in encounters if set(actors) <= set(e.parties))


def count(encounters: Iterable[Encounter], rule: CountingRule, up_to: date) -> tuple[Numbered, ...]:
    """The first, second … occasion up to and with a day, under one rule: only what was held, trips counted once.

    Contacts in person at most `rule.merge_days` apart are one occasion (a trip); calls and video links never are.
    Give it the encounters of one pair (`between`), of one year. Not for announced contacts.
    """
    held = (e for e in encounters if e.status == "held" and e.kind in rule.kinds and e.date <= up_to)
    occasions: list[list[Encounter]] = []
    trip: list[Encounter] | None = None
    for encounter in sorted(held, key=lambda e: (e.date, e.kind)):
        if encounter.kind in REMOTE:
            occasions.append([encounter])
        elif trip is not None and encounter.date - trip[-1].date <= timedelta(days=rule.merge_days):
            trip.append(encounter)
        else:
            trip = [encounter]
            occasions.append(trip)
    return tuple(
        Numbered(rule=rule.id, ordinal=n, encounters=tuple(occasion)) for n, occasion in enumerate(occasions, start=1)
    )


def signals(
    encounters: Sequence[Encounter],
    pair: tuple[str, str],
    rules: Sequence[CountingRule],
    window: Window,
    coverage: float,
) -> tuple[Signal | Abstention, ...]:
    """How often a pair met in a window, once per rule, each with the lowest and highest count of all rules.

    A number of contacts is only as good as its rule, so none travels without the others' range. Where no source was
    seen on any day (`coverage` 0) there is an abstention, never a 0.
    """
    if coverage <= 0:
        return (_abstention(pair, window),)
    inside = [e for e in between(encounters, *pair) if window.start <= e.date < window.stop]
    counted = {rule.id: count(inside, rule, window.last) for rule in rules}
    values = [float(len(numbered)) for numbered in counted.values()] or [0.0]
    return tuple(
        Signal(
            measure="encounters",
            method=METHOD,
            window=window.label,
            actor=pair[0],
            target=pair[1],
            venue="",
            unit=f"contacts:{rule}",
            value=float(len(numbered)),
            low=min(values),
            high=max(values),
            level=1.0,
            baseline=None,
            baseline_low=None,
            baseline_high=None,
            surprise=None,
            coverage=coverage,
            n=len(inside),
            because="counting-rule",
            evidence=tuple(e for occasion in numbered for met in occasion.encounters for e in met.reports),
        )
        for rule, numbered in counted.items()
    )


def _abstention(pair: tuple[str, str], window: Window) -> Abstention:
    return Abstention(
        measure="encounters",
        method=METHOD,
        window=window.label,
        actor=pair[0],
        target=pair[1],
        venue="",
        reason="source-not-seen",
        detail="no source was seen on any day of the window",
        coverage=0.0,
        n=0,
    )


def _order(report: EncounterReport) -> tuple[object, ...]:
    """Held before announced and full lists of parties before short ones, the best report of a contact first."""
    return (
        _RANKS.index(report.status) if report.status in _RANKS else len(_RANKS),
        -len(report.parties),
        report.date,
        report.id,
    )


def _compatible(one: EncounterReport, other: EncounterReport) -> bool:
    return _medium(one.kind) == _medium(other.kind) and _same_people(one, other) and not _stood_in_for(one, other)


def _stood_in_for(one: EncounterReport, other: EncounterReport) -> bool:
    """Talks that were announced, or denied, and the brief word that took their place are two things."""
    kinds = {one.kind: one.status, other.kind: other.status}
    return kinds.get("sidelines") == "held" and kinds.get("bilateral") in ("announced", "cancelled")


def _same_people(one: EncounterReport, other: EncounterReport) -> bool:
    """The same parties; of company the larger list may name more, of whom the smaller names two at least."""
    left, right = set(one.parties), set(other.parties)
    if _medium(one.kind) in ("private", "phone"):
        return left == right
    return len(left & right) >= 2 and (left <= right or right <= left or 2 * len(left & right) >= len(left | right))


def _medium(kind: str) -> str:
    return "private" if kind in ("bilateral", "sidelines") else kind


def _merge_neighbours(contacts: list[_Contact], sources: Mapping[str, str], days: timedelta) -> list[_Contact]:
    """Contacts of near days that are one; they come ordered by day, so only the last few need to be looked at."""
    merged: list[_Contact] = []
    for contact in contacts:
        near = (m for m in reversed(merged[-_BACK:]) if contact.first - m.last <= days)
        home = next((m for m in near if _neighbours(m, contact, sources, days)), None)
        if home is None:
            merged.append(contact)
        else:
            home.reports.extend(contact.reports)
    return merged


def _neighbours(one: _Contact, other: _Contact, sources: Mapping[str, str], days: timedelta) -> bool:
    """Whether two contacts of near days are one: not where both are held and one source tells of them apart."""
    if other.first - one.last > days:
        return False
    if not any(_compatible(a, b) for a in one.reports for b in other.reports):
        return False
    if _status(one.reports) != "held" or _status(other.reports) != "held":
        return True
    events = _events(one), _events(other)
    if events[0] and events[1] and one.reports[0].kind not in REMOTE:
        return bool(events[0] & events[1])
    told = [{sources.get(r.document, r.document) for r in _best(c.reports)} for c in (one, other)]
    return told[0].isdisjoint(told[1])


def _events(contact: _Contact) -> set[str]:
    return {r.event for r in _best(contact.reports) if r.event}


def _status(reports: Iterable[EncounterReport]) -> str:
    seen = {r.status for r in reports}
    return next((status for status in _RANKS if status in seen), "announced")


def _best(reports: Sequence[EncounterReport]) -> list[EncounterReport]:
    """The reports that decide: those of the status the contact has."""
    status = _status(reports)
    return [r for r in reports if r.status == status]


def _first_day(reports: Sequence[EncounterReport]) -> date:
    """The day most of the deciding reports give, the earlier of two."""
    days = Counter(r.date for r in reports)
    return min(days, key=lambda d: (-days[d], d))


def _encounter(contact: _Contact, sources: Mapping[str, str]) -> Encounter:
    best = _best(contact.reports)
    ordered = sorted(contact.reports, key=lambda r: (r.date, r.document, r.start))
    parties = max((r.parties for r in best), key=lambda p: (len(p), p))
    return Encounter(
        kind=_most([r.kind for r in best]),
        parties=parties,
        date=_first_day(best),
        place=_most([r.place for r in best if r.place]),
        status=_status(contact.reports),
        event=_most([r.event for r in best if r.event]),
        reports=tuple(Evidence(document=r.document, start=r.start, stop=r.stop, row=r.id) for r in ordered),
        sources=tuple(sorted({sources[r.document] for r in ordered if r.document in sources})),
    )


def _most(values: Sequence[str]) -> str:
    """The most frequent value, the first in the alphabet of several; empty where there is none."""
    counted = Counter(values)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else ""
