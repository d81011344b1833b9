"""Short speaker labels resolved within their document: "Putin:", "President of Armenia:", "He:".

A label is given to the one speaker it can mean: by surname to who is named so in full on the page, by title to who
bears it on the page or holds that office that day, by pronoun to who spoke before in turn. In doubt to nobody. Not for
finding labels: `read/labels_finding.py` does.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from overtone.read.labels import name_key
from overtone.read.labels_finding import find_labels
from overtone.read.labels_scene import Label
from overtone.read.names import read_names
from overtone.read.resolution.history import History
from overtone.read.resolution.offices import holders, holds
from overtone.read.resolution.phrase import Phrase
from overtone.read.resolution.scene import Scene, scene_of, within
from overtone.read.resolution.titles import FIRST, title_holders
from overtone.read.speakers import Book, book, setting, who
from overtone.records import Document, Mention, Part
from overtone.registry import Registry

TAIL = 240  # characters at the end of a turn in which the next speaker is called upon
CALLS = re.compile(r"\bplease\b|\bgo ahead\b|\bthe floor\b|\bover to\b|пожалуйста|слово|прошу|калі ласка")
MAIN = 0.5  # share of the turns: who takes more answers the questions from the floor
CROWDED = 3  # voices: with as many, the one left may be somebody who speaks only once
SURNAMED = 3  # words of a label that may be a surname, with its civil title


class Turn(NamedTuple):
    """A label of the document and whom it was given to."""

    start: int
    speech: int
    voice: str  # the actor, else the stranger's name; empty for a question from the floor
    actor: str | None
    gender: str


class Given(NamedTuple):
    """The debug twin's row: whom a label was given to, by which rule, and who was weighed."""

    actor: str | None
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Stage:
    """One document whose labels are resolved from its beginning to its end."""

    scene: Scene
    names: Book
    labels: tuple[Label, ...]
    turns: list[Turn] = field(default_factory=list)

    def before(self, at: int) -> list[Turn]:
        """The turns that begin before a place."""
        return [turn for turn in self.turns if turn.start < at]


@dataclass
class Case:
    """One label to be resolved."""

    stage: Stage
    label: str
    at: int

    @cached_property
    def words(self) -> list[str]:
        """The words of the label in lower case, without civil titles and articles."""
        referring = self.stage.scene.wording.referring
        drop = referring.civil | referring.articles
        folded = [word.strip(".,:") for word in self.label.casefold().split()]
        return [word for word in folded if word and word not in drop]

    @cached_property
    def before(self) -> list[Turn]:
        """The turns before this label."""
        return self.stage.before(self.at)


Rule = Callable[[Case], Given | None]


def resolve_label(label: str, document: Document, registry: Registry, at: int) -> str | None:
    """The actor a label means that stands at a place of a document; None where that cannot be told.

    The other labels of the document are read as they stand. Raises UsageError for a language the house does not speak.
    """
    return explain_label(label, document, registry, at).actor


def explain_label(label: str, document: Document, registry: Registry, at: int) -> Given:
    """The debug twin of `resolve_label`: the actor with the rule that decided and those who were weighed."""
    return decide(set_stage(document, registry), label, at)


def set_stage(document: Document, registry: Registry) -> Stage:
    """A document with its labels resolved one after the other."""
    mentions = read_names(document, registry)
    names = book(registry)
    found = tuple(find_labels(document.text, 0, len(document.text), names.knows, names.is_place))
    stage = Stage(scene=scene_of(document, registry, mentions), names=names, labels=found)
    for label in found:
        stage.turns.append(_turn(stage, label))
    return stage


def _turn(stage: Stage, label: Label) -> Turn:
    if label.role:
        return Turn(label.start, label.speech, "", None, "")
    actor = decide(stage, label.printed, label.start).actor
    key = name_key(label.name or label.printed)
    named = stage.names.full.get(key, ())
    voice = actor or (named[0] if len(named) == 1 else key)
    return Turn(label.start, label.speech, voice, actor, stage.scene.gender(voice))


