"""Every surface form of every name on the desk, in one language, with what it may name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from overtone.language import Language
from overtone.records import Names
from overtone.registry import Actor, Registry

NEUTER = ("кое", "кае")  # less its last letter it is the first half of a compound adjective
APOSTROPHES = ("'", "’")

# Geographical names that contain the name of a state and do not name it.
NOT_STATES = (
    "South China Sea",
    "East China Sea",
    "Sea of Japan",
    "Japan Sea",
    "Indian Ocean",
    "New Mexico",
    "Gulf of Mexico",
    "Mexico City",
    "American Samoa",
    "Kuwait City",
    "Panama Canal",
    "British Columbia",
    "New Jersey",
    "Японское море",
    "Японского моря",
    "Японском море",
    "Индийский океан",
    "Индийского океана",
    "Индийском океане",
    "Індыйскі акіян",
    "Індыйскага акіяна",
    "Індыйскім акіяне",
)


class Entry(NamedTuple):
    """One thing that a surface form may name."""

    kind: str  # full | surname | office | state | institution | bloc, "" for a name that blocks a shorter one
    target: str  # registry id


def desk_forms(registry: Registry, spoken: Language) -> Iterator[tuple[str, Entry]]:
    """Every form of every name but the topics', with the one thing it may name; a form may come more than once."""
    for actor in registry.actors.values():
        yield from _actor_forms(actor, spoken)
    for state in registry.states.values():
        entry = Entry("state", state.id)
        yield from ((form, entry) for form in _forms(state.names, state.forms, "place", spoken))
        yield from ((form, entry) for name in state.adjectives.of(spoken.code) for form in _adjective(name, spoken))
    for kind, facts in (("institution", registry.institutions), ("bloc", registry.blocs), ("office", registry.offices)):
        for key, fact in facts.items():
            entry = Entry(kind, key)
            yield from ((form, entry) for form in _forms(fact.names, fact.forms, "phrase", spoken))
    yield from ((name, Entry("", name)) for name in NOT_STATES)


def _forms(names: Names, overrides: Iterable[tuple[str, str]], kind: str, spoken: Language) -> set[str]:
    """Surface forms of the names by the rules of the language, with the forms the facts give themselves."""
    found: set[str] = set()
    for name in names.of(spoken.code):
        found |= _inflected(name, kind, spoken)
    return found | {form for key, form in overrides if key.partition(".")[0] == spoken.code}


def _inflected(name: str, kind: str, spoken: Language) -> set[str]:
    """The forms of a name without possessives, whose apostrophe is a word border anyway."""
    tail = len(name)
    return {name} | {
        form
        for form in spoken.forms(name, kind)
        if not (form.startswith(name) and form[tail : tail + 1] in APOSTROPHES)
    }


def _adjective(name: str, spoken: Language) -> set[str]:
    """The forms of an adjective, and the first half it gives to a compound: «российско-», «беларуска-»."""
    found = _inflected(name, "adjective", spoken)
    return found | {form[:-1] for form in found if form.endswith(NEUTER)}


def _actor_forms(actor: Actor, spoken: Language) -> Iterator[tuple[str, Entry]]:
    """Full names, the same with the surname first as on the Kremlin's page cards, and surnames."""
    full = Entry("full", actor.id)
    for name in actor.names.of(spoken.code):
        cut, _ = _cut(name, actor.surnames.of(spoken.code))
        for form in _inflected(name, f"person-{actor.gender}", spoken):
            words = form.split(" ")
            yield form, full
            yield " ".join(words[cut:] + words[:cut]), full
    surname = Entry("surname", actor.id)
    yield from ((form, surname) for form in _forms(actor.surnames, actor.forms, f"surname-{actor.gender}", spoken))


def _cut(name: str, surnames: Iterable[str]) -> tuple[int, bool]:
    """Where a full name falls into given name and surname, in words, and whether the surname stands first (Xi)."""
    words = len(name.split())
    for surname in sorted(surnames, key=len, reverse=True):
        if name.endswith(f" {surname}"):
            return words - len(surname.split()), False
        if name.startswith(f"{surname} "):
            return len(surname.split()), True
    return max(words - 1, 0), False


def names_beside(actor: Actor, spoken: Language) -> frozenset[str]:
    """Forms of the words that stand beside the surname in the full names: "Alexander", «Александра», «Аляксандрам»."""
    found: set[str] = set()
    for name in actor.names.of(spoken.code):
        cut, surname_first = _cut(name, actor.surnames.of(spoken.code))
        for form in _inflected(name, f"person-{actor.gender}", spoken):
            words = spoken.fold(form).split(" ")
            found.update(words[cut:] if surname_first else words[:cut])
    return frozenset(found)


def place_words(registry: Registry, spoken: Language) -> Iterator[str]:
    """The words of all forms of places, so that «В Душанбе Рахмон принял …» does not make a given name of a town."""
    for place in registry.places.values():
        for form in _forms(place.names, (), "place", spoken):
            yield from spoken.fold(form).split()


def capitals(form: str, entry: Entry) -> Iterator[str]:
    """The form with the first letters it may have: «белорусский» in front, "President of" inside a sentence."""
    yield form
    first, rest = form[:1], form[1:]
    if first.islower():
        yield first.upper() + rest
    elif entry.kind in ("office", "institution") and " " in form and rest[:1].islower():
        yield first.lower() + rest
