"""Who echoed whom: the same words again, the same in another language, and who uses a line before whom.

Only what chance would seldom give is told. No one is said to influence anyone: order in time is all that is measured.
"""

from collections.abc import Iterator

from overtone.assess.weekly.week import MOST_EVIDENCE, Listing, Week, cannot, listing, slots
from overtone.records import Finding, Signal

MOST = 12
ABOVE = "above-chance"
MOST_SHOWN = 4  # signals beside the sentence that nothing was found
TOLD = {"echoes": "echoed", "translated-statements": "echoed-translated", "paraphrased-statements": "echoed-retold"}


def echoes(week: Week) -> Listing:
    """Echoes above chance, leads and mouthpieces that are significant; else that there are none, or why."""
    found = [*_repeated(week), *_before(week, "lead", "usually-uses-the-line-before", "leads")]
    found += _before(week, "mouthpiece", "mouthpiece", "takes-up")
    none = [] if any(finding.key.startswith("echoed") for finding in found) else list(_none(week))
    told, more = listing(found, MOST)
    return [*told, *none, *cannot(week, "echo", "translation-echo", "lead")], more


def _repeated(week: Week) -> Iterator[Finding]:
    signals = [*week.numbers("echo"), *week.numbers("translation-echo")]
    above = [s for s in signals if s.because == ABOVE and s.target and s.value > 0 and s.unit in TOLD]
    for signal in sorted(above, key=lambda s: (-s.value, s.actor, s.target)):
        told = slots(
            actor=("actor", signal.actor),
            origin=("actor", signal.target),
            n=("count", round(signal.value)),
            total=("count", signal.n),
            p=("number", signal.surprise or 0.0),
        )
        yield Finding(key=TOLD[signal.unit], slots=told, evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,))


def _before(week: Week, measure: str, because: str, key: str) -> Iterator[Finding]:
    """Who usually uses a line before whom: shares of lines, against what the order of their days alone gives."""
    sure = [s for s in week.numbers(measure) if s.because == because]
    for signal in sorted(sure, key=lambda s: (-s.value, s.actor, s.target)):
        told = slots(
            actor=("actor", signal.actor),
            origin=("actor", signal.target),
            share=("share", signal.value),
            usual=("share", signal.baseline or 0.0),
            n=("count", signal.n),
        )
        yield Finding(key=key, slots=told, evidence=signal.evidence[:MOST_EVIDENCE], signals=(signal,))


def _none(week: Week) -> Iterator[Finding]:
    """That no speaker repeated another more than chance would have it, and over how many statements."""
    for measure, key in (("echo", "echoed-none"), ("translation-echo", "echoed-none-translated")):
        totals = [s for s in week.numbers(measure) if not s.target and s.unit in TOLD]
        if totals:
            shown = tuple(sorted(totals, key=lambda s: (-s.n, s.actor, s.unit))[:MOST_SHOWN])
            told = slots(speakers=("count", len({s.actor for s in totals})), n=("count", _statements(totals)))
            yield Finding(key=key, slots=told, evidence=(), signals=shown)


def _statements(totals: list[Signal]) -> int:
    """Statements of all speakers: those of one speaker stand in each of his signals."""
    return sum({s.actor: s.n for s in totals}.values())
