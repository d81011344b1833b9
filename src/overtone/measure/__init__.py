"""What is measured: each measure one file with two halves, counts where the data lives and judgement in the open.

Nothing registers itself: what is not in MEASURES is not measured.
"""

from datetime import timedelta
from types import ModuleType

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
    chosen = next((m for m in MEASURES if m.name == name), None)
    if chosen is None:
        known = ", ".join(m.name for m in MEASURES)
        raise UsageError(f"there is no measure {name!r}", next_step=f"choose one of: {known}")
    options = options or Options()
    seen = seen or covered(view, window, options)
    counts = ordered(chosen.tally(view, window, options).to_pyarrow())
    found = chosen.judge(counts, Frame(window=window, options=options, seen=seen))
    return tuple(sorted(found, key=_order))


def covered(view: View, window: Window, options: Options) -> Coverage:
    """What could have been seen in the window and its trailing weeks."""
    start = window.start - timedelta(weeks=options.baseline_weeks)
    return coverage(view, Window(label="seen", start=start, stop=window.stop), options.sources)


def _order(item: Signal | Abstention) -> tuple[str, str, str, str]:
    kind = item.unit if isinstance(item, Signal) else f"~{item.reason}"
    return item.actor, item.target, kind, item.id


__all__ = ["MEASURES", "Coverage", "Frame", "Measure", "Options", "SeenWeek", "View", "coverage", "covered", "measure"]
