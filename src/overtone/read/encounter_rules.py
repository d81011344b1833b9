"""What kind of contact a passage tells of, and whether it was held: small named rules in the order they are asked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from overtone.language import FoundDate, language
from overtone.read.encounter_clauses import spoken_at_it
from overtone.read.encounter_cues import (
    AFTER_SUMMIT,
    ANNOUNCED,
    BRIEF,
    CANCELLED,
    CONVERSED,
    DATED,
    DENIED,
    FACED,
    HELD,
    MULTILATERAL,
    PHONE,
    SIDELINES,
    TALKS,
    VIDEO,
    VISIT,
)
from overtone.read.encounter_others import among_leaders, called_somebody
from overtone.records import Document

Kind = str
_PAST = re.compile(  # what is denied is said to have been: its day lies behind
    r"\b(?:had|have|has) (?:secretly |already |ever )?(?:met|spoken|held|talked|visited)\b|\bmet\b|\bspoke\b|"
    r"встреча(?:л|в)|встретил|провел|провёл|созванивал|созвонил|состоял|общал|говорил|"
    r"сустрака[ўл]|сустрэ[ўл]|правё[ўл]|размаўля[ўл]|адбы[ўл]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report in the making: what the rules decided, and which of them did."""

    kind: str
    parties: tuple[str, ...]
    status: str
    day: date
    start: int
    stop: int
    rules: str
    event: str = ""
    stated: bool = True  # whether the text states the day
    in_general: bool = False  # "a meeting", of which other words may tell as part of something larger


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the kind rules look at: the words, how many states take part, and the page's own word for the place."""

    text: str
    states: int
    place: str


def by_telephone(words: Words) -> Kind | None:
    """Said to be a call, or filed by the publisher as one."""
    filed = PHONE.search(words.place) and not MULTILATERAL.search(words.text)
    return "phone" if filed or PHONE.search(words.text) or called_somebody(words.text) else None


def by_video_link(words: Words) -> Kind | None:
    """Said to be held by video link, or filed as such where a contact is told."""
    filed = VIDEO.search(words.place) and (TALKS.search(words.text) or MULTILATERAL.search(words.text))
    return "video" if filed or VIDEO.search(words.text) else None


def conversed_from_afar(words: Words) -> Kind | None:
    """A conversation, with no place and no word of a meeting, is a call."""
    placeless = words.place in ("", "NA", "None")
    return "phone" if placeless and CONVERSED.search(words.text) and not FACED.search(words.text) else None


def aside(words: Words) -> Kind | None:
    """A contact of two on the margins of something larger, or a brief conversation after a summit."""
    if words.states != 2:
        return None
    if SIDELINES.search(words.text) or (AFTER_SUMMIT.search(words.text) and BRIEF.search(words.text)):
        return "sidelines"
    return None


def in_company(words: Words) -> Kind | None:
    """Three states or more in one room; a "summit" of two is a bilateral meeting."""
    talks = MULTILATERAL.search(words.text) or TALKS.search(words.text)
    return "multilateral" if words.states > 2 and talks else None


def face_to_face(words: Words) -> Kind | None:
    """Talks of two states."""
    talks = TALKS.search(words.text) or MULTILATERAL.search(words.text)
    return "bilateral" if talks and words.states == 2 else None


def visit_called_off(words: Words) -> Kind | None:
    """A visit is a contact of this ledger only by the talks held on it; called off, it is told as such."""
    return "bilateral" if VISIT.search(words.text) and CANCELLED.search(words.text) else None


KINDS: tuple[Callable[[Words], Kind | None], ...] = (
    by_telephone,
    by_video_link,
    conversed_from_afar,
    aside,
    in_company,
    face_to_face,
    visit_called_off,
)


def kind_of(words: Words) -> tuple[Kind, str] | None:
    """The kind and the rule that decided it; None where the words tell of no contact."""
    words = Words(text=among_leaders(words.text), states=words.states, place=words.place)
    for rule in KINDS:
        kind = rule(words)
        if kind is not None:
            return kind, rule.__name__
    return None


