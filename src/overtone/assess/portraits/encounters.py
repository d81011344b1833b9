"""The portrait of an encounter: its reports side by side, its number under each rule, what each party said that day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from overtone.assess.contacts import Occasions, told_held, told_open
from overtone.assess.material import LONGEST_QUOTE, Material, sentence_around
from overtone.assess.portraits.background import Background, register
from overtone.assess.portraits.quotes import newest
from overtone.records import CountClaim, Document, Encounter, Evidence, Finding, Portrait, Slot

MOST_PAIRS = 4
FEW = 3  # parties named in a title
MOST_REPORTS = 20
MOST_BEHIND = 30
SPEAKERS_SAID = 16
STATUSES = ("held", "announced", "cancelled", "denied")
TITLES = frozenset({"bilateral", "sidelines", "multilateral", "phone", "video"})
CLAIM_DAYS = 3  # days before or after a contact on which a page may count it


def encounters(material: Material, background: Background, most: int) -> Iterator[Portrait]:
    """A portrait of each contact of the week, whatever became of it, by day; at most so many."""
    window = material.window
    inside = [e for e in material.encounters if window.start <= e.date < window.stop and e.kind in TITLES]
    for encounter in sorted(inside, key=lambda e: (e.status != "held", e.date, e.id))[:most]:
        yield _portrait(material, background, encounter)


def _portrait(material: Material, background: Background, encounter: Encounter) -> Portrait:
    told = told_held(material, encounter) if encounter.status == "held" else told_open(material, encounter)
    pairs = _pairs(material, encounter)
    said = [s for s in material.positions if s.said_on == encounter.date and s.actor in encounter.parties]
    ordinals = tuple(_ordinals(background, encounter, pairs))
    return Portrait(
        kind="encounter",
        id=encounter.id,
        title=_title(material, encounter),
        registers=(
            *register("contact", (*((told,) if told else ()), *_statuses(background, encounter))),
            *register("reports", tuple(_reports(material, encounter)), MOST_REPORTS),
            *register("ordinals", ordinals, 4 * MOST_PAIRS),
            *register("behind", tuple(_behind(material, encounter, pairs[:1])), MOST_BEHIND),
            *register("claims", tuple(_claims(material, background, encounter))),
            *register("day", tuple(newest(material, said)), SPEAKERS_SAID),
        ),
    )


def _title(material: Material, encounter: Encounter) -> Finding:
    """Day and parties, or for a large table the event it was."""
    date = Slot(name="date", kind="date", value=encounter.date.isoformat())
    who = Slot(name="parties", kind="actor", value=",".join(encounter.parties))
    key = f"headline-portrait-{encounter.kind}"
    if len(encounter.parties) > FEW and encounter.event in material.registry.events:
        key, who = "headline-portrait-occasion", Slot(name="event", kind="event", value=encounter.event)
    return Finding(key=key, slots=(who, date), evidence=encounter.reports[:1])


def _pairs(material: Material, encounter: Encounter) -> tuple[tuple[str, str], ...]:
    """The two, or at a larger table those pairs with one of the desk's own state that met most often."""
    pairs = [(min(a, b), max(a, b)) for a, b in combinations(sorted(encounter.parties), 2)]
    homes = {theme.home for theme in material.registry.themes.values() if theme.home}
    own = [pair for pair in pairs if len(pairs) == 1 or homes & {material.state_of(one) for one in pair}]
    times = Counter(
        pair for e in material.encounters if e.status == "held" for pair in combinations(sorted(e.parties), 2)
    )
    return tuple(sorted(own or pairs, key=lambda pair: (-times[pair], pair))[:MOST_PAIRS])


def _statuses(background: Background, encounter: Encounter) -> Iterator[Finding]:
    """How many reports say that it was held, announced, cancelled, denied."""
    found = Counter(background.reports[e.row].status for e in encounter.reports if e.row in background.reports)
    if found and encounter.sources:
        counts = tuple(Slot(name=name, kind="count", value=str(found[name])) for name in STATUSES)
        total = Slot(name="n", kind="count", value=str(found.total()))
        sources = Slot(name="sources", kind="source", value=",".join(encounter.sources))
        yield Finding(key="portrait-status", slots=(total, sources, *counts), evidence=encounter.reports[:4])


