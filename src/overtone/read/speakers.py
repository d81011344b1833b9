"""Who is speaking: a printed label, resolved to an actor and an office at that date.

The registry is asked by full name, by initial and surname, by title and surname, and by title alone; the label's own
office words must not contradict the actor's offices. What stays open is nobody: no speaker is guessed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from overtone.read.labels import name_key
from overtone.read.labels_scene import Label, has_head
from overtone.read.labels_words import CONNECTORS, ENLARGERS, HEADS
from overtone.read.speakers_spelling import sound
from overtone.records import Document, Names
from overtone.registry import Actor, Office, Registry

_LANGUAGES = ("en", "ru", "be")
_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "dame", "madam"})
_GENDERS = {"mr": ("m",), "mrs": ("f",), "ms": ("f",), "miss": ("f",), "dr": ("m", "f")}
_EVERYWHERE = CONNECTORS | ENLARGERS | _CIVIL
_EXECUTIVE = frozenset(  # titles of those of whom the facts say no more than that they serve an administration
    {
        "secretary", "undersecretary", "under-secretary", "administrator", "director", "ambassador", "adviser",
        "advisor", "assistant", "aide", "envoy", "coordinator", "chair", "spokesperson", "spokesman", "spokeswoman",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Book:
    """The names of a registry, ready to be looked up by what labels print."""

    registry: Registry
    full: Mapping[str, tuple[str, ...]]  # key of a full name → actors
    initialled: Mapping[str, tuple[str, ...]]  # key of "В.Путин" → actors
    surnames: Mapping[str, tuple[str, ...]]
    families: Mapping[str, tuple[str, ...]]  # first and last word of names that are cited only in full → actors
    titles: Mapping[str, tuple[str, ...]]  # key of an office's wording → offices
    places: frozenset[str]  # keys of states, blocs and institutions
    office_words: Mapping[str, frozenset[str]]  # office → words of its name
    called: Mapping[tuple[str, str], tuple[str, ...]]  # state, and an office's folded name with or without "of …"
    named: Mapping[str, frozenset[str]]  # actor → words of the own names
    trades: Mapping[str, frozenset[str]]  # actor → words of all offices ever held, and of the own state
    sounds: Mapping[str, tuple[str, ...]]  # how a full name sounds → actors

    def knows(self, name: str) -> bool:
        """Whether a stretch of words is a full name, or initial and surname, of somebody in the registry."""
        key = name_key(name)
        return key in self.full or (key in self.initialled and "." in name)

    def is_place(self, name: str) -> bool:
        """Whether a stretch of words is the name of a state, bloc or institution."""
        return name_key(name) in self.places


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What resolving needs of the document: the day, the state it speaks for, and its text."""

    day: date
    state: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Desk:
    """A registry as a key: two with the same digest hold the same facts."""

    digest: str
    registry: Registry = field(compare=False)


def book(registry: Registry) -> Book:
    """The book of a registry, made at the first call in a process and kept."""
    return _made(_Desk(registry.digest, registry))


@lru_cache(maxsize=8)
def _made(desk: _Desk) -> Book:
    registry = desk.registry
    full: dict[str, dict[str, None]] = {}
    initialled: dict[str, dict[str, None]] = {}
    surnames: dict[str, dict[str, None]] = {}
    families: dict[str, dict[str, None]] = {}
    titles: dict[str, dict[str, None]] = {}
    sounds: dict[str, dict[str, None]] = {}
    for actor in registry.actors.values():
        for name in _all(actor.names):
            _enter(full, name, actor.id)
            sounds.setdefault(sound(name), {})[actor.id] = None
        for surname, initial in _with_initials(actor):
            _enter(surnames, surname, actor.id)
            _enter(initialled, initial + surname, actor.id)
        for family in _family_names(actor):
            _enter(families, family, actor.id)
    for office in registry.offices.values():
        for wording in _all(office.names):
            _enter(titles, wording, office.id)
    places = (fact.names for kind in (registry.states, registry.blocs, registry.institutions) for fact in kind.values())
    office_words = {
        office.id: frozenset(word for name in _all(office.names) for word in content_words(name))
        for office in registry.offices.values()
    }
    return Book(
        registry, _closed(full), _closed(initialled), _closed(surnames), _closed(families), _closed(titles),
        frozenset(name_key(name) for names in places for name in _all(names)),
        office_words, _called(registry),
        {
            actor.id: frozenset(word for name in _all(actor.names) for word in content_words(name))
            for actor in registry.actors.values()
        },
        {actor.id: _trade(actor, registry, office_words) for actor in registry.actors.values()},
        {key: tuple(actors) for key, actors in sounds.items()},
    )  # fmt: skip


