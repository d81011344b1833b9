"""Who takes part in a contact: office-holders by name, by office and state, or as a group of leaders.

Only office-holders count, and a contact needs two states (or a state and an organisation of states). People whom the
registry does not know are kept under their printed name, "unknown:Alberto Fernandez", so that nothing is lost and
precision can be measured.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from overtone.read.encounter_offices import (
    ADJUNCT,
    ALSO,
    AND_NAME,
    BEFORE_TITLE,
    DEMONYM,
    GROUP,
    LONG_NAME,
    LONG_TAIL,
    NAME,
    NO_NAME,
    PAIR,
    TITLE,
    WITH_NAME,
    crowned,
    holder,
    holy_see,
    leaders,
    rank_of,
    rank_of_title,
    top,
)
from overtone.records import Mention
from overtone.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody a passage names as taking part."""

    id: str
    state: str  # registry id of the state, or of the organisation for its head; "" for nobody's
    rank: int  # 3 head of state, 2 of government or an organisation, 1 minister and the like
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the document: its text, where it starts, and the names in it (offsets of the document)."""

    text: str
    start: int
    role: str  # headline | lead | line
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the page tells of itself: whose it is, of which day, and what the house knows of the world."""

    registry: Registry
    day: date
    own: str  # state of the publishing institution, "" where there is none
    leader: str  # actor id of its leader on that day, "" where there is none


@dataclass(frozen=True, slots=True)
class _Place:
    """A state or organisation that stands beside a title: where it is and what it is."""

    start: int
    stop: int
    target: str


