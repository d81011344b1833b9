"""A background made by hand, and the few questions the tests ask of a portrait."""

from datetime import date, timedelta
from typing import Any

from overtone.assess.contacts import Occasions
from overtone.assess.material import Material
from overtone.assess.portraits import Background
from overtone.measure.encounters import between, count
from overtone.records import Finding, Portrait
from tests.build import W20

WEEKS = tuple(W20.start - timedelta(weeks=n) for n in (3, 2, 1, 0))


def background(material: Material, **more: Any) -> Background:
    """What stands behind a week in which nothing else is known, unless told otherwise."""

    def counts(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
        met = [e for e in between(material.encounters, *pair) if e.date.year == year]
        rules = material.registry.rules.values()
        return [(rule.id, tuple(n.encounters for n in count(met, rule, date(year, 12, 31)))) for rule in rules]

    held: dict[str, Any] = {
        "weeks": WEEKS,
        "blind": frozenset(),
        "spoken": {},
        "raised": {},
        "reports": {},
        "votes": (),
        "commitments": (),
        "claims": (),
        "joint": (),
        "documents": material.documents,
        "counts": counts,
        "signals": (),
    }
    return Background(**(held | more))


def told(portrait: Portrait, key: str) -> tuple[Finding, ...]:
    """The findings of one register; none where it is not there."""
    return next((r.findings for r in portrait.registers if r.key == f"portrait-{key}"), ())


def slots(finding: Finding) -> dict[str, str]:
    """The values of a finding by name."""
    return {slot.name: slot.value for slot in finding.slots}
