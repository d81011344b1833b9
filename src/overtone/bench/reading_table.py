"""The table of reading: one row a task, ours beside peers of the same run, what is missed marked plainly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from overtone.bench.reading_goals import Goal, shown

COLUMNS = (
    "task", "metric", ">best open tool elsewhere", ">people", ">must", ">aim", ">overtone", ">95 % interval",
    ">--fast", "peers in this run", "verdict",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value with its interval, or why there is none."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    why: str = ""  # where there is no value


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table."""

    goal: Goal
    task: str
    metric: str
    ours: Figure
    fast: Figure = Figure()
    peers: tuple[tuple[str, Figure], ...] = ()

    @property
    def verdict(self) -> str:
        """What our value is to the goal; "not measured" where there is none."""
        return self.goal.verdict(self.ours.value) if self.ours.value is not None else "not measured"


def cells(row: Row) -> tuple[str, ...]:
    """The row as words, in the order of the columns."""
    goal, ours = row.goal, row.ours
    interval = f"{shown(ours.low, row.metric)} – {shown(ours.high, row.metric)}" if ours.low is not None else "–"
    at = "≤ " if goal.at_most else "≥ "
    held = tuple(at + shown(v, row.metric) if v is not None else "–" for v in (goal.must, goal.aim))
    peers = "; ".join(f"{name} {_told(figure, row.metric)}" for name, figure in row.peers) or "–"
    return (
        row.task,
        row.metric,
        goal.best or "–",
        shown(goal.people, row.metric),
        *held,
        _told(ours, row.metric),
        interval,
        _told(row.fast, row.metric),
        peers,
        row.verdict or "–",
    )


def markdown(rows: Iterable[Row], command: str, notes: Sequence[str] = ()) -> str:
    """The table as a Markdown page, with the command that gives it; a row that misses its goal is set in bold."""
    lines = [
        "# Reading, measured",
        "",
        f"`{command}`. F1, precision, recall and accuracy in %, with 95 % intervals; peers measured in the same run.",
        "",
        "| " + " | ".join(column.lstrip(">") for column in COLUMNS) + " |",
        "|" + "|".join("---:" if column.startswith(">") else "---" for column in COLUMNS) + "|",
    ]
    for row in rows:
        words = [cell.replace("|", "\\|") for cell in cells(row)]
        if row.verdict == "missed":
            words = [*words[:6], f"**{words[6]}**", *words[7:-1], f"**{words[-1]}**"]
        lines.append("| " + " | ".join(words) + " |")
    return "\n".join([*lines, "", *notes, ""])


def _told(figure: Figure, metric: str) -> str:
    return figure.why if figure.value is None and figure.why else shown(figure.value, metric)
