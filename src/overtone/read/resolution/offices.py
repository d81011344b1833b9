"""The desk by kind of office and of institution: who is "the Polish president", which is "the defence ministry".

The facts name each office in full ("President of Belarus"). Here the English names, which every fact has, tell of what
kind it is, so that a title in any language (`language/referring.py`) finds its offices. Not for judging who speaks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from overtone.language.lists import listed
from overtone.registry import Office, Registry

# What is left of an office's English name without its state: one office in a state is so called.
STATE_TITLES: Mapping[str, str] = {
    "president": "president|federal president|acting president",
    "premier": "prime minister|chancellor|federal chancellor|taoiseach|premier|acting prime minister"
    "|chairman of council of ministers|state minister",
    "foreign": "foreign minister|minister of foreign affairs|secretary of state|foreign secretary",
    "defence": "defen[cs]e minister|minister of defen[cs]e|secretary of defen[cs]e|defen[cs]e secretary",
    "interior": "interior minister|minister of internal affairs",
    "finance": "finance minister|minister of finance|secretary of treasury|treasury secretary",
    "economy": "economy minister|minister of economy",
    "monarch": "king|queen|emir|sultan|emperor|prince",
    "pope": "pope|pope of rome",
}
# Words of an office's English name that allow its holder to be called so.
WIDER_TITLES: Mapping[str, str] = {
    "minister": r"\bminister\b(?<!prime minister)|secretary of (?:state|defen[cs]e)",
    "spokesman": r"press secretary|spokes",
    "secretary-general": r"secretary[- ]general|executive secretary",
    "state-secretary": r"secretary of the security council|security council secretary|state secretary",
    "staff": r"chief of the (?:\w+ )?(?:general|joint) staff|chief of staff",
    "commander": r"command",
    "ambassador": r"ambassador|permanent representative|envoy",
    "speaker": r"\bspeaker|chair\w* of the (?:state duma|council of the republic|federation council|verkhovna)",
    "lawmaker": r"\bduma|\brada\b|parliament|senator|congress|house of representatives|federation council"
    r"|national assembly|council of the republic",
    "governor": r"\bgovernor|head of a russian region",
    "mayor": r"\bmayor\b",
    "aide": r"\baides?\b|\badvis[eo]r",
    "leader": r"^president of|leader|prime minister of|chancellor of",
    "head": r"^head\b|\bchief\b|\bdirector\b|^chair|minister of",
    "chair": r"\bchair",
    "secretary": r"\bsecretary\b",
}
BODIES: Mapping[str, str] = {
    "press-service": r"press service|white house|presidential service|office of the president|lys[eé]e",
    "foreign-ministry": r"foreign ministry|ministry of foreign affairs|state department|foreign office|external action",
    "defence-ministry": r"ministry of defen[cs]e|defen[cs]e ministry|department of defense",
    "general-staff": r"general staff",
    "security-council": r"security council|national security and",
    "border": r"\bborder\b",
    "government": r"government|cabinet|council of ministers",
    "parliament": r"parliament|national assembly|rada|duma|congress",
    "central-bank": r"central bank|national bank|bank of russia",
    "ministry": r"ministr|department|foreign office",
    "committee": r"committee",
    "council": r"council",
    "assembly": r"assembly",
    "commission": r"commission",
    "service": r"service|ministr|department|committee|agency|intelligence|directorate",
    "office": r"office",
}
LESSER = re.compile(r"\b(?:deputy|vice|first deputy|assistant|former|aide|adviser|advisor|spokes\w+|ambassador)\b")
TOP = ("foreign", "defence", "premier", "speaker", "staff", "secretary-general", "state-secretary", "chair", "head")
# States whose leader is the head of government, whatever other head of state there is.
LED_BY_PREMIER = frozenset(
    listed("am at au bg ca cz de dk ee es et fi gb ge gr hr hu ie il in it jp lv mk nl nz pk pt rs se si sk")
)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The offices of a desk by what their holder is called, and its institutions by what they are called."""

    titles: Mapping[tuple[str, str], tuple[str, ...]]  # state and kind → offices, one holder each
    callings: Mapping[str, frozenset[str]]  # office → kinds of title its holder may be called by
    bodies: Mapping[str, frozenset[str]]  # institution → kinds of body


@dataclass(frozen=True, slots=True)
class _Desk:
    digest: str
    registry: Registry = field(compare=False)


