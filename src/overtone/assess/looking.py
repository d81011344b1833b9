"""What a look finds in the ledger: the days on which it is met, and by what.

One speaker on one day counts once, in however many pages the words are carried; one contact once; one vote once.
Statements that refuse to comment, questions and moderation are not counted: only what a speaker holds.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from overtone.assess.checks import pattern
from overtone.assess.known import Known
from overtone.assess.material import sentence_around
from overtone.records import Evidence, Look, Signal, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that fits a look: the day it is of, what makes it one of its own, and where it stands."""

    on: date
    unit: str  # hits of one unit count once
    evidence: tuple[Evidence, ...]
    signal: str = ""
    actor: str = ""


def hits(look: Look, known: Known) -> tuple[Hit, ...]:
    """Everything up to the day that fits, by day."""
    found = [hit for hit in FINDERS[look.of](look, known) if hit.on <= known.day]
    inside = [h for h in found if (look.since or h.on) <= h.on <= (look.until or h.on)]
    return tuple(sorted(inside, key=lambda h: (h.on, h.unit, h.evidence[0].document if h.evidence else h.signal)))


def met_on(look: Look, found: tuple[Hit, ...]) -> date | None:
    """The last day on which enough of them lay within the days that the look gives; None where there never were."""
    for last in sorted({hit.on for hit in found}, reverse=True):
        first = last - timedelta(days=look.within_days - 1)
        if len({hit.unit for hit in found if first <= hit.on <= last}) >= look.at_least:
            return last
    return None


def _said(look: Look, known: Known) -> Iterator[Hit]:
    for one in known.statements:
        if one.act == "position" and one.stance != "declined" and _fits(one, look, known):
            for start, stop in _passage(one, look, known):
                evidence = Evidence(document=one.document, start=start, stop=stop, row=one.id)
                actor = one.actor or ""
                unit = f"{actor or one.speaker}\x1f{one.said_on}"
                yield Hit(on=one.said_on, unit=unit, evidence=(evidence,), actor=actor)


def _fits(one: Statement, look: Look, known: Known) -> bool:
    return (
        (not look.actors or one.actor in look.actors)
        and (not look.topics or not set(look.topics).isdisjoint(one.topics))
        and (not look.targets or any(m.target in look.targets for m in one.mentions))
        and (not look.events or one.venue in look.events)
        and _from(one.document, look, known)
    )


def _passage(one: Statement, look: Look, known: Known) -> Iterator[tuple[int, int]]:
    """The sentence that has the words asked for; the whole statement where none are."""
    if not look.words:
        yield one.start, one.stop
        return
    text = known.documents[one.document].text
    found = pattern(look.words).search(text[one.start : one.stop])
    if found:
        yield sentence_around(text, one.lang, one.start + found.start(), one.start, one.stop)


def _from(document: str, look: Look, known: Known) -> bool:
    page = known.documents.get(document)
    return not look.sources or (page is not None and page.source in look.sources)


def _met(look: Look, known: Known) -> Iterator[Hit]:
    status = look.status or ("held",)
    for one in known.encounters:
        fits = (
            set(look.actors) <= set(one.parties)
            and (not look.kinds or one.kind in look.kinds)
            and one.status in status
            and (not look.events or one.event in look.events)
            and any(_from(report.document, look, known) for report in one.reports)
        )
        if fits:
            yield Hit(on=one.date, unit=one.id, evidence=one.reports)


def _voted(look: Look, known: Known) -> Iterator[Hit]:
    for one in known.votes:
        fits = (
            (not look.resolutions or one.resolution in look.resolutions)
            and (not look.targets or one.state in look.targets)
            and (not look.choices or one.choice in look.choices)
            and _from(one.document, look, known)
        )
        if fits:
            evidence = Evidence(document=one.document, start=one.start, stop=one.stop, row=one.id)
            yield Hit(on=one.voted_on, unit=f"{one.body} {one.resolution} {one.state}", evidence=(evidence,))


def _measured(look: Look, known: Known) -> Iterator[Hit]:
    for day, one in known.signals:
        if isinstance(one, Signal) and asked(look, one.measure, one.actor, one.target) and _tells(look, one):
            yield Hit(on=day, unit=one.id, evidence=one.evidence, signal=one.id, actor=one.actor)


def _tells(look: Look, one: Signal) -> bool:
    return (
        (not look.because or one.because in look.because)
        and (not look.unit or one.unit == look.unit)
        and (look.least is None or one.value >= look.least)
    )


def asked(look: Look, measure: str, actor: str, target: str) -> bool:
    """Whether a measured value, or a refusal to give one, is of what the look asks for."""
    return (
        measure == look.measure
        and (not look.actors or actor in look.actors)
        and (not look.targets or target in look.targets)
    )


FINDERS: Mapping[str, Callable[[Look, Known], Iterator[Hit]]] = MappingProxyType(
    {"statements": _said, "encounters": _met, "votes": _voted, "signals": _measured}
)
