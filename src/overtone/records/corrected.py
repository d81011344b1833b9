"""What was published and put right afterwards: corrections, and what they concern once it has been looked up."""

from dataclasses import dataclass
from datetime import date

from overtone.records.measured import Evidence
from overtone.records.world import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A dated public notice about something published: what was wrong, and what is right."""

    id: str  # stands in an address
    on: date
    kind: str  # correction | clarification | withdrawal
    entered_by: str
    approved_by: str  # another person
    wrong: Names
    right: Names
    week: str = ""  # label of the edition concerned
    commentary: str = ""  # or the slug of the commentary
    sentences: tuple[str, ...] = ()  # "s-…" as in the page's address
    statements: tuple[str, ...] = ()  # ids of statements or exhibits
    signals: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()  # "source/key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A correction with everything it concerns looked up in the ledger and on the site."""

    correction: Correction
    spans: tuple[Evidence, ...] = ()  # words withdrawn or corrected, wherever they were cited
    exhibits: frozenset[str] = frozenset()
    signals: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()  # ids of findings, in the week of the correction alone

    def concerns(self, piece: Evidence) -> bool:
        """Whether these words are, or share a letter with, words the notice is about."""
        return any(
            piece.document == span.document and piece.start < span.stop and span.start < piece.stop
            for span in self.spans
        )
