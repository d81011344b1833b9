"""References: every id that a fact names exists, or the field and the nearest id are told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from overtone.records import Names, Source
from overtone.registry.facts import Actor, Bloc, Event, Institution, Office, State, Tenure, Term, Theme, Topic
from overtone.registry.references import unknown_references
from overtone.registry.tables import KINDS

NAMES, HERE = Names(en=("A",)), "https://example.org"
EVER = Term(since=None, until=None, reference=HERE)
DAY = date(2022, 5, 16)
FACTS: dict[str, dict[str, Any]] = {
    "states": {"by": State(id="by", iso3="BLR", names=NAMES, reference=HERE)},
    "institutions": {"by-mfa": Institution(id="by-mfa", names=NAMES, reference=HERE, state="by")},
    "offices": {"by-fm": Office(id="by-fm", names=NAMES, reference=HERE, institution="by-mfa", state="by")},
    "actors": {
        "makei": Actor(
            id="makei",
            names=NAMES,
            surnames=NAMES,
            tenures=(Tenure(office="by-fm", term=EVER),),
            reference=HERE,
            state="by",
        )
    },
    "blocs": {"csto": Bloc(id="csto", names=NAMES, members=(("by", EVER),), reference=HERE)},
    "themes": {
        "security": Theme(
            id="security", names=NAMES, pairs=(("by", "by"),), watch=(), home="by", order=1, reference=HERE
        )
    },
    "topics": {
        "nato": Topic(
            id="nato", names=NAMES, about=NAMES, words=NAMES, themes=("security",), pressure=0, reference=HERE
        )
    },
    "events": {
        "summit": Event(
            id="summit",
            names=NAMES,
            start=DAY,
            stop=DAY,
            place="Moscow",
            kind="multilateral",
            parties=("makei",),
            bloc="csto",
            words=(),
            reference=HERE,
        )
    },
    "sources": {
        "mfa": Source(
            id="mfa", names=NAMES, kind="official", shape="csv", reference=HERE, institution="by-mfa", state="by"
        )
    },
}
WRONG: dict[tuple[str, str, str], dict[str, object]] = {
    ("institutions", "state", "state 'bx'"): {"state": "bx"},
    ("offices", "institution", "institution 'by-mfx' (did you mean 'by-mfa'?)"): {"institution": "by-mfx"},
    ("offices", "state", "state 'bx'"): {"state": "bx"},
    ("actors", "state", "state 'bx'"): {"state": "bx"},
    ("actors", "offices", "office 'by-pm' (did you mean 'by-fm'?)"): {"tenures": (Tenure(office="by-pm", term=EVER),)},
    ("blocs", "members", "state 'bx'"): {"members": (("by", EVER), ("bx", EVER))},
    ("themes", "pairs", "state 'bx'"): {"pairs": (("by", "bx"),)},
    ("topics", "themes", "theme 'econony'"): {"themes": ("econony",)},
    ("events", "parties", "actor 'makej' (did you mean 'makei'?)"): {"parties": ("makej",)},
    ("events", "bloc", "bloc 'cstx' (did you mean 'csto'?)"): {"bloc": "cstx"},
    ("sources", "institution", "institution 'kgb'"): {"institution": "kgb"},
    ("sources", "state", "state 'bx'"): {"state": "bx"},
}
SILENT: list[tuple[str, dict[str, object]]] = [
    ("institutions", {"state": None}),
    ("offices", {"institution": None, "state": None}),
    ("actors", {"tenures": (), "state": None}),
    ("events", {"parties": (), "bloc": None}),
    ("topics", {"themes": ()}),
]


def changed(kind: str, changes: dict[str, object]) -> tuple[str, dict[str, dict[str, Any]]]:
    ((key, fact),) = FACTS[kind].items()
    return key, {**FACTS, kind: {key: replace(fact, **changes)}}


def test_facts_that_name_only_each_other_are_told_nothing() -> None:
    assert list(unknown_references(FACTS)) == []
    assert FACTS.keys() <= KINDS.keys()


@pytest.mark.parametrize(("kind", "field", "message"), WRONG)
def test_an_id_that_does_not_exist_is_told_with_its_fact_and_field(kind: str, field: str, message: str) -> None:
    key, facts = changed(kind, WRONG[kind, field, message])
    ((found_kind, found_key, found_field, words),) = unknown_references(facts)
    assert (found_kind, found_key, found_field) == (kind, key, field)
    assert words.startswith(f"there is no {message}")


@pytest.mark.parametrize(("kind", "changes"), SILENT)
def test_what_names_nothing_is_no_mistake(kind: str, changes: dict[str, object]) -> None:
    assert list(unknown_references(changed(kind, changes)[1])) == []