def decide(stage: Stage, label: str, at: int) -> Given:
    """Whom a label means on a stage, by the first rule that knows."""
    case = Case(stage, label, at)
    return next((found for rule in RULES if (found := rule(case)) is not None), Given(None, "nobody-known@1"))


def full_name(case: Case) -> Given | None:
    """A full name of the desk, which no office words contradict."""
    stage = case.stage
    names = [key for key in _names(case.label) if key in stage.names.full]
    if not names:
        return None
    label = _as_label(case)
    actor, _ = who(label, stage.names, setting(stage.scene.document, stage.scene.registry))
    return Given(actor, "full-name@1", stage.names.full[names[0]])


def _names(label: str) -> Iterator[str]:
    tokens = label.replace(",", " ").split()
    for length in range(min(5, len(tokens)), 1, -1):
        for at in range(len(tokens) - length, -1, -1):
            yield name_key(" ".join(tokens[at : at + length]))


def _as_label(case: Case) -> Label:
    text = f"{case.label}: …"
    found = find_labels(text, 0, len(text), case.stage.names.knows, case.stage.names.is_place)
    if found:
        return found[0]
    stop = len(case.label)
    return Label(0, stop, stop + 2, case.label, case.label, "", "as_given", "")


def pronoun(case: Case) -> Given | None:
    """ "He:": neither who spoke just before nor who speaks next; then the only one left, the one called, or the chair.

    Labels change when the speaker does, so that both neighbours of a turn are others.
    """
    kind = case.stage.scene.wording.pronoun(" ".join(case.words))
    if kind not in ("m", "f"):
        return None
    beside = {turn.voice for turn in (_previous(case), _next(case)) if turn is not None}
    speaking = dict.fromkeys(t.voice for t in case.stage.turns if t.voice and t.start != case.at and _fits(t, kind))
    left = [voice for voice in speaking if voice not in beside]
    chosen = _in_turn(case, kind, beside, left)
    if chosen:
        return _actor_of(case, chosen, tuple(left))
    if not case.before:
        host = _of_the_house(case, kind, beside)
        if host.actor:
            return host
    about = [actor for actor in _about(case, kind) if actor not in beside and actor not in left]
    weighed = (*left, *about)
    if len(weighed) == 1 and (len(speaking) < CROWDED or not case.before):
        return _actor_of(case, weighed[0], weighed)
    return Given(None, "pronoun@1", weighed) if weighed else _of_the_house(case, kind, beside)


def _in_turn(case: Case, kind: str, beside: set[str], left: Sequence[str]) -> str:
    """Whoever is called upon; the chair between the others; whoever speaks before and after. Empty in doubt.

    After a question from the floor only one who answers most of them.
    """
    previous = _previous(case)
    chair, share = _chair(case)
    if previous is not None and not previous.voice:
        return chair if chair in left and (len(left) == 1 or share > MAIN) else ""
    return _called(case, kind, beside) or (chair if chair in left else "") or _near(case, left)


def _near(case: Case, left: Sequence[str]) -> str:
    """The one of those left who spoke before the turn ahead and speaks after the turn behind: "B, A, he, A, B"."""
    others = [turn for turn in case.stage.turns if turn.start != case.at]
    place = len(case.before)
    ahead = {turn.voice for turn in others[max(0, place - 2) : place]}.intersection(left)
    behind = {turn.voice for turn in others[place : place + 2]}.intersection(left)
    return ahead.pop() if len(ahead) == 1 and ahead == behind else ""


def _of_the_house(case: Case, kind: str, beside: set[str]) -> Given:
    """On an official page the head of its state, where nobody else is left or the page begins with the pronoun."""
    scene = case.stage.scene
    found = holders(scene.registry, scene.home, "head-of-state", scene.day) if scene.home else ()
    fitting = tuple(actor for actor in found if scene.gender(actor) == kind and actor not in beside)
    return Given(fitting[0] if len(fitting) == 1 else None, "pronoun@1", fitting)


def _fits(turn: Turn, kind: str) -> bool:
    return turn.gender in (kind, "")


def _previous(case: Case) -> Turn | None:
    return case.before[-1] if case.before else None


def _next(case: Case) -> Turn | None:
    return next((turn for turn in case.stage.turns if turn.start > case.at), None)