def _called(registry: Registry) -> dict[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], dict[str, None]] = {}
    for office in registry.offices.values():
        for name in _all(office.names):
            steps = name.casefold().split(" of ")
            for length in range(1, len(steps) + 1):
                table.setdefault((office.state or "", " of ".join(steps[:length])), {})[office.id] = None
    return {key: tuple(offices) for key, offices in table.items()}


def _enter(table: dict[str, dict[str, None]], name: str, target: str) -> None:
    table.setdefault(name_key(name), {})[target] = None


def _closed(table: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(targets) for key, targets in table.items() if key}


def _all(names: Names) -> Iterator[str]:
    return (name for lang in _LANGUAGES for name in names.of(lang))


def _with_initials(actor: Actor) -> Iterator[tuple[str, str]]:
    for lang in _LANGUAGES:
        initials = {name[0] for name in actor.names.of(lang) if name}
        yield from ((surname, initial) for surname in actor.surnames.of(lang) for initial in sorted(initials))


def _family_names(actor: Actor) -> Iterator[str]:
    """What may be the family name where the card gives the full name as surname: "Yoon Suk Yeol", "Samantha Power"."""
    for lang in _LANGUAGES:
        for name in set(actor.names.of(lang)) & set(actor.surnames.of(lang)):
            yield from {name.split()[0], name.split()[-1]}


def setting(document: Document, registry: Registry) -> Setting:
    """What the document tells about its labels: day, speaking state, text."""
    source = registry.sources.get(document.source)
    state = source.state if source else None
    if state is None and source is not None:
        institution = registry.institutions.get(source.institution or "")
        state = institution.state if institution else None
    return Setting(day=document.happened_on or document.published_on, state=state, text=document.text)


def who(label: Label, names: Book, where: Setting) -> tuple[str | None, str | None]:
    """The actor a label names and the office he or she held that day; None where the registry does not tell.

    Not for short labels whose long form stands earlier in the document: `cast` joins those first.
    """
    if label.role in ("question", "remark", "moderation"):
        return None, None
    for rule in RULES:
        found = rule(label, names, where)
        if found is not None:
            actor = _fit(found, label, names, where.day)
            return actor, office_of(actor, label, names, where.day) if actor else None
    return None, None


