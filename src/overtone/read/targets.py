"""About whom words are: the states, institutions, blocs and office-holders that a statement speaks of.

Names in the words reported, weighed by where they stand; a seat of government ("Minsk rejects") stands for its state.
Not for targets told only by a pronoun or a description ("our neighbours"), and not for what the words are about:
topics tell that.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from overtone.read.names import within
from overtone.read.polarity_words import WordList, word_list, words_of
from overtone.read.tone_words import tone_words
from overtone.records import Document, Mention, Span
from overtone.registry import Registry

KINDS = ("state", "institution", "bloc", "actor")
BLOC_TOPICS = frozenset(("nato", "csto", "eaeu", "sco", "union-state"))  # topics whose words name the bloc: "alliance"
MOST = 3  # more named in one sentence are a list, not whom it is about
JOINED = re.compile(r"\s(?:and|и|і|ды|with|с|з)\s|\s?[-–—/]\s?")
JOINED_BEFORE = re.compile(JOINED.pattern + r"$")
TITLE_WORDS = 6  # words between a state's name and the speaker's that still are the speaker's title
NEAR = 60  # characters from a valuing word to what it values


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The stretch to be read: the statement, its words reported where known, and who speaks."""

    start: int
    stop: int
    content: tuple[Span, ...] = ()
    speaker: str = ""  # registry id
    speaker_start: int = -1  # where the speaker is named; -1 where not in this text
    speaker_stop: int = -1


class Named(NamedTuple):
    """One who is named in the scope: what may be the target."""

    target: str
    kind: str
    start: int
    stop: int


class Case(NamedTuple):
    """One named, with all that weighs for and against."""

    named: Named
    document: Document
    registry: Registry
    scope: Scope
    valued: Sequence[int]  # where words stand that value
    starts: frozenset[int]  # of all named
    stops: frozenset[int]


def targets_of(document: Document, registry: Registry, mentions: Sequence[Mention], scope: Scope) -> tuple[str, ...]:
    """Ids of those the words in the scope are about, the surest first, `MOST` at most; empty where nobody is named.

    A person who speaks for a state counts as the state, unless a word that values stands beside the person's name.
    The speaker is left out, and so is the speaker's own state where another is spoken of, unless both are named
    together ("Russia and Belarus").
    """
    weights: dict[str, float] = {}
    for target, weight, rules in explain_targets(document, registry, mentions, scope):
        for one in (target, *((f"+{target}",) if "named_together" in rules else ())):
            weights[one] = max(weight, weights.get(one, weight))
    own = _own(registry, scope.speaker)
    kept = [target for target, weight in weights.items() if weight > 0 and target[0] != "+"]
    foreign = [target for target in kept if target not in own or f"+{target}" in weights]
    return tuple(sorted(foreign or kept, key=lambda target: -weights[target])[:MOST])


def explain_targets(
    document: Document, registry: Registry, mentions: Sequence[Mention], scope: Scope
) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """The debug twin of `targets_of`: each one named, its weight, and the rules that moved it."""
    valued = _valued(document, scope)
    every = _named(document, mentions, scope)
    starts, stops = frozenset(n.start for n in every), frozenset(n.stop for n in every)
    for named in every:
        case = Case(named, document, registry, scope, valued, starts, stops)
        fired = [(rule.__name__, weight) for rule in RULES if (weight := rule(case))]
        names = tuple(name for name, _ in fired)
        yield _spoken_of(registry, named, names), 1 + sum(weight for _, weight in fired), names


def _spoken_of(registry: Registry, named: Named, rules: Sequence[str]) -> str:
    """The one named, or the state that a person or an institution speaks for."""
    card = registry.actors.get(named.target) or registry.institutions.get(named.target)
    personal = named.kind == "actor" and "beside_a_value" in rules
    return card.state if card and card.state and not personal else named.target


