"""Findings about the week as a whole: the most discussed topic, and how much was seen."""

from collections.abc import Sequence

from overtone.assess.material import Material
from overtone.records import Abstention, Finding, Signal, Slot

MOST_EVIDENCE = 6
SELECTED = "selected-source"  # the reason of a number of which only hand-picked sources speak


def most_discussed(material: Material, theme: str, signals: Sequence[Signal | Abstention]) -> Finding | None:
    """The topics with the greatest share of the week's statements, where the first's first theme is this one.

    Several where they are equal. Where only texts picked by hand speak, it says so and gives no interval.
    """
    over_all = [
        s
        for s in signals
        if isinstance(s, Signal)
        and (s.measure, s.unit, s.actor, s.venue) == ("salience", "share-of-statements", "", "")
        and s.target in material.registry.topics
    ]
    if not over_all:
        return None
    equal = sorted((s for s in over_all if s.value == max(o.value for o in over_all)), key=lambda s: s.target)
    first = equal[0]
    if material.registry.topics[first.target].themes[:1] != (theme,):
        return None
    slots = [
        Slot(name="topic", kind="topic", value=",".join(s.target for s in equal)),
        Slot(name="total", kind="count", value=str(first.n)),
        Slot(name="share", kind="share", value=str(first.value)),
        Slot(name="low", kind="share", value=str(first.low)),
        Slot(name="high", kind="share", value=str(first.high)),
    ]
    tied = len(equal) > 1
    if first.because == SELECTED:
        key, slots = "week-discussed-selected-tied" if tied else "week-discussed-selected", slots[:3]
    elif tied:
        key = "week-discussed-tied"
    elif first.baseline is None:
        key = "week-discussed"
    else:
        key = "week-discussed-usual"
        slots.append(Slot(name="usual", kind="share", value=str(first.baseline)))
    told = (e for s in equal for e in s.evidence if e.document in material.documents)
    evidence = tuple(dict.fromkeys(told))[:MOST_EVIDENCE]
    return Finding(key=key, slots=tuple(slots), evidence=evidence, signals=tuple(equal), weight=92.0)


def summary(material: Material) -> Finding:
    """How much the edition rests on: statements, speakers, contacts held, documents."""
    inside = [
        e for e in material.encounters if e.status == "held" and material.window.start <= e.date < material.window.stop
    ]
    documents = {
        key
        for key, document in material.documents.items()
        if material.window.start <= document.published_on < material.window.stop
    }
    counts = {
        "statements": len(material.positions),
        "speakers": len({s.actor for s in material.positions}),
        "encounters": len(inside),
        "documents": len(documents),
    }
    slots = tuple(Slot(name=name, kind="count", value=str(number)) for name, number in counts.items())
    return Finding(key="summary", slots=slots, evidence=())
