"""What every language offers: the names that `en.py`, `ru.py` and `be.py` have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date expression in a text and the day it means."""

    start: int
    stop: int
    day: date
    until: date | None = None  # the last day of the range whose first day this is ("16–18 May")
    bare: bool = False  # a weekday alone ("on Monday"): the next one where something is still to come


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeriod:
    """A stretch of time in a text ("by July", «с начала года») and its ends, None where it is open or vague."""

    start: int
    stop: int
    first: date | None
    last: date | None


class Language(Protocol):
    """What every language offers. Offsets are characters, end exclusive; cases are nom gen dat acc ins loc."""

    code: str
    speech_verbs: frozenset[str]  # every inflected form that introduces reported words
    months: tuple[str, ...]  # genitive where the language dates with it
    ordinals: Mapping[str, int]  # every form of "first", "second" … in words
    cardinals: Mapping[str, int]  # every form of "one", "two" … in words

    def sentences(self, text: str) -> Sequence[tuple[int, int]]:
        """Spans of the sentences; abbreviations and initials do not end one; blank lines always do."""

    def words(self, text: str) -> int:
        """Number of words (runs of letters or digits, inner hyphens and apostrophes joined)."""

    def fold(self, text: str) -> str:
        """The text with look-alike letters and spellings folded, same length, for matching only."""

    def lemma(self, word: str) -> str:
        """The key of a word in small, folded letters under which its forms are one: its stem. Not for printing."""

    def forms(self, name: str, kind: str) -> frozenset[str]:
        """All inflected forms of a name (kind: person-m, person-f, surname-m, surname-f, place, adjective, phrase)."""

    def decline(self, name: str, case: str, kind: str) -> str:
        """The name in a grammatical case; the name itself where the language has none."""

    def dates(self, text: str, published: date) -> Sequence[FoundDate]:
        """Date expressions, relative ones resolved against the day of publication."""

    def periods(self, text: str, published: date) -> Sequence[FoundPeriod]:
        """Stretches of time ("by the end of the year", "since January"), resolved against the day of publication."""

    def polish(self, text: str) -> str:
        """The text with the spelling that depends on the neighbouring word (be: у after a vowel becomes ў)."""

    def plural(self, count: int, forms: Sequence[str]) -> str:
        """The form that goes with a whole number (en: one, other; ru and be: one, few, many)."""

    def day(self, day: date) -> str:
        """A day in words: "16 May 2022", «16 мая 2022 г.», «16 мая 2022 года» as the language prints it."""

    def week_title(self, first: date, last: date) -> str:
        """The dated week: "October 10 – October 16, 2022", «10–16 октября 2022 г.», «10 – 16 кастрычніка 2022»."""
