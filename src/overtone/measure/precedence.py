"""Who uses a line before whom, against chance: the exact law of the follower's first use, and a score for following it.

A line is used by a leader and a follower on days t₁ ≤ … ≤ tₙ. Where neither follows the other, each use is the leader's
with odds a(t)/b(t), the two actors' background activity. Given how many of the uses are each one's (conditional
Bernoulli), the follower's first use stands at place j with

    P(j) = w₁ … w_{j−1} (1 − w_j) PB(n_b − 1; w_{j+1} … wₙ) / PB(n_b; w₁ … wₙ),   w = a/(a + b),

PB the mass of the Poisson-binomial law by dynamic programme (Chen, Dempster and Liu 1994). The score of a place is the
likelihood ratio of "one use more of the leader's, one to seven days before" to "none", so a use of the leader weighs
the more the less he and everybody else used the line just then:

    s(j) = log(1 + ε (Σ_{i: 1 ≤ t_j − t_i ≤ 7} 1/(7 a(t_i) g(t_i)) − 1)),

g the line's uses by anybody for each unit of activity. Neither P nor s looks at whose a use is. A day on which both use
the line is one place, the follower's for certain (w = 0). Not for uses that depend on each other, as of one speech:
`bound` says how much wider chance is then.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri_exp

Array = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

WITHIN = 7  # days in which a use may follow another
SHARE = 0.1  # ε: of the lines, those supposed to be led under the alternative
STEPS = 25  # of Newton's method, more than it ever takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The days on which a leader and a follower use shared lines: a row a line, in order of days, padded at the end."""

    day: Whole
    odds: Array  # w: the probability that the use is the leader's; 0 where both use the line, 1 beyond the last day
    rate: Array  # a·g: the leader's uses of the line that are due on that day
    follows: Flags  # whether the follower uses it
    used: Flags  # False beyond the last day
    slack: int = 0  # days by which two clocks may differ: so near, nobody is first


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What chance gives, line by line, and what was."""

    chance: Array  # P(j)
    score: Array  # s(j)
    place: Whole  # where the follower's first use stands
    led: Array  # 1 leader first, 0 follower first, ½ for a shared first day (0 where clocks differ)
    expected: Array  # the same by chance

    @property
    def mean(self) -> Array:
        """The expected score of each line."""
        return np.asarray((self.chance * self.score).sum(axis=1))

    @property
    def spread(self) -> Array:
        """The variance of each line's score."""
        return np.asarray((self.chance * (self.score - self.mean[:, None]) ** 2).sum(axis=1))

    @property
    def scored(self) -> Array:
        """The score of each line as it was."""
        return np.asarray(np.take_along_axis(self.score, self.place[:, None], axis=1)[:, 0])


def first_follower(odds: Array, count: Whole) -> Array:
    """P(j) for each row of odds, given how many of its uses are the follower's. Rows may be padded with odds of 1."""
    rows, width = odds.shape
    before = np.cumprod(np.hstack([np.ones((rows, 1)), odds[:, :-1]]), axis=1)
    after = np.zeros((rows, int(count.max(initial=1)) + 1))
    after[:, 0] = 1.0
    wanted = (np.arange(rows), count - 1)
    mass = np.zeros_like(odds)
    for j in range(width - 1, -1, -1):
        w = odds[:, j, None]
        mass[:, j] = before[:, j] * (1 - odds[:, j]) * after[wanted]
        after[:, 1:] = after[:, 1:] * w + after[:, :-1] * (1 - w)
        after[:, :1] *= w
    return np.asarray(mass / mass.sum(axis=1, keepdims=True))


def outcome(lines: Lines) -> Outcome:
    """Chance and truth for each line."""
    day, follows = lines.day, lines.follows
    chance = first_follower(lines.odds, follows.sum(axis=1))
    ratio = _just_before(day, np.where(lines.used, 1 / lines.rate, 0.0), lines.slack) / (WITHIN - lines.slack)
    place = follows.argmax(axis=1)
    credit = (day - day[:, :1] > lines.slack).astype(float)
    if lines.slack == 0:
        credit[lines.odds[:, 0] == 0, 0] = 0.5
    return Outcome(
        chance=chance,
        score=np.log1p(SHARE * (ratio - 1)),
        place=place,
        led=np.take_along_axis(credit, place[:, None], axis=1)[:, 0],
        expected=(chance * credit).sum(axis=1),
    )


def _just_before(day: Whole, weight: Array, slack: int) -> Array:
    """For each day of a row, the weights of the row's days one (and the slack) to seven before it, summed."""
    rows, width = day.shape
    key = (np.arange(rows)[:, None] * (int(day.max()) + 2 * WITHIN) + day).ravel()
    summed = np.concatenate([[0.0], np.cumsum(weight)])
    since, until = np.searchsorted(key, key - WITHIN), np.searchsorted(key, key - slack)
    return np.asarray((summed[until] - summed[since]).reshape(rows, width))


