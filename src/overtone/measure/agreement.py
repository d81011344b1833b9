"""Agreement: how far two states vote alike, on all votes and on contested ones, beyond what chance alone gives.

Votes of the window, each state's choice once per resolution. Only resolutions on which both cast a vote are compared;
not voting is counted and told for each, never taken for an abstention, and a state without a row is unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure.ballots import ABSENT, NO, UNKNOWN, Codes, Roll, counted, roll
from overtone.measure.concordance import FIGURES, Figure, measured, tables
from overtone.measure.shape import Frame, Options, View, false_discovery
from overtone.records import Abstention, Signal, Window

METHOD = "agreement@1"
REFERENCE = "Signorino and Ritter 1999 (S); Scott 1955 (π); Cohen 1960 (κ); Häge 2011 (chance in agreement)"
NULL = "two states that each vote by their own margins and know nothing of each other: κ is 0 within its interval"
NOT_FOR = "who follows whom; what a state would have done where it did not vote; few votes, which it declines"
LEAST = 10  # resolutions on which both voted, under which nothing is said
MANY = 30  # states beyond which pairs have to be asked for
Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The votes of the window: one row for each state and resolution."""
    return counted(view, options.body, window.start, window.stop)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Four figures for each pair asked for, on all votes and on contested ones; κ's surprise is one family."""
    votes = roll(tally.to_pylist())
    pairs = _pairs(votes, frame.options)
    if not pairs:
        reason = "no-data" if len(votes.states) <= MANY else "no-members"
        yield _abstain(("", ""), reason, f"states={len(votes.states)} resolutions={len(votes.resolutions)}", 0, frame)
        return
    contested = votes.contested()
    found: list[Signal] = []
    for pair in pairs:
        for kind, kept in (("all", np.ones_like(contested)), ("contested", contested)):
            given = list(_pair(votes, pair, kept, kind, frame))
            found += [one for one in given if isinstance(one, Signal)]
            yield from (one for one in given if isinstance(one, Abstention))
    tested = [one for one in found if one.surprise is not None]
    q = dict(zip((one.id for one in tested), false_discovery([one.surprise or 0.0 for one in tested]), strict=True))
    yield from (replace(one, q=q.get(one.id), because=_because(one, q.get(one.id))) for one in found)


def _pairs(votes: Roll, options: Options) -> list[tuple[str, str]]:
    """Pairs among the members and targets asked about; without any, of all states where they are few."""
    asked = sorted({*options.members, *options.targets, *options.actors})
    if len(asked) == 1:
        return [(asked[0], other) for other in votes.states if other != asked[0]]
    states = asked or (list(votes.states) if len(votes.states) <= MANY else [])
    return list(combinations(states, 2))


def _pair(votes: Roll, pair: tuple[str, str], kept: Flags, kind: str, frame: Frame) -> Iterator[Signal | Abstention]:
    codes = votes.of(pair)[:, kept]
    joint = tables(codes[0], codes[1], votes.clusters[kept])
    n, detail = int(joint.sum()), _told(codes)
    if n < max(LEAST, frame.options.min_occasions) or len(joint) < 2:
        reason = "too-few-occasions" if n else "no-data"
        yield _abstain(pair, reason, f"{kind}-votes {detail} needed={LEAST}", n, frame)
        return
    given = measured(joint, frame.options.level)
    lines = votes.evidence(pair, [name for name, yes in zip(votes.resolutions, kept, strict=True) if yes][-5:])
    for name in FIGURES:
        if not np.isfinite(given[name].value):
            yield _abstain(pair, "no-variance", f"{name}-{kind} {detail} both always chose alike", n, frame)
            continue
        base = _baseline(name, given)
        yield Signal(
            measure="agreement",
            method=METHOD,
            window=frame.window.label,
            actor=pair[0],
            target=pair[1],
            venue="",
            unit=f"{name}-{kind}",
            value=given[name].value,
            low=given[name].low,
            high=given[name].high,
            level=frame.options.level,
            baseline=base.value if base else None,
            baseline_low=base.low if base else None,
            baseline_high=base.high if base else None,
            surprise=given[name].below if name == "kappa" else None,
            coverage=frame.seen.share(frame.window),
            n=n,
            because="",
            evidence=lines,
            detail=detail,
        )


def _baseline(name: str, given: Mapping[str, Figure]) -> Figure | None:
    """What chance alone gives: for the share it follows from the margins; for κ and π it is nought."""
    if name == "share-agreeing":
        return given["chance"]
    return None if name == "S" else Figure(value=0.0, low=0.0, high=0.0, below=1.0)


def _told(codes: Codes) -> str:
    """Votes of both, and for each how often it did not vote, or is not known to have voted, where the other did."""
    a, b = codes
    absent = (
        f"absent_first={int(((a == ABSENT) & (b <= NO)).sum())} absent_second={int(((b == ABSENT) & (a <= NO)).sum())}"
    )
    unknown = int((((a == UNKNOWN) & (b != UNKNOWN)) | ((b == UNKNOWN) & (a != UNKNOWN))).sum())
    both = int(((a == ABSENT) & (b == ABSENT)).sum())
    return f"both_voted={int(((a <= NO) & (b <= NO)).sum())} {absent} both_absent={both} unknown={unknown}"


def _because(signal: Signal, q: float | None) -> str:
    if q is None:
        return "told-beside-kappa"
    return "alike-beyond-chance" if q <= 0.05 else "not-distinguishable-from-chance"


def _abstain(pair: tuple[str, str], reason: str, detail: str, n: int, frame: Frame) -> Abstention:
    return Abstention(
        measure="agreement",
        method=METHOD,
        window=frame.window.label,
        actor=pair[0],
        target=pair[1],
        venue="",
        reason=reason,
        detail=detail,
        coverage=frame.seen.share(frame.window),
        n=n,
    )