def named(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """Office-holders the registry knows by name, in order."""
    found = []
    for mention in passage.mentions:
        if mention.kind != "actor":
            continue
        actor = scene.registry.actors.get(mention.target)
        start, stop = mention.start - passage.start, mention.stop - passage.start
        if actor is None or _adjunct(passage.text, start):
            continue
        rank = rank_of(scene.registry, actor, scene.day)
        if rank:
            found.append(Party(id=actor.id, state=_home(scene, actor.id), rank=rank, start=start, stop=stop))
    return tuple(found)


def titled(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """Office-holders known by their title alone or by a name the registry does not have."""
    places = _places(passage, scene)
    people = [(m.start - passage.start, m.stop - passage.start) for m in passage.mentions if m.kind == "actor"]
    found = []
    for match in TITLE.finditer(passage.text):
        if _adjunct(passage.text, match.start()) or _former(passage.text, match.start()):
            continue
        party = _titled(passage.text, match, places, people, scene)
        if party is not None and not any(party.start < stop and start < party.stop for start, stop in people):
            found.append(party)
    return tuple(found)


def grouped(passage: Passage, scene: Scene, *, blocs: bool = True) -> tuple[Party, ...]:
    """Leaders named as a group: "the presidents of Russia and Belarus", and with `blocs` "CSTO leaders"."""
    places = _places(passage, scene)
    found: list[Party] = []
    for match in GROUP.finditer(passage.text):
        states = _listed(passage.text, match, places)
        for state, at in states:
            if not blocs and state in scene.registry.blocs:
                continue
            for actor in leaders(scene.registry, state, match.group(), scene.day):
                found.append(Party(id=actor, state=_home(scene, actor), rank=3, start=at, stop=at))
    return tuple(found)


def all_named(passage: Passage, scene: Scene, *, blocs: bool = True) -> tuple[Party, ...]:
    """Everybody a passage names, by name, title or group."""
    return (*named(passage, scene), *titled(passage, scene), *grouped(passage, scene, blocs=blocs))


def untitled(headline: Passage, lead: Passage, scene: Scene) -> tuple[Party, ...]:
    """Guests whose office only the lead tells: "Telephone conversation with Angela Merkel"."""
    match = WITH_NAME.search(headline.text)
    if match is None or TITLE.search(match.group(1)) or _places(headline, scene):
        return ()
    if any(m.kind == "actor" and m.start - headline.start >= match.start(1) for m in headline.mentions):
        return ()
    printed = match.group(1).strip(" ,.")
    at = lead.text.find(printed.split()[-1])
    near = [t for t in TITLE.finditer(lead.text) if abs(t.start() - at) < 100 and rank_of_title(t.group()) > 1]
    homes = [p.target for p in _places(lead, scene) if p.target != scene.own and abs(p.start - at) < 120]
    if at < 0 or not near or not homes:
        return ()
    return (Party(id=f"unknown:{printed}", state=homes[0], rank=3, start=match.start(1), stop=match.end(1)),)


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


def _home(scene: Scene, actor: str) -> str:
    card = scene.registry.actors[actor]
    office = scene.registry.main_office(actor, scene.day)
    if office is not None and office.state is None and office.institution is not None:
        return office.institution
    return card.state or (office.state if office and office.state else "")


def _adjunct(text: str, start: int) -> bool:
    """Whether the person is named only as somebody else's superior, or as what is talked about."""
    before = text[max(0, start - 60) : start]
    if before.endswith(("with ", "and ", ", ", "”", "«")):
        return False
    return bool(before) and ADJUNCT.search(before) is not None


def _places(passage: Passage, scene: Scene) -> list[_Place]:
    kinds = ("state", "bloc", "institution")
    found = [
        _Place(m.start - passage.start, m.stop - passage.start, m.target) for m in passage.mentions if m.kind in kinds
    ]
    kept: list[_Place] = []
    for place in sorted(found, key=lambda p: (p.start, -p.stop)):
        if not kept or place.start >= kept[-1].stop:
            kept.append(place)
    return kept


def _titled(
    text: str, match: re.Match[str], places: list[_Place], people: list[tuple[int, int]], scene: Scene
) -> Party | None:
    after = _place_after(text, match.end(), places, scene)
    place = after or _place_before(text, match.start(), places)
    name = _name_at(text, after.stop if after else _titles_end(text, match.end()), people)
    if place is None and name is not None:
        place = _place_of(text, name[1], places)
        name = (name[0], min(name[1], _of(text, place.start))) if place else name
    if name is None and after is not None:
        name = _name_before(text, match.start())
    home = place.target if place else _home_of_title(text, match, scene)
    stop = after.stop if after else match.end()
    if name is not None:
        known = any(a < name[1] and name[0] < b for a, b in people)
        return None if known else _unknown(text[name[0] : name[1]].strip(" ,."), home, match, (match.start(), name[1]))
    actor = holder(scene.registry, home, match.group(), scene.day) if place else None
    if actor is not None:
        rank = rank_of_title(match.group())
        return Party(id=actor, state=_home(scene, actor), rank=rank, start=match.start(), stop=stop)
    if after is None or home == scene.own:
        return None
    return _unknown(" ".join(text[match.start() : stop].split()), home, match, (match.start(), stop))


def _home_of_title(text: str, match: re.Match[str], scene: Scene) -> str:
    """The state of a title beside which none is named: the Pope's, a people the facts lack, else the publisher's.

    Crowned heads are never the publisher's without its name.
    """
    people = DEMONYM.search(text[max(0, match.start() - 24) : match.start()])
    if people:
        return f"unknown:{people.group(1)}"
    return holy_see(match.group()) or ("" if crowned(match.group()) else scene.own)


def _titles_end(text: str, at: int) -> int:
    """Where a chain of titles ends: "Prime Minister and Interior Minister"."""
    link = ALSO.match(text, at)
    second = TITLE.match(text, link.end()) if link else None
    return second.end() if second else at


def _former(text: str, at: int) -> bool:
    return BEFORE_TITLE.search(text[max(0, at - 40) : at]) is not None


def _of(text: str, at: int) -> int:
    """Where " of " before a state starts."""
    found = text.rfind(" of ", 0, at)
    return found if found >= 0 else at


def pair_of_states(headline: Passage, below: Sequence[Passage], scene: Scene) -> tuple[Party, ...]:
    """The leaders of two states whose talks a headline names by adjectives alone: "Russian-French talks".

    One the registry lacks is looked for below, in lead and first lines; else he is "unknown:leader of fr".
    """
    places = _places(headline, scene)
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


def _unknown(printed: str, home: str, match: re.Match[str], span: tuple[int, int]) -> Party | None:
    if not printed:
        return None
    rank = rank_of_title(match.group())
    return Party(id=f"unknown:{printed}", state=home, rank=rank, start=span[0], stop=span[1])


def _place_after(text: str, at: int, places: list[_Place], scene: Scene) -> _Place | None:
    """ "President of the French Republic": the state that follows a title, long names included.

    An adjective stands only before a noun of state: "of the Board German Gref" is not of Germany.
    """
    lead = LONG_NAME.match(text, at)
    limit = lead.end() if lead else at + 1
    for place in places:
        if at < place.start <= limit:
            tail = LONG_TAIL.match(text, place.stop)
            state = scene.registry.states.get(place.target)
            if tail is None and state is not None and text[place.start : place.stop] in state.adjectives.en:
                continue
            return _Place(place.start, tail.end() if tail else place.stop, place.target)
    return None


def _place_before(text: str, at: int, places: list[_Place]) -> _Place | None:
    """ "Serbian President": the state that stands right before a title."""
    for place in places:
        if place.stop <= at <= place.stop + 12 and re.fullmatch(r"(?:[’']s)?[ ‑-](?:Federal )?", text[place.stop : at]):
            return place
    return None


def _place_of(text: str, at: int, places: list[_Place]) -> _Place | None:
    """ "Prime Minister Modi of India": the state behind a name."""
    for place in places:
        if at - 30 <= place.start <= at + 12 and re.search(
            r"\bof (?:the )?(?:[A-Z]\w+ (?:of )?)?$", text[max(0, place.start - 24) : place.start]
        ):
            return place
    return None


def _name_at(text: str, at: int, people: list[tuple[int, int]]) -> tuple[int, int] | None:
    for start, stop in people:
        if at <= start <= at + 3:
            return start, stop
    match = NAME.match(text, at)
    if match is None or NO_NAME.match(match.group(1)):
        return None
    return match.start(1), match.end(1)


def _name_before(text: str, at: int) -> tuple[int, int] | None:
    """ "Jaswant Singh, India's Minister": a name in front of its title."""
    match = re.search(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}), (?:the )?$", text[max(0, at - 60) : at])
    if match is None:
        return None
    shift = max(0, at - 60)
    return shift + match.start(1), shift + match.end(1)


def _listed(text: str, match: re.Match[str], places: list[_Place]) -> list[tuple[str, int]]:
    """The states that belong to a plural title: those listed right after it, or standing right before it."""
    found, at = [], match.end()
    for place in places:
        if place.start < match.end():
            continue
        gap = text[at : place.start]
        if not re.fullmatch(
            r"[\s,]*(?:(?:of|and|и|і|й|ды|the|member|states?|countries|all|other|стран|краін|дзяржаў|государств|Republic of)[\s,]*)*",
            gap,
        ):
            break
        found.append((place.target, place.start))
        tail = LONG_TAIL.match(text, place.stop)
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
