"""What kind of contact a passage tells of, and whether it was held: small named rules in the order they are asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from overtone.language import language
from overtone.read.encounter_cues import (
    AFTER_SUMMIT,
    ANNOUNCED,
    BRIEF,
    CANCELLED,
    CONVERSED,
    DATED,
    FACED,
    HELD,
    MULTILATERAL,
    PHONE,
    SIDELINES,
    TALKS,
    THAT,
    VIDEO,
    VISIT,
)
from overtone.read.encounter_others import among_leaders, called_somebody
from overtone.records import Document

Kind = str


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
    """Said to be held by video link, or filed as such."""
    return "video" if VIDEO.search(words.text) or VIDEO.search(words.place) else None


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


def filed_as_announcement(_text: str, filed: str) -> str | None:
    """The publisher files the item as an announcement."""
    return "announced" if filed == "announcement" else None


def said_to_come(text: str, _filed: str) -> str | None:
    """ "Will hold", "is to meet", "planned"."""
    return "announced" if ANNOUNCED.search(text) else None


STATUSES: tuple[Callable[[str, str], str | None], ...] = (called_off, filed_as_announcement, said_to_come)


def status_of(text: str, filed: str) -> tuple[str, str]:
    """The status and the rule that decided it: held where nothing says otherwise."""
    for rule in STATUSES:
        status = rule(text, filed)
        if status is not None:
            return status, rule.__name__
    return "held", "nothing_against"


def told_of(text: str) -> str:
    """The part that tells of the contact: what was said at it ("told the president that …") is left aside."""
    cue = next((m for m in (c.search(text) for c in (TALKS, PHONE, MULTILATERAL)) if m), None)
    end = THAT.search(text, cue.end()) if cue else None
    return text[: end.start()] if end else text


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
        return usual, False
    days = [found.day for found in language(document.lang).dates(text, published)]
    ahead, behind = published + timedelta(days=400), usual - timedelta(days=back)
    first, last = (usual, ahead) if status == "announced" else (behind, max(published, usual))
    fit = [d for d in days if first <= d <= last]
    if status == "announced":
        fit.sort(key=lambda d: d == published)
    given = usual in fit and not (status == "announced" and usual == published)
    return (usual if given else fit[0], True) if fit else (usual, False)
