"""One document as the rules of resolution see it: folded once, with its sentences, names, day and publisher."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import attrgetter

from overtone.language import LANGUAGES, language
from overtone.language.lists import listed
from overtone.language.reporting import REPORTING, Reporting
from overtone.read.gazetteer import gazetteer
from overtone.read.quotations import has_quotation, quotations
from overtone.read.resolution.offices import bodies_of, kinds
from overtone.read.resolution.wording import Wording, any_of, wording
from overtone.records import Document, Mention
from overtone.registry import Registry

PARTS = ("lead", "body")
LONGEST = 200  # characters: no name is longer
MENTION_START = attrgetter("start")
# Towns whose name stands for a government: "Minsk says". Their states are told by the facts.
CAPITALS = frozenset(
    listed(
        "moscow minsk kyiv astana bishkek dushanbe yerevan baku ashgabat tashkent tehran ankara beijing new-delhi "
        "warsaw vilnius riga berlin paris london washington madrid prague rome vienna"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the rules may know of a document. Offsets are those of its text."""

    document: Document
    registry: Registry
    day: date
    home: str  # the state whose official source this is, "" for others
    publisher: str  # the institution that publishes, "" where the facts do not tell
    text: str  # folded, lower case, as long as the document's
    folded: str
    people: tuple[Mention, ...]  # mentions of actors, in order
    bodies: tuple[Mention, ...]
    places: tuple[Mention, ...]  # states and blocs
    sentences: tuple[tuple[int, int], ...]  # of lead and body, in order
    starts: tuple[int, ...]
    quoted: Sequence[tuple[int, int]]
    wording: Wording
    reporting: Reporting
    towns: re.Pattern[str]  # capitals in every form
    capitals: dict[str, str]  # form → state

    def sentence(self, place: int) -> tuple[int, int] | None:
        """The sentence in which a place lies; None in a headline."""
        number = bisect_right(self.starts, place) - 1
        found = self.sentences[number] if number >= 0 else None
        return found if found is not None and place < found[1] else None

    def run(self, start: int, stop: int) -> tuple[int, int] | None:
        """From the first to the last sentence that a span touches; None in a headline."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, stop)
        touched = [s for s in self.sentences[first:last] if s[1] > start]
        return (touched[0][0], touched[-1][1]) if touched else None

    def state_of(self, key: str) -> str:
        """The state of an actor or an institution; empty for others."""
        actor, body = self.registry.actors.get(key), self.registry.institutions.get(key)
        return (actor.state if actor else body.state if body else "") or ""

    def is_name(self, place: Mention) -> bool:
        """Whether a state is named by its name, not by an adjective: "of Russia", not "of a Russian company"."""
        state = self.registry.states.get(place.target)
        if state is None:
            return False
        words = self.text[place.start : place.stop]
        return words in _state_forms(_Desk(self.registry.digest, self.registry), place.target, self.document.lang)

    def gender(self, key: str) -> str:
        """m or f of an actor; empty for others."""
        actor = self.registry.actors.get(key)
        return actor.gender if actor else ""

    def institution_of(self, actor: str) -> str:
        """The institution in which an actor held an office that day; empty where the facts tell none."""
        return next((o.institution for o in self.registry.offices_of(actor, self.day) if o.institution), "")


def within(mentions: Sequence[Mention], start: int, stop: int) -> list[Mention]:
    """The mentions that touch a span; they must be in order."""
    first = bisect_left(mentions, start - LONGEST, key=MENTION_START)
    last = bisect_left(mentions, stop, lo=first, key=MENTION_START)
    return [m for m in mentions[first:last] if m.stop > start]


def scene_of(document: Document, registry: Registry, mentions: Sequence[Mention]) -> Scene:
    """Lay a document out. Raises UsageError for a language the house does not speak."""
    lang = document.lang
    folded = gazetteer(registry, lang).fold(document.text)
    lower = folded.lower()
    text = lower if len(lower) == len(folded) else folded
    home, publisher = home_of(document, registry)
    sentences = tuple(_sentences(document))
    towns, capitals = _capitals(_Desk(registry.digest, registry), lang)
    return Scene(
        document=document,
        registry=registry,
        day=document.happened_on or document.published_on,
        home=home,
        publisher=publisher,
        text=text,
        folded=folded,
        people=tuple(m for m in mentions if m.kind == "actor"),
        bodies=tuple(m for m in mentions if m.kind == "institution"),
        places=tuple(m for m in mentions if m.kind in ("state", "bloc")),
        sentences=sentences,
        starts=tuple(start for start, _ in sentences),
        quoted=quotations(text) if has_quotation(text) else (),
        wording=wording(lang),
        reporting=REPORTING[lang],
        towns=towns,
        capitals=capitals,
    )


def _sentences(document: Document) -> list[tuple[int, int]]:
    tongue = language(document.lang)
    parts = [part for part in document.parts if part.role in PARTS]
    spans = [(part.start, part.stop) for part in parts] or ([] if document.parts else [(0, len(document.text))])
    return [(low + a, low + b) for low, high in spans for a, b in tongue.sentences(document.text[low:high])]


@dataclass(frozen=True, slots=True)
class _Desk:
    digest: str
    registry: Registry = field(compare=False)


@lru_cache(maxsize=1024)
def _state_forms(desk: "_Desk", key: str, lang: str) -> frozenset[str]:
    state, spoken = desk.registry.states[key], language(lang)
    forms = {form for name in state.names.of(lang) for form in {name} | spoken.forms(name, "place")}
    forms |= {form for case, form in state.forms if case.startswith(lang)}
    return frozenset(spoken.fold(form).lower() for form in forms)


@lru_cache(maxsize=8)
def _capitals(desk: _Desk, lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    spoken, found = language(lang), {}
    for key, place in desk.registry.places.items():
        if key in CAPITALS and place.state:
            for name in place.names.of(lang):
                for form in {name} | spoken.forms(name, "place"):
                    found[spoken.fold(form).lower()] = place.state
    return any_of(found or {"\x00"}), found


def home_of(document: Document, registry: Registry) -> tuple[str, str]:
    """The state and the institution whose official page a document is: by the source's card, else by its publisher."""
    card = registry.sources.get(document.source)
    if card is not None and card.kind == "official":
        body = registry.institutions.get(card.institution or "")
        return card.state or (body.state if body else "") or "", card.institution or ""
    return _published_by(_Desk(registry.digest, registry), document.publisher) if document.publisher else ("", "")


@lru_cache(maxsize=512)
def _published_by(desk: _Desk, publisher: str) -> tuple[str, str]:
    registry = desk.registry
    for lang in LANGUAGES:
        names = gazetteer(registry, lang)
        for start, _, meaning in names.find_names(names.fold(publisher)):
            for office in meaning.offices if start == 0 else ():
                state = registry.offices[office].state or ""
                if "president" in kinds(registry).callings[office] and state:
                    return state, next(iter(bodies_of(registry, "press-service", state)), "")
            for kind, key in meaning.things if start == 0 else ():
                if kind == "institution" and key:
                    return registry.institutions[key].state or "", key
    return "", ""
