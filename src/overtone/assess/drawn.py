"""The pictures of a week, free of language: what is shown beside the sentences, in the order in which it is shown."""

from collections.abc import Iterator, Sequence

from overtone.assess.contacts import Counts
from overtone.assess.drawn_contacts import contacts
from overtone.assess.drawn_places import points, tones
from overtone.assess.drawn_silences import calendars, silences
from overtone.assess.drawn_ties import leads, network
from overtone.assess.drawn_weeks import Past, attention, voices
from overtone.assess.material import Material
from overtone.assess.pictures import matrix, shares
from overtone.records import Abstention, Chart, Signal


def charts_of(
    material: Material,
    signals: Sequence[Signal | Abstention],
    counts: Counts | None = None,
    past: Past | None = None,
) -> tuple[Chart, ...]:
    """Every picture that the week's rows and signals have enough for; nothing measured, nothing drawn.

    `counts` gives contacts their number by the first rule, `past` the weeks before. Signals of several weeks give
    calendars and courses. An abstention is never drawn as a zero. Not for judging: a picture adds no claim.
    """
    return tuple(_all(material, signals, counts, past))


def _all(
    material: Material, signals: Sequence[Signal | Abstention], counts: Counts | None, past: Past | None
) -> Iterator[Chart]:
    week = [signal for signal in signals if signal.window == material.window.label]
    yield from shares(material, week)
    yield from attention(signals)
    yield from voices(past)
    yield from contacts(material, counts)
    yield from matrix(material)
    yield from silences(material, signals)
    yield from calendars(signals)
    yield from leads(week)
    yield from network(week)
    yield from tones(week)
    yield from points(signals)
