"""Silence in a picture: who named what, who said nothing where words were due, and what nobody could hear."""

from collections.abc import Iterator, Sequence

from overtone.assess.material import Material
from overtone.records import Abstention, Chart, Signal, Slot

CHANCE = 0.05  # a silence is told when its false-discovery rate is at most this
OTHERWISE = "not-silent-in-other-words"
BLIND = "source-not-seen"
UNDUE = -1.0  # nothing was due: too few occasions, or nothing known to compare with
UNKNOWN = float("nan")
MOST_ACTORS, MOST_TARGETS, MOST_WEEKS, FEWEST_WEEKS = 12, 8, 26, 3

Judged = Signal | Abstention


def silences(material: Material, signals: Sequence[Judged]) -> Iterator[Chart]:
    """Speakers by subjects in the week: spoke, silent where words were due, not seen; nothing without a silence."""
    week = [s for s in signals if _of_silence(s) and s.window == material.window.label]
    telling = [s for s in week if isinstance(s, Signal) and _silent(s)]
    if not telling:
        return
    targets = _most([s.target for s in telling], [s.target for s in week if isinstance(s, Signal)])[:MOST_TARGETS]
    actors = _most([s.actor for s in telling], [s.actor for s in week if isinstance(s, Signal)])[:MOST_ACTORS]
    cells = {(s.actor, s.target): s for s in week}
    shown = [cells[a, t] for a in actors for t in targets if (a, t) in cells]
    first = min(telling, key=lambda s: (s.q if s.q is not None else 1.0, -(s.baseline or 0.0), s.actor, s.target))
    yield Chart(
        key="chart-silences",
        kind="calendar",
        rows=tuple(Slot(name="actor", kind="actor", value=actor) for actor in actors),
        columns=tuple(Slot(name="target", kind="topic", value=target) for target in targets),
        values=tuple(tuple(_value(cells.get((a, t))) for t in targets) for a in actors),
        cells=tuple(tuple(_word(_value(cells.get((a, t)))) for t in targets) for a in actors),
        slots=(
            Slot(name="n", kind="count", value=str(sum(_value(s) == 0 for s in shown))),
            Slot(name="m", kind="count", value=str(sum(isinstance(s, Signal) for s in shown))),
            Slot(name="actor", kind="actor", value=first.actor),
            Slot(name="target", kind="topic", value=first.target),
            Slot(name="expected", kind="number", value=str(first.baseline or 0.0)),
        ),
    )


def calendars(signals: Sequence[Judged]) -> Iterator[Chart]:
    """A calendar for each subject whose silence was measured in three weeks or more: speakers by weeks."""
    found = [s for s in signals if _of_silence(s)]
    weeks = sorted({s.window for s in found})[-MOST_WEEKS:]
    for target in sorted({s.target for s in found}) if len(weeks) >= FEWEST_WEEKS else ():
        cells = {(s.actor, s.window): s for s in found if s.target == target}
        told = [s for s in cells.values() if isinstance(s, Signal) and _silent(s)]
        actors = _most([s.actor for s in told], [actor for actor, _ in cells])[:MOST_ACTORS]
        values = tuple(tuple(_value(cells.get((a, w))) for w in weeks) for a in actors)
        if any(value == 0 for row in values for value in row):
            yield _calendar(target, actors, weeks, values)


def _calendar(target: str, actors: Sequence[str], weeks: Sequence[str], values: tuple[tuple[float, ...], ...]) -> Chart:
    blind = sum(any(row[n] != row[n] for row in values) for n in range(len(weeks)))
    return Chart(
        key="chart-calendar",
        kind="calendar",
        rows=tuple(Slot(name="actor", kind="actor", value=actor) for actor in actors),
        columns=tuple(Slot(name="week", kind="week", value=week) for week in weeks),
        values=values,
        cells=tuple(tuple(_word(value) for value in row) for row in values),
        slots=(
            Slot(name="target", kind="topic", value=target),
            Slot(name="n", kind="count", value=str(sum(value == 0 for row in values for value in row))),
            Slot(name="m", kind="count", value=str(sum(value >= 0 for row in values for value in row))),
            Slot(name="blind", kind="count", value=str(blind)),
        ),
    )


def _of_silence(signal: Judged) -> bool:
    unit = signal.unit if isinstance(signal, Signal) else "mentions"
    return (signal.measure, unit, signal.venue) == ("silence", "mentions", "") and bool(signal.actor and signal.target)


def _silent(signal: Signal) -> bool:
    chance = signal.q if signal.q is not None else signal.surprise
    return signal.value == 0 and signal.because != OTHERWISE and chance is not None and chance <= CHANCE


def _value(signal: Judged | None) -> float:
    """How often was spoken; 0 only for a silence that is told; not a number where nobody could hear.

    A zero that chance explains is no silence: nothing was due, or it cannot be told.
    """
    if isinstance(signal, Signal):
        return signal.value if signal.value > 0 else 0.0 if _silent(signal) else UNDUE
    return UNKNOWN if signal is not None and signal.reason == BLIND else UNDUE


def _word(value: float) -> Slot | None:
    """The word for what is no number."""
    if value > 0:
        return None
    told = "silent" if value == 0 else "undue" if value < 0 else "blind"
    return Slot(name="standing", kind="standing", value=told)


def _most(first: Sequence[str], then: Sequence[str]) -> list[str]:
    """Names by how often they stand in the first list, then in the second."""
    return sorted({*first, *then}, key=lambda name: (-first.count(name), -then.count(name), name))
