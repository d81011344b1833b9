"""The page that says how sure the measures may be: sizes of tests, coverage of intervals, and every negative control.

Worked out anew by `overtone calibrate` from the benches of the measures; nothing on the page is typed by hand. Not for
accuracies against a key, which stand on the pages of the measures.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from overtone import __version__
from overtone.bench.measures import NAMES
from overtone.bench.score import Score

TELLING = (
    "at 5 %", "at 1 %", "inside 90 %", "chance", "control", "placebo", "shuffled", "random order", "permut",
    "no influence", "unrelated", "called a change", "false",
)  # fmt: skip
HEAD = """# Calibration

What the measures say when there is nothing to say, and how often their intervals hold: generated worlds of known
truth, real weeks forecast from their past alone, and the negative controls. Written by `overtone calibrate` (version
{version}); the corpora are named where there are any. A measure whose control fails is taken out.

| bench | case | figure | value | 95 % interval | held to | beside it | n | corpus |
|---|---|---|---|---|---|---|---|---|
"""


def scores(shared: Path, told: Callable[[str], None] = lambda name: None) -> Iterator[Score]:
    """The figures of calibration from every bench of a measure, in their order; `told` hears which one is at work."""
    for name in NAMES:
        told(name)
        bench = import_module(f"overtone.bench.{name}")
        yield from (score for score in getattr(bench, "quick", bench.run)(shared) if of_calibration(score))


def of_calibration(score: Score) -> bool:
    """Whether a figure says how sure a measure is, rather than how right."""
    words = f"{score.task} {score.metric}".lower()
    return any(word in words for word in TELLING)


def page(found: Sequence[Score]) -> str:
    """The figures as a page in Markdown."""
    return HEAD.format(version=__version__) + "".join(f"| {' | '.join(_cells(score))} |\n" for score in found)


def _cells(score: Score) -> tuple[str, ...]:
    interval = "–" if score.low is None or score.high is None else f"{score.low:.3f} – {score.high:.3f}"
    beside = "–" if score.peer_value is None else f"{score.peer}: {score.peer_value:.3f}"
    held = "–" if score.target is None else f"{score.target:g}"
    corpus = score.corpus or "generated"
    return (
        score.bench, score.task, score.metric, f"{score.value:.3f}", interval, held, beside, str(score.n), corpus,
    )  # fmt: skip
