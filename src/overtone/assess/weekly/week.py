"""What the registers of the weekly have before them, and the few ways in which all of them tell something."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from overtone.assess.assessment import Assessment
from overtone.assess.contacts import Occasions
from overtone.assess.limits import commonest
from overtone.assess.material import Material
from overtone.records import Abstention, Commitment, Document, Finding, Signal, Slot, Statement

Found = Signal | Abstention
Listing = tuple[list[Finding], int]  # what is listed, and how many more there are
Counts = Callable[[tuple[str, str], int], Sequence[tuple[str, Occasions]]]

MOST_EVIDENCE = 6
# Measures whose refusals are told where their numbers would stand, and under which phrase.
CANNOT: Mapping[str, str] = {
    "echo": "cannot-echo",
    "translation-echo": "cannot-translation-echo",
    "lead": "cannot-lead",
    "contradiction": "cannot-contradiction",
    "silence": "cannot-silence",
    "agenda": "cannot-agenda",
}


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week as its registers see it."""

    material: Material
    signals: Sequence[Found] = ()
    counts: Counts = lambda pair, year: ()
    commitments: tuple[Commitment, ...] = ()  # made up to the end of the week
    pages: Mapping[str, Document] = field(default_factory=dict)  # where these were made
    said: Mapping[str, Statement] = field(default_factory=dict)  # statements that the signals' evidence is read as
    assessment: Assessment | None = None

    def of(self, measure: str) -> tuple[Found, ...]:
        """What one measure said."""
        return tuple(one for one in self.signals if one.measure == measure)

    def numbers(self, measure: str) -> tuple[Signal, ...]:
        """The numbers of one measure."""
        return tuple(one for one in self.of(measure) if isinstance(one, Signal))


def slots(**values: tuple[str, object]) -> tuple[Slot, ...]:
    """Slots by name, each with its kind and value."""
    return tuple(Slot(name=name, kind=kind, value=str(value)) for name, (kind, value) in values.items())


def cannot(week: Week, *measures: str) -> Iterator[Finding]:
    """For each of these measures that gave no number at all, why: its commonest reason in words."""
    for measure in measures:
        refused = [one for one in week.of(measure) if isinstance(one, Abstention)]
        if refused and not week.numbers(measure):
            reason = commonest(refused)
            whole = tuple(one for one in refused if one.reason == reason and not (one.actor or one.target))
            yield Finding(
                key=CANNOT[measure],
                slots=slots(reason=("reason", reason)),
                evidence=(),
                signals=whole[:1],  # a refusal for one speaker is no ground for what is said of all
                mark="limit",
            )


def listing(findings: Sequence[Finding], most: int) -> Listing:
    """The first so many, once each, and how many more there are."""
    once = list(dict.fromkeys(findings))
    return once[:most], len(once[most:])
