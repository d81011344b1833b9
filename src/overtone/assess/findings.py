"""All findings of one theme: the visible, ordered list of what is looked for in a week."""

from collections.abc import Iterator, Sequence

from overtone.assess.ballots import voted
from overtone.assess.contacts import Counts, counted, held, open_announcements
from overtone.assess.material import Material
from overtone.assess.overview import most_discussed
from overtone.assess.silences import at_events, telling
from overtone.assess.speech import discussed, quoted
from overtone.records import Abstention, Finding, Signal

VOTING_TOPIC = "un-votes"  # votes stand under the first theme of this topic


def findings_of(
    material: Material, theme: str, counts: Counts, signals: Sequence[Signal | Abstention]
) -> tuple[Finding, ...]:
    """Every finding of a theme, once each, in the order they were looked for."""
    found = dict.fromkeys(_all(material, theme, counts, signals))
    return tuple(found)


def _all(material: Material, theme: str, counts: Counts, signals: Sequence[Signal | Abstention]) -> Iterator[Finding]:
    yield from held(material, theme)
    yield from counted(material, theme, counts)
    for one in (most_discussed(material, theme, signals), discussed(material, theme)):
        if one is not None:
            yield one
    yield from quoted(material, theme)
    yield from at_events(material, theme)
    yield from telling(material, theme, signals)
    topic = material.registry.topics.get(VOTING_TOPIC)
    if topic is not None and topic.themes[:1] == (theme,):
        yield from voted(material)
    yield from open_announcements(material, theme)
