"""Verdicts seen twice: as of the cut at which they were given, and as of a later one, when late texts have arrived.

A verdict is a function of the ledger as of a cut, so the earlier one need not have been stored to be had again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from overtone.gathering import options_for
from overtone.ledger import View
from overtone.measure import covered
from overtone.measure.themes import Desk, theme_fortnight
from overtone.measure.verdict import verdict
from overtone.records import Verdict, Window
from overtone.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """One theme's verdict at two cuts."""

    theme: str
    then: Verdict
    now: Verdict

    @property
    def held(self) -> bool:
        """Whether the verdict is still the same."""
        return self.then.verdict == self.now.verdict

    @property
    def late(self) -> int:
        """Statements of the theme's week that were not known at the earlier cut, less those no longer shown."""
        return self.now.n - self.then.n


def rescored(then: View, now: View, registry: Registry, window: Window) -> tuple[Rescored, ...]:
    """The verdict of every theme in one week as of two views of the same ledger, in the order of the themes."""
    earlier, later = (verdicts(view, registry, window) for view in (then, now))
    return tuple(Rescored(theme=theme, then=earlier[theme], now=later[theme]) for theme in later)


def verdicts(view: View, registry: Registry, window: Window) -> Mapping[str, Verdict]:
    """The verdict of every theme of a week, each with that of the week before as hysteresis."""
    options = options_for(view, registry)
    seen = covered(view, window, options)
    weeks, last_weeks = theme_fortnight(view, window, options, desk_of(registry), seen)
    before = {one.theme: verdict(one).verdict for one in last_weeks}
    return {one.theme: verdict(one, previous=before[one.theme]) for one in weeks}


def desk_of(registry: Registry) -> Desk:
    """What the counts of the themes need of the facts."""
    return Desk(
        themes=tuple(sorted(registry.themes.values(), key=lambda theme: theme.order)),
        topics=tuple(registry.topics.values()),
        actors=tuple(registry.actors.values()),
        events=tuple(registry.events.values()),
    )