def tail(found: Outcome) -> float:
    """The deviate z of P(S ≥ s), S the sum of the scores, by the saddle point (Lugannani and Rice 1980)."""
    mean, spread = float(found.mean.sum()), float(found.spread.sum())
    if spread <= 1e-12:
        return 0.0
    off = (float(found.scored.sum()) - mean) / np.sqrt(spread)
    scale = np.sqrt(spread)
    score = (found.score - found.mean[:, None]) / scale
    low, high, theta = -60.0, 60.0, 0.0
    for _ in range(STEPS):
        value, slope, bend = _cumulants(found.chance, score, theta)
        low, high = (theta, high) if slope < off else (low, theta)
        if abs(slope - off) < 1e-8 or high - low < 1e-9:
            break
        step = theta + (off - slope) / max(bend, 1e-12)
        theta = step if low < step < high else (low + high) / 2
    depth = max(2 * (theta * off - value), 0.0)
    root, other = np.sign(theta) * np.sqrt(depth), theta * np.sqrt(max(bend, 0.0))
    if abs(root) < 1e-3:
        return float(off)
    if other / root < 0.2:  # at the end of what is possible, where the bound by Chernoff is exact
        return float(-ndtri_exp(-depth / 2)) if root > 0 else float(root)
    return float(root + np.log(other / root) / root)


def _cumulants(chance: Array, score: Array, theta: float) -> tuple[float, float, float]:
    """Logarithm of the moment generating function of the sum, and its first two derivatives."""
    power = theta * score
    top = power.max(axis=1, keepdims=True)
    tilted = chance * np.exp(power - top)
    total = tilted.sum(axis=1)
    first = (tilted * score).sum(axis=1) / total
    second = (tilted * score**2).sum(axis=1) / total - first**2
    return float((np.log(total) + top[:, 0]).sum()), float(first.sum()), float(second.sum())


def bound(spread: Array, one: Whole, two: Whole) -> float:
    """How many times the variance of a sum can be that of independent lines, where lines share utterances.

    `one` and `two` name the utterances of each line's first two uses. Lines that share one are taken to move as one
    (Cauchy–Schwarz: no covariance is larger), and utterances are counted as in two-way clustering (Cameron, Gelbach
    and Miller 2011). 1 where no two lines share any.
    """
    sd = np.sqrt(spread)
    total = float(spread.sum())
    if total <= 0:
        return 1.0
    low, high = np.minimum(one, two), np.maximum(one, two)
    both = _squared(np.unique(np.stack([low, high]), axis=1, return_inverse=True)[1].reshape(-1), sd)
    each = _squared(np.unique(np.concatenate([one, two]), return_inverse=True)[1], np.concatenate([sd, sd]))
    return max(1.0, (each - both) / total)


def _squared(group: npt.NDArray[np.intp], sd: Array) -> float:
    return float((np.bincount(group, weights=sd) ** 2).sum())


def lateness(parts: Sequence[Lines]) -> float:
    """How much later than the leader's the follower's uses come once both have used a line: a rank-sum deviate.

    Without repetition these uses are as good as shuffled (Wilcoxon 1945, summed over lines). Who repeats his own lines
    is late here, and would be expected first too often.
    """
    above, variance = 0.0, 0.0
    for lines in parts:
        begun = np.logical_and.accumulate(~(lines.used & lines.follows), axis=1)
        begun |= np.logical_and.accumulate(~(lines.used & (~lines.follows | (lines.odds == 0))), axis=1)
        late = lines.used & ~begun
        late[:, 1:] &= ~begun[:, :-1]
        late[:, 0] = False
        late &= lines.odds > 0
        rank, many = np.cumsum(late, axis=1), late.sum(axis=1)
        own = (late & lines.follows).sum(axis=1)
        above += float((rank * (late & lines.follows)).sum() - (own * (many + 1) / 2).sum())
        variance += float((own * (many - own) * (many + 1) / 12).sum())
    return above / variance**0.5 if variance > 0 else 0.0


def joined(parts: Sequence[Outcome]) -> Outcome:
    """Outcomes of lines of unlike length as one."""
    width = max(part.chance.shape[1] for part in parts)
    return Outcome(
        chance=np.vstack([_padded(part.chance, width) for part in parts]),
        score=np.vstack([_padded(part.score, width) for part in parts]),
        place=np.concatenate([part.place for part in parts]),
        led=np.concatenate([part.led for part in parts]),
        expected=np.concatenate([part.expected for part in parts]),
    )


def _padded(table: Array, width: int) -> Array:
    whole = np.zeros((len(table), width))
    whole[:, : table.shape[1]] = table
    return whole
