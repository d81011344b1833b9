"""What is read out of a document: statements, encounters, votes, mentions, each a span of its text."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from overtone.records.identity import identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a document's text, in characters, end exclusive."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text and what it names."""

    kind: str  # actor | state | institution | bloc | topic
    target: str  # registry id
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one speaker said in one stretch of one document: the words are `text[start:stop]` of the document."""

    KIND: ClassVar[str] = "statement"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "start", "stop", "actor")

    document: str
    reader: str  # rule or model with version: "transcript@1"
    start: int
    stop: int
    speaker: str  # the speaker as mentioned, as printed
    speaker_start: int
    speaker_stop: int
    actor: str | None  # registry id, None where nobody known
    office: str | None  # registry id of the office held at that date
    manner: str  # transcript | direct | indirect | mixed
    act: str  # position | moderation | question | remark: only a position counts as what the speaker holds
    said_on: date
    lang: str
    venue: str  # registry id of the event, or "" where unknown
    place: str
    words: int  # number of words
    topics: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def id(self) -> str:
        """Content hash of document, reader, span and actor."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EncounterReport:
    """What one document says of one contact between office-holders: held, only announced, cancelled or denied."""

    KIND: ClassVar[str] = "encounter"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader", "kind", "parties", "date", "status")

    document: str
    reader: str
    start: int  # the words the report rests on
    stop: int
    kind: str  # bilateral | multilateral | sidelines | phone | video
    parties: tuple[str, ...]  # actor ids, sorted
    date: date
    place: str
    status: str  # announced | held | cancelled
    event: str  # registry id or source slug, "" where unknown

    @property
    def id(self) -> str:
        """Content hash of document, reader, kind, parties, date and status."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One state's choice on one resolution."""

    KIND: ClassVar[str] = "vote"
    MADE_OF: ClassVar[tuple[str, ...]] = ("body", "resolution", "state", "choice", "document", "reader")

    document: str
    reader: str
    start: int
    stop: int
    body: str  # unga
    resolution: str  # ES-11/1
    title: str
    voted_on: date
    state: str  # registry id, or the ISO 3166 alpha-3 code in lower case where the registry has no such state
    choice: str  # Y | N | A | NP (not voting)

    @property
    def id(self) -> str:
        """Content hash of body, resolution, state, choice, document and reader."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That a document was read, by what, what stands in it outside statements, and what nobody could read."""

    KIND: ClassVar[str] = "reading"
    MADE_OF: ClassVar[tuple[str, ...]] = ("document", "reader")

    document: str
    reader: str
    mentions: tuple[Mention, ...]  # in the whole document, statements included
    unread: tuple[Span, ...]  # stretches that looked like speech and were given to nobody
    notes: tuple[str, ...]  # "to-be-continued", "unknown-speaker:…"

    @property
    def id(self) -> str:
        """Content hash of document and reader."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """Everything read from one document."""

    reading: Reading
    statements: tuple[Statement, ...] = ()
    encounters: tuple[EncounterReport, ...] = ()
    votes: tuple[Vote, ...] = ()
