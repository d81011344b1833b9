"""Lead: who usually uses a line before whom, against what their activity alone gives.

For each ordered pair of speakers: of the lines both used, the share that the leader used first, against the share
expected when nobody follows anybody and each use falls to whoever is busier that day, given how often each used the
line. `surprise` weighs each line by how unexpected the leader's use was in the week before the follower's first: early
use of what nobody else yet says counts most. Lines that share an utterance are not independent and widen chance. A
follower who repeats himself would be expected first too often; what his later uses show of it is taken off.
Actors asked for are leaders, targets are followers. "Usually uses the line before" is an order in time, no more: both
may follow a third who is not heard.
"""

from collections.abc import Iterator

import ibis
import numpy as np
import pyarrow as pa

from overtone.measure.lines import line_uses
from overtone.measure.order import Unweighed, Weighed, weighed
from overtone.measure.precedence import Whole
from overtone.measure.shape import Frame, Options, View, evidence, false_discovery
from overtone.measure.uses import Uses, laid_out
from overtone.records import Abstention, Evidence, Signal, Window

METHOD = "lead@1"
REFERENCE = (
    "Chen, Dempster and Liu 1994 (conditional Bernoulli); Lugannani and Rice 1980 (tail by the saddle point); "
    "Cameron, Gelbach and Miller 2011 (two-way clustering); Benjamini and Hochberg 1995"
)
NULL = (
    "each use is the leader's with the odds of the two speakers' background activity, given how many are each one's: "
    "at most about one ordered pair in twenty is flagged at 5 %, and none is left after Benjamini and Hochberg"
)
NOT_FOR = (
    "influence (both may follow a third); embargoed joint drafts; lines across languages; publication delayed by days; "
    "lines older than the span"
)
SHOWN = 5  # lines whose first uses are shown
ALPHA = 0.05


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """The uses of lines that several speakers share, by speaker and day, and words by speaker and day as line 0."""
    return line_uses(view, window, options)


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """Each ordered pair of speakers with lines in common: the share led against the share expected."""
    uses = laid_out(tally, frame)
    if uses is None or len(uses.actors) < 2:
        detail = f"speakers={0 if uses is None else len(uses.actors)} needed=2"
        yield abstained("lead", METHOD, frame, Unweighed(leader="", follower="", reason="no-data", detail=detail))
        return
    found = list(weighed(uses, frame))
    told = [pair for pair in found if isinstance(pair, Weighed)]
    yield from (abstained("lead", METHOD, frame, pair) for pair in found if isinstance(pair, Unweighed))
    rates = false_discovery([pair.probability for pair in told])
    yield from (signal(uses, pair, frame, q) for pair, q in zip(told, rates, strict=True))


def signal(uses: Uses, pair: Weighed, frame: Frame, q: float) -> Signal:
    """A pair in the shape of a signal."""
    share, expected = float(pair.found.led.mean()), float(pair.found.expected.mean())
    low, high = pair.interval(share, frame.options.level)
    base_low, base_high = pair.interval(expected, frame.options.level)
    return Signal(
        measure="lead",
        method=METHOD,
        window=frame.window.label,
        actor=pair.leader,
        target=pair.follower,
        venue="",
        unit="share-of-lines-led",
        value=share,
        low=low,
        high=high,
        level=frame.options.level,
        baseline=expected,
        baseline_low=base_low,
        baseline_high=base_high,
        surprise=pair.probability,
        coverage=both_seen(uses, pair.leader, pair.follower),
        n=pair.n,
        because="usually-uses-the-line-before" if q <= ALPHA and share > expected else "within-chance",
        evidence=spans(uses, pair.strongest(SHOWN).ravel()),
        q=q,
        detail=f"phrases={pair.n} led={pair.found.led.sum():.1f} expected={pair.found.expected.sum():.1f} "
        f"independent={pair.n / pair.wider:.1f} z={pair.z:.2f}",
    )


def both_seen(uses: Uses, *actors: str) -> float:
    """Share of the span's days on which all of these could be heard; 0 for nobody known."""
    places = [uses.actors.index(actor) for actor in actors if actor in uses.actors]
    return float(uses.seen[places].all(axis=0).mean()) if places else 0.0


def spans(uses: Uses, at: Whole) -> tuple[Evidence, ...]:
    """The spans of these uses as evidence."""
    return evidence(uses.place.take(np.unique(at)).to_pylist())


def abstained(measure: str, method: str, frame: Frame, pair: Unweighed, coverage: float | None = None) -> Abstention:
    """A pair of which nothing can be said in the shape of an abstention."""
    return Abstention(
        measure=measure,
        method=method,
        window=frame.window.label,
        actor=pair.leader,
        target=pair.follower,
        venue="",
        reason=pair.reason,
        detail=pair.detail,
        coverage=frame.seen.share(frame.window) if coverage is None else coverage,
        n=pair.n,
    )