def _reports(material: Material, encounter: Encounter) -> Iterator[Finding]:
    """Each report in its own words, by day of publication."""
    seen = sorted(
        (e for e in encounter.reports if e.document in material.documents),
        key=lambda e: (material.documents[e.document].published_on, e.document, e.start),
    )
    for evidence in seen:
        document = material.documents[evidence.document]
        yield reported(document, _sentence(document, evidence))


def _sentence(document: Document, evidence: Evidence) -> Evidence:
    """The sentence a report begins with, or the start of it where it is very long."""
    last = max(evidence.stop, min(len(document.text), evidence.start + LONGEST_QUOTE))
    first, stop = sentence_around(document.text, document.lang, evidence.start, evidence.start, last)
    return Evidence(
        document=evidence.document, start=first, stop=min(stop, first + 2 * LONGEST_QUOTE), row=evidence.row
    )


def reported(document: Document, evidence: Evidence) -> Finding:
    """Words of a page as a sentence: who published them and when."""
    own = "word" if document.publisher else "source"
    slots = (
        Slot(name="publisher", kind=own, value=document.publisher or document.source),
        Slot(name="published", kind="date", value=document.published_on.isoformat()),
        Slot(name="quote", kind="quote", value=document.text[evidence.start : evidence.stop]),
    )
    return Finding(key="portrait-report", slots=slots, evidence=(evidence,))


def _ordinals(background: Background, encounter: Encounter, pairs: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Its place in the year's count of each pair under each rule, with a report of every occasion counted."""
    for pair in pairs if encounter.status == "held" else ():
        for rule, occasions in background.counts(pair, encounter.date.year):
            place = _place(encounter, occasions)
            slots = (
                Slot(name="rule", kind="rule", value=rule),
                Slot(name="n", kind="count", value=str(place)),
                Slot(name="pair", kind="actor", value=",".join(pair)),
                Slot(name="year", kind="word", value=str(encounter.date.year)),
            )
            if place:
                behind = tuple(occasion[0].reports[0] for occasion in occasions[:place])
                yield Finding(key="counted-alone", slots=slots, evidence=behind)
            else:
                yield Finding(key="portrait-uncounted", slots=slots, evidence=encounter.reports[:1])


def _place(encounter: Encounter, occasions: Occasions) -> int:
    return next((n for n, occasion in enumerate(occasions, 1) if encounter.id in {e.id for e in occasion}), 0)


def _behind(material: Material, encounter: Encounter, pairs: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """The year's contacts of the pair up to this one: what the numbers count."""
    for pair in pairs:
        for one in sorted(material.encounters, key=lambda e: (e.date, e.id)):
            inside = set(pair) <= set(one.parties) and one.date <= encounter.date
            if inside and one.status == "held" and one.date.year == encounter.date.year:
                yield told_held(material, one)


def _claims(material: Material, background: Background, encounter: Encounter) -> Iterator[Finding]:
    """What pages count, beside what is counted here."""
    for claim in background.claims:
        near = abs((claim.until - encounter.date).days) <= CLAIM_DAYS
        if near and len(claim.parties) == 2 and set(claim.parties) <= set(encounter.parties):
            yield _claim(background, encounter, claim)


def _claim(background: Background, encounter: Encounter, claim: CountClaim) -> Finding:
    pair = (min(claim.parties), max(claim.parties))
    numbers = [
        sum(occasion[0].date <= claim.until for occasion in occasions)
        for _, occasions in background.counts(pair, encounter.date.year)
    ]
    document = background.documents[claim.document]
    evidence = _sentence(document, Evidence(document=claim.document, start=claim.start, stop=claim.stop))
    slots = (
        Slot(name="quote", kind="quote", value=document.text[evidence.start : evidence.stop]),
        Slot(name="pair", kind="actor", value=",".join(pair)),
        Slot(name="n", kind="count", value=str(claim.ordinal)),
        Slot(name="low", kind="count", value=str(min(numbers, default=0))),
        Slot(name="high", kind="count", value=str(max(numbers, default=0))),
    )
    return Finding(key="portrait-claim", slots=slots, evidence=(evidence,))