def kinds(registry: Registry) -> Kinds:
    """The kinds of a desk, worked out at the first call in a process and kept."""
    return _made(_Desk(registry.digest, registry))


@lru_cache(maxsize=8)
def _made(desk: _Desk) -> Kinds:
    registry = desk.registry
    titles: dict[tuple[str, str], list[str]] = {}
    callings: dict[str, frozenset[str]] = {}
    for office in registry.offices.values():
        own = frozenset(_own_titles(office, registry))
        for kind in own:
            titles.setdefault((office.state or "", kind), []).append(office.id)
        callings[office.id] = own | frozenset(_matching(WIDER_TITLES, office.names.en))
    bodies = {key: frozenset(_matching(BODIES, found.names.en)) for key, found in registry.institutions.items()}
    return Kinds({key: tuple(found) for key, found in titles.items()}, callings, bodies)


def _own_titles(office: Office, registry: Registry) -> Iterator[str]:
    state = registry.states.get(office.state or "")
    if state is None:
        return
    words = sorted({*state.names.en, *state.adjectives.en}, key=len, reverse=True)
    for name in office.names.en:
        word = next((word for word in words if word in name), "")
        its = f"{word}'s" if word and f"{word}'s" in name else word
        rest = name.replace(its, "") if its else name
        bare = re.sub(r"\b(?:of|the|for)\b(?=\s*(?:the\s*)?$)|\bthe\b", "", rest.rstrip()).strip().lower()
        bare = re.sub(r"\s+", " ", re.sub(r"\bof\s*$", "", bare)).strip()
        for kind, pattern in STATE_TITLES.items():
            if re.fullmatch(pattern, bare):
                yield kind


def _matching(patterns: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    lowered = [name.lower() for name in names]
    for kind, pattern in patterns.items():
        if any(re.search(pattern, name) for name in lowered):
            yield kind


def holders(registry: Registry, state: str, kind: str, day: date) -> tuple[str, ...]:
    """Who may be called by a title of a state on a day: one actor where it is certain, none where nobody is known.

    A leader is the president, or where the head of government leads, that one; two holders on a day of change are
    both given.
    """
    table = kinds(registry).titles
    order: tuple[str, ...] = (kind,)
    if kind == "head-of-state":
        order = ("president", "monarch", "pope")
    elif kind == "leader":
        order = ("premier", "president", "monarch") if state in LED_BY_PREMIER else ("president", "premier", "monarch")
    elif kind == "head":
        order = ("president", "premier") if state not in LED_BY_PREMIER else ()
    for one in order:
        found = {actor.id for office in table.get((state, one), ()) for actor in registry.holders(office, day)}
        if found:
            return tuple(sorted(found))
    return ()


def holds(registry: Registry, actor: str, kind: str, day: date) -> bool:
    """Whether an actor held an office that day which a title of this kind fits; deputies are not their chiefs."""
    known = kinds(registry).callings
    offices = registry.offices_of(actor, day)
    if kind == "head-of-state":
        return any("president" in known[office.id] or "monarch" in known[office.id] for office in offices)
    return any(kind in known[o.id] and not (kind not in _UNDER and _is_lesser(o)) for o in offices)


_UNDER = frozenset({"spokesman", "aide", "ambassador", "lawmaker"})


def _is_lesser(office: Office) -> bool:
    return LESSER.search(office.names.en[0].lower()) is not None


def in_charge(registry: Registry, institution: str, kind: str, day: date) -> tuple[str, ...]:
    """Who holds the office of this kind in an institution on a day; for its head, whoever leads it."""
    known = kinds(registry).callings
    offices = [office for office in registry.offices.values() if office.institution == institution]
    if kind == "minister" and "government" in kinds(registry).bodies[institution]:
        return ()
    sought = TOP if kind in ("head", "minister", "chair", "leader", "secretary") else (kind,)
    for one in sought:
        fitting = [o for o in offices if one in known[o.id] and (kind in _UNDER or not _is_lesser(o))]
        found = {actor.id for office in fitting for actor in registry.holders(office.id, day)}
        if found:
            return tuple(sorted(found))
    return ()


def bodies_of(registry: Registry, kind: str, state: str) -> tuple[str, ...]:
    """The institutions of a kind, of one state where one is given."""
    found = kinds(registry).bodies
    return tuple(
        key
        for key, known in found.items()
        if kind in known and (not state or registry.institutions[key].state == state)
    )
