"""Ordered pairs of speakers weighed by the lines they share: who used them first, against chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from scipy.special import ndtr, ndtri

from overtone.measure.precedence import Outcome, Whole, bound, joined, lateness, outcome, tail
from overtone.measure.shape import Frame
from overtone.measure.uses import Shared, Uses, shared

UNSEEN = "source-not-seen"
FEWEST = 15  # lines below which nothing is said of a pair
BY_CHANCE = 1.645  # lateness that one pair in twenty reaches by chance: what lies beyond is taken off
APART = 5.0  # independent lines' worth below which nothing is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The lines of one leader and one follower: what was, what chance gives."""

    leader: str
    follower: str
    found: Outcome
    first: Whole  # lines × 2: the leader's and the follower's first use as places in Uses, -1 where the day is shared
    wider: float  # how many times the variance may be that of independent lines
    z: float  # deviate of the weighted score, less the follower's lateness, which repetition makes

    @property
    def n(self) -> int:
        """Lines that both used."""
        return len(self.found.led)

    @property
    def probability(self) -> float:
        """Of so high a score by chance."""
        return float(ndtr(-self.z))

    def interval(self, share: float, level: float, lines: int = 0) -> tuple[float, float]:
        """Wilson's interval of a share of so many lines (all), each worth 1/`wider` of an independent one."""
        z, n = float(ndtri((1 + level) / 2)), (lines or self.n) / self.wider
        middle, half = share + z * z / (2 * n), z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        whole = 1 + z * z / n
        return max(0.0, float((middle - half) / whole)), min(1.0, float((middle + half) / whole))

    def strongest(self, most: int) -> Whole:
        """The first uses, leader's and follower's, of the lines that speak loudest for the leader."""
        order = np.argsort(self.found.mean - self.found.scored, kind="stable")
        led = order[(self.found.led[order] > 0.5) & (self.first[order].min(axis=1) >= 0)]
        return np.asarray(self.first[led[:most]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Unweighed:
    """A pair of which nothing can be said, and why."""

    leader: str
    follower: str
    reason: str
    detail: str
    n: int = 0


def weighed(uses: Uses, frame: Frame) -> Iterator[Weighed | Unweighed]:
    """Every ordered pair of the actors (leaders) and targets (followers) asked for; of all with a line in common."""
    asked = frame.options
    for leader in sorted(set(asked.actors or uses.actors)):
        for follower in sorted(set(asked.targets or uses.actors) - {leader}):
            found = one_way(uses, (leader, follower), frame)
            if isinstance(found, Weighed) or found.n or found.reason == UNSEEN or asked.actors or asked.targets:
                yield found


def one_way(uses: Uses, pair: tuple[str, str], frame: Frame, only: Whole | None = None) -> Weighed | Unweighed:
    """One ordered pair weighed by all the lines it shares or by those of `only`, or why it cannot be."""
    leader, follower = pair
    missing = [name for name in pair if name not in uses.actors]
    if missing:
        return Unweighed(leader=leader, follower=follower, reason="no-data", detail=f"unheard={','.join(missing)}")
    one, two = uses.actors.index(leader), uses.actors.index(follower)
    both = float((uses.seen[one] & uses.seen[two]).mean())
    if both < 0.5:
        return Unweighed(leader=leader, follower=follower, reason=UNSEEN, detail=f"both_seen={both:.2f}")
    slack = int(_clock(uses.source[one], frame) != _clock(uses.source[two], frame))
    parts = shared(uses, (one, two), slack, only)
    lines = sum(len(part.at) for part in parts)
    if lines < FEWEST:
        detail = f"phrases={lines} needed={FEWEST}"
        return Unweighed(leader=leader, follower=follower, reason="too-few-occasions", detail=detail, n=lines)
    found = joined([outcome(part.lines) for part in parts])
    firsts = np.vstack([_firsts(part) for part in parts])
    utterance = np.where(firsts >= 0, uses.utterance[firsts], -1 - np.arange(lines)[:, None])
    wider = bound(found.spread, utterance[:, 0], utterance[:, 1])
    if lines / wider < APART:
        detail = f"phrases={lines} independent={lines / wider:.1f} needed={APART:.0f}"
        return Unweighed(leader=leader, follower=follower, reason="too-few-occasions", detail=detail, n=lines)
    z = tail(found) / np.sqrt(wider)
    z -= max(0.0, lateness([part.lines for part in parts]) - BY_CHANCE)
    return Weighed(leader=leader, follower=follower, found=found, first=firsts, wider=wider, z=float(z))


def _firsts(part: Shared) -> Whole:
    """The first use of the leader and of the follower in each line; -1 for a leader never alone on a day."""
    rows = np.arange(len(part.at))
    alone = part.lines.used & ~part.lines.follows
    leads = np.where(alone.any(axis=1), part.at[rows, alone.argmax(axis=1)], -1)
    return np.stack([leads, part.at[rows, part.lines.follows.argmax(axis=1)]], axis=1)


def _clock(source: str, frame: Frame) -> tuple[object, ...]:
    """What a source's clock shows against UTC, at both ends of the span."""
    zone = ZoneInfo(next((card.clock for card in frame.options.sources if card.id == source), "UTC"))
    days = (frame.past().start, frame.window.start)
    return tuple(datetime(day.year, day.month, day.day, 12, tzinfo=zone).utcoffset() for day in days)
