"""The rows of the table of reading: which figure each shows, and what it is held to."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

WHOLE = {
    "words per second",
    "documents per second",
    "MB",
    "count",
    "seconds",
}  # metrics shown as they are; every other is a share and shown in %


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One row: which figure, the least it must reach and the aim, and what others reach. Declared in the TOML file."""

    group: str  # polnear | quotes | speed | memory | install, or the name of another bench
    task: str = ""  # as the table words it; for another bench a pattern of its tasks
    metric: str = ""  # f1 where the group is ours; "" for any metric of another bench
    kind: str = "all"  # type of attribution: all | direct | mixed | indirect
    name: str = ""  # of the score in bench.polnear, or the language of a speed
    path: str = "full"  # of a speed: full | whole (all of a document), fast | whole-fast (by rules alone)
    best: str = ""  # the best open tool measured elsewhere
    people: float | None = None
    must: float | None = None
    aim: float | None = None
    at_most: bool = False  # less is better

    def fits(self, group: str, task: str, metric: str) -> bool:
        """Whether a figure of another bench is meant."""
        return self.group == group and self.metric in ("", metric) and re.search(self.task, task) is not None

    def verdict(self, value: float) -> str:
        """What a value is to this goal: "aim reached", "reached", "missed", or "" where nothing is asked."""
        held = [(self.aim, "aim reached"), (self.must, "reached")]
        for least, words in held:
            if least is not None and (value <= least if self.at_most else value >= least):
                return words
        return "" if self.must is None else "missed"


def goals() -> tuple[Goal, ...]:
    """Every row in the order of the table."""
    raw = files("overtone.bench").joinpath("reading_goals.toml").read_text("utf-8")
    return tuple(Goal(**row) for row in tomllib.loads(raw)["goals"])


def shown(value: float | None, metric: str) -> str:
    """A figure as the table prints it: a share in %, a count of words or megabytes as it is."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if metric in WHOLE else f"{100 * value:.1f}"
