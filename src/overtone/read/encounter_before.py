"""What the sentence before lends: "He talked to him for an hour" is of whoever was named last.

Only for contacts that are dated by the text or the facts, or told face to face, and only from two sentences of which
the one before names the missing side alone: a wrong guess at who met would be worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overtone.read.encounter_clauses import told_of
from overtone.read.encounter_cues import MULTILATERAL, PHONE, TALKS, VISIT
from overtone.read.encounter_party import Party, Passage, Scene
from overtone.read.encounter_people import assemble, named, states_of
from overtone.records import Document

_ONE = re.compile(
    r"\b(?:he|she|him|her|his (?:guest|host|counterpart|colleague)|он|она|ему|ей|него|ним|ней|ён|яна|яму|ёй|яго|ім)\b",
    re.IGNORECASE,
)
_TOLD_HIM = re.compile(
    r"\b(?:told|assured|informed|briefed|thanked) (?:him|her|his (?:guest|host|counterpart|colleague))\b"
    r"|\b(?:рассказал|сообщил|сказал|пообещал|показал|заявил|заверил|поблагодарил)[аи]? (?:ему|ей|его|е[её]|гостю)\b"
    r"|\b(?:ему|ей) (?:рассказал|сообщил|сказал|пообещал|показал)[аи]?\b"
    r"|\b(?:расказа|паведамі|сказа|паабяца|паказа|заяві|запэўні|падзякава)(?:ў|ла|лі) (?:яму|ёй|яго|госцю)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:they|the two(?: men| leaders| presidents| ministers)?|both|он|они|оба|обоих|президенты|министры|"
    r"яны|ён|абодва|абодвух|прэзідэнты|міністры)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Before:
    """Who was named in the sentence before, and whether it spoke of a contact or a visit."""

    people: tuple[Party, ...]
    contact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the sentence stands in: its document, the scene and what was said before."""

    document: Document
    scene: Scene
    before: Before


NOBODY = Before((), False)


def said_before(sentence: Passage, scene: Scene, before: Before) -> Before:
    """What a sentence lends to the next one; a sentence that names nobody hands on what it got, once."""
    people = assemble(named(sentence, scene))
    contact = any(cue.search(sentence.text) for cue in (TALKS, PHONE, VISIT))
    return Before(people, contact) if people else Before((), before.contact or contact)


def carry_over(passage: Passage, people: tuple[Party, ...], told: Told) -> tuple[tuple[Party, ...], bool]:
    """The parties with those the sentence before lends, and whether any were lent."""
    states, lent = states_of(people), told.before.people
    if len(states) == 1 and len(states_of(lent)) == 1 and states != states_of(lent) and _ONE.search(passage.text):
        return assemble((*_placed(lent), *people)), True
    if not states and len(states_of(lent)) == 2 and len(lent) == 2 and _BOTH.search(passage.text):
        return assemble(_placed(lent)), True
    return people, False


def told_the_other(passage: Passage, before: Before) -> bool:
    """Whether somebody told the one named before something, where that one had come for talks."""
    return before.contact and _TOLD_HIM.search(passage.text) is not None


def main_part(text: str, people: Sequence[Party]) -> str:
    """The part of a sentence that tells of the contact of these: what is reported, where the report itself names one.

    "At a meeting with his premier A said that he would see B": the contact of two states is in what was said.
    """
    main = told_of(text)
    rest = text[len(main) :]
    inside = [p for p in people if p.start < len(main)]
    cues = (TALKS, PHONE, MULTILATERAL)
    if len(states_of(inside)) > 1 or not any(cue.search(rest) for cue in cues):
        return main
    return rest


def _placed(lent: Sequence[Party]) -> tuple[Party, ...]:
    """Parties that stand nowhere in this sentence: in front of it."""
    return tuple(Party(id=p.id, state=p.state, rank=p.rank, start=-1, stop=-1) for p in lent)
