"""Institutions without their full name: "the ministry", «в ведомстве», "the readout", "Minsk"."""

from collections.abc import Sequence

from overtone.read.resolution.history import History, Voice
from overtone.read.resolution.offices import bodies_of, holds, in_charge, kinds
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.scene import within
from overtone.records import Mention


def named_body(phrase: Phrase) -> Mention | None:
    """The institution the source names by itself: "the Kremlin", «в МИД России»; none for its officials."""
    for low, high in phrase.chunks:
        found = within(phrase.scene.bodies, low, high)
        if found:
            return found[0]
    return None


def body_in_words(phrase: Phrase, history: History) -> tuple[str, ...]:
    """The institutions that may be meant by "the defence ministry in Minsk", «ведомство»; one where it is certain."""
    scene = phrase.scene
    found = scene.wording.bodies.search(scene.text, phrase.start, phrase.stop)
    if found is None:
        return ()
    kind = scene.wording.body_kinds[found[0]]
    state = phrase.state_beside(*found.span()) or owner_state(phrase, found.start(), found.end(), history)
    candidates = bodies_of(scene.registry, kind, state)
    if state and len(candidates) == 1:
        return candidates
    recent = _recent(phrase, candidates, history)
    if recent:
        return (recent,)
    return candidates if state else _told_by_the_page(phrase, kind, candidates, history)


def _told_by_the_page(phrase: Phrase, kind: str, candidates: tuple[str, ...], history: History) -> tuple[str, ...]:
    """No state is told: the only one the page names, the page's own, that of the last leader or speaker."""
    scene = phrase.scene
    named = {m.target for m in scene.bodies if m.target in candidates}
    if len(named) == 1:
        return tuple(named)
    if scene.publisher in candidates:
        return (scene.publisher,)
    led = _of_last_leader(phrase, history) if kind == "press-service" and not scene.home else ""
    last = next((scene.state_of(v.target) for v in history.back() if v.kind == "person" and v.target), "")
    for home in (led, scene.home, last):
        found = bodies_of(scene.registry, kind, home) if home else ()
        if len(found) == 1:
            return found
    return candidates


def _recent(phrase: Phrase, candidates: Sequence[str], history: History) -> str:
    """The institution among the candidates that spoke or acted last, or in which the last speaker serves."""
    for voice in history.back():
        serves = phrase.scene.institution_of(voice.target) if voice.kind == "person" else voice.target
        if serves and serves in candidates:
            return serves
    return ""


def _of_last_leader(phrase: Phrase, history: History) -> str:
    """The state of the last person who spoke or acted and leads one: whose "press service" that is."""
    scene = phrase.scene
    leading = (v for v in history.back() if v.target and holds(scene.registry, v.target, "leader", scene.day))
    return next((scene.state_of(voice.target) for voice in leading), "")


def owner_state(phrase: Phrase, start: int, stop: int, history: History) -> str:
    """The state of the person whose office or house it is: "Putin's spokesman", «его пресс-служба»."""
    owner = owner_of(phrase, start, stop, history)
    return phrase.scene.state_of(owner) if owner else ""


def owner_of(phrase: Phrase, start: int, stop: int, history: History) -> str:
    """The actor who owns what stands at a place: in the possessive before it, or behind it in the genitive."""
    scene = phrase.scene
    for person in within(scene.people, max(phrase.sentence[0], start - 60), min(phrase.sentence[1], stop + 60)):
        if phrase.touches(person.start, person.stop, start, stop):
            return person.target
    before = phrase.before(start)
    if scene.wording.pronoun(before) in ("m", "f"):
        gender = scene.wording.pronoun(before)
        near = [m for m in within(scene.people, phrase.sentence[0], start) if scene.gender(m.target) == gender]
        if near:
            return near[0].target
        return next((v.target for v in history.back() if v.kind == "person" and v.gender in (gender, "")), "")
    return ""


def paper_issuer(phrase: Phrase, history: History) -> tuple[str, ...]:
    """Who issued "the readout", «заявление»: the owner it names, else the body that spoke last, else the publisher."""
    scene = phrase.scene
    owners = [m.target for m in within(scene.people, phrase.start, phrase.stop)]
    if owners:
        heads = [o for o in owners if holds(scene.registry, o, "head-of-state", scene.day)]
        return bodies_of(scene.registry, "press-service", scene.state_of(heads[0])) if heads else ()
    states = [m.target for m in within(scene.places, phrase.start, phrase.stop) if m.kind == "state"]
    if states:
        return bodies_of(scene.registry, "press-service", states[0])
    last = history.last(said=True)
    if last is not None:
        return (last.target,) if last.kind == "body" and last.target else ()
    return (scene.publisher,) if scene.publisher else ()


def government_of(phrase: Phrase, history: History) -> tuple[str, ...]:
    """Who speaks for a town or a state: the body of that state that spoke last; nobody where none did."""
    scene = phrase.scene
    town = scene.towns.search(scene.text, phrase.start, phrase.stop)
    place = next((m for m in within(scene.places, phrase.start, phrase.stop) if m.kind == "state"), None)
    state = scene.capitals[town[0]] if town else place.target if place else ""
    bodies: list[Voice] = [v for v in history.back() if v.kind == "body" and scene.state_of(v.target) == state]
    return (bodies[0].target,) if state and bodies else ()


def chief_of(phrase: Phrase, body: str, title_kinds: Sequence[str]) -> tuple[str, ...]:
    """Who holds the office with this title in an institution: «глава МИД», "Kremlin spokesman"."""
    scene = phrase.scene
    for kind in title_kinds:
        found = in_charge(scene.registry, body, kind, scene.day)
        if found:
            return found
    return ()


def chief_of_bloc(phrase: Phrase, bloc: str, title_kinds: Sequence[str]) -> tuple[str, ...]:
    """Who leads an organisation of states: "the NATO chief", «генсек ОДКБ»."""
    scene, known = phrase.scene, kinds(phrase.scene.registry).callings
    names = {name.lower() for name in scene.registry.blocs[bloc].names.en}
    sought = {"secretary-general", "head", "chair"} & set(title_kinds)
    if not sought:
        return ()
    for office in scene.registry.offices.values():
        words = " ".join(office.names.en).lower()
        if office.state is None and "secretary-general" in known[office.id] and any(name in words for name in names):
            return tuple(actor.id for actor in scene.registry.holders(office.id, scene.day))
    return ()
