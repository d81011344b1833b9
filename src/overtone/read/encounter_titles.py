"""Office-holders named by a title: with a name the registry lacks, or with no name at all."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from overtone.read.encounter_offices import (
    ALSO,
    BEFORE_TITLE,
    DEMONYM,
    LONG_NAME,
    LONG_TAIL,
    NAME,
    NO_NAME,
    TITLE,
    crowned,
    holder,
    holy_see,
    rank_of_title,
)
from overtone.read.encounter_party import Party, Passage, Place, Scene, adjunct, home_of, places_in
from overtone.read.encounter_superiors import another_office, longer_name, superior

_NOT_A_PERSON = re.compile(
    r"\b(?:House|Senate|Parliament|Delegation|Council|Committee|Commission|Board|Assembly|Government|Union|Bank|Office|"
    r"Meeting|Summit|Secretariat|Kyiv|Kiev|Moscow|Minsk|Brussels|Washington|Berlin|Paris|Kremlin|Congress|National|Security|"
    r"Advis[eo]r|Chairman|Ministers?|President|Group|Party|Academy|Confederation|Federation|Organi[sz]ation)\b"
)
_OF_ITS_BODY = re.compile(  # "the leader of Germany's Christian Democratic Union" is not Germany's
    r"[’']s (?:(?:[A-Z][a-z]+ )*(?:Council|Secretariat|Committee|Commission|Office|Union|Party|Senate)\b|(?=[A-Z]))"
)
_FOR = re.compile(r" ?for (?:[A-Z][\w-]*(?:, | and | |$)){1,6}")


def titled(passage: Passage, scene: Scene) -> tuple[Party, ...]:
    """Office-holders known by their title alone or by a name the registry does not have."""
    titles = list(TITLE.finditer(passage.text))
    if not titles:
        return ()
    places = places_in(passage, scene)
    people = {
        (m.start - passage.start, m.stop - passage.start): m.target for m in passage.mentions if m.kind == "actor"
    }
    people = {
        at: who
        for at, who in people.items()
        if not (longer_name(passage.text, at[0]) or another_office(passage.text, at[0]))
    }
    found = []
    for match in titles:
        if adjunct(passage.text, match.start()) or _former(passage.text, match.start()):
            continue
        if superior(passage.text, match.start()) or another_office(passage.text, match.start()):
            continue
        party = _titled(passage.text, match, places, people, scene)
        if party is not None and not any(party.start < stop and start < party.stop for start, stop in people):
            found.append(party)
    return tuple(found)


def _titled(
    text: str, match: re.Match[str], places: list[Place], people: Mapping[tuple[int, int], str], scene: Scene
) -> Party | None:
    after = _place_after(text, match.end(), places, scene)
    place = after or _place_before(text, match.start(), places)
    body = _OF_ITS_BODY.match(text, after.stop) if after else None
    stop = body.end() if body else after.stop if after else match.end()
    name = _name_at(text, stop if after else _titles_end(text, match.end()), people)
    if place is None and name is not None:
        place = _place_of(text, name[1], places)
        name = (name[0], min(name[1], _of(text, place.start))) if place else name
    if name is None and after is not None:
        name = _name_before(text, match.start())
    home = place.target if place else _home_of_title(text, match, scene)
    if name is not None and place is not None and not after and _of_another(name, home, people, scene):
        name = None
    if name is not None:
        known = any(a < name[1] and name[0] < b for a, b in people)
        return None if known else _by_name(text, match, name, home, None if body else scene)
    actor = holder(scene.registry, home, _whole(text, match), scene.day) if place and not body else None
    if actor is not None:
        rank = rank_of_title(match.group())
        return Party(id=actor, state=home_of(scene, actor), rank=rank, start=match.start(), stop=stop)
    if after is None or body or home == scene.own or rank_of_title(match.group()) < 2:
        return None
    return _unknown(" ".join(text[match.start() : stop].split()), home, match, (match.start(), stop))


def _of_another(name: tuple[int, int], home: str, people: Mapping[tuple[int, int], str], scene: Scene) -> bool:
    """ "After talks with his Belarusian counterpart Vladimir Putin said": the name is not that of the title."""
    actor = next((actor for (start, stop), actor in people.items() if start < name[1] and name[0] < stop), None)
    state = home_of(scene, actor) if actor is not None and actor in scene.registry.actors else ""
    return bool(state and home in scene.registry.states and state != home)


def _by_name(text: str, match: re.Match[str], name: tuple[int, int], home: str, scene: Scene | None) -> Party | None:
    """Whoever is named beside the title: its holder where the name is like his, else by the printed name.

    No `scene` where the title is not of the state itself, and nobody's holder is asked for.
    """
    printed, span = text[name[0] : name[1]].strip(" ,."), (match.start(), name[1])
    actor = holder(scene.registry, home, _whole(text, match), scene.day) if scene and home else None
    if scene and actor is not None and _like(printed, scene.registry.actors[actor].names.en):
        rank = rank_of_title(match.group())
        return Party(id=actor, state=home_of(scene, actor), rank=rank, start=span[0], stop=span[1])
    return _unknown(printed, home, match, span)


def _home_of_title(text: str, match: re.Match[str], scene: Scene) -> str:
    """The state of a title beside which none is named: the Pope's, a people the facts lack, else the publisher's.

    Crowned heads are never the publisher's without its name.
    """
    people = DEMONYM.search(text[max(0, match.start() - 24) : match.start()])
    if people:
        return f"unknown:{people.group(1)}"
    return holy_see(match.group()) or ("" if crowned(match.group()) else scene.own)


def _whole(text: str, match: re.Match[str]) -> str:
    """The title with what it is for: "Secretary of State for Defence" is not the foreign secretary."""
    rest = _FOR.match(text, match.end())
    return match.group() + (rest.group() if rest else "")


def _like(printed: str, names: tuple[str, ...]) -> bool:
    """Whether a printed name may be the holder's: a word of it begins like one of his, marks aside."""
    said, known = ({w[:4] for w in _plain(n).split() if len(w) > 2} for n in (printed, " ".join(names)))
    return not said.isdisjoint(known)


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


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


def _unknown(printed: str, home: str, match: re.Match[str], span: tuple[int, int]) -> Party | None:
    if not printed or _NOT_A_PERSON.search(printed):
        return None
    rank = rank_of_title(match.group())
    return Party(id=f"unknown:{printed}", state=home, rank=rank, start=span[0], stop=span[1])


def _place_after(text: str, at: int, places: list[Place], scene: Scene) -> Place | None:
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
            return Place(place.start, tail.end() if tail else place.stop, place.target)
    return None


def _place_before(text: str, at: int, places: list[Place]) -> Place | None:
    """ "Serbian President": the state that stands right before a title."""
    for place in places:
        if place.stop <= at <= place.stop + 12 and re.fullmatch(r"(?:[’']s)?[ ‑-](?:Federal )?", text[place.stop : at]):
            return place
    return None


def _place_of(text: str, at: int, places: list[Place]) -> Place | None:
    """ "Prime Minister Modi of India": the state behind a name."""
    for place in places:
        if at - 30 <= place.start <= at + 12 and re.search(
            r"\bof (?:the )?(?:[A-Z]\w+ (?:of )?)?$", text[max(0, place.start - 24) : place.start]
        ):
            return place
    return None


def _name_at(text: str, at: int, people: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
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
