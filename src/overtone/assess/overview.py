"""Findings about the week as a whole: the most discussed topic, and how much was seen."""

from collections.abc import Sequence

from overtone.assess.material import Material
from overtone.records import Abstention, Finding, Signal, Slot

MOST_EVIDENCE = 6


def most_discussed(material: Material, theme: str, signals: Sequence[Signal | Abstention]) -> Finding | None:
    """The topic with the greatest share of the week's statements, where its first theme is this one."""
    over_all = [
        s
        for s in signals
        if isinstance(s, Signal)
        and (s.measure, s.unit, s.actor, s.venue) == ("salience", "share-of-statements", "", "")
        and s.target in material.registry.topics
    ]
    if not over_all:
        return None
    first = min(over_all, key=lambda s: (-s.value, s.target))
    if material.registry.topics[first.target].themes[:1] != (theme,):
        return None
    slots = [
        Slot(name="topic", kind="topic", value=first.target),
        Slot(name="total", kind="count", value=str(first.n)),
        Slot(name="share", kind="share", value=str(first.value)),
        Slot(name="low", kind="share", value=str(first.low)),
        Slot(name="high", kind="share", value=str(first.high)),
    ]
    key = "week-discussed"
    if first.baseline is not None:
        key = "week-discussed-usual"
        slots.append(Slot(name="usual", kind="share", value=str(first.baseline)))
    evidence = tuple(e for e in first.evidence if e.document in material.documents)[:MOST_EVIDENCE]
    return Finding(key=key, slots=tuple(slots), evidence=evidence, signals=(first,), weight=92.0)


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
