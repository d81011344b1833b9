"""What is measured: windows, signals that never travel without their ground, abstentions."""

from dataclasses import dataclass
from datetime import date, timedelta

from overtone.records.identity import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of days, end exclusive, with the label it is published under ("2022-W20")."""

    label: str
    start: date
    stop: date

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.stop - self.start).days

    @property
    def last(self) -> date:
        """The last day inside."""
        return self.stop - timedelta(days=1)


def week(year: int, number: int) -> Window:
    """The ISO 8601 week `number` of `year`; ValueError where there is no such week."""
    start = date.fromisocalendar(year, number, 1)
    return Window(label=f"{year}-W{number:02d}", start=start, stop=start + timedelta(days=7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words something rests on: a span of a document, and the statement it belongs to where there is one."""

    document: str
    start: int
    stop: int
    row: str = ""  # id of the statement, encounter report or vote it is read as


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One contact, joined from all reports of it."""

    kind: str
    parties: tuple[str, ...]
    date: date
    place: str
    status: str
    event: str
    reports: tuple[Evidence, ...]
    sources: tuple[str, ...]

    @property
    def id(self) -> str:
        """Content hash of kind, parties and date."""
        return content_id("contact", self.kind, ",".join(self.parties), self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A measured value with everything it may not travel without."""

    measure: str  # salience
    method: str  # salience@1
    window: str  # label of the window
    actor: str  # "" for all speakers
    target: str  # topic, state or bloc id; "" where the measure has none
    venue: str  # event id, "" for all
    unit: str  # share-of-statements, share-of-words, mentions, probability …
    value: float
    low: float
    high: float
    level: float  # coverage probability of the interval, 0.9
    baseline: float | None  # the usual level
    baseline_low: float | None
    baseline_high: float | None
    surprise: float | None  # probability, under the usual level, of a value at least this far off
    coverage: float  # share of the window's days on which its sources were seen alive, 0 to 1
    n: int  # sampling units behind the value
    because: str  # key of the reason in words
    evidence: tuple[Evidence, ...]
    q: float | None = None  # surprise after Benjamini and Hochberg over the family of one call
    detail: str = ""  # figures behind the value, "key=value" with a space between: "phrases=31 expected=12.4"

    @property
    def id(self) -> str:
        """Content hash of method, window, actor, target, venue and unit."""
        return content_id("signal", self.method, self.window, self.actor, self.target, self.venue, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention:
    """A measure that declines to give a number, and why."""

    measure: str
    method: str
    window: str
    actor: str
    target: str
    venue: str
    reason: str  # no-data | source-not-seen | too-few-occasions | no-baseline | selected-source
    detail: str
    coverage: float
    n: int

    @property
    def id(self) -> str:
        """Content hash of method, window, actor, target, venue and reason."""
        return content_id("abstention", self.method, self.window, self.actor, self.target, self.venue, self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The verdict with its ground."""

    verdict: str  # improved | unchanged | worsened | cannot-say
    reason: str  # beyond | inside | holding | undecided | between | source-not-seen | no-data | too-few-statements …
    value: float | None  # odds ratio of this week's share to the usual one; None where it cannot be formed
    low: float | None
    high: float | None
    level: float
    share: float | None  # pressing share of the week's statements, as counted
    usual: float | None
    n: int  # statements of the week
    pressing: int
    worsening: float | None  # probabilities: above the region, inside it, below it
    same: float | None
    improving: float | None
    coverage: float
    method: str  # verdict@1