def _trade(actor: Actor, registry: Registry, office_words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    held = frozenset(word for tenure in actor.tenures for word in office_words[tenure.office])
    state = registry.states.get(actor.state or "")
    names = (*_all(state.names), *_all(state.adjectives)) if state else ()
    served = any(_is_untitled(registry.offices[tenure.office]) for tenure in actor.tenures)
    return held | (_EXECUTIVE if served else frozenset()) | {word for name in names for word in content_words(name)}


def office_of(actor: str, label: Label, names: Book, day: date) -> str | None:
    """The office the label's words name, or else the main one of that day."""
    words = content_words(label.printed)
    offices = names.registry.offices_of(actor, day)
    if not offices:
        return None
    return max(offices, key=lambda office: len(words & names.office_words[office.id])).id


@lru_cache(maxsize=1 << 14)
def content_words(printed: str) -> frozenset[str]:
    """Words of a label that tell offices apart."""
    tokens = (token.casefold().strip(",.–—()’'") for token in printed.split())
    return frozenset(token for token in tokens if token and token not in _EVERYWHERE)


def _fit(actors: Sequence[str], label: Label, names: Book, day: date) -> str | None:
    """The one actor whose offices the label does not contradict; with namesakes, the one in office that day."""
    fitting = [actor for actor in actors if not _contradicted(actor, label, names)]
    if len(fitting) > 1:
        fitting = [actor for actor in fitting if names.registry.offices_of(actor, day)]
    return fitting[0] if len(fitting) == 1 else None


def _contradicted(actor: str, label: Label, names: Book) -> bool:
    """Whether the label gives an occupation that shares no word with any office the actor ever held."""
    title = label.printed.replace(label.name, " ").split()
    if not has_head([t for t in title if t.casefold().strip(".,") not in _CIVIL]):
        return False
    own = content_words(" ".join(title)) - names.named[actor]
    return bool(own) and not own & names.trades[actor]


def full_name(label: Label, names: Book, where: Setting) -> Sequence[str] | None:
    """A full name of the registry among the printed words, the longest first."""
    for key in (name_key(label.name), *_runs(label.printed)):
        found = names.full.get(key)
        if found:
            return found
    return None


@lru_cache(maxsize=1 << 14)
def _runs(printed: str) -> tuple[str, ...]:
    """Keys of all stretches of five to two words that begin with a capital, the longest and last first."""
    tokens = printed.replace(",", " ").split()
    return tuple(
        name_key(" ".join(tokens[at : at + length]))
        for length in range(min(5, len(tokens)), 1, -1)
        for at in range(len(tokens) - length, -1, -1)
        if tokens[at][0].isupper()
    )


def initial_and_surname(label: Label, names: Book, where: Setting) -> Sequence[str] | None:
    """«В.Путин», "V. Putin"."""
    last = label.name.split()[-2:]
    if not last or "." not in label.name:
        return None
    return names.initialled.get(name_key("".join(last))) or names.initialled.get(name_key(last[-1]))


def title_and_surname(label: Label, names: Book, where: Setting) -> Sequence[str] | None:
    """ "PRESIDENT ZELENSKYY", "SECRETARY BLINKEN", "President Putin": a title the bearer holds that day."""
    tokens = label.printed.split()
    title = content_words(" ".join(tokens[:-1])) & HEADS
    if not title:
        return None
    titled = not content_words(" ".join(tokens[:-1])) - HEADS
    family = names.families.get(name_key(tokens[-1]), ()) if titled else ()
    for bearers in (_bearers(tokens, names), family):
        held = [
            a for a in bearers if any(_bears(title, o, names, where) for o in names.registry.offices_of(a, where.day))
        ]
        if held:
            return held
    return None


def _is_untitled(office: Office) -> bool:
    """Whether the facts name no title: "senior official of the US administration"."""
    return not any(content_words(name) & HEADS for name in office.names.en)


def _bears(title: frozenset[str], office: Office, names: Book, where: Setting) -> bool:
    """Whether the office has that title, or is one of the publishing state for which the facts give none."""
    if title <= names.office_words[office.id]:
        return True
    return title <= _EXECUTIVE and office.state == where.state and _is_untitled(office)


def _bearers(tokens: Sequence[str], names: Book) -> tuple[str, ...]:
    for length in (3, 2, 1):
        found = names.surnames.get(name_key(" ".join(tokens[-length:]))) if len(tokens) >= length else None
        if found:
            return found
    return ()


def surname_named_in_full(label: Label, names: Book, where: Setting) -> Sequence[str] | None:
    """ "MS. PSAKI", "Putin": a surname by itself counts where the document names its one bearer in full."""
    tokens = label.printed.split()
    if len(tokens) > 1 and content_words(" ".join(tokens[:-1])) - _CIVIL:
        return None
    cards = names.registry.actors
    written = [a for a in _bearers(tokens, names) if any(name in where.text for name in _all(cards[a].names))]
    return written or None


def civil_title_and_surname(label: Label, names: Book, where: Setting) -> Sequence[str] | None:
    """ "MS. JEAN-PIERRE": the one of that surname and gender who holds an office of the publishing state that day."""
    civil, *rest = label.printed.split()
    genders = _GENDERS.get(civil.casefold().strip("."))
    if genders is None or not rest or where.state is None:
        return None
    registry = names.registry
    serving = [
        actor
        for actor in names.surnames.get(name_key(" ".join(rest)), ())
        if registry.actors[actor].gender in genders
        and any(office.state == where.state for office in registry.offices_of(actor, where.day))
    ]
    return serving if len(serving) == 1 else None


def title_alone(label: Label, names: Book, where: Setting) -> Sequence[str] | None:
    """ "President of Belarus", "THE PRESIDENT" on the page of that president's own state: who holds it that day."""
    registry = names.registry
    words = label.printed.split()
    if words[0].casefold() == "the":
        words = words[1:]
    offices = names.titles.get(name_key(" ".join(words)), ())
    if not offices and where.state and has_head(words):
        offices = names.called.get((where.state, " ".join(words).casefold()), ())
    holders = {holder.id for office in offices for holder in registry.holders(office, where.day)}
    return tuple(holders) if len(holders) == 1 else None


RULES: tuple[Callable[[Label, Book, Setting], Sequence[str] | None], ...] = (
    full_name,
    initial_and_surname,
    title_and_surname,
    surname_named_in_full,
    civil_title_and_surname,
    title_alone,
)
