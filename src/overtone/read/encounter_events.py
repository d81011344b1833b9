"""Contacts known by their event: summits of organisations, and the event under which a source files an item."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from overtone.language import language
from overtone.read.encounter_cues import CANCELLED, PHONE, VIDEO
from overtone.read.encounter_offices import leaders, rank_of
from overtone.read.encounter_party import Party, Passage, Scene
from overtone.read.encounter_rules import Draft, status_of
from overtone.records import Document, Mention
from overtone.registry import Event

_SOON = timedelta(days=60)
_NEAR = timedelta(days=1)
_READOUT = "readout"
_INFORMAL = re.compile(r"\binformal|неформальн|нефармальн", re.IGNORECASE)


def summit_parties(bloc: str, scene: Scene, at: int) -> Iterator[Party]:
    """Who meets at a summit of the organisation: as the registry's event says, else the leaders of all members.

    Nobody where the facts lack a member's leader: a guess at who came would be worse than none.
    """
    day = scene.day
    event = next((e for e in _events(scene, bloc) if e.start - _NEAR <= day <= e.stop + _NEAR and e.parties), None)
    ids = event.parties if event else leaders(scene.registry, bloc, "leaders", day)
    if event is None and len(ids) < len(scene.registry.members(bloc, day)):
        return
    for actor in ids:
        yield Party(id=actor, state=scene.registry.actors[actor].state or actor, rank=3, start=at, stop=at)


def coming(passage: Passage, scene: Scene) -> Event | None:
    """The next event of an organisation that the passage names."""
    blocs = {m.target for m in passage.mentions if m.kind == "bloc"}
    ahead = [e for b in blocs for e in _events(scene, b) if scene.day <= e.start <= scene.day + _SOON]
    return min(ahead, key=lambda e: e.start, default=None)


def gone(passage: Passage, scene: Scene) -> Event | None:
    """The last event of an organisation that the passage names: the informal one where it says so, else any."""
    blocs = {m.target for m in passage.mentions if m.kind == "bloc"}
    past = [e for b in blocs for e in _events(scene, b) if scene.day - _SOON <= e.stop <= scene.day]
    informal = _INFORMAL.search(passage.text) is not None
    alike = [e for e in past if informal == ("informal" in e.names.en[0])]
    return max(alike or past, key=lambda e: e.stop, default=None)


def of_event(event: Event, scene: Scene) -> Iterator[Party]:
    """Who takes part in an event, as the facts say."""
    for actor in event.parties:
        state = scene.registry.actors[actor].state if actor in scene.registry.actors else None
        yield Party(id=actor, state=state or actor, rank=3, start=0, stop=0)


def filed_day(document: Document) -> date | None:
    """The day in the slug of the event an item is filed under, where it lies ahead."""
    day = _day_of_slug(document.event)
    return day if day is not None and day > document.published_on else None


def by_kind(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Draft | None:
    """The contact that an item filed as a readout is about: of the only two leaders it names, one the other's guest."""
    if document.kind != _READOUT:
        return None
    actors = scene.registry.actors
    named = [m for m in mentions if m.kind == "actor" and m.target in actors]
    named = [m for m in named if rank_of(scene.registry.offices_of(m.target, scene.day)) > 1]
    leaders = {m.target: m for m in reversed(named)}
    states = {actors[leader].state for leader in leaders}
    if len(leaders) != 2 or len(states) != 2 or not _visited(document, scene, named):
        return None
    start, stop = _sentence_at(document, max(m.start for m in leaders.values()))
    return Draft(
        kind=_medium("bilateral", document),
        parties=tuple(sorted(leaders)),
        status="held",
        day=scene.day,
        start=start,
        stop=stop,
        rules="filed_as_readout, two_leaders, filed_as_readout",
    )


def _visited(document: Document, scene: Scene, named: Sequence[Mention]) -> bool:
    """Whether a sentence that names one of the leaders puts him in another's country, where the item is set."""
    places = scene.registry.places.values()
    here = {p.state for p in places if document.place in (*p.names.en, *p.names.ru, *p.names.be)}
    stem, homes = document.place[:3], [scene.registry.actors[m.target].state for m in named]
    if len(stem) < 3 or here.isdisjoint(homes):
        return False
    guests = [m for m, home in zip(named, homes, strict=True) if home not in here]
    return any(stem in document.text[slice(*_sentence_at(document, guest.start))] for guest in guests)


def by_event(document: Document, scene: Scene, mentions: Sequence[Mention]) -> Draft | None:
    """The contact the source itself files the item under, where the item names one of its parties.

    The event is one of the registry, or its slug names two people and a day ("putin-lukashenko-sochi-2022-05-23").
    """
    known = scene.registry.events.get(document.event)
    parties, kind, first, last = _of_event(known) if known else _of_slug(document.event, scene)
    names = next((m for m in mentions if m.kind == "actor" and m.target in parties), None)
    if kind == "video" and not VIDEO.search(f"{document.place} {document.text}"):
        return None
    if kind == "other" or len(parties) < 2 or names is None:
        return None
    start, stop = _sentence_at(document, names.start)
    words = document.text[start:stop]
    here = document.happened_on or document.published_on
    status, by = status_of(words, document.kind)
    if status == "held" and here < first:
        status, by = "announced", "before_the_event"
    if CANCELLED.search(words) or not first - (_SOON if status == "announced" else _NEAR) <= here <= last:
        return None
    return Draft(
        kind=_medium(kind, document),
        parties=tuple(sorted(parties)),
        status=status,
        day=max(first, min(here, last)),
        start=start,
        stop=stop,
        rules=f"filed_under_event, event, {by}",
        event=known.id if known else "",
    )


def _events(scene: Scene, bloc: str) -> list[Event]:
    return [e for e in scene.registry.events.values() if e.bloc == bloc]


def _medium(kind: str, document: Document) -> str:
    if PHONE.search(document.place):
        return "phone"
    return "video" if VIDEO.search(document.place) else kind


def _of_event(event: Event) -> tuple[tuple[str, ...], str, date, date]:
    return event.parties, event.kind, event.start, event.stop


def _of_slug(slug: str, scene: Scene) -> tuple[tuple[str, ...], str, date, date]:
    """The parties, kind and day that a slug spells out; no parties where it does not, or where all are of one state."""
    words, day = slug.split("-"), _day_of_slug(slug)
    if day is None:
        return (), "other", scene.day, scene.day
    actors = scene.registry.actors
    surnames = {n.lower(): a.id for a in actors.values() for n in a.surnames.en}
    parties = tuple(dict.fromkeys(surnames[w] for w in words[:-3] if w in surnames))
    parties = tuple(p for p in parties if rank_of(scene.registry.offices_of(p, day)))
    if len({actors[p].state for p in parties}) < 2:
        return (), "other", day, day
    kinds = (("call", "phone"), ("video", "video"), ("sidelines", "sidelines"))
    return parties, next((k for word, k in kinds if word in words), "bilateral"), day, day


def _day_of_slug(slug: str) -> date | None:
    """The day at the end of "putin-lukashenko-sochi-2022-05-23"."""
    try:
        return date(*(int(word) for word in slug.split("-")[-3:]))
    except (TypeError, ValueError):
        return None


def _sentence_at(document: Document, at: int) -> tuple[int, int]:
    spans = language(document.lang).sentences(document.text)
    return next(((a, b) for a, b in spans if a <= at < b), (at, at + 1))
