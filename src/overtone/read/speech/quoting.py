"""The quotations of a paragraph asked in turn whose words they are, by the rules of a language.

Each is asked for a cue at its right ("…," he said), then at its left (he said: "…"); one with neither goes on what
stands before it, over paragraphs too. Not for words quoted in the middle of a clause: those are part of its content.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from overtone.language.lists import listed
from overtone.language.speaking import Speaking
from overtone.read.speech.found import Found, Place
from overtone.read.speech.layout import QUOTE, Paragraph, final_stop
from overtone.read.speech.nouns import PUNCTUATION

DASHES = frozenset("—–-")
_LINKS = frozenset(
    listed("and but so instead also then still yet meanwhile because plus or и а но при этом таксама але і")
)


@dataclass(slots=True)
class Reading:
    """Where the reading of quotations stands within a paragraph, and what it has used."""

    one: Paragraph
    speaking: Speaking
    items: list[Found] = field(default_factory=list)
    cues: set[int] = field(default_factory=set)  # tokens that are cues of quotations
    quotes: set[int] = field(default_factory=set)  # quotations that have a source
    last: Found | None = None
    reach: int = 0  # the token after the sentence of `last`
    who: tuple[int, int] | None = None  # tokens of the source found last, in this paragraph
    waiting: list[Place] = field(default_factory=list)  # quotations of earlier paragraphs whose speaker comes later


@dataclass(frozen=True, slots=True)
class Carried:
    """What a paragraph leaves to the next: an attribution to go on, or quotations whose speaker is not named yet."""

    last: Found | None = None
    waiting: list[Place] = field(default_factory=list)


Rule = Callable[[Reading, int, int, int], Found | None]  # state, bounds of the sentence, token of the quotation


def read_quotes(one: Paragraph, speaking: Speaking, before: Carried | None, rules: Sequence[Rule]) -> Reading:
    """Read the quotations of a paragraph; `before` is what the paragraph before left to be gone on."""
    state = Reading(one, speaking)
    if before is not None:
        state.last = before.last
        state.waiting = before.waiting
    for begin, end in one.sentences:
        for at in range(begin, end):
            if one.words[at] == QUOTE and at not in state.quotes:
                _ask(state, (begin, end), at, rules)
    return state


def _ask(state: Reading, bounds: Place, at: int, rules: Sequence[Rule]) -> None:
    """Give a quotation to the first rule that knows whose it is, else to what stands right before it."""
    one = state.one
    begin, end = bounds
    if not is_speech(one, at):
        return
    for rule in rules:
        item = rule(state, begin, end, at)
        if item is not None:
            if state.waiting and at == 0 and one.quotes[0].carried:
                item.content += state.waiting
                item.quoted += state.waiting
            state.items.append(item)
            state.last = item
            return
    goes_on = at - 1 in state.quotes or (_alone_from(state, at) and _alone(one, begin, end, at))
    if state.last is not None and goes_on:
        add(state, state.last, at)
        state.reach = at + 1


def is_speech(one: Paragraph, at: int) -> bool:
    """Whether a quotation looks like words said and no title or scare quote: by its last sign, or its length."""
    if final_stop(one, at) in ",.?!…—-–":
        return True
    if at and one.words[at - 1] == ":":
        return True
    following = one.words[at + 1] if at + 1 < len(one.words) else ""
    size = one.text.count(" ", one.starts[at], one.stops[at])
    return (following == "," and size >= 1) or size >= 5


def _alone_from(state: Reading, at: int) -> bool:
    """Whether nothing but a linking word stands between what was read last and a quotation."""
    return 0 <= at - state.reach <= 2 and all(w in _LINKS or w == "," for w in state.one.words[state.reach : at])


def _alone(one: Paragraph, begin: int, end: int, at: int) -> bool:
    """Whether a sentence is nothing but quotations up to its stop."""
    words = one.words
    first = begin
    while first < at and first - begin < 3 and (words[first] in _LINKS or words[first] == ","):
        first += 1
    return all(word == QUOTE or word in PUNCTUATION for word in words[first:end])


def add(state: Reading, item: Found, at: int) -> None:
    """Give a quotation to an attribution, as a further piece of its content."""
    place = (state.one.starts[at], state.one.stops[at])
    item.content.append(place)
    item.quoted.append(place)
    state.quotes.add(at)
