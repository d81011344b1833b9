"""The gazetteer: every name of the desk in every form of one language, found in one pass over a text.

Aho–Corasick (A. V. Aho and M. J. Corasick, "Efficient string matching", CACM 18(6), 1975) in the Rust
implementation; why this one: docs/decisions/aho-corasick.md. Proper names are matched with their capitals, topic
words without. Not for unknown names: what is not on the desk is not found.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from overtone.language import Language, language
from overtone.read.desk_forms import Entry, capitals, desk_forms, names_beside, place_words
from overtone.read.given_names import COMMON_GIVEN_NAMES
from overtone.read.spelling import sound_key
from overtone.registry import Registry

REST_OF_WORD = re.compile(r"[^\W_]*")
START = itemgetter(0)
THINGS = ("state", "institution", "bloc")
# The commonest signs, one by one: most texts are ASCII after this, which every later step reads several times faster.
PLAIN = tuple(zip("\n\r\t“”…’–—\u00a0", '   "".\'-- ', strict=True))


class Meaning(NamedTuple):
    """All that a surface form may name, by the way it is decided."""

    things: tuple[tuple[str, str], ...]  # (state | institution | bloc, id): "" as id where two share the name
    full: tuple[str, ...]  # actors with this full name
    surname: tuple[str, ...]  # actors with this surname
    offices: tuple[str, ...]
    blocks: bool  # a longer name with a state's name in it


Hit = tuple[int, int, Meaning]  # start and stop of a surface form in a text, word borders checked
TopicHit = tuple[int, int, str]  # start and stop of a topic word, and the topic


class TopicWord(NamedTuple):
    """How a topic word is recognised once its beginning was found: as it stands, with any ending, or by a pattern."""

    target: str
    open: bool
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names of a desk in one language, ready to be searched for."""

    language: Language
    names: AhoCorasick
    meanings: tuple[Meaning, ...]
    topics: AhoCorasick
    topic_words: tuple[tuple[TopicWord, ...], ...]
    given: dict[str, frozenset[str]]  # actor → sound keys of the names that stand beside the surname, all forms
    initials: dict[str, frozenset[str]]  # actor → their first letters
    given_names: frozenset[str]  # sound keys of all of them
    title_words: frozenset[str]  # words of the offices' names, with a capital
    place_words: frozenset[str]  # words of the places' names

    def fold(self, text: str) -> str:
        """The text for matching: look-alikes folded, quotation marks plain, every white space a space; as long."""
        for sign, plain in PLAIN:
            text = text.replace(sign, plain)
        return self.language.fold(text)

    def find_names(self, folded: str) -> list[Hit]:
        """Every name in the folded text that stands as a word of its own, overlapping ones too, in order."""
        meanings, last = self.meanings, len(folded)
        hits: list[Hit] = []
        add = hits.append
        for number, start, stop in self.names.find_matches_as_indexes(folded, overlapping=True):
            meaning = meanings[number]
            if start and folded[start - 1].isalnum() and not _glued(folded, start, meaning):
                continue
            if stop < last and folded[stop].isalnum() and not _glued(folded, stop, meaning):
                continue
            add((start, stop, meaning))
        hits.reverse()  # they came by where they end: of those that begin at one place the longest goes first
        hits.sort(key=START)
        return hits

    def find_topics(self, folded: str) -> list[TopicHit]:
        """Every topic word in the folded text, the longest at one place per topic, in order."""
        lowered = _lowered(folded)
        last, topic_words = len(lowered), self.topic_words
        found: list[tuple[int, int, str]] = []
        add = found.append
        for number, start, stop in self.topics.find_matches_as_indexes(lowered, overlapping=True):
            if start and lowered[start - 1].isalnum():
                continue
            ends = stop == last or not lowered[stop].isalnum()
            for target, is_open, pattern in topic_words[number]:
                if pattern is None and ends:
                    add((start, -stop, target))
                elif is_open or pattern is not None:
                    end = _end_of(pattern or REST_OF_WORD, lowered, start if pattern else stop)
                    if end:
                        add((start, -end, target))
        return _longest_topics(found)


