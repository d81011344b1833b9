"""What comes in: documents, rows set aside, visits to sources."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from overtone.records.identity import identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a document's text by its place on the page: headline, lead or body."""

    role: str  # headline | lead | body
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published text, kept as it was published; headline, lead and body stand in `text`, apart by blank lines."""

    KIND: ClassVar[str] = "document"
    MADE_OF: ClassVar[tuple[str, ...]] = ("source", "key", "lang", "text_sha256")

    source: str
    key: str  # the publisher's own id or address: two versions of one page share it
    url: str
    lang: str
    text: str
    text_sha256: str
    parts: tuple[Part, ...]
    published_on: date  # the publisher's local calendar day
    published_at: datetime | None = None  # UTC, where the page shows a clock time
    kind: str = ""  # transcript, news, readout, announcement, roll-call … as the source says, else ""
    place: str = ""  # as the source words it
    event: str = ""  # slug the source gives for the event, else ""
    publisher: str = ""  # where one source carries several publishers
    happened_on: date | None = None  # day of the event, where the source tells it apart from publication
    origin: str = ""  # file name and line it was read from
    raw_sha256: str = ""  # digest of the raw row
    speaker: str = ""  # whose words the body is, where the source says so in a field; several apart by commas

    @property
    def id(self) -> str:
        """Content hash of source, key, language and text."""
        return identity(self)

    def part(self, role: str) -> str:
        """The text of the first part with this role; empty where there is none."""
        return next((self.text[p.start : p.stop] for p in self.parts if p.role == role), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A row of an input file that could not become a document: kept whole, with the reason."""

    KIND: ClassVar[str] = "aside"
    MADE_OF: ClassVar[tuple[str, ...]] = ("source", "origin", "line", "raw")

    source: str
    origin: str  # file name
    line: int
    field: str
    reason: str
    raw: str  # the row as it stood; bytes that are not UTF-8 are backslash-escaped

    @property
    def id(self) -> str:
        """Content hash of origin, line and the raw row."""
        return identity(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One look at a source: what was opened, when, and what came of it."""

    KIND: ClassVar[str] = "visit"
    MADE_OF: ClassVar[tuple[str, ...]] = ("source", "origin", "started_at")

    source: str
    origin: str  # file name
    started_at: datetime
    finished_at: datetime
    outcome: str  # complete | damaged | interrupted
    documents: int  # rows that became documents, new or known
    fresh: int  # of these, not known before
    aside: int
    first_day: date | None = None  # earliest and latest publication day seen
    last_day: date | None = None

    @property
    def id(self) -> str:
        """Content hash of source, origin and start."""
        return identity(self)
