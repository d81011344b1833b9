"""The names that pages print beside the sentences: of actors, offices, sources, subjects, events and themes."""

from collections.abc import Iterable

from overtone.records import Abstention, Exhibit, Signal
from overtone.registry import Registry


def names_of(
    registry: Registry, lang: str, exhibits: Iterable[Exhibit], signals: Iterable[Signal | Abstention]
) -> dict[str, str]:
    """Printed names in one language, by the keys of the pages: `actor.putin`, `source.kremlin`, `target.nato` …"""
    found = {f"theme.{key}": theme.names.display(lang) for key, theme in registry.themes.items()}
    found |= {f"source.{key}": source.names.display(lang) for key, source in registry.sources.items()}
    found |= {f"rule.{key}": rule.names.display(lang) for key, rule in registry.rules.items()}
    for exhibit in exhibits:
        found |= _person(registry, lang, exhibit.actor, exhibit.office)
    for signal in signals:
        found |= _person(registry, lang, signal.actor or None, None)
        found |= _subject(registry, lang, signal.target)
        event = registry.events.get(signal.venue)
        if event is not None:
            found[f"venue.{signal.venue}"] = event.names.display(lang)
    return found


def _person(registry: Registry, lang: str, actor: str | None, office: str | None) -> dict[str, str]:
    found = {}
    if actor is not None and actor in registry.actors:
        found[f"actor.{actor}"] = registry.actors[actor].names.display(lang)
    if actor is not None and actor in registry.institutions:
        found[f"actor.{actor}"] = registry.institutions[actor].names.display(lang)
    if office is not None and office in registry.offices:
        found[f"office.{office}"] = registry.offices[office].names.display(lang)
    return found


def _subject(registry: Registry, lang: str, target: str) -> dict[str, str]:
    for table in (registry.topics, registry.states, registry.blocs, registry.rules, registry.institutions):
        if target in table:
            return {f"target.{target}": table[target].names.display(lang)}
    return {}