def called_off(text: str, _filed: str) -> str | None:
    """Denied, cancelled, put off."""
    return "cancelled" if CANCELLED.search(text) else None


def denied(text: str, _filed: str) -> str | None:
    """Somebody says that no such contact is planned, or that it did not happen as others tell."""
    return "denied" if DENIED.search(text) else None


def said_at_it(text: str, _filed: str) -> str | None:
    """Somebody spoke at it, and nothing says that it is still to come."""
    return "held" if spoken_at_it(text) and not ANNOUNCED.search(text) else None


def filed_as_announcement(_text: str, filed: str) -> str | None:
    """The publisher files the item as an announcement."""
    return "announced" if filed == "announcement" else None


def said_to_come(text: str, _filed: str) -> str | None:
    """ "Will hold", "is to meet", "planned"."""
    return "announced" if ANNOUNCED.search(text) else None


STATUSES: tuple[Callable[[str, str], str | None], ...] = (
    denied,
    called_off,
    said_at_it,
    filed_as_announcement,
    said_to_come,
)


def status_of(text: str, filed: str) -> tuple[str, str]:
    """The status and the rule that decided it: held where nothing says otherwise."""
    for rule in STATUSES:
        status = rule(text, filed)
        if status is not None:
            return status, rule.__name__
    return "held", "nothing_against"


def says_held(text: str) -> bool:
    """Whether a verb in the past says that it took place."""
    return HELD.search(text) is not None


def day_of(text: str, document: Document, status: str, back: int) -> tuple[date, bool]:
    """The day of the contact and whether the text states it.

    A day in the text is taken where it fits the status: an announced one lies ahead, a held one at most `back` days
    before the day the page is about.
    """
    published = document.published_on
    usual = document.happened_on or published
    if not DATED.search(text):
        return usual if status in ("held", "announced") else published, False
    found = language(document.lang).dates(text, published)
    if status == "announced":
        return _day_to_come(found, published, usual)
    if status == "denied" and not ANNOUNCED.search(text) and _PAST.search(text):
        past = [f.day for f in found if f.day <= published]
        past += [f.day - timedelta(days=7) for f in found if f.bare and f.day > published]
        return (max(past), True) if past else (published, False)
    if status != "held":
        coming, stated = _day_to_come(found, published, usual)
        past = [f.day for f in found if usual - timedelta(days=back) <= f.day <= published]
        return (coming, True) if stated else (past[0], True) if past else (published, False)
    behind = usual - timedelta(days=back)
    fit = [f.day for f in found if behind <= f.day <= max(published, usual)]
    return (usual if usual in fit else fit[0], True) if fit else (usual, False)


def long_past(text: str, published: date, lang: str) -> bool:
    """Whether a month or year that is over stands in the part that tells of the contact: its day is not known then."""
    cue = next((m for m in (c.search(text) for c in (TALKS, PHONE, MULTILATERAL)) if m), None)
    if cue is None:
        return False
    over = [p for p in language(lang).periods(text, published) if p.first and p.last and p.last < published]
    return any(set(",;:–—").isdisjoint(text[min(cue.end(), p.stop) : max(cue.start(), p.start)]) for p in over)


def _day_to_come(found: Sequence[FoundDate], published: date, usual: date) -> tuple[date, bool]:
    """The day of what is announced or called off: the first ahead, and of a range the first day.

    The day of publication itself only where no other is named: "said on Friday that they will meet on Monday". A
    weekday alone that is past means the coming one.
    """
    days = [(f.day + timedelta(days=7) if f.bare and f.day < published else f.day, f.until) for f in found]
    fit = [(day, until) for day, until in days if usual <= day <= published + timedelta(days=400)]
    ranged = next((day for day, until in fit if until is not None), None)
    if ranged is not None:
        return ranged, True
    fit.sort(key=lambda one: one[0] == published)
    return (fit[0][0], True) if fit else (published, False)
