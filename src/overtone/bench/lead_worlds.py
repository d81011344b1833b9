"""Worlds of lines with known truth: nobody follows anybody, or one speaker's lines are led by another's.

24 speakers of unequal volume over 1,500 days, with quiet spells, a weekly rhythm and drift; 1,500 lines, each driven by
the same news for all speakers (a sharp start, a decay). Each use of a line is a statement of its own, but in `bundle`s.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from overtone.measure.shape import Coverage, Frame, Options, SeenWeek
from overtone.records import Window

Array = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
ACTORS, DAYS, LINES = 24, 1500, 1500
LEADER, FOLLOWER = 7, 3
START = date(2018, 1, 1)
REPEATERS = 10  # actors that repeat themselves where there are repeats
SPELL = 60  # days that news last


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of world."""

    planted: float = 0.0  # share of the follower's lines that are led
    soonest: int = 1  # lag of a led line, in days
    latest: int = 7
    repeats: float = 0.0  # chance that a use by one of the first ten actors is repeated within ten days, and again
    bundle: int = 1  # lines that are always said together
    actors: int = ACTORS
    lines: int = LINES


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What was used and said."""

    uses: Whole  # rows of line, actor, day; one a day
    words: Whole  # actors × days
    bundle: int = 1

    def tally(self) -> pa.Table:
        """The world as the tally of the measure."""
        actor, day = np.nonzero(self.words)
        line = np.concatenate([self.uses[:, 0] + 1, np.zeros(len(actor), dtype=np.int64)])
        who = np.concatenate([self.uses[:, 1], actor])
        days = np.concatenate([self.uses[:, 2], day])
        epoch = (START - date(1970, 1, 1)).days
        said = pa.array(days + epoch, pa.int32()).cast(pa.date32())
        names = pa.array([f"a{n:02d}" for n in range(len(self.words))]).take(pa.array(who))
        count = len(line)
        return pa.table(
            {
                "line": line,
                "actor": names,
                "source": pa.array(["s"] * count),
                "said_on": said,
                "now": pa.array([False] * count),
                "words": np.concatenate([np.zeros(len(self.uses), dtype=np.int64), self.words[actor, day]]),
                "document": np.concatenate([self._statements(), np.full(len(actor), -1)]).astype(str),
                "start": np.zeros(count, dtype=np.int64),
                "stop": np.ones(count, dtype=np.int64),
                "row": pa.array([""] * count),
            }
        )

    def digest(self) -> str:
        """Of the uses, so that a floor cannot drift with its world."""
        return hashlib.sha256(self.uses.astype("<i8").tobytes()).hexdigest()[:16]

    def _statements(self) -> Whole:
        """The statement each use stands in: one for all lines of a bundle that an actor uses on a day."""
        cells = np.stack([self.uses[:, 0] // self.bundle, self.uses[:, 1], self.uses[:, 2]])
        return np.asarray(np.unique(cells, axis=1, return_inverse=True)[1].reshape(-1))


def frame() -> Frame:
    """All days of a world, all of them seen."""
    weeks = (DAYS - 2) // 7
    mondays = (START + timedelta(weeks=n) for n in range(weeks + 1))
    seen = tuple(
        SeenWeek(source="s", monday=m, alive=True, reason="seen", documents=9, first=m, last=m + timedelta(days=6))
        for m in mondays
    )
    window = Window(label="world", start=START + timedelta(weeks=weeks), stop=START + timedelta(days=DAYS))
    return Frame(window=window, options=Options(baseline_weeks=weeks), seen=Coverage(weeks=seen))


def world(seed: int, kind: Kind) -> World:
    """One world; the same seed and kind give the same."""
    chance = np.random.default_rng(seed)
    active = _activity(chance, kind.actors)
    rows: list[Whole] = []
    for line in range(kind.lines // kind.bundle):
        used = _used(chance, active)
        if kind.repeats:
            used[:REPEATERS] += _repeated(chance, used[:REPEATERS], kind.repeats)
        actor, day = np.nonzero(used)
        led = _led(chance, used, kind) if kind.planted else None
        if led is not None:
            actor, day = np.append(actor, LEADER), np.append(day, led)
        for copy in range(kind.bundle):
            rows.append(np.stack([np.full(len(actor), line * kind.bundle + copy), actor, day], axis=1))
    words = np.array([chance.poisson(row * 3) for row in active])
    return World(uses=np.unique(np.concatenate(rows), axis=0), words=words, bundle=kind.bundle)


def _activity(chance: np.random.Generator, actors: int) -> Array:
    """How active each speaker is on each day."""
    active = np.repeat(chance.lognormal(0, 1.1, actors)[:, None], DAYS, axis=1)
    for own in active:
        if chance.random() < 0.4:
            first, last = np.sort(chance.integers(0, DAYS, 2))
            own[first:last] *= 0.05
        workdays = (np.arange(DAYS) % 7) < chance.integers(4, 8)
        rhythm = np.where(workdays, 1, 0.2) * np.exp(0.4 * np.cumsum(chance.normal(0, 0.05, DAYS)))
        np.multiply(own, rhythm, out=own)
    return active


def _used(chance: np.random.Generator, active: Array) -> Whole:
    """How often each speaker uses one line on each day."""
    start = chance.integers(0, DAYS - SPELL)
    news = np.zeros(DAYS)
    size, decay = chance.exponential(1), np.exp(-np.arange(SPELL) / chance.uniform(3, 25))
    news[start : start + SPELL] = size * decay * 0.12
    return np.asarray(chance.poisson(active * news))


def _repeated(chance: np.random.Generator, used: Whole, repeats: float) -> Whole:
    """Repetitions of each use, one to ten days later, and of these in turn."""
    more = np.zeros_like(used)
    waiting = np.argwhere(used)
    while len(waiting):
        waiting = waiting[chance.random(len(waiting)) < repeats]
        waiting[:, 1] += chance.integers(1, 11, len(waiting))
        waiting = waiting[waiting[:, 1] < used.shape[1]]
        np.add.at(more, (waiting[:, 0], waiting[:, 1]), 1)
    return more


def _led(chance: np.random.Generator, used: Whole, kind: Kind) -> int | None:
    """The day of the leader's use, before the follower's first; None where this line is not led."""
    if not (chance.random() < kind.planted and used[FOLLOWER].any()):
        return None
    return max(0, int(np.flatnonzero(used[FOLLOWER])[0] - chance.integers(kind.soonest, kind.latest + 1)))
