"""Who and what is named in a text: mentions of actors, states, institutions, blocs and topics.

A surname alone is given to an actor by small rules in a fixed order (RULES, at the foot): the name that stands
beside it, who was named in full in the same document, who held an office that day. What no rule decides stays out.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from overtone.read.beside import Beside, look_beside, not_the_holder, part_of_longer_name
from overtone.read.gazetteer import THINGS, Gazetteer, Hit, gazetteer
from overtone.read.spelling import sound_key, spelt_alike
from overtone.read.title_words import PLAIN_WORDS, SEX_OF_TITLE
from overtone.records import Document, Mention
from overtone.registry import Registry

OUT = ""  # the decision that a name stays out


class Decision(NamedTuple):
    """What was decided about one name in the text, and by which rule; no target where it stays out."""

    start: int
    stop: int
    kind: str
    target: str
    rule: str


@dataclass(slots=True)
class Page:
    """What the rules may know of the document while it is read from its beginning to its end."""

    registry: Registry
    names: Gazetteer
    folded: str
    day: date
    hits: Sequence[Hit]
    full: frozenset[str]  # actors whom the document names in full
    states: frozenset[str]  # named anywhere
    ends: frozenset[int]  # where names of states, institutions and blocs end
    starts: frozenset[int]  # where any name begins
    stops: frozenset[int]  # where any name ends
    persons: frozenset[int]  # where a person's name begins
    offices: dict[int, tuple[str, ...]]  # where the name of an office ends → which it may be
    latest: dict[str, int] = field(default_factory=dict)  # actor → last full name so far
    strangers: dict[tuple[str, ...], int] = field(default_factory=dict)  # surname → last other bearer so far


@dataclass(slots=True)
class Case:
    """A surname in the text and who may be meant."""

    page: Page
    start: int
    stop: int
    bearers: tuple[str, ...]  # every actor with this surname
    candidates: tuple[str, ...]  # those not yet excluded
    beside: Beside


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
    """Persons by name or by office, the longest at one place."""
    free = 0
    for hit in page.hits:
        meaning = hit.meaning
        if hit.start < free:
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
    beside = look_beside(page.folded, start, page.names, page.ends)
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


def longer_name(case: Case) -> str | None:
    """The surname is a part of another name: "Putin Street", "Saltykov-Shchedrin"."""
    page = case.page
    return OUT if part_of_longer_name(page.folded, case.start, case.stop, page.starts, page.stops) else None


def plain_word(case: Case) -> str | None:
    """A surname that is a word too ("May", "Moon") counts after a title or the person's own given name."""
    if case.page.folded[case.start : case.stop] not in PLAIN_WORDS or case.beside.title or case.beside.given:
        return None
    return OUT


def initial_beside(case: Case) -> str | None:
    """«В.Путин», "V. Putin": the initial must be the bearer's."""
    initial = case.beside.initial
    return _narrow(case, lambda actor: initial in case.page.names.initials[actor]) if initial else None


def holder_of_the_office_beside(case: Case) -> str | None:
    """The one holder of the office before the name, the given name spelt alike: "President of Egypt Mohamad Morsi"."""
    page, beside = case.page, case.beside
    offices = page.offices.get(beside.start - 1, ()) if beside.given or beside.unknown else ()
    holders = {actor.id for office in offices for actor in page.registry.holders(office, page.day)}
    if len(holders) != 1 or holders.isdisjoint(case.candidates):
        return None
    holder = holders.pop()
    word = sound_key(page.folded[beside.start : case.start].split(" ")[0])
    if not any(spelt_alike(word, given) for given in page.names.given[holder]):
        return None
    page.latest[holder] = case.start
    return holder


def given_name_beside(case: Case) -> str | None:
    """Another given name is another person: "Andrei Ivanov"."""
    given = case.beside.given
    return _narrow(case, lambda actor: given in case.page.names.given[actor]) if given else None


def title_of_the_other_sex(case: Case) -> str | None:
    """A title of the other sex is another person: "Mrs Putin"."""
    sex = SEX_OF_TITLE.get(case.beside.title)
    if sex is None:
        return None
    actors = case.page.registry.actors
    case.candidates = tuple(actor for actor in case.candidates if actors[actor].gender == sex)
    return None if case.candidates else OUT


def unknown_word_beside(case: Case) -> str | None:
    """A capital word inside a sentence that is no title may be a given name: "Ulrike Putin"."""
    if not case.beside.unknown:
        return None
    if case.page.full.isdisjoint(case.bearers):
        case.page.strangers[case.bearers] = case.start
    return OUT


def named_before(case: Case) -> str | None:
    """The bearer last named in full above; nobody where that was another person of this surname."""
    latest = case.page.latest
    above = [actor for actor in case.candidates if actor in latest]
    stranger = case.page.strangers.get(case.bearers, -1)
    if not above:
        return OUT if stranger >= 0 else None
    nearest = max(above, key=latest.__getitem__)
    return nearest if latest[nearest] > stranger else OUT


def named_below(case: Case) -> str | None:
    """The one bearer who is named in full further down: a headline goes before its lead."""
    below = [actor for actor in case.candidates if actor in case.page.full]
    return below[0] if len(below) == 1 else None


def in_office(case: Case) -> str | None:
    """The one bearer who held an office that day."""
    holding = [actor for actor in case.candidates if case.page.registry.offices_of(actor, case.page.day)]
    if holding:
        case.candidates = tuple(holding)
    return holding[0] if len(holding) == 1 else None


def of_a_named_state(case: Case) -> str | None:
    """The one bearer whose state the document names."""
    actors = case.page.registry.actors
    there = [actor for actor in case.candidates if actors[actor].state in case.page.states]
    return there[0] if len(there) == 1 and case.page.registry.offices_of(there[0], case.page.day) else None


def once_in_office(case: Case) -> str | None:
    """The only bearer on the desk, where he held an office before that day."""
    if len(case.bearers) > 1:
        return None
    terms = [tenure.term for tenure in case.page.registry.actors[case.bearers[0]].tenures]
    return case.bearers[0] if any(term.since is None or term.since <= case.page.day for term in terms) else None


def _narrow(case: Case, fits: Callable[[str], bool]) -> str | None:
    """Keep the bearers who fit; one is the answer, none means another person, several leave it to the next rule."""
    case.candidates = tuple(actor for actor in case.candidates if fits(actor))
    if not case.candidates:
        case.page.strangers[case.bearers] = case.start
        return OUT
    if len(case.candidates) > 1:
        return None
    case.page.latest[case.candidates[0]] = case.start
    return case.candidates[0]


RULES: tuple[Callable[[Case], str | None], ...] = (
    longer_name,
    plain_word,
    initial_beside,
    holder_of_the_office_beside,
    given_name_beside,
    title_of_the_other_sex,
    unknown_word_beside,
    named_before,
    named_below,
    in_office,
    of_a_named_state,
    once_in_office,
)
