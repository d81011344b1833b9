"""Whose surname it is: small rules in a fixed order (RULES, at the foot), the first that knows decides.

The name that stands beside it, who was named in full in the same document, who held an office that day. What no rule
decides stays out. Not for full names, which need no rule.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from overtone.read.beside import Beside, part_of_longer_name
from overtone.read.gazetteer import Gazetteer, Hit
from overtone.read.spelling import sound_key, spelt_alike
from overtone.read.title_words import PLAIN_WORDS, SEX_OF_TITLE
from overtone.registry import Registry

CROWD = 100  # people who held an office, ever: more than a cabinet's ministers in twenty years
OUT = ""  # the decision that a name stays out


@dataclass
class Page:
    """What the rules may know of the document while it is read from its beginning to its end."""

    registry: Registry
    names: Gazetteer
    folded: str
    day: date
    hits: Sequence[Hit]
    latest: dict[str, int] = field(default_factory=dict)  # actor → last full name so far
    strangers: dict[tuple[str, ...], int] = field(default_factory=dict)  # surname → last other bearer so far

    @cached_property
    def full(self) -> set[str]:
        """Actors whom the document names in full."""
        return {actor for _, _, meaning in self.hits if meaning.full for actor in meaning.full}

    @cached_property
    def states(self) -> set[str]:
        """The states named anywhere."""
        return {target for _, _, meaning in self.hits for kind, target in meaning.things if kind == "state"}

    @cached_property
    def ends(self) -> set[int]:
        """Where names of states, institutions and blocs end."""
        return {stop for _, stop, meaning in self.hits if meaning.things}

    @cached_property
    def persons(self) -> set[int]:
        """Where a person's name begins."""
        return {start for start, _, meaning in self.hits if meaning.full or meaning.surname}

    @cached_property
    def offices(self) -> dict[int, tuple[str, ...]]:
        """Where the name of an office ends → which it may be."""
        return {stop: meaning.offices for _, stop, meaning in self.hits if meaning.offices}


@dataclass(slots=True)
class Case:
    """A surname in the text and who may be meant."""

    page: Page
    start: int
    stop: int
    bearers: tuple[str, ...]  # every actor with this surname
    candidates: tuple[str, ...]  # those not yet excluded
    beside: Beside


def longer_name(case: Case) -> str | None:
    """The surname is a part of another name: "Putin Street", "Saltykov-Shchedrin", "Klaus Schroeder"."""
    page, stop = case.page, case.stop
    given_name = stop + 1 in page.persons and page.folded[stop] == " " and not case.beside.title
    return OUT if given_name or part_of_longer_name(page.folded, case.start, stop, page.hits) else None


def plain_word(case: Case) -> str | None:
    """A surname that is a word too ("May", "Moon") counts after a title or the person's own given name."""
    plain = case.page.folded[case.start : case.stop] in PLAIN_WORDS or case.stop in case.page.ends
    return OUT if plain and not (case.beside.title or case.beside.given) else None


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
    """The one bearer who held an office that day, if it is not one of a crowd's (the governors of eighty regions)."""
    holding = [actor for actor in case.candidates if case.page.registry.offices_of(actor, case.page.day)]
    if holding:
        case.candidates = tuple(holding)
    return holding[0] if len(holding) == 1 and _known_by_surname(case.page.registry, holding[0]) else None


def of_a_named_state(case: Case) -> str | None:
    """The one of several office-holders of that day whose state the document names."""
    registry = case.page.registry
    there = [actor for actor in case.candidates if registry.actors[actor].state in case.page.states]
    holds = len(there) == 1 and registry.offices_of(there[0], case.page.day)
    return there[0] if holds and _known_by_surname(registry, there[0]) else None


def once_in_office(case: Case) -> str | None:
    """The only bearer on the desk, where he held an office before that day, and not one of a crowd's."""
    bearer, *others = case.bearers
    if others or not _known_by_surname(case.page.registry, bearer):
        return None
    terms = [tenure.term for tenure in case.page.registry.actors[bearer].tenures]
    return bearer if any(term.since is None or term.since <= case.page.day for term in terms) else None


def _known_by_surname(registry: Registry, actor: str) -> bool:
    """Whether an office of the actor had few holders: a surname alone does not tell a governor from a passer-by."""
    return any(len(registry.posts.get(tenure.office, ())) <= CROWD for tenure in registry.actors[actor].tenures)


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
