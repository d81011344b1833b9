"""Titles without a name: whose they are, and who holds them that day; «президент», "the Belarusian leader"."""

import re
from collections.abc import Sequence

from overtone.read.resolution.bodies import body_in_words, chief_of, chief_of_bloc, owner_of
from overtone.read.resolution.history import History
from overtone.read.resolution.offices import STATE_TITLES, bodies_of, holders, holds
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.scene import within
from overtone.read.resolution.subjects import WORD

FIRST = frozenset({"president", "head-of-state", "monarch"})  # on an official page these are those of its state
UNDER = frozenset({"spokesman", "aide"})
INDEFINITE = frozenset({"a", "an", "another", "one", "any", "some", "один", "одна", "адзін", "адна"})
UNDERLINGS = ("замест", "намесн", "намесьн", "бывш", "былог")
LOOKED_AT = 3  # words before a title
REACH = 48  # letters
OF_OTHERS = re.compile(r"\s+of\s+(?:the\s+)?\w")


def title_holders(phrase: Phrase, history: History) -> tuple[str, ...]:
    """Who may be meant by the title in a source: one actor where it is certain, none or several where it is not."""
    title = phrase.title
    if title is None:
        return ()
    kinds = phrase.scene.wording.title_kinds[title[0]]
    if is_lesser(phrase, title.start()) or phrase.before(title.start()) in INDEFINITE:
        return ()
    for rule in (_of_body, _of_person, _of_state, _of_bloc):
        found = rule(phrase, title, kinds, history)
        if found is not None:
            return found
    return () if _told_closer(phrase, title) else bare(phrase, kinds, history)


def is_lesser(phrase: Phrase, place: int) -> bool:
    """Whether the word before a title makes it another's: deputy, former, vice."""
    text = phrase.scene.text
    if text[place - 1 : place] == "-":
        return True
    words = WORD.findall(text[max(phrase.start, place - REACH) : place])[-LOOKED_AT:] or [phrase.before(place)]
    return any(w in phrase.scene.wording.referring.lesser or w.startswith(UNDERLINGS) for w in words)


def _of_body(phrase: Phrase, title: re.Match[str], kinds: Sequence[str], history: History) -> tuple[str, ...] | None:
    """ "Kremlin spokesman", «глава МИД Беларуси», "head of the ministry"."""
    scene, (start, stop) = phrase.scene, title.span()
    for body in within(scene.bodies, max(phrase.sentence[0], start - 60), min(phrase.sentence[1], stop + 60)):
        if phrase.touches(body.start, body.stop, start, stop):
            return chief_of(phrase, body.target, kinds)
    low, high = max(phrase.sentence[0], min(phrase.start, start - 40)), min(phrase.sentence[1], stop + 60)
    for words in scene.wording.bodies.finditer(scene.text, low, high):
        inside = start <= words.start() and words.end() <= stop
        if not inside and phrase.touches(words.start(), words.end(), start, stop):
            part = Phrase(scene, min(words.start(), start), max(words.end(), stop), phrase.sentence, phrase.aside)
            part.start, part.stop = words.span()
            bodies = body_in_words(part, history)
            return chief_of(phrase, bodies[0], kinds) if len(bodies) == 1 else ()
    return None


def _of_person(phrase: Phrase, title: re.Match[str], kinds: Sequence[str], history: History) -> tuple[str, ...] | None:
    """ "his prime minister", «пресс-секретарь Лукашенко»: of the owner's state, if the owner is its head."""
    owner = owner_of(phrase, title.start(), title.end(), history)
    if not owner:
        return None
    scene = phrase.scene
    state = scene.state_of(owner)
    if not state or not holds(scene.registry, owner, "leader", scene.day):
        return ()
    if UNDER.isdisjoint(kinds):
        return _first(phrase, state, [kind for kind in kinds if kind in STATE_TITLES and kind not in FIRST])
    bodies = bodies_of(scene.registry, "press-service", state)
    return chief_of(phrase, bodies[0], kinds) if len(bodies) == 1 else ()


def _of_state(phrase: Phrase, title: re.Match[str], kinds: Sequence[str], history: History) -> tuple[str, ...] | None:
    """ "the Polish president", "Ukraine's foreign minister", «глава Беларуси»."""
    state = phrase.state_beside(*title.span())
    if not state:
        return None
    found = _first(phrase, state, kinds)
    if found:
        return found
    # "the Belarusian minister": the last of that state who may be so called
    return _last_called(phrase, kinds, history, state)


def _of_bloc(phrase: Phrase, title: re.Match[str], kinds: Sequence[str], history: History) -> tuple[str, ...] | None:
    scene, (start, stop) = phrase.scene, title.span()
    for place in within(scene.places, max(phrase.sentence[0], start - 60), min(phrase.sentence[1], stop + 60)):
        if place.kind == "bloc" and phrase.touches(place.start, place.stop, start, stop):
            return chief_of_bloc(phrase, place.target, kinds)
    return None


def _first(phrase: Phrase, state: str, kinds: Sequence[str]) -> tuple[str, ...]:
    for kind in kinds:
        found = holders(phrase.scene.registry, state, kind, phrase.scene.day)
        if found:
            return found
    return ()


def _told_closer(phrase: Phrase, title: re.Match[str]) -> bool:
    """Whether words beside a title say whose it is, and the desk knows nobody so called: "the Ruritanian President"."""
    scene, (start, stop) = phrase.scene, title.span()
    if phrase.strange_name:
        return True
    before = phrase.before(start)
    inside = phrase.start <= start - len(before) - 1
    plain = (scene.reporting.articles, scene.reporting.adverbs, scene.reporting.clauses, scene.reporting.before_others)
    if inside and before and not any(before in words for words in plain):
        return True
    after = scene.text[stop : stop + 40]
    if scene.wording.referring.owners:
        return OF_OTHERS.match(after) is not None
    follows = scene.folded[stop + 1 : stop + 2]
    return after.startswith(" ") and (follows.isupper() or (stop + 1 < phrase.stop and follows.isalpha()))


def bare(phrase: Phrase, kinds: Sequence[str], history: History) -> tuple[str, ...]:
    """A title by itself: on an official page that of its state, else whoever last spoke or acted and is so called."""
    scene = phrase.scene
    if scene.home and not FIRST.isdisjoint(kinds):
        return _first(phrase, scene.home, kinds)
    found = _last_called(phrase, kinds, history)
    if found:
        return found
    if scene.home:
        return _first(phrase, scene.home, [kind for kind in kinds if kind in STATE_TITLES])
    return ()


def _last_called(phrase: Phrase, kinds: Sequence[str], history: History, state: str = "") -> tuple[str, ...]:
    """The last speaker who may be so called, else the last who acted, else the only one the document names."""
    scene = phrase.scene

    def fits(actor: str) -> bool:
        if state and scene.state_of(actor) != state:
            return False
        return any(holds(scene.registry, actor, kind, scene.day) for kind in kinds)

    for said in (True, False):
        for voice in history.back(said=said):
            if voice.target and voice.kind == "person" and fits(voice.target):
                return (voice.target,)
    named = {m.target for m in scene.people if fits(m.target)}
    return tuple(named) if len(named) == 1 else ()
