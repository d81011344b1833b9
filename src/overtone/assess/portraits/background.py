"""What a portrait needs beside the week itself: the weeks before, votes, undertakings, claimed counts, joint texts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from overtone.assess.contacts import Counts
from overtone.records import (
    Abstention,
    Commitment,
    CountClaim,
    Document,
    EncounterReport,
    JointText,
    Register,
    Signal,
    Vote,
)
from overtone.records import Finding as Told

MOST = 8  # sentences of one register
SHARE = "share-of-statements"


@dataclass(frozen=True, kw_only=True)
class Background:
    """Counts by week, and the rows of the ledger that stand behind the week's actors, encounters, events and topics."""

    weeks: tuple[date, ...]  # Mondays, the oldest first; the last is the week itself
    blind: frozenset[date]  # those in which no source was seen alive
    spoken: Mapping[tuple[str, date], int]  # actor and week → statements
    raised: Mapping[tuple[str, date], tuple[float, float, float]]  # topic and week → share, its interval
    reports: Mapping[str, EncounterReport]  # of the week's contacts
    votes: tuple[Vote, ...]  # of the speakers' states, this year up to the week's end, each once, the newest first
    commitments: tuple[Commitment, ...]  # of the week's speakers and their states, the newest first
    claims: tuple[CountClaim, ...]  # made by pages of the year up to the week's end
    joint: tuple[JointText, ...]  # dated in the days of the week's events
    documents: Mapping[str, Document]  # that all these stand in
    counts: Counts
    signals: tuple[Signal | Abstention, ...]

    def of(self, measure: str) -> tuple[Signal | Abstention, ...]:
        """The signals and abstentions of one measure."""
        return tuple(s for s in self.signals if s.measure == measure)

    def shares(self, actor: str) -> tuple[Signal, ...]:
        """The shares of an actor's statements ("" for everybody's) that concern each topic, the greatest first."""
        found = [
            s
            for s in self.of("salience")
            if isinstance(s, Signal) and (s.unit, s.actor, s.venue) == (SHARE, actor, "") and s.value > 0
        ]
        return tuple(sorted(found, key=lambda s: (-s.value, s.target)))

    def by_week(self, actor: str) -> tuple[float, ...]:
        """An actor's statements week by week; a week in which nobody looked is unknown, not silent."""
        return tuple(float(self.spoken.get((actor, week), self._nothing(week))) for week in self.weeks)

    def share_by_week(self, topic: str) -> tuple[tuple[float, float, float], ...]:
        """The share of the statements that concern a topic, with its interval, week by week."""
        none = (math.nan, math.nan, math.nan)
        return tuple(self.raised.get((topic, week), none) for week in self.weeks)

    def _nothing(self, week: date) -> float:
        return math.nan if week in self.blind else 0.0


def register(key: str, found: Sequence[Told], most: int = MOST) -> tuple[Register, ...]:
    """A register of the first findings, once each, and how many more there are; none for no finding."""
    once = tuple(dict.fromkeys(found))
    return (Register(key=f"portrait-{key}", findings=once[:most], more=len(once[most:])),) if once else ()


def named_week(monday: date) -> str:
    """The label of the ISO week that begins on this day, as 2022-W20."""
    year, number, _ = monday.isocalendar()
    return f"{year}-W{number:02d}"
