"""Findings about the edition itself: what it cannot say, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from overtone.assess.material import Material
from overtone.records import Abstention, Finding, Signal, Slot

UNFINISHED = "to-be-continued"
TOLD = frozenset({"silence", "salience"})  # of pairs too rare to judge; of shares, whose rows tell it themselves


def _limit(key: str, weight: float, **slots: tuple[str, object]) -> Finding:
    made = tuple(Slot(name=name, kind=kind, value=str(value)) for name, (kind, value) in slots.items())
    return Finding(key=key, slots=made, evidence=(), mark="limit", weight=weight)


def limits(material: Material, seen: Mapping[str, float], signals: Sequence[Signal | Abstention]) -> Iterator[Finding]:
    """Every limit that holds for the week. `seen`: source id → share of the week's days on which it was seen alive."""
    if not material.pages:
        yield _limit("limit-no-data", 100.0)
    present = {document.source for document in material.pages.values()}
    for source in sorted(seen):
        card = material.registry.sources.get(source)
        if card is not None and card.sampling == "selected" and source in present:
            yield _limit("limit-selected", 90.0, source=("source", source))
        blind = round((1 - seen[source]) * material.window.days)
        if blind and card is not None and card.sampling != "selected" and card.kind == "official":
            yield _limit(
                "limit-blind",
                80.0,
                source=("source", source),
                n=("count", blind),
                days=("count", material.window.days),
            )
    yield from _partly(signals)
    quiet = [s for s in signals if s.measure == "silence" and isinstance(s, Abstention)]
    few = {(s.actor, s.target) for s in quiet if s.reason == "too-few-occasions"}
    if few:
        yield _limit("limit-silence", 70.0, n=("count", len(few)))
    unknown = sum(1 for s in material.statements if s.actor is None and s.act == "position")
    if unknown:
        yield _limit("limit-unknown-speakers", 60.0, n=("count", unknown))
    unfinished = sum(1 for reading in material.readings if UNFINISHED in reading.notes)
    if unfinished:
        yield _limit("limit-half-published", 50.0, n=("count", unfinished))
    if material.pages:
        yield _limit("limit-quotes", 10.0)


def _partly(signals: Sequence[Abstention | Signal]) -> Iterator[Finding]:
    """For each measure that gave some numbers and refused others: how many, and for which reason most of all.

    A measure that gave none is told of where its numbers would stand.
    """
    for measure in dict.fromkeys(one.measure for one in signals):
        found = [one for one in signals if one.measure == measure]
        refused = [one for one in found if isinstance(one, Abstention)]
        if refused and len(refused) < len(found) and measure not in TOLD:
            told = {
                "measure": ("measure", measure),
                "n": ("count", len(refused)),
                "total": ("count", len(found)),
                "reason": ("reason", commonest(refused)),
            }
            yield _limit("limit-partly", 65.0, **told)


def commonest(refused: Sequence[Abstention]) -> str:
    """The reason given most often; of equals the first by name."""
    tally = Counter(one.reason for one in refused)
    return min(tally, key=lambda reason: (-tally[reason], reason))


def in_hindsight(number: int) -> Iterator[Finding]:
    """That so many judgements were written down only after the week."""
    if number:
        yield _limit("limit-hindsight", 15.0, n=("count", number))
