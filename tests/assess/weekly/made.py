"""Weeks as the registers see them, and what a register tells of them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from overtone.assess.contacts import Occasions
from overtone.assess.weekly import Week
from overtone.assess.weekly.week import Listing
from overtone.measure.encounters import between, count
from overtone.records import Abstention, Commitment, Encounter, Finding, Signal
from tests.build import READER, Page, desk, material


def week(*pages: Page, signals: Sequence[Signal | Abstention] = (), **more: Any) -> Week:
    """The week of these pages."""
    found = material(*pages)
    said = {s.id: s for page in pages for s in page.statements}
    return Week(material=found, signals=signals, counts=counts(found.encounters), said=said, **more)


def counts(contacts: Sequence[Encounter]) -> Callable[[tuple[str, str], int], list[tuple[str, Occasions]]]:
    """What each rule of the desk counts of these contacts."""

    def counted(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
        own = [e for e in between(contacts, *pair) if e.date.year == year]
        rules = desk().rules.values()
        return [(r.id, tuple(n.encounters for n in count(own, r, date(year, 12, 31)))) for r in rules]

    return counted


def abstention(measure: str, reason: str = "selected-source", actor: str = "") -> Abstention:
    """A measure that declines."""
    return Abstention(
        measure=measure,
        method=f"{measure}@1",
        window="2022-W20",
        actor=actor,
        target="",
        venue="",
        reason=reason,
        detail="",
        coverage=1.0,
        n=0,
    )


def undertaking(page: Page, who: str, words: str, *, due: str = "", status: str = "promised") -> Commitment:
    """What somebody undertakes on a page, in these words of it."""
    start = page.document.text.index(words)
    return Commitment(
        document=page.document.id,
        reader=READER,
        start=start,
        stop=start + len(words),
        who=who,
        who_start=0,
        who_stop=1,
        what_start=start,
        what_stop=start + len(words),
        by_when="",
        due=date.fromisoformat(due) if due else None,
        status=status,
        said_on=page.document.published_on,
        lang=page.document.lang,
        rule="made@1",
    )


def keys(listing: Listing) -> list[str]:
    """The phrases of what is listed."""
    return [finding.key for finding in listing[0]]


def slots(finding: Finding) -> dict[str, str]:
    """Slots by name."""
    return {slot.name: slot.value for slot in finding.slots}
