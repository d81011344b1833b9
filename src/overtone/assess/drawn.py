"""The pictures of a week, free of language: what is shown beside the sentences, in the order in which it is shown."""

from collections.abc import Iterator, Sequence

from overtone.assess.material import Material
from overtone.assess.pictures import matrix, shares, timelines
from overtone.records import Abstention, Chart, Signal


def charts_of(material: Material, signals: Sequence[Signal | Abstention]) -> tuple[Chart, ...]:
    """Every picture that the week's rows and signals have enough for; nothing measured, nothing drawn.

    An abstention is never drawn as a zero. Not for judging: a picture adds no claim to those of the signals.
    """
    return tuple(_all(material, signals))


def _all(material: Material, signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    yield from shares(material, signals)
    yield from timelines(material)
    yield from matrix(material)
