"""Who and what is named in a text: mentions of actors, states, institutions, blocs and topics.

A surname alone is given to an actor by the rules of `bearers.py`; an office in words names its holder of that day.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overtone.read.bearers import OUT, RULES, Case, Page, in_office
from overtone.read.beside import Beside, look_beside, not_the_holder
from overtone.read.gazetteer import THINGS, Gazetteer, Hit, gazetteer
from overtone.read.spelling import sound_key
from overtone.records import Document, Mention
from overtone.registry import Registry


class Decision(NamedTuple):
    """What was decided about one name in the text, and by which rule; no target where it stays out."""

    start: int
    stop: int
    kind: str
    target: str
    rule: str


def read_names(document: Document, registry: Registry) -> tuple[Mention, ...]:
    """All mentions in the document's text, in order, each with its span and what it names.

    Names are found in every inflected form; an office in words ("the President of Belarus") names its holder of that
    day. Not for persons who are not on the desk, nor for pronouns. Raises UsageError for a language the house does
    not speak.
    """
    found = [
        (start, stop, kind, target) for start, stop, kind, target, _ in explain_names(document, registry) if target
    ]
    found.sort()
    return tuple(Mention(kind=kind, target=target, start=start, stop=stop) for start, stop, kind, target in found)


def explain_names(document: Document, registry: Registry) -> Iterator[Decision]:
    """The debug twin of `read_names`: every name met, whom it was given to, and the rule that decided."""
    names = gazetteer(registry, document.lang)
    folded = names.fold(document.text)
    hits = names.find_names(folded)
    yield from _things(hits)
    yield from _actors(_page(document, registry, names, folded, hits))
    for start, stop, target in names.find_topics(folded):
        yield Decision(start, stop, "topic", target, "topic_word")


def within(mentions: Sequence[Mention], start: int, stop: int) -> tuple[Mention, ...]:
    """The mentions that lie inside a span; `mentions` must be in order."""
    first = bisect_left(mentions, start, key=_start)
    last = bisect_left(mentions, stop, lo=first, key=_start)
    return tuple(mention for mention in mentions[first:last] if mention.stop <= stop)


def topics_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Ids of the topics among the mentions, each once, in the order of their first word."""
    return tuple(dict.fromkeys(mention.target for mention in mentions if mention.kind == "topic"))


def _start(mention: Mention) -> int:
    return mention.start


def _things(hits: Sequence[Hit]) -> Iterator[Decision]:
    """States, institutions, blocs: the longest name at one place within a kind; a name two things share stays out."""
    free = dict.fromkeys(THINGS, 0)
    for start, stop, meaning in hits:
        if meaning.blocks:
            free = {kind: max(stop, until) for kind, until in free.items()}
        for kind, target in meaning.things:
            if start >= free[kind]:
                free[kind] = stop
                yield Decision(start, stop, kind, target, "name" if target else "shared_name")


def _page(document: Document, registry: Registry, names: Gazetteer, folded: str, hits: Sequence[Hit]) -> Page:
    full: set[str] = set()
    states: set[str] = set()
    for _, _, meaning in hits:
        full.update(meaning.full)
        states.update(target for kind, target in meaning.things if kind == "state")
    return Page(
        registry=registry,
        names=names,
        folded=folded,
        day=document.happened_on or document.published_on,
        hits=hits,
        full=frozenset(full),
        states=frozenset(states),
        ends=frozenset(stop for _, stop, meaning in hits if meaning.things),
        starts=frozenset(start for start, _, _ in hits),
        stops=frozenset(stop for _, stop, _ in hits),
        persons=frozenset(start for start, _, meaning in hits if meaning.full or meaning.surname),
        offices={stop: meaning.offices for _, stop, meaning in hits if meaning.offices},
    )


def _actors(page: Page) -> Iterator[Decision]:
    """Persons by name or by office, the longest at one place; no surname inside the name of a state (Costa Rica)."""
    free = covered = 0
    for hit in page.hits:
        meaning = hit.meaning
        if meaning.things or meaning.blocks:
            covered = max(covered, hit.stop)
        if hit.start < free or (meaning.surname and not meaning.full and hit.stop < covered):
            continue
        if meaning.full:
            decided = _full_name(page, hit)
        elif meaning.surname:
            decided = _surname(page, hit)
        elif meaning.offices and not page.ends.isdisjoint(range(hit.start + 1, hit.stop + 1)):
            decided = _office(page, hit, free)
        else:
            continue
        free = hit.stop
        yield decided


def _full_name(page: Page, hit: Hit) -> Decision:
    bearers = hit.meaning.full
    target, rule = bearers[0], "full_name"
    if len(bearers) > 1:
        target, rule = in_office(Case(page, hit.start, hit.stop, bearers, bearers, Beside())) or OUT, "in_office"
    if target:
        page.latest[target] = hit.start
    return Decision(hit.start, hit.stop, "actor", target, rule)


def _surname(page: Page, hit: Hit) -> Decision:
    start, stop, meaning = hit
    beside = look_beside(page.folded, (start, stop), page.names, page.ends)
    case = Case(page, start, stop, meaning.surname, meaning.surname, beside)
    for rule in RULES:
        target = rule(case)
        if target is not None:
            first = beside.start if target and beside.initial else start
            return Decision(first, stop, "actor", target, rule.__name__)
    return Decision(start, stop, "actor", OUT, "nobody_known")


def _office(page: Page, hit: Hit, free: int) -> Decision:
    """An office in words names its holder, unless a name beside it does so already or it was held at another time.

    Only offices with a state, institution or bloc in their name are asked for: "the President" alone is anybody's.
    """
    start, stop, meaning = hit
    if free and page.folded[free:start] in (", ", " - "):
        return Decision(start, stop, "actor", OUT, "name_before")
    if _name_follows(page, stop):
        return Decision(start, stop, "actor", OUT, "name_after")
    if not_the_holder(page.folded, start, stop):
        return Decision(start, stop, "actor", OUT, "another_holder")
    holders = {actor.id for office in meaning.offices for actor in page.registry.holders(office, page.day)}
    return Decision(start, stop, "actor", holders.pop() if len(holders) == 1 else OUT, "office_holder")


def _name_follows(page: Page, stop: int) -> bool:
    """Whether a person is named right after: "President of Belarus Alexander Lukashenko", also one not on the desk."""
    after = page.folded[stop : stop + 2]
    following = stop + (2 if after in (", ", "  ") else 1)
    if page.folded[stop:following].strip(" ,"):
        return False
    if following in page.persons:
        return True
    word = page.folded[following : following + 40].partition(" ")[0]
    if word[:1].isupper() and following + len(word) + 1 in page.persons:
        return True
    return sound_key(word) in page.names.given_names
