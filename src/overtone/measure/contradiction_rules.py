"""How two passages are opposed, by rule: denial of a report, opposite words, numbers, denials; and the type it makes.

Types (kept apart as by the annotators of political statements): `denial-of-report` (one says that what was told of the
other, or by the other, is not so), `surface-contradiction` (opposite words or a denial about the same thing),
`factual-inconsistency` (other numbers of the same thing), `indirect-inconsistency` (neither, but the ranker finds them
at odds), `consistent`, `unrelated`. Not for irony, nor for what follows only from knowledge of the world.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from overtone.measure.contradiction_words import counted, leanings

STEM = 5
UNRELATED = 0.25  # cosine below which two passages are about two things
CLOSE = 0.5  # cosine from which what opposes them counts in full
SHORTEST = 7  # words of a passage that says something by itself
ECHO = 0.8  # share of words in common from which one repeats the other
FEW = 4  # words told apart from which shares are counted
OPPOSED = 1.5  # log-odds from which words alone make a contradiction


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One passage: who said it when, where it stands, and what is in it."""

    row: str  # id of the statement
    document: str
    start: int
    stop: int
    actor: str
    said_on: date
    lang: str
    stance: str
    words: tuple[str, ...]
    vector: NDArray[np.float32]
    figures: frozenset[str]
    negated: int
    referents: frozenset[str]  # those named in it, whoever and whatever


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposed:
    """In what two passages are opposed; counts unless said otherwise."""

    cosine: float
    shared: int  # referents named by both
    axes: int  # axes of opposites on which they lean to different ends
    alike: int  # axes on which they lean to the same end
    denial: bool  # one denies, the other does not
    figures: bool  # each has a number that the other lacks
    refuted: bool  # one refutes a report and the other is, or may be, what it refutes
    fragment: bool  # one is too short to say anything
    repeated: bool  # one repeats the words of the other
    same_actor: bool
    days: int

    def weight(self) -> float:
        """Log-odds that the words oppose each other, by hand-set weights (docs/contradiction.md)."""
        close = min(1.0, max(0.0, (self.cosine - UNRELATED) / (CLOSE - UNRELATED)))
        bare = self.denial and not (self.axes or self.figures or self.refuted)
        told = 1.6 * min(self.axes, 2) + 0.9 * self.denial + 0.9 * self.figures + 1.8 * self.refuted - 0.7 * bare
        return (
            7.0 * (min(self.cosine, 0.7) - 0.45)
            + close * told
            - 0.5 * min(self.alike, 2)
            + 0.25 * min(self.shared, 3)
            - 0.04 * self.days
            - 0.5 * self.same_actor
            - 3.0 * self.fragment
        )

    def kind(self, lead: float) -> str:
        """The type, given the ranker's log-odds that the two are inconsistent."""
        if self.repeated:
            return "consistent"
        if self.refuted and self.cosine >= UNRELATED:
            return "denial-of-report"
        if self.cosine < UNRELATED:
            return "unrelated"
        if self.axes or self.denial:
            return "surface-contradiction"
        if self.figures:
            return "factual-inconsistency"
        return "indirect-inconsistency" if lead > 0 else "consistent"


def opposed(one: Side, other: Side) -> Opposed:
    """What the rules find between two passages, whichever comes first."""
    cosine = float(one.vector @ other.vector)
    here, there = leanings(one.words, one.lang), leanings(other.words, other.lang)
    return Opposed(
        cosine=cosine,
        shared=len(one.referents & other.referents),
        axes=sum(a * b < 0 for a, b in zip(here, there, strict=True)),
        alike=sum(a * b > 0 for a, b in zip(here, there, strict=True)),
        denial=denies(one) != denies(other),
        figures=bool(one.figures - other.figures) and bool(other.figures - one.figures),
        refuted=_refutes(one, other) or _refutes(other, one),
        fragment=min(len(one.words), len(other.words)) < SHORTEST,
        repeated=_repeats(one, other),
        same_actor=one.actor == other.actor,
        days=abs((one.said_on - other.said_on).days),
    )


def denies(side: Side) -> bool:
    """Whether a passage denies: by its cue ("denied that …") or by its words, but not by both, which affirms."""
    return (side.stance == "denied") != (side.negated % 2 == 1)


def _refutes(one: Side, other: Side) -> bool:
    """Whether `one` refutes a report that may be of `other`: later, denies, or speaks of a report or that speaker."""
    if one.said_on < other.said_on or one.actor == other.actor:
        return False
    refuting = one.stance == "denied" or counted(one.words, one.lang, "refuting") > 0
    told = counted(one.words, one.lang, "reporting") > 0 or other.actor in one.referents
    return (refuting or (told and denies(one))) and not (denies(other) and one.stance != "denied")


@lru_cache(maxsize=50_000)
def _begins(words: tuple[str, ...]) -> frozenset[str]:
    """How the longer words begin."""
    return frozenset(word[:STEM] for word in words if len(word) > 3)


def _repeats(one: Side, other: Side) -> bool:
    here, there = _begins(one.words), _begins(other.words)
    fewer = min(len(here), len(there))
    return one.lang == other.lang and fewer >= FEW and len(here & there) >= ECHO * fewer
