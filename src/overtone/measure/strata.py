"""What chance gives where actors are shuffled among the statements of one day and language, without shuffling.

The pairs found stay; only who made each statement is drawn anew, two different actors for the two ends of a pair. The
number of statements that fall to one actor and echo another is then a sum of independent draws (Poisson-binomial).
Not for actors alone on their days: there chance gives what was seen, and nothing is surprising.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from overtone.measure.retellings import Passage, Retelling

Stratum = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Strata:
    """How many statements each actor made on each day in each language."""

    counts: Mapping[Stratum, Counter[str]]

    @classmethod
    def of(cls, statements: Iterable[tuple[date, str, str]]) -> "Strata":
        """From the day, language and actor of each statement."""
        found: dict[Stratum, Counter[str]] = {}
        for day, lang, actor in statements:
            found.setdefault((day, lang), Counter())[actor] += 1
        return cls(found)

    def share(self, passage: Passage, actor: str) -> float:
        """Of the statements of the passage's day and language, the share that an actor made."""
        here = self.counts[passage.day, passage.content.lang]
        return here[actor] / here.total()

    def drawn(self, pairs: Sequence[Retelling]) -> tuple["Draw", ...]:
        """For each statement that says something again: who could have made it, given that no end of a pair is his."""
        ends: dict[str, tuple[Passage, dict[str, Passage]]] = {}
        for pair in pairs:
            ends.setdefault(pair.said.row, (pair.said, {}))[1][pair.earlier.row] = pair.earlier
        return tuple(self._draw(said, tuple(others.values())) for said, others in ends.values())

    def chance(self, draws: Sequence["Draw"], actor: str, target: str, seen: int) -> tuple[float, float]:
        """Statements expected of the actor that echo the target ("" for anybody), and P(at least as many as seen)."""
        odds = [draw.makers[actor] * self._echoes(draw, actor, target) for draw in draws if actor in draw.makers]
        return float(sum(odds)), tail(odds, seen)

    def _draw(self, said: Passage, others: tuple[Passage, ...]) -> "Draw":
        here = self.counts[said.day, said.content.lang]
        weights = {
            actor: count / here.total() * float(np.prod([1 - self.share(other, actor) for other in others]))
            for actor, count in here.items()
        }
        whole = sum(weights.values())
        return Draw({a: w / whole for a, w in weights.items() if w > 0} if whole else {said.actor: 1.0}, others)

    def _echoes(self, draw: "Draw", actor: str, target: str) -> float:
        """P(one of the earlier ends is the target's, given that none is the actor's)."""
        if not target:
            return 1.0
        missed = 1.0
        for other in draw.others:
            rest = 1 - self.share(other, actor)
            missed *= 1 - min(1.0, self.share(other, target) / rest) if rest > 0 else 1.0
        return 1 - missed


@dataclass(frozen=True, slots=True)
class Draw:
    """A statement that says something again: the probability of each maker, and what it may say again."""

    makers: Mapping[str, float]
    others: tuple[Passage, ...]


def tail(probabilities: Sequence[float], seen: int) -> float:
    """P(at least `seen` of independent draws succeed)."""
    if seen <= 0:
        return 1.0
    below = np.zeros(seen)
    below[0] = 1.0
    for p in probabilities:
        below[1:] = below[1:] * (1 - p) + below[:-1] * p
        below[0] *= 1 - p
    return float(np.clip(1 - below.sum(), 0.0, 1.0))
