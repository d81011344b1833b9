"""The week's contacts as a printed catalogue: each with its number under every rule of counting.

The desk's own contacts stand first, the others after them; each is told once, whatever themes it touches.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from overtone.assess.contacts import Occasions, told_held, told_open
from overtone.assess.weekly.week import Listing, Week, slots
from overtone.records import Encounter, Evidence, Finding

MOST = 24  # contacts
MOST_PAIRS = 3  # pairs counted for one contact
FEWEST = 2  # a first contact has no count worth printing


def meetings(week: Week) -> Listing:
    """Every contact held, announced, cancelled or denied in the week, and those announced in it for later."""
    contacts = sorted(_of_week(week), key=lambda e: (not week.material.themes_of_encounter(e), e.date, e.kind, e.id))
    told: set[tuple[tuple[str, str], str]] = set()
    findings: list[Finding] = []
    for contact in contacts[:MOST]:
        findings += _told(week, contact)
        for pair in _pairs(week, contact):
            finding = _counted(week, contact, pair)
            if finding is not None and (pair, finding.slots[-1].value) not in told:
                told.add((pair, finding.slots[-1].value))
                findings.append(finding)
    return findings, len(contacts[MOST:])


def _of_week(week: Week) -> Iterator[Encounter]:
    window = week.material.window
    for contact in week.material.encounters:
        ahead = contact.status == "announced" and contact.date >= window.stop
        if window.start <= contact.date < window.stop or (ahead and _news(week, contact)):
            yield contact


def _news(week: Week, contact: Encounter) -> bool:
    """Whether a page of this week tells of it."""
    window, pages = week.material.window, week.material.documents
    told = (pages[report.document].published_on for report in contact.reports if report.document in pages)
    return any(window.start <= day < window.stop for day in told)


def _told(week: Week, contact: Encounter) -> Iterator[Finding]:
    if contact.status == "held":
        yield told_held(week.material, contact)
        return
    found = told_open(week.material, contact)
    if found is not None:
        yield found
    elif contact.status == "denied":
        told = slots(parties=("actor", ",".join(contact.parties)), date=("date", contact.date.isoformat()))
        yield Finding(key="contact-denied", slots=told, evidence=contact.reports)


def _pairs(week: Week, contact: Encounter) -> list[tuple[str, str]]:
    """Pairs of a held contact whose states a theme of the desk watches, in the order of their names."""
    if contact.status != "held":
        return []
    material = week.material
    wanted = {frozenset(pair) for theme in material.registry.themes.values() for pair in theme.pairs}
    found = []
    for one, other in combinations(sorted(contact.parties), 2):
        if frozenset((material.state_of(one), material.state_of(other))) in wanted:
            found.append((one, other))
    return found[:MOST_PAIRS]


def _counted(week: Week, contact: Encounter, pair: tuple[str, str]) -> Finding | None:
    """The number of one contact between two people under each rule, with the contacts counted before it."""
    counts = week.counts(pair, contact.date.year)
    numbers = [(rule, _ordinal(contact, occasions)) for rule, occasions in counts]
    if max((number for _, number in numbers), default=0) < FEWEST:
        return None
    widest = max(counts, key=lambda rule: len(rule[1]))[1]
    ordinals = ";".join(f"{rule}={number or ''}" for rule, number in numbers)
    told = slots(pair=("actor", ",".join(pair)), year=("word", contact.date.year), ordinals=("ordinals", ordinals))
    return Finding(key="contact-counted", slots=told, evidence=_behind(contact, widest))


def _ordinal(contact: Encounter, occasions: Occasions) -> int:
    """The place of the occasion that holds the contact; 0 where the rule does not count it."""
    places = (n for n, occasion in enumerate(occasions, 1) if any(e.id == contact.id for e in occasion))
    return next(places, 0)


def _behind(contact: Encounter, occasions: Sequence[tuple[Encounter, ...]]) -> tuple[Evidence, ...]:
    """One report of every occasion up to this one."""
    upto = [occasion for occasion in occasions if occasion[0].date <= contact.date]
    return tuple(report for occasion in upto for report in occasion[0].reports[:1])