def _chair(case: Case) -> tuple[str, float]:
    """Who takes the most turns of a page, the one in question not counted, and which share of them."""
    counts = Counter(turn.voice for turn in case.stage.turns if turn.voice and turn.start != case.at)
    if not counts:
        return "", 0.0
    chair, turns = counts.most_common(1)[0]
    return chair, turns / counts.total()


def _actor_of(case: Case, voice: str, weighed: tuple[str, ...]) -> Given:
    return Given(voice if voice in case.stage.scene.registry.actors else None, "pronoun@1", weighed)


def _called(case: Case, gender: str, beside: set[str]) -> str:
    """The one person whom the turn before asks to speak: "Mr Shoigu, please"."""
    scene, last = case.stage.scene, _previous(case)
    if last is None:
        return ""
    low = max(last.speech, case.at - TAIL)
    tail = scene.text[low : case.at]
    if CALLS.search(tail) is None:
        return ""
    found = {m.target for m in within(scene.people, low, case.at) if scene.gender(m.target) == gender} - beside
    return found.pop() if len(found) == 1 else ""


def _about(case: Case, gender: str) -> list[str]:
    """The persons of headline and lead, of the page's own state its head, who may be the one label left."""
    scene = case.stage.scene
    first = next((part.start for part in scene.document.parts if part.role == "body"), 0)
    named = dict.fromkeys(m.target for m in scene.people if m.start < first and scene.gender(m.target) == gender)
    return list(named)


def title_on_the_page(case: Case) -> Given | None:
    """A title that a fuller label of the same page gives with a name: its bearer, known or not."""
    key = name_key(case.label)
    for label in case.stage.labels:
        title = label.printed.removesuffix(label.name).strip(" ,") if label.name else ""
        if title and name_key(title) == key and label.start != case.at:
            actor, _ = who(label, case.stage.names, setting(case.stage.scene.document, case.stage.scene.registry))
            return Given(actor, "title-on-the-page@1", (actor,) if actor else ())
    return None


def office_on_the_page(case: Case) -> Given | None:
    """An office of the desk by its name, which several may hold: the one of them who speaks or is named."""
    stage, scene = case.stage, case.stage.scene
    offices = stage.names.titles.get(name_key(" ".join(case.words)), ()) or stage.names.titles.get(
        name_key(case.label), ()
    )
    holding = dict.fromkeys(actor.id for office in offices for actor in scene.registry.holders(office, scene.day))
    if not holding:
        return None
    speaking = {turn.voice for turn in stage.turns if turn.voice in holding}
    named = {m.target for m in scene.people if m.target in holding and _in_full(scene, m)}
    for group in (holding, speaking, named):
        if len(group) == 1:
            return Given(next(iter(group)), "office@1", tuple(holding))
    return Given(None, "office@1", tuple(holding))


def surname(case: Case) -> Given | None:
    """ "Putin", "Mr Lavrov": the one of that surname whom the page names in full; strangers of the name count too."""
    stage, scene = case.stage, case.stage.scene
    if not case.words or len(case.words) > SURNAMED or any(word in scene.wording.title_kinds for word in case.words):
        return None
    bearers = stage.names.surnames.get(name_key(" ".join(case.words)), ())
    key = name_key(case.words[-1])
    actors = scene.registry.actors
    strangers = {t.voice for t in stage.turns if t.voice not in actors and t.voice.endswith(key)} - {key, ""}
    if not bearers and not strangers:
        return None
    named = {m.target for m in scene.people if m.target in bearers and _in_full(scene, m)}
    strangers |= set(_other_bearers(case, bearers))
    weighed = (*sorted(named), *sorted(strangers))
    if len(named) == 1 and not strangers:
        return Given(named.pop(), "surname@1", weighed)
    spoke = [t for t in case.before if t.voice in named or t.voice in strangers]
    speaking = {t.voice for t in stage.turns if t.voice in named or t.voice in strangers}
    if len(speaking) == 1 or (spoke and not named - speaking and len({t.voice for t in spoke}) == 1):
        voice = speaking.pop() if len(speaking) == 1 else spoke[-1].voice
        return Given(voice if voice in named else None, "surname@1", weighed)
    if named or strangers:
        return Given(None, "surname@1", weighed)
    return _in_office(case, bearers)


