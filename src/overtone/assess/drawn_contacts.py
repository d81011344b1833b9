"""Contacts of the year so far, each at its day, with the number it has under the first rule of counting."""

from collections.abc import Iterator, Sequence

from overtone.assess.contacts import Counts, busiest_pair
from overtone.assess.material import Material
from overtone.assess.pictures import LANES
from overtone.records import Chart, Encounter, Slot

STANDING = {"cancelled": 0.0, "announced": 1.0, "held": 2.0}
COLUMNS = ("day", "contact", "standing", "ordinal")
UNKNOWN = float("nan")


def contacts(material: Material, counts: Counts | None = None) -> Iterator[Chart]:
    """For each theme, contacts of the year between the two leaders of its main pair; nothing under two contacts.

    What was denied is left out; what is announced for a day after the week is shown as announced.
    """
    for theme in sorted(material.registry.themes.values(), key=lambda one: one.order):
        pair = busiest_pair(material, theme.id)
        if pair is not None:
            year = material.window.last.year
            met = [e for e in material.encounters if set(pair) <= set(e.parties) and e.status in STANDING]
            met = [e for e in met if e.date.year == year and _known(e, material)]
            if sum(e.status == "held" for e in met) > 1:
                yield _drawn(material, theme.id, pair, sorted(met, key=_order), counts)


def _known(encounter: Encounter, material: Material) -> bool:
    """A contact up to the end of the week, or one announced for later."""
    return encounter.date < material.window.stop or encounter.status == "announced"


def _order(encounter: Encounter) -> tuple[object, ...]:
    return encounter.date, _lane(encounter), encounter.status, encounter.id


def _lane(encounter: Encounter) -> int:
    return LANES.index(encounter.kind) if encounter.kind in LANES else len(LANES)


def _drawn(
    material: Material, theme: str, pair: tuple[str, str], met: Sequence[Encounter], counts: Counts | None
) -> Chart:
    held = [e for e in met if e.status == "held"]
    number = _numbers(counts, pair, held[-1].date.year)
    days = tuple(Slot(name="day", kind="date", value=e.date.isoformat()) for e in met)
    told = {
        "pair": ("actor", ",".join(pair)),
        "year": ("word", str(held[-1].date.year)),
        "n": ("count", str(len(held))),
        "open": ("count", str(sum(e.status == "announced" for e in met))),
        "off": ("count", str(sum(e.status == "cancelled" for e in met))),
        "date": ("date", held[-1].date.isoformat()),
    }
    return Chart(
        key="chart-contacts",
        kind="contacts",
        rows=days,
        columns=tuple(Slot(name="column", kind="column", value=name) for name in COLUMNS),
        values=tuple(
            (float(e.date.toordinal()), float(_lane(e)), STANDING[e.status], number.get(e.id, UNKNOWN)) for e in met
        ),
        cells=tuple(_cells(e) for e in met),
        theme=theme,
        slots=tuple(Slot(name=name, kind=kind, value=value) for name, (kind, value) in told.items()),
    )


def _cells(encounter: Encounter) -> tuple[Slot | None, ...]:
    kind = encounter.kind if encounter.kind in LANES else "other"
    return (
        Slot(name="day", kind="word", value=encounter.date.isoformat()),
        Slot(name="contact", kind="contact", value=kind),
        Slot(name="standing", kind="standing", value=encounter.status),
        None,
    )


def _numbers(counts: Counts | None, pair: tuple[str, str], year: int) -> dict[str, float]:
    """The number of each contact that opens an occasion, by the first rule."""
    rules = counts(pair, year) if counts else ()
    occasions = rules[0][1] if rules else ()
    return {met[0].id: float(number) for number, met in enumerate(occasions, start=1) if met}
