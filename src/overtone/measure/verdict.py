"""The trend verdict: did a theme get tenser or calmer this week, or can nobody say?

The share of pressing statements this week is compared with the usual share as an odds ratio. Two weeks are the same
where it lies in [1/(1+δ), 1+δ], or the shares are no further apart than a margin (one statement in twenty more or less
is no news); both are fixed beforehand. The verdict is a matter of posterior probability:

- worsened or improved if the week lies beyond the region with probability ≥ .9,
- unchanged only if it lies inside with probability ≥ .8,
- cannot say otherwise, with the reason. That is a result, not a gap.

This week's share has the beta-binomial posterior: the usual share as prior, worth (1−ρ)/ρ statements as the variation
between weeks says, but never more than half the statements of the week: "unchanged" cannot rest on the past alone.
Hysteresis of one week: the verdict of the week before holds at .8 in place of .9; its opposite needs a week between.
Reference: Kruschke 2018 (region of practical equivalence). Oracle: simulation from the two beta distributions.
Null: weeks drawn from the usual level are called worsened or improved in under one in ten (bench/calibration.py).
Not for: what caused a change, or themes whose words come from hand-picked sources.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from scipy.special import betainc, betaincinv

from overtone.records import Verdict

METHOD = "verdict@1"
GRID = 500  # midpoints of equal probability over the usual share


class Counted(Protocol):
    """What a verdict needs to know of a theme's week; `measure.themes.ThemeWeek` is one."""

    @property
    def statements(self) -> int:
        """Statements of the theme in the window."""

    @property
    def pressing(self) -> int:
        """Of these, the ones that press."""

    @property
    def usual(self) -> float | None:
        """Usual share of pressing statements."""

    @property
    def rho(self) -> float:
        """Overdispersion between weeks."""

    @property
    def weight(self) -> float:
        """Size of the sample the usual share is worth."""

    @property
    def coverage(self) -> float:
        """Share of the window's days seen."""

    @property
    def selected(self) -> bool:
        """Whether only hand-picked sources speak of the theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictOptions:
    """Fixed before the cut-off, and the same for all themes."""

    delta: float = 0.5
    margin: float = 0.05  # shares no further apart are the same, whatever their ratio
    beyond: float = 0.9  # probability for worsened or improved
    holding: float = 0.8  # the same for a verdict that held the week before
    inside: float = 0.8  # probability for unchanged
    level: float = 0.9
    min_statements: int = 10
    min_coverage: float = 0.5
    trust_selected: bool = False  # give verdicts on hand-picked sources too


def _not_seen(week: Counted, options: VerdictOptions) -> bool:
    return week.coverage < options.min_coverage


def _nothing(week: Counted, options: VerdictOptions) -> bool:
    return week.statements == 0


def _no_usual_level(week: Counted, options: VerdictOptions) -> bool:
    return week.usual is None


def _picked(week: Counted, options: VerdictOptions) -> bool:
    return week.selected and week.statements > 0 and not options.trust_selected


def _too_few(week: Counted, options: VerdictOptions) -> bool:
    return week.statements < options.min_statements


REASONS: tuple[tuple[str, Callable[[Counted, VerdictOptions], bool]], ...] = (
    ("selected-source", _picked),
    ("source-not-seen", _not_seen),
    ("no-data", _nothing),
    ("too-few-statements", _too_few),
    ("no-usual-level", _no_usual_level),
)


def verdict(week: Counted, options: VerdictOptions | None = None, previous: str = "") -> Verdict:
    """Worsened, improved, unchanged or cannot say: one theme's week against its usual level.

    `previous` is the verdict of the week before ("" where there is none). Deterministic: the two beta posteriors are
    integrated on a fixed grid. Not for comparing themes with each other.
    """
    chosen = options or VerdictOptions()
    why_not = next((name for name, holds in REASONS if holds(week, chosen)), "")
    if week.usual is None or week.statements == 0:
        return _worded(week, chosen, "cannot-say", why_not, None)
    ratio = _Ratio.of(week)
    word, reason = _decide(ratio, chosen, previous)
    return _worded(week, chosen, "cannot-say" if why_not else word, why_not or reason, ratio)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ratio:
    """The posterior of the odds ratio: this week's share is Beta(a, b), the usual odds lie on a grid."""

    a: float
    b: float
    usual: npt.NDArray[np.float64]  # shares of equal probability

    @classmethod
    def of(cls, week: Counted) -> "_Ratio":
        usual = week.usual or 0.0
        prior = max(1.0, min((1 - week.rho) / max(week.rho, 1e-9), week.statements / 2))
        points = (np.arange(GRID) + 0.5) / GRID
        shares = np.clip(betaincinv(usual * week.weight, (1 - usual) * week.weight, points), 1e-12, 1 - 1e-12)
        return cls(
            a=usual * prior + week.pressing,
            b=(1 - usual) * prior + week.statements - week.pressing,
            usual=shares,
        )

    def below(self, ratio: float) -> float:
        """Probability that the odds ratio is at most `ratio`."""
        odds = ratio * self.usual / (1 - self.usual)
        return float(np.mean(betainc(self.a, self.b, odds / (1 + odds))))

    def tails(self, options: VerdictOptions) -> tuple[float, float]:
        """Probabilities of lying above the region, and below it."""
        odds = self.usual / (1 - self.usual)
        more, less = odds * (1 + options.delta), odds / (1 + options.delta)
        upper = np.maximum(more / (1 + more), np.minimum(self.usual + options.margin, 1))
        lower = np.minimum(less / (1 + less), np.maximum(self.usual - options.margin, 0))
        above = 1 - float(np.mean(betainc(self.a, self.b, upper)))
        return above, float(np.mean(betainc(self.a, self.b, lower)))

    def quantile(self, chance: float) -> float:
        """The ratio below which it lies with this probability, told between 1e-9 and 1e9."""
        far = float(np.log(1e9))
        if self.below(np.exp(-far)) >= chance:
            return 1e-9
        if self.below(np.exp(far)) <= chance:
            return 1e9
        return float(np.exp(_root(lambda log: self.below(float(np.exp(log))) - chance, -far, far)))


