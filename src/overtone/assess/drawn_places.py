"""Where speakers and states stand: the tone of each on a topic, and the positions that votes give."""

from collections import Counter
from collections.abc import Iterator, Sequence

from overtone.records import Abstention, Chart, Signal, Slot

MOST_TOPICS, MOST_STATES = 6, 60
FEWEST_STATES = 3
UNKNOWN = float("nan")


def tones(signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    """Speakers beside the others on one topic, from hostile to conciliatory; topics with one speaker are left out.

    A contrast, never a raw tone: zero is the tone of the others who spoke of the same.
    """
    found = [s for s in signals if isinstance(s, Signal) and (s.measure, s.unit) == ("tone", "contrast-with-others")]
    spoken = Counter(s.target for s in found)
    topics = [topic for topic, n in sorted(spoken.items(), key=lambda one: (-one[1], one[0])) if n > 1][:MOST_TOPICS]
    kept = {(s.actor, s.target): s for s in found if s.target in topics}
    if not kept:
        return
    actors = sorted({actor for actor, _ in kept})
    most = max(kept.values(), key=lambda s: (s.value, s.actor, s.target))
    least = min(kept.values(), key=lambda s: (s.value, s.actor, s.target))

    def table(part: str) -> tuple[tuple[float, ...], ...]:
        cells = ((kept.get((actor, topic)) for topic in topics) for actor in actors)
        return tuple(tuple(getattr(cell, part) if cell else UNKNOWN for cell in row) for row in cells)

    yield Chart(
        key="chart-tone",
        kind="ladder",
        rows=tuple(Slot(name="actor", kind="actor", value=actor) for actor in actors),
        columns=tuple(Slot(name="topic", kind="topic", value=topic) for topic in topics),
        values=table("value"),
        lows=table("low"),
        highs=table("high"),
        slots=(
            Slot(name="n", kind="count", value=str(len(actors))),
            Slot(name="m", kind="count", value=str(len(topics))),
            Slot(name="actor", kind="actor", value=least.actor),
            Slot(name="first", kind="topic", value=least.target),
            Slot(name="least", kind="signed", value=str(least.value)),
            Slot(name="other", kind="actor", value=most.actor),
            Slot(name="second", kind="topic", value=most.target),
            Slot(name="most", kind="signed", value=str(most.value)),
        ),
    )


def points(signals: Sequence[Signal | Abstention]) -> Iterator[Chart]:
    """States on the line that best tells their votes, of the newest session; nothing under three states."""
    found = [s for s in signals if isinstance(s, Signal) and (s.measure, s.unit) == ("ideal", "ideal-point")]
    newest = max((s.target for s in found), default="")
    placed = sorted((s for s in found if s.target == newest), key=lambda s: (-s.value, s.actor))[:MOST_STATES]
    if len(placed) < FEWEST_STATES:
        return
    anchor = next((part[7:] for part in placed[0].detail.split() if part.startswith("anchor=")), "us")
    yield Chart(
        key="chart-ideal",
        kind="points",
        rows=tuple(Slot(name="state", kind="state", value=s.actor) for s in placed),
        columns=(Slot(name="anchor", kind="state", value=anchor),),
        values=tuple((s.value,) for s in placed),
        lows=tuple((s.low,) for s in placed),
        highs=tuple((s.high,) for s in placed),
        slots=(
            Slot(name="n", kind="count", value=str(len(placed))),
            Slot(name="anchor", kind="state", value=anchor),
            Slot(name="pole", kind="state", value=placed[0].actor),
            Slot(name="most", kind="signed", value=str(placed[0].value)),
            Slot(name="far", kind="state", value=placed[-1].actor),
            Slot(name="least", kind="signed", value=str(placed[-1].value)),
        ),
    )