def _in_full(scene: Scene, mention: Mention) -> bool:
    return " " in scene.folded[mention.start : mention.stop].strip()


def _other_bearers(case: Case, bearers: Sequence[str]) -> Iterator[str]:
    """Speakers of that surname with another given name, whom the desk does not know: "Andrei Ivanov"."""
    names = case.stage.names
    known = {name_key(" ".join(words)) for actor in bearers for words in _full_names(names, actor)}
    tail = name_key(" ".join(case.words))
    for label in case.stage.labels:
        key = name_key(label.name)
        if label.name.count(" ") and key.endswith(tail) and key not in known and key not in names.full:
            yield key


def _full_names(names: Book, actor: str) -> Iterator[list[str]]:
    card = names.registry.actors[actor]
    return (name.split() for group in (card.names.en, card.names.ru, card.names.be) for name in group)


def _in_office(case: Case, bearers: Sequence[str]) -> Given:
    """Nobody is named in full: the only bearer in office that day, of the page's own state first."""
    scene = case.stage.scene
    serving = [actor for actor in bearers if scene.registry.offices_of(actor, scene.day)]
    at_home = [actor for actor in serving if scene.home and scene.state_of(actor) == scene.home]
    chosen = at_home if len(at_home) == 1 else serving
    return Given(chosen[0] if len(chosen) == 1 else None, "surname@1", tuple(bearers))


def title(case: Case) -> Given | None:
    """ "President of Russia", "Prime Minister": who speaks or is named on the page and bears it, else who holds it."""
    scene = case.stage.scene
    found = scene.wording.titles.search(case.label.lower())
    if found is None:
        return None
    text = case.label
    part = Part(role="body", start=0, stop=len(text))
    line = replace(scene.document, text=text, parts=(part,), happened_on=scene.day)
    mentions = read_names(line, scene.registry)
    actors = [m.target for m in mentions if m.kind == "actor"]
    if len(set(actors)) == 1:
        return Given(actors[0], "office@1", tuple(actors))
    kinds = scene.wording.title_kinds[found[0]]
    if found[0] == " ".join(case.words):
        return _bare(case, kinds)
    small = scene_of(line, scene.registry, mentions)
    weighed = title_holders(Phrase(small, 0, len(text), (0, len(text))), History())
    return Given(weighed[0] if len(weighed) == 1 else None, "office@1", weighed)


def _bare(case: Case, kinds: Sequence[str]) -> Given:
    scene = case.stage.scene

    def fits(actor: str) -> bool:
        return any(holds(scene.registry, actor, kind, scene.day) for kind in kinds)

    at_home = [a for kind in kinds for a in holders(scene.registry, scene.home, kind, scene.day)] if scene.home else []
    speaking = list(dict.fromkeys(t.actor for t in case.stage.turns if t.actor and fits(t.actor)))
    named = list(dict.fromkeys(m.target for m in scene.people if fits(m.target)))
    if at_home and (not FIRST.isdisjoint(kinds) or at_home[0] in speaking or not (speaking or named)):
        return Given(at_home[0] if len(set(at_home)) == 1 else None, "office@1", tuple(at_home))
    for group in (speaking, named):
        if len(group) == 1:
            return Given(group[0], "office@1", tuple(group))
        if group:
            return Given(None, "office@1", tuple(group))
    return Given(None, "office@1")


def initials(case: Case) -> Given | None:
    """ "V. Putin", «В.Путин», a civil title and a surname: as long labels are resolved."""
    stage = case.stage
    label = _as_label(case)
    if label.role:
        return Given(None, label.role)
    actor, _ = who(label, stage.names, setting(stage.scene.document, stage.scene.registry))
    return Given(actor, "label@1", (actor,)) if actor else None


RULES: tuple[Rule, ...] = (
    pronoun,
    full_name,
    title_on_the_page,
    office_on_the_page,
    surname,
    initials,
    title,
)