def _root(rising: Callable[[float], float], low: float, high: float, near: float = 1e-9) -> float:
    """Where a rising function crosses zero, by the Illinois rule (Dowell and Jarratt 1971).

    SciPy's root finders would do; importing them costs more than a whole week's verdicts.
    """
    below, above = rising(low), rising(high)
    side = 0
    while high - low > near:
        middle = (low * above - high * below) / (above - below) if above > below else (low + high) / 2
        middle = min(max(middle, low + near / 2), high - near / 2)
        value = rising(middle)
        if value == 0.0:
            return middle
        if value > 0:
            high, above = middle, value
            below = below / 2 if side > 0 else below
            side = 1
        else:
            low, below = middle, value
            above = above / 2 if side < 0 else above
            side = -1
    return (low + high) / 2


def _decide(ratio: _Ratio, options: VerdictOptions, previous: str) -> tuple[str, str]:
    tails = dict(zip(("worsened", "improved"), ratio.tails(options), strict=True))
    opposite = {"worsened": "improved", "improved": "worsened"}
    for word, chance in tails.items():
        if chance >= options.beyond:
            return ("cannot-say", "between") if previous == opposite[word] else (word, "beyond")
        if chance >= options.holding and previous == word:
            return word, "holding"
    return ("unchanged", "inside") if 1 - sum(tails.values()) >= options.inside else ("cannot-say", "undecided")


def _worded(week: Counted, options: VerdictOptions, word: str, reason: str, ratio: _Ratio | None) -> Verdict:
    tail = (1 - options.level) / 2
    tails = ratio.tails(options) if ratio else None
    return Verdict(
        verdict=word,
        reason=reason,
        value=ratio.quantile(0.5) if ratio else None,
        low=ratio.quantile(tail) if ratio else None,
        high=ratio.quantile(1 - tail) if ratio else None,
        level=options.level,
        share=week.pressing / week.statements if week.statements else None,
        usual=week.usual,
        n=week.statements,
        pressing=week.pressing,
        worsening=tails[0] if tails else None,
        same=1 - sum(tails) if tails else None,
        improving=tails[1] if tails else None,
        coverage=week.coverage,
        method=METHOD,
    )
