"""What the rules on encounters pass to one another: parties, passages, the scene of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from overtone.read.encounter_offices import ADJUNCT, ADJUNCT_ENDS
from overtone.records import Mention
from overtone.registry import Office, Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody a passage names as taking part."""

    id: str
    state: str  # registry id of the state, or of the organisation for its head; "" for nobody's
    rank: int  # 3 head of state, 2 of government or an organisation, 1 minister and the like
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the document: its text, where it starts, and the names in it (offsets of the document)."""

    text: str
    start: int
    role: str  # headline | lead | line
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the page tells of itself: whose it is, of which day, and what the house knows of the world."""

    registry: Registry
    day: date
    own: str  # state of the publishing institution, "" where there is none
    leader: str  # actor id of its leader on that day, "" where there is none


@dataclass(frozen=True, slots=True)
class Place:
    """A state or organisation that stands beside a title: where it is and what it is."""

    start: int
    stop: int
    target: str


def home_of(scene: Scene, actor: str, offices: Sequence[Office] | None = None) -> str:
    """The state an actor stands for that day, or the organisation whose office is held; `offices` where known."""
    held = scene.registry.offices_of(actor, scene.day) if offices is None else offices
    office = held[0] if held else None
    if office is not None and office.state is None and office.institution is not None:
        return office.institution
    return scene.registry.actors[actor].state or (office.state if office and office.state else "")


def adjunct(text: str, start: int) -> bool:
    """Whether the person is named only as somebody else's superior, or as what is talked about."""
    before = text[max(0, start - 60) : start]
    if before.endswith(("with ", "and ", ", ", "”", "«")):
        return False
    lowered = before.lower()
    word = ADJUNCT_ENDS.match(lowered, lowered.rfind(" ", 0, -1) + 1, len(lowered) - 1)
    return word is not None and ADJUNCT.search(lowered) is not None


def places_in(passage: Passage, scene: Scene) -> list[Place]:
    """The states and organisations named, in order, the longer of two at one place."""
    kinds = ("state", "bloc", "institution")
    found = [
        Place(m.start - passage.start, m.stop - passage.start, m.target) for m in passage.mentions if m.kind in kinds
    ]
    kept: list[Place] = []
    for place in sorted(found, key=lambda p: (p.start, -p.stop)):
        if not kept or place.start >= kept[-1].stop:
            kept.append(place)
    return kept
