"""Findings about contacts: who met whom, for the how-manieth time, what was only announced, what fell through."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from overtone.assess.material import Material
from overtone.records import Encounter, Finding, Slot

HELD_PHRASES = {
    "bilateral": "met-bilateral",
    "multilateral": "met-multilateral",
    "sidelines": "met-sidelines",
    "phone": "phoned",
    "video": "met-video",
}
PLACELESS = frozenset({"phone", "video"})
SHORT = 3  # slots of a contact without its place: parties, date, the contact itself

# For two people and a year, by counting rule: the occasions it counts, in order; contacts of one trip are one occasion.
Occasions = tuple[tuple[Encounter, ...], ...]
Counts = Callable[[tuple[str, str], int], Sequence[tuple[str, Occasions]]]


def place_id(material: Material, words: str) -> str | None:
    """The known place that a source's wording names, the longest name first; None where none does."""
    folded = words.casefold()
    found = [
        (len(name), key)
        for key, place in material.registry.places.items()
        for lang in ("en", "ru", "be")
        for name in place.names.of(lang)
        if name.casefold() in folded
    ]
    return max(found)[1] if found else None


def _slots(material: Material, encounter: Encounter) -> tuple[Slot, ...]:
    slots = [
        Slot(name="parties", kind="actor", value=",".join(encounter.parties)),
        Slot(name="date", kind="date", value=encounter.date.isoformat()),
        Slot(name="contact", kind="encounter", value=encounter.id),  # written by no phrase: what the date leads to
    ]
    place = place_id(material, encounter.place)
    if place and encounter.kind not in PLACELESS:
        slots.append(Slot(name="place", kind="place", value=place))
    return tuple(slots)


def held(material: Material, theme: str) -> Iterator[Finding]:
    """One finding for each contact of the theme held in the week, the smallest circle first."""
    for encounter in _in_window(material, theme, "held"):
        yield told_held(material, encounter)


def told_held(material: Material, encounter: Encounter) -> Finding:
    """A held contact as a sentence: who, how, where, when."""
    slots = _slots(material, encounter)
    key = HELD_PHRASES[encounter.kind]
    if encounter.kind not in PLACELESS and not any(slot.name == "place" for slot in slots):
        key += "-noplace"
    if encounter.event in material.registry.events and len(encounter.parties) > 2:
        key, slots = "met-event", (*slots, Slot(name="event", kind="event", value=encounter.event))
    weight = 110.0 - min(len(encounter.parties), 8) - 10 * (encounter.kind in PLACELESS)
    return Finding(key=key, slots=slots, evidence=encounter.reports, weight=weight)


def told_open(material: Material, encounter: Encounter) -> Finding | None:
    """A contact that was only announced, or fell through, as a sentence; None for one that was held or denied."""
    slots = _slots(material, encounter)[:SHORT]
    if encounter.status == "cancelled":
        return Finding(key="cancelled", slots=slots, evidence=encounter.reports, weight=45.0)
    if encounter.status != "announced":
        return None
    if encounter.date >= material.window.stop:
        return Finding(key="announced-ahead", slots=slots, evidence=encounter.reports, weight=35.0)
    key = "announced-other" if _met_otherwise(material, encounter) else "announced-open"
    return Finding(key=key, slots=slots, evidence=encounter.reports, weight=40.0)


def counted(material: Material, theme: str, counts: Counts) -> Iterator[Finding]:
    """For each held contact, the ordinal it has between the theme's two states' office-holders under each rule."""
    pair = busiest_pair(material, theme)
    told: set[str] = set()
    for encounter in _in_window(material, theme, "held"):
        if pair is not None and set(pair) <= set(encounter.parties):
            finding = _ordinal(material, encounter, pair, counts(pair, encounter.date.year))
            if finding is not None and _spread(finding) not in told:
                told.add(_spread(finding))
                yield finding


def _spread(finding: Finding) -> str:
    """The numbers of a count: contacts of one trip have the same, and are told once."""
    return ",".join(slot.value for slot in finding.slots if slot.name in {"n", "low", "high"})


def _ordinal(
    material: Material, encounter: Encounter, pair: tuple[str, str], counts: Sequence[tuple[str, Occasions]]
) -> Finding | None:
    places = [
        (rule, number)
        for rule, occasions in counts
        for number, occasion in enumerate(occasions, start=1)
        if encounter.id in {e.id for e in occasion}
    ]
    if not places:
        return None
    rule, number = places[0]
    others = sorted({ordinal for _, ordinal in places[1:]})
    values = {
        "rule": ("rule", rule),
        "n": ("count", str(number)),
        "pair": ("actor", ",".join(pair)),
        "year": ("word", str(encounter.date.year)),
        "low": ("count", str(min(others, default=number))),
        "high": ("count", str(max(others, default=number))),
    }
    slots = tuple(Slot(name=name, kind=kind, value=value) for name, (kind, value) in values.items())
    key = "counted" if len(others) > 1 else "counted-alone" if others in ([], [number]) else "counted-other"
    occasions = dict(counts)[rule][:number]
    reports = tuple(evidence for occasion in occasions for evidence in occasion[0].reports[:1])
    return Finding(key=key, slots=slots, evidence=reports, weight=101.0 - min(len(encounter.parties), 8))


def open_announcements(material: Material, theme: str) -> Iterator[Finding]:
    """Announced contacts of the week without a report that they took place, those still ahead, those cancelled."""
    ahead = (
        e
        for e in material.encounters
        if e.status == "announced" and e.date >= material.window.stop and theme in material.themes_of_encounter(e)
    )
    waiting = (*_in_window(material, theme, "announced"), *_in_window(material, theme, "cancelled"), *ahead)
    for encounter in waiting:
        finding = told_open(material, encounter)
        if finding is not None:
            yield finding


def _met_otherwise(material: Material, announced: Encounter) -> bool:
    """Whether the same people had another contact on the day for which one was announced."""
    return any(
        e.status == "held" and e.date == announced.date and set(announced.parties) <= set(e.parties)
        for e in material.encounters
    )


def _in_window(material: Material, theme: str, status: str) -> Iterator[Encounter]:
    window = material.window
    for encounter in sorted(material.encounters, key=lambda e: (e.date, len(e.parties), e.id)):
        inside = window.start <= encounter.date < window.stop and encounter.status == status
        if inside and theme in material.themes_of_encounter(encounter):
            yield encounter


def busiest_pair(material: Material, theme: str) -> tuple[str, str] | None:
    """The two people of the theme's state pairs who had most contacts this year; None under two contacts."""
    wanted = {frozenset(pair) for pair in material.registry.themes[theme].pairs}
    tally: Counter[tuple[str, str]] = Counter()
    for encounter in material.encounters:
        for one, other in combinations(encounter.parties, 2):
            states = frozenset({material.state_of(one), material.state_of(other)})
            if len(states) == 2 and states in wanted:
                tally[one, other] += encounter.status == "held"
    busy = [(number, pair) for pair, number in tally.items() if number >= 2]
    return min(busy, key=lambda item: (-item[0], item[1]))[1] if busy else None
