"""What is measured: each measure one file with two halves, counts where the data lives and judgement in the open.

Nothing registers itself: what is not in MEASURES is not measured.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from types import ModuleType

import pyarrow as pa

from overtone.errors import UsageError
from overtone.measure import (
    agenda,
    agreement,
    audience,
    burst,
    cohesion,
    contradiction,
    echo,
    ideal,
    lead,
    mouthpiece,
    network,
    novelty,
    profile,
    salience,
    silence,
    tone,
    translation_echo,
    trend,
)
from overtone.measure.coverage import coverage
from overtone.measure.shape import Coverage, Frame, Measure, Options, SeenWeek, View, described, ordered
from overtone.records import Abstention, Signal, Window

MODULES: tuple[ModuleType, ...] = (
    salience,
    silence,
    novelty,
    trend,
    tone,
    audience,
    burst,
    agenda,
    profile,
    translation_echo,
    lead,
    mouthpiece,
    network,
    echo,
    agreement,
    cohesion,
    ideal,
    contradiction,
)
MEASURES: tuple[Measure, ...] = tuple(described(module) for module in MODULES)


def measure(
    name: str, view: View, window: Window, options: Options | None = None, seen: Coverage | None = None
) -> tuple[Signal | Abstention, ...]:
    """The signals and abstentions of one measure over one window, in a fixed order.

    `seen` is the coverage of the window and its trailing weeks, where the caller has it already.
    Raises UsageError for a measure that does not exist.
    """
    return counted(name, view, window, options, seen)[0]


def counted(
    name: str, view: View, window: Window, options: Options | None = None, seen: Coverage | None = None
) -> tuple[tuple[Signal | Abstention, ...], pa.Table]:
    """What one measure says, and the counts it was judged from; UsageError for a measure that does not exist."""
    chosen = next((m for m in MEASURES if m.name == name), None)
    if chosen is None:
        known = ", ".join(m.name for m in MEASURES)
        raise UsageError(f"there is no measure {name!r}", next_step=f"choose one of: {known}")
    options = options or Options()
    seen = seen or covered(view, window, options)
    counts = ordered(chosen.tally(view, window, options).to_pyarrow())
    frame = Frame(window=window, options=options, seen=seen)
    found = tuple(_unseen(chosen.judge(counts, frame), frame, counts.num_rows))
    if not found and not counts.num_rows:
        found = (_nothing(chosen, frame),)
    return tuple(sorted(found, key=_order)), counts


def covered(view: View, window: Window, options: Options) -> Coverage:
    """What could have been seen in the window and its trailing weeks."""
    start = window.start - timedelta(weeks=options.baseline_weeks)
    return coverage(view, Window(label="seen", start=start, stop=window.stop), options.sources)


def _unseen(found: Iterable[Signal | Abstention], frame: Frame, rows: int) -> Iterable[Signal | Abstention]:
    """Where nobody looked, that nobody spoke is not known: a measure as a whole cannot say there was nothing."""
    for item in found:
        if isinstance(item, Abstention) and frame.blind():
            nobody = item.reason == "no-data" and not item.actor and not item.n
            yield replace(item, reason="source-not-seen") if nobody or not rows else item
        else:
            yield item


def _nothing(chosen: Measure, frame: Frame) -> Abstention:
    """What is told where there was nothing to count: that nobody looked, or that nobody spoke."""
    return Abstention(
        measure=chosen.name,
        method=chosen.method,
        window=frame.window.label,
        actor="",
        target="",
        venue=frame.options.event,
        reason="source-not-seen" if frame.blind() else "no-data",
        detail="counted=0",
        coverage=frame.seen.share(frame.window),
        n=0,
    )


def _order(item: Signal | Abstention) -> tuple[str, str, str, str]:
    kind = item.unit if isinstance(item, Signal) else f"~{item.reason}"
    return item.actor, item.target, kind, item.id


__all__ = [
    "MEASURES",
    "Coverage",
    "Frame",
    "Measure",
    "Options",
    "SeenWeek",
    "View",
    "counted",
    "coverage",
    "covered",
    "measure",
]
