"""Contradictions: the top of the queue, each a candidate for an analyst and never a finding of ours."""

from collections.abc import Iterator

from overtone.assess.weekly.week import Listing, Week, cannot, slots
from overtone.records import Finding, Signal

MOST = 5
LEAST = 0.25  # a pair less likely than this is left in the queue


def disputes(week: Week) -> Listing:
    """The likeliest pairs of passages that may contradict each other; those that touch the desk's themes first."""
    queue = sorted(week.numbers("contradiction"), key=lambda s: (not _own(week, s), -s.value, s.id))
    told = [finding for signal in queue if signal.value >= LEAST for finding in _candidate(week, signal)]
    if told:
        return told[:MOST], len(queue) - len(told[:MOST])
    return list(cannot(week, "contradiction")), 0


def _own(week: Week, signal: Signal) -> bool:
    """Whether one of the two passages belongs to a theme of the desk."""
    rows = {passage.row for passage in signal.evidence[:2]}
    return any(rows & wanted for wanted in week.material.themes.values())


def _candidate(week: Week, signal: Signal) -> Iterator[Finding]:
    """The best pair of a signal: what was said first, and what stands against it."""
    passages = signal.evidence[:2]
    rows = [week.said[passage.row] for passage in passages if passage.row in week.said]
    if len(rows) < 2:
        return
    first, second = rows
    told = slots(
        variety=("variety", signal.because),
        earlier=("actor", signal.target),
        earlier_on=("date", first.said_on.isoformat()),
        later=("actor", signal.actor),
        later_on=("date", second.said_on.isoformat()),
        share=("share", signal.value),
        low=("share", signal.low),
        high=("share", signal.high),
    )
    key = "candidate-self" if signal.actor == signal.target else "candidate"
    yield Finding(key=key, slots=told, evidence=passages, signals=(signal,))
