"""Who takes part in a contact: office-holders by name, by office and state, or as a group of leaders.

Only office-holders count, and a contact needs two states (or a state and an organisation of states). People whom the
registry does not know are kept under their printed name, "unknown:Alberto Fernandez", so that nothing is lost and
precision can be measured.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from overtone.read.encounter_offices import (
    AND_NAME,
    GROUP,
    LONG_TAIL,
    PAIR,
    TITLE,
    WITH_NAME,
    leaders,
    rank_of,
    rank_of_title,
    top,
)
from overtone.read.encounter_party import Party, Passage, Place, Scene, adjunct, home_of, places_in
from overtone.read.encounter_superiors import (
    another_office,
    at_another_time,
    longer_name,
    out_of_office,
    possessor,
    superior,
)
from overtone.read.encounter_titles import titled

_TITLE_NEAR, _TITLE_BEHIND = 60, 24  # characters between a title and its name, before it and behind
_OF_A_BODY = re.compile(r"(?:[’']s)? [A-Z][a-z]+")  # "leaders of the Bulgarian Academy" are not Bulgaria's


def named(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """Office-holders the registry knows by name, in order."""
    found = []
    for mention in passage.mentions:
        if mention.kind != "actor":
            continue
        start, stop = mention.start - passage.start, mention.stop - passage.start
        if mention.target not in scene.registry.actors or adjunct(passage.text, start):
            continue
        offices = scene.registry.offices_of(mention.target, scene.day)
        rank = rank_of(offices)
        if rank and not _aside(passage, (start, stop), rank, scene):
            if out_of_office(passage.text, start, stop, offices, bool(scene.registry.actors[mention.target].tenures)):
                continue
            home = home_of(scene, mention.target, offices)
            found.append(Party(id=mention.target, state=home, rank=rank, start=start, stop=stop))
    return tuple(found)


def _aside(passage: Passage, span: tuple[int, int], rank: int, scene: Scene) -> bool:
    """Whether the words beside a name make it another's: his adviser's, his father's, his war's."""
    text, (start, stop) = passage.text, span
    if scene.own and passage.role != "headline" and at_another_time(text, start):
        return True
    if possessor(text, stop, page=bool(scene.own)) or longer_name(text, start):
        return True
    return (rank > 1 and superior(text, start)) or (
        TITLE.match(text, start) is not None and another_office(text, start)
    )


def grouped(passage: Passage, scene: Scene, *, blocs: bool = True) -> tuple[Party, ...]:
    """Leaders named as a group: "the presidents of Russia and Belarus", and with `blocs` "CSTO leaders"."""
    groups = list(GROUP.finditer(passage.text))
    if not groups:
        return ()
    places = places_in(passage, scene)
    found: list[Party] = []
    for match in groups:
        if adjunct(passage.text, match.start()) or superior(passage.text, match.start()):
            continue
        states = _listed(passage.text, match, places)
        for state, at in states:
            if not blocs and state in scene.registry.blocs:
                continue
            for actor in leaders(scene.registry, state, match.group(), scene.day):
                found.append(Party(id=actor, state=home_of(scene, actor), rank=3, start=at, stop=at))
    return tuple(found)


def all_named(passage: Passage, scene: Scene, *, blocs: bool = True) -> tuple[Party, ...]:
    """Everybody a passage names, by name, title or group."""
    return (*named(passage, scene), *titled(passage, scene), *grouped(passage, scene, blocs=blocs))


def untitled(headline: Passage, lead: Passage, scene: Scene) -> tuple[Party, ...]:
    """Guests whose office only the lead tells: "Telephone conversation with Angela Merkel"."""
    match = WITH_NAME.search(headline.text)
    if match is None or TITLE.search(match.group(1)) or places_in(headline, scene):
        return ()
    if any(m.kind == "actor" and m.start - headline.start >= match.start(1) for m in headline.mentions):
        return ()
    printed = match.group(1).strip(" ,.")
    at = lead.text.find(printed.split()[-1])
    near = [t for t in TITLE.finditer(lead.text) if _beside(lead.text, t, at, len(printed.split()[-1]))]
    homes = [p.target for p in places_in(lead, scene) if p.target != scene.own and abs(p.start - at) < 120]
    if at < 0 or not near or not homes:
        return ()
    return (Party(id=f"unknown:{printed}", state=homes[0], rank=3, start=match.start(1), stop=match.end(1)),)


def _beside(text: str, title: re.Match[str], at: int, length: int) -> bool:
    """Whether a high title is that of the name at a place: right before it, or right behind it after a comma.

    "President X, joined by Vice President Y, spoke with Z, the wife of …" gives Z none.
    """
    before, behind = text[title.end() : at], text[at + length : title.start()]
    if rank_of_title(title.group()) < 2:
        return False
    if 0 <= at - title.end() <= _TITLE_NEAR and title.end() <= at:
        return not re.search(r"[,;.] |\b(?:with|to|spoke|met|called|received|and)\b", before)
    return 0 <= title.start() - at - length <= _TITLE_BEHIND and behind.startswith(",")


def apart(parties: Sequence[Party], own: str) -> tuple[tuple[Party, ...], ...]:
    """Separate contacts: the publisher's side (or the first named) with each of the others."""
    host = [p for p in parties if own and p.state == own] or list(parties[:1])
    guests = [p for p in parties if p.state != host[0].state]
    return tuple((*host, guest) for guest in guests)