def _named(document: Document, mentions: Sequence[Mention], scope: Scope) -> list[Named]:
    spans = [(s.start, s.stop) for s in scope.content] or [(scope.start, scope.stop)]
    found: list[Named] = []
    for start, stop in spans:
        inside = [
            m
            for m in within(mentions, start, stop)
            if m.kind in KINDS or (m.kind == "topic" and m.target in BLOC_TOPICS)
        ]
        found += [Named(m.target, m.kind, m.start, m.stop) for m in inside]
        found += [
            seat for seat in _seats(document, start, stop) if not any(m.start <= seat.start < m.stop for m in inside)
        ]
    return sorted(found, key=lambda named: named.start)


def _seats(document: Document, start: int, stop: int) -> Iterator[Named]:
    """Seats of government with a capital that stand for whom they seat, not for a place."""
    lists = _lists(document.lang)
    text = document.text[start:stop]
    words = words_of(text, document.lang)
    for found in lists.names.find(words):
        before = words[found.first - 1].key if found.first else ""
        if text[found.start].isupper() and before not in lists.places:
            yield Named(lists.seats[found.entry], "seat", start + found.start, start + found.stop)


def _valued(document: Document, scope: Scope) -> list[int]:
    words = words_of(document.text[scope.start : scope.stop], document.lang)
    lists = tone_words(document.lang).valued.values()
    return [scope.start + found.start for entries in lists for found in entries.find(words)]


def _own(registry: Registry, speaker: str) -> frozenset[str]:
    """The speaker, and the speaker's state."""
    card = registry.actors.get(speaker) or registry.institutions.get(speaker)
    return frozenset((speaker, card.state)) if card and card.state else frozenset((speaker,))


def the_speaker(case: Case) -> float:
    """Whoever speaks is not whom the words are about."""
    return -9 if case.named.target == case.scope.speaker else 0


def part_of_the_speaker(case: Case) -> float:
    """A name inside the speaker's, or in the title right before it: "Kyrgyz President Sadyr Japarov"."""
    named, scope = case.named, case.scope
    if scope.speaker_start < 0:
        return 0
    if scope.speaker_start <= named.start < scope.speaker_stop:
        return -9
    between = case.document.text[named.stop : scope.speaker_start]
    title = named.stop <= scope.speaker_start and not set(between) & set(',.;:!?«»“”"\n')
    return -9 if title and len(between.split()) <= TITLE_WORDS else 0


def in_an_office(case: Case) -> float:
    """A state named in the title of another person is that person's: "the Russian president"."""
    after = case.document.text[case.named.stop : case.named.stop + 40]
    words = words_of(after, case.document.lang)
    heads = _lists(case.document.lang).heads
    return -0.5 if case.named.kind == "state" and words and words[0].key.startswith(heads) else 0


def beside_a_value(case: Case) -> float:
    """Near a word that values: whom it values."""
    return 0.5 if any(abs(at - case.named.start) < NEAR for at in case.valued) else 0


def named_together(case: Case) -> float:
    """Joined to another name by "and" or a dash: both or neither."""
    named, text = case.named, case.document.text
    after = JOINED.match(text, named.stop)
    before = JOINED_BEFORE.search(text[max(0, named.start - 8) : named.start])
    beside = {after.end()} if after else set()
    ends = {named.start - len(before[0])} if before else set()
    return 0.1 if beside & case.starts or ends & case.stops else 0


RULES: tuple[Callable[[Case], float], ...] = (
    the_speaker,
    part_of_the_speaker,
    in_an_office,
    beside_a_value,
    named_together,
)
HEADS: Mapping[str, tuple[str, ...]] = {
    "en": ("president", "leader", "prime", "foreign", "minister", "premier", "ambassador", "chancellor"),
    "ru": ("президент", "лидер", "премьер", "министр", "посол", "посл", "коллег", "глав"),
    "be": ("прэзідэнт", "лідар", "прэм", "міністр", "пасол", "пасл", "калег", "кіраўнік"),
}


class Lists(NamedTuple):
    """The words of one language that this file needs."""

    names: WordList
    seats: Mapping[str, str]
    places: frozenset[str]
    heads: tuple[str, ...]


@lru_cache(maxsize=4)
def _lists(lang: str) -> Lists:
    rows = tomllib.loads(files("overtone.read").joinpath("targets.toml").read_text("utf-8"))[lang]
    return Lists(word_list(rows["seats"]), rows["seats"], frozenset(rows["places"]), HEADS[lang])
