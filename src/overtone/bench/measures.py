"""All benches of the measures in one go: what each must reach, beside its peers in the same run."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from overtone.bench.score import Score

NAMES: tuple[str, ...] = (  # each a file of this folder
    "calibration", "novelty", "trend", "translation_echo", "lead", "contrast", "conflict", "echo", "echo_chains",
    "ideal", "cohesion", "contradiction",
)  # fmt: skip


def run(shared: Path) -> tuple[Score, ...]:
    """The scores of every bench of a measure, in the order of NAMES."""
    return tuple(_scores(shared))


def _scores(shared: Path) -> Iterator[Score]:
    for name in NAMES:
        yield from import_module(f"overtone.bench.{name}").run(shared)