def assemble(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Each person once; where a state's head takes part, those who come along are left out."""
    once = {p.id: p for p in reversed(parties)}
    top: dict[str, int] = {}
    for party in once.values():
        top[party.state] = max(top.get(party.state, 0), party.rank)
    kept = [p for p in once.values() if not p.state or p.rank == top[p.state]]
    return tuple(sorted(kept, key=lambda p: p.start))


def states_of(parties: Sequence[Party]) -> frozenset[str]:
    """The states and organisations the parties stand for."""
    return frozenset(p.state for p in parties if p.state)


def pair_of_states(headline: Passage, below: Sequence[Passage], scene: Scene) -> tuple[Party, ...]:
    """The leaders of two states whose talks a headline names by adjectives alone: "Russian-French talks".

    One the registry lacks is looked for below, in lead and first lines; else he is "unknown:leader of fr".
    """
    places = places_in(headline, scene)
    pair = [(a, b) for a, b in pairwise(places) if 0 <= b.start - a.stop <= 3 and PAIR.match(headline.text, b.stop + 1)]
    homes = [h for a, b in pair for h in (a.target, b.target) if h != scene.own]
    if not scene.leader or len(homes) != 1:
        return ()
    actor = top(scene.registry, homes[0], scene.day)
    if actor is None:
        beside = [AND_NAME.search(p.text) for p in below]
        names = [m.group(1).strip(" ,.") for m in beside if m]
        names += [
            p.id[8:] for b in below for p in titled(b, scene) if p.state == homes[0] and p.id.startswith("unknown:")
        ]
        actor = f"unknown:{names[0] if names else f'leader of {homes[0]}'}"
    own = Party(id=scene.leader, state=scene.own, rank=3, start=-1, stop=-1)
    return (own, Party(id=actor, state=homes[0], rank=3, start=0, stop=0))


def _listed(text: str, match: re.Match[str], places: list[Place]) -> list[tuple[str, int]]:
    """The states that belong to a plural title: those listed right after it, or standing right before it."""
    found, at = [], match.end()
    for place in places:
        if place.start < match.end():
            continue
        gap = text[at : place.start]
        if not re.fullmatch(
            r"[\s,]*(?:(?:of|and|и|і|й|ды|the|member|states?|countries|all|other|стран|краін|дзяржаў|государств|"
            r"Republic of)[\s,]*)*",
            gap,
        ):
            break
        tail = LONG_TAIL.match(text, place.stop)
        if tail is None and _OF_A_BODY.match(text, place.stop):
            break
        found.append((place.target, place.start))
        at = tail.end() if tail else place.stop
    if found:
        return found
    at = match.start()
    for place in reversed(places):
        if place.stop > match.start():
            continue
        if not re.fullmatch(
            r"[\s,]*(?:(?:and|и|і|й|ды|member|state|states|countries|Heads?|of)[\s,]*)*", text[place.stop : at]
        ):
            break
        found.append((place.target, place.start))
        at = place.start
    return found
