"""What a table of each kind of fact may say, field by field, and the fact it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from overtone.records import Names, Source
from overtone.registry import values
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
    Tenure,
    Term,
    Theme,
    Topic,
)

CONTACTS = ("bilateral", "multilateral", "sidelines", "phone", "video")


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a table: how its value is read, and whether it may be left out."""

    name: str
    read: Callable[[Any], Any]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: its fields and how a fact is made of what was read."""

    fields: tuple[Field, ...]
    build: Callable[[str, dict[str, Any]], Any]


def _named(read: dict[str, Any]) -> dict[str, Any]:
    """The three name fields become one `names`."""
    names = Names(en=read.pop("en"), ru=read.pop("ru", ()), be=read.pop("be", ()))
    return {"names": names, **read}


def _term(term: Term, reference: str) -> Term:
    return term if term.reference else replace(term, reference=reference)


def _last_words(names: Names) -> Names:
    """Surnames where none are given: the last word of each name, doubles left out."""
    last = {lang: tuple(dict.fromkeys(name.split()[-1] for name in names.of(lang))) for lang in values.LANGUAGES}
    return Names(**last)


def _actor(key: str, read: dict[str, Any]) -> Actor:
    made = _named(read)
    given: Names = made.pop("surnames", Names(en=()))
    usual = _last_words(made["names"])
    surnames = Names(**{lang: given.of(lang) or usual.of(lang) for lang in values.LANGUAGES})
    tenures = tuple(Tenure(office=o, term=_term(t, made["reference"])) for o, t in made.pop("offices", ()))
    return Actor(id=key, surnames=surnames, tenures=tenures, **made)


def _bloc(key: str, read: dict[str, Any]) -> Bloc:
    made = _named(read)
    members = tuple((state, _term(term, made["reference"])) for state, term in made.pop("members"))
    return Bloc(id=key, members=members, **made)


def _event(key: str, read: dict[str, Any]) -> Event:
    made = _named(read)
    if made["stop"] < made["start"]:
        raise ValueError("stop: the event ends before it starts")
    return Event(id=key, **{"parties": (), "bloc": None, "words": (), **made})


def _topic(key: str, read: dict[str, Any]) -> Topic:
    if read["pressure"] not in (-1, 0, 1):
        raise ValueError(f"pressure: expected -1, 0 or 1, found {read['pressure']}")
    return Topic(id=key, **_named(read))


def _theme(key: str, read: dict[str, Any]) -> Theme:
    return Theme(id=key, **{"pairs": (), "watch": (), "home": "", **_named(read)})


def _claim(_key: str, read: dict[str, Any]) -> Claim:
    return Claim(**{"checks": (), "note": "", **read})


_EN = Field("en", values.texts, needed=True)
_NAMES = (_EN, Field("ru", values.texts), Field("be", values.texts))
_REFERENCE = Field("reference", values.address, needed=True)
_FORMS = Field("forms", values.paths)
_STATE = Field("state", values.text)


def _need(name: str, read: Callable[[Any], Any]) -> Field:
    return Field(name, read, needed=True)


KINDS: Mapping[str, Kind] = {
    "states": Kind(
        (*_NAMES, _need("iso3", values.text), Field("adjectives", values.names), _FORMS, _REFERENCE),
        lambda key, read: State(id=key, **_named(read)),
    ),
    "institutions": Kind((*_NAMES, _STATE, _FORMS, _REFERENCE), lambda key, read: Institution(id=key, **_named(read))),
    "offices": Kind(
        (*_NAMES, Field("institution", values.text), _STATE, _FORMS, _REFERENCE),
        lambda key, read: Office(id=key, **_named(read)),
    ),
    "actors": Kind(
        (
            *_NAMES,
            Field("surnames", values.names),
            Field("offices", values.terms),
            _STATE,
            Field("gender", values.one_of("m", "f")),
            _FORMS,
            _REFERENCE,
        ),
        _actor,
    ),
    "blocs": Kind((*_NAMES, _need("members", values.terms), _FORMS, _REFERENCE), _bloc),
    "themes": Kind(
        (
            *_NAMES,
            Field("pairs", values.couples),
            Field("home", values.text),
            Field("watch", values.texts),
            _need("order", values.whole),
            _REFERENCE,
        ),
        _theme,
    ),
    "topics": Kind(
        (
            *_NAMES,
            _need("about", values.names),
            _need("words", values.names),
            _need("themes", values.texts),
            _need("pressure", values.whole),
            _REFERENCE,
        ),
        _topic,
    ),
    "events": Kind(
        (
            *_NAMES,
            _need("start", values.day),
            _need("stop", values.day),
            _need("place", values.text),
            _need("kind", values.one_of("bilateral", "multilateral", "video", "other")),
            Field("parties", values.texts),
            Field("bloc", values.text),
            Field("words", values.texts),
            _REFERENCE,
        ),
        _event,
    ),
    "places": Kind(
        (*_NAMES, _need("inside", values.names), _STATE, _REFERENCE),
        lambda key, read: Place(id=key, **_named(read)),
    ),
    "rules": Kind(
        (*_NAMES, _need("kinds", values.some_of(*CONTACTS)), _need("merge_days", values.whole), _REFERENCE),
        lambda key, read: CountingRule(id=key, **_named(read)),
    ),
    "sources": Kind(
        (
            *_NAMES,
            _need("kind", values.one_of("official", "outlet", "diary", "roll-call")),
            _need("shape", values.one_of("jsonl", "csv", "roll-call")),
            Field("institution", values.text),
            _STATE,
            Field("lang", values.text),
            Field("clock", values.text),
            Field("trust_offset", values.flag),
            Field("fields", values.paths),
            Field("per_week", values.bounds),
            Field("verbatim", values.flag),
            Field("sampling", values.one_of("complete", "selected")),
            Field("licence", values.text),
            _REFERENCE,
        ),
        lambda key, read: Source(id=key, **_named(read)),
    ),
    "claims": Kind(
        (
            _need("number", values.whole),
            _need("text", values.text),
            Field("checks", values.checks),
            _need("expected", values.one_of("holds", "holds in part", "does not hold", "cannot be tested")),
            Field("note", str),
            _REFERENCE,
        ),
        _claim,
    ),
}
