"""Whether every id that a fact names exists: an actor's offices, a bloc's states, an event's parties."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from overtone.registry.values import suggestion

Facts = Mapping[str, Mapping[str, Any]]
Rule = tuple[str, str, str, Callable[[Any], tuple[str | None, ...]]]

# kind of fact, its field, kind of fact the field names, the ids it names
_NAMED: tuple[Rule, ...] = (
    ("institutions", "state", "states", lambda fact: (fact.state,)),
    ("offices", "institution", "institutions", lambda fact: (fact.institution,)),
    ("offices", "state", "states", lambda fact: (fact.state,)),
    ("actors", "state", "states", lambda fact: (fact.state,)),
    ("actors", "offices", "offices", lambda fact: tuple(tenure.office for tenure in fact.tenures)),
    ("blocs", "members", "states", lambda fact: tuple(state for state, _ in fact.members)),
    ("topics", "themes", "themes", lambda fact: fact.themes),
    ("themes", "pairs", "states", lambda fact: tuple(state for pair in fact.pairs for state in pair)),
    ("events", "parties", "actors", lambda fact: fact.parties),
    ("events", "bloc", "blocs", lambda fact: (fact.bloc,)),
    ("sources", "institution", "institutions", lambda fact: (fact.institution,)),
    ("sources", "state", "states", lambda fact: (fact.state,)),
)


def unknown_references(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, field and message of every reference to a fact that does not exist."""
    for kind, name, target, ids in _NAMED:
        known = facts[target]
        for key, fact in facts[kind].items():
            for wanted in ids(fact):
                if wanted is not None and wanted not in known:
                    yield kind, key, name, f"there is no {target[:-1]} {wanted!r}{suggestion(wanted, known)}"