@dataclass(frozen=True, slots=True)
class _Desk:
    """A registry as a key: two with the same digest hold the same facts."""

    digest: str
    registry: Registry = field(compare=False)


def gazetteer(registry: Registry, code: str) -> Gazetteer:
    """The gazetteer of a desk in a language, built at the first call in a process and kept.

    Raises UsageError for a language the house does not speak.
    """
    return _built(_Desk(registry.digest, registry), code)


@lru_cache(maxsize=8)
def _built(desk: _Desk, code: str) -> Gazetteer:
    registry, spoken = desk.registry, language(code)
    forms: dict[str, dict[Entry, None]] = {}
    for form, entry in desk_forms(registry, spoken):
        for written in capitals(form, entry):
            forms.setdefault(spoken.fold(written), {})[entry] = None
    words: dict[str, dict[TopicWord, None]] = {}
    for target, topic in registry.topics.items():
        for name in topic.words.of(code):
            beginning, word = _topic_word(target, _lowered(spoken.fold(name)))
            words.setdefault(beginning, {})[word] = None
    given = {actor.id: names_beside(actor, spoken) for actor in registry.actors.values()}
    keys = {actor: frozenset(map(sound_key, found)) for actor, found in given.items()}
    return Gazetteer(
        language=spoken,
        names=AhoCorasick(list(forms)),
        meanings=tuple(map(_meaning, forms.values())),
        topics=AhoCorasick(list(words), implementation=Implementation.DFA),  # few words: fast and still small
        topic_words=tuple(tuple(found) for found in words.values()),
        given=keys,
        initials={actor: frozenset(name[:1] for name in found) for actor, found in given.items()},
        given_names=frozenset(sound_key(spoken.fold(name)) for name in COMMON_GIVEN_NAMES).union(*keys.values()),
        title_words=frozenset(_title_words(forms)),
        place_words=frozenset(place_words(registry, spoken)),
    )


def _meaning(entries: Iterable[Entry]) -> Meaning:
    by_kind: dict[str, list[str]] = {}
    for kind, target in entries:
        by_kind.setdefault(kind, []).append(target)
    return Meaning(
        things=tuple((kind, by_kind[kind][0] if len(by_kind[kind]) == 1 else "") for kind in THINGS if kind in by_kind),
        full=tuple(by_kind.get("full", ())),
        surname=tuple(by_kind.get("surname", ())),
        offices=tuple(by_kind.get("office", ())),
        blocks="" in by_kind,
    )


def _title_words(forms: Mapping[str, Mapping[Entry, None]]) -> Iterator[str]:
    """The words of all forms of offices, with a capital: "President", «Президента», "Minister"."""
    for form, entries in forms.items():
        if any(entry.kind == "office" for entry in entries):
            yield from (word[:1].upper() + word[1:] for word in form.split() if word.isalpha())


def _topic_word(target: str, lowered: str) -> tuple[str, TopicWord]:
    """The beginning to search for, and how to go on from there."""
    beginning, star, rest = lowered.partition("*")
    if not star or not rest:
        return beginning, TopicWord(target, bool(star), None)
    any_ending = r"\w*".join(map(re.escape, lowered.split("*")))
    return beginning, TopicWord(target, False, re.compile(any_ending + r"(?!\w)"))


def _end_of(pattern: re.Pattern[str], lowered: str, start: int) -> int:
    """Where the topic word ends, 0 where it is another word."""
    match = pattern.match(lowered, start)
    return match.end() if match else 0


def _longest_topics(found: list[tuple[int, int, str]]) -> list[TopicHit]:
    found.sort()
    last: dict[str, int] = {}
    kept: list[TopicHit] = []
    for start, minus_stop, target in found:
        if start >= last.get(target, 0):
            last[target] = -minus_stop
            kept.append((start, -minus_stop, target))
    return kept


def _glued(folded: str, border: int, meaning: Meaning) -> bool:
    """Whether a full name lost the space beside it: "Lukashenko AlexanderPresident of Belarus"."""
    return bool(meaning.full) and folded[border - 1].islower() and folded[border].isupper()


def _lowered(folded: str) -> str:
    """Lower case at the same length: the few letters whose lower case is longer stay as they are."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)
