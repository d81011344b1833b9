"""The names that pages print beside the sentences: of actors, offices, sources, subjects, events and themes."""

from collections.abc import Iterable

from overtone.language import LANGUAGES, language
from overtone.records import Abstention, Exhibit, Names, Portrait, Signal
from overtone.registry import Actor, Registry


def names_of(
    registry: Registry,
    lang: str,
    exhibits: Iterable[Exhibit],
    signals: Iterable[Signal | Abstention],
    portraits: Iterable[Portrait] = (),
) -> dict[str, str]:
    """Printed names in one language, by the keys of the pages: `actor.putin`, `source.kremlin`, `target.nato` …

    For the search also every name in any language (`also.putin`) and the forms of surnames (`forms.putin`).
    """
    found = {f"theme.{key}": theme.names.display(lang) for key, theme in registry.themes.items()}
    found |= {f"source.{key}": source.names.display(lang) for key, source in registry.sources.items()}
    found |= {f"rule.{key}": rule.names.display(lang) for key, rule in registry.rules.items()}
    for exhibit in exhibits:
        found |= _person(registry, lang, exhibit.actor, exhibit.office)
    for signal in signals:
        found |= _person(registry, lang, signal.actor or None, None)
        found |= _subject(registry, lang, signal.target)
        found |= _event(registry, lang, signal.venue)
    for portrait in portraits:
        found |= _person(registry, lang, portrait.id, None)
        found |= _subject(registry, lang, portrait.id)
        found |= _event(registry, lang, portrait.id)
    return found


def _event(registry: Registry, lang: str, key: str) -> dict[str, str]:
    if key not in registry.events:
        return {}
    names = registry.events[key].names
    return {f"venue.{key}": names.display(lang), f"also.{key}": _every(names)}


def _person(registry: Registry, lang: str, actor: str | None, office: str | None) -> dict[str, str]:
    found = {}
    if actor is not None and actor in registry.actors:
        found[f"actor.{actor}"] = registry.actors[actor].names.display(lang)
        found[f"also.{actor}"] = _every(registry.actors[actor].names)
        found[f"forms.{actor}"] = surname_forms(registry.actors[actor])
    if actor is not None and actor in registry.institutions:
        found[f"actor.{actor}"] = registry.institutions[actor].names.display(lang)
        found[f"also.{actor}"] = _every(registry.institutions[actor].names)
    if office is not None and office in registry.offices:
        found[f"office.{office}"] = registry.offices[office].names.display(lang)
    return found


def _every(names: Names) -> str:
    """All names in every language, which a search finds a thing by, whatever language it is asked in."""
    return "|".join(dict.fromkeys(name for lang in LANGUAGES for name in names.of(lang)))


def surname_forms(actor: Actor) -> str:
    """For each language the printed surname and then its inflected forms."""
    told = []
    for lang in LANGUAGES:
        name = actor.surnames.display(lang)
        told.append(" ".join([name, *sorted(language(lang).forms(name, f"surname-{actor.gender}") - {name})]))
    return "|".join(told)


def _subject(registry: Registry, lang: str, target: str) -> dict[str, str]:
    for table in (
        registry.topics,
        registry.states,
        registry.blocs,
        registry.rules,
        registry.institutions,
        registry.actors,
    ):
        if target in table:
            names = table[target].names
            return {f"target.{target}": names.display(lang), f"also.{target}": _every(names)}
    return {}
