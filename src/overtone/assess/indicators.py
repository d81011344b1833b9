"""Indicators: lit, dark, or not observed because no living source would have shown it; never confused.

Lit: what it waits for was met and has not expired. Dark: it was not, and sources were seen alive on half of the days or
more. A source whose documents were picked by hand can light an indicator and never makes it dark.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from overtone.assess.hypotheses import SAME
from overtone.assess.known import Known
from overtone.assess.looking import Hit, asked, hits, met_on
from overtone.records import Abstention, Indicator

LIT, DARK, NOT_OBSERVED = "lit", "dark", "not-observed"
ENOUGH = 0.5  # of the days, as for every measure: under it an absence means nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An indicator on a day."""

    indicator: Indicator
    state: str  # lit | dark | not-observed
    reason: str  # met | not-met | no-living-source | hand-picked-source | not-measured | a measure's reason to abstain
    met_on: date | None  # the last day it was met
    expires_on: date | None  # the last day it stays lit
    seen: float  # share of the days on which a source was seen alive that is not hand-picked
    worthless: bool  # equal under all hypotheses: it cannot tell them apart
    hits: tuple[Hit, ...]  # those that lit it


def watched(indicator: Indicator, known: Known) -> Watched:
    """The state of one indicator."""
    look = indicator.trigger
    found = hits(look, known)
    last = met_on(look, found)
    expires = last + timedelta(days=indicator.expires_days) if last else None
    lit = expires is not None and known.day <= expires
    share = _share(indicator, known)
    state, reason = (LIT, "met") if lit else _unlit(indicator, known, share)
    first = last - timedelta(days=look.within_days - 1) if last else known.day
    return Watched(
        indicator=indicator,
        state=state,
        reason=reason,
        met_on=last,
        expires_on=expires,
        seen=share,
        worthless=worthless(indicator),
        hits=tuple(hit for hit in found if lit and last and first <= hit.on <= last),
    )


def worthless(indicator: Indicator) -> bool:
    """Whether it says the same under all hypotheses, lit or dark; False where it bears on none."""
    told = [[np.log(ratio) for _, ratio in ratios] for ratios in (indicator.lit, indicator.dark) if ratios]
    return bool(told) and all(float(np.ptp(row)) < SAME for row in told)


def _unlit(indicator: Indicator, known: Known, share: float) -> tuple[str, str]:
    look = indicator.trigger
    if look.of == "signals":
        latest = [(d, one) for d, one in known.signals if asked(look, one.measure, one.actor, one.target)]
        newest = max((d for d, _ in latest), default=None)
        now = [one for d, one in latest if d == newest]
        if not now:
            return NOT_OBSERVED, "not-measured"
        silent = [one for one in now if isinstance(one, Abstention)]
        return (NOT_OBSERVED, silent[0].reason) if len(silent) == len(now) else (DARK, "not-met")
    if share >= ENOUGH:
        return DARK, "not-met"
    picked = any(known.seen.get(source) for source in _sources(indicator, known) & known.selected)
    return NOT_OBSERVED, "hand-picked-source" if picked else "no-living-source"


def _share(indicator: Indicator, known: Known) -> float:
    """Share of the days looked at on which one of its sources was seen, those hand-picked left out."""
    days = indicator.trigger.within_days
    alive: set[date] = set()
    for source in _sources(indicator, known) - known.selected:
        alive |= known.seen.get(source, frozenset())
    return sum(known.day - timedelta(days=back) in alive for back in range(days)) / days


def _sources(indicator: Indicator, known: Known) -> frozenset[str]:
    return frozenset(indicator.trigger.sources) or frozenset(known.seen)
