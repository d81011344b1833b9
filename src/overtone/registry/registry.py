"""The registry: every fact of the desk by its id, and the questions the house asks of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from overtone.errors import UsageError
from overtone.records import Source
from overtone.registry.facts import (
    Actor,
    Bloc,
    Claim,
    CountingRule,
    Event,
    Institution,
    Office,
    Place,
    State,
    Term,
    Theme,
    Topic,
)
from overtone.registry.values import suggestion

Named = State | Institution | Office | Actor | Bloc | Topic | Theme | Event | Place | CountingRule | Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All facts, by kind and id. Mappings keep the order of the files; they are not to be changed."""

    states: Mapping[str, State]
    institutions: Mapping[str, Institution]
    offices: Mapping[str, Office]
    actors: Mapping[str, Actor]
    blocs: Mapping[str, Bloc]
    topics: Mapping[str, Topic]
    themes: Mapping[str, Theme]
    events: Mapping[str, Event]
    places: Mapping[str, Place]
    rules: Mapping[str, CountingRule]
    sources: Mapping[str, Source]
    claims: tuple[Claim, ...]
    posts: Mapping[str, tuple[tuple[str, Term], ...]]  # office id → who held it when, as the actors' cards say
    digest: str  # content hash of all facts, whatever file or order they stand in

    def offices_of(self, actor: str, day: date) -> tuple[Office, ...]:
        """The offices an actor held on that day, the first named on the card first; empty for an unknown actor."""
        card = self.actors.get(actor)
        tenures = card.tenures if card else ()
        return tuple(self.offices[t.office] for t in tenures if t.term.covers(day))

    def main_office(self, actor: str, day: date) -> Office | None:
        """The office an actor spoke in on that day, or None where the facts know of none."""
        return next(iter(self.offices_of(actor, day)), None)

    def holders(self, office: str, day: date) -> tuple[Actor, ...]:
        """Who held an office on that day. Two on a day of change; empty where the facts know of nobody."""
        return tuple(self.actors[actor] for actor, term in self.posts.get(office, ()) if term.covers(day))

    def members(self, bloc: str, day: date) -> tuple[str, ...]:
        """Ids of the states that were members on that day; empty for an unknown bloc."""
        known = self.blocs.get(bloc)
        return tuple(state for state, term in known.members if term.covers(day)) if known else ()

    def name(self, kind: str, key: str, lang: str) -> str:
        """The printed name of a fact (kind: actor, state, bloc …) in a language; UsageError for an unknown one."""
        facts = self._facts(kind)
        if key not in facts:
            raise UsageError(
                f"the facts know no {kind} {key!r}{suggestion(key, facts)}",
                next_step=f"add it to a file of the workspace's facts folder, as [{kind}s.{key}]",
            )
        return facts[key].names.display(lang)

    def _facts(self, kind: str) -> Mapping[str, Named]:
        by_kind: dict[str, Mapping[str, Named]] = {
            "state": self.states,
            "institution": self.institutions,
            "office": self.offices,
            "actor": self.actors,
            "bloc": self.blocs,
            "topic": self.topics,
            "theme": self.themes,
            "event": self.events,
            "place": self.places,
            "rule": self.rules,
            "source": self.sources,
        }
        if kind not in by_kind:
            raise UsageError(f"there is no kind of fact {kind!r}{suggestion(kind, by_kind)}")
        return by_kind[kind]
