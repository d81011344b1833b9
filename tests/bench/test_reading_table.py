"""The table of reading says what was measured, what was not and why, and what is missed."""

from overtone.bench.reading_goals import Goal
from overtone.bench.reading_table import COLUMNS, Figure, Row, cells, markdown

GOAL = Goal(group="polnear", best="61.5 another", people=0.863, must=0.75, aim=0.82)
PEERS = (("regex", Figure(value=0.5)), ("parser", Figure(why="not measured: not installed")))


def row(value: float | None, why: str = "") -> Row:
    ours = Figure(value=value, low=0.7 if value else None, high=0.8 if value else None, why=why)
    return Row(goal=GOAL, task="en, words", metric="f1", ours=ours, fast=Figure(value=0.6), peers=PEERS)


def test_a_row_has_a_cell_for_each_column() -> None:
    found = dict(zip(COLUMNS, cells(row(0.77)), strict=True))
    assert (found[">overtone"], found[">95 % interval"], found[">--fast"]) == ("77.0", "70.0 – 80.0", "60.0")
    assert (found[">must"], found[">aim"], found[">people"]) == ("≥ 75.0", "≥ 82.0", "86.3")
    assert found["peers in this run"] == "regex 50.0; parser not measured: not installed"
    assert found["verdict"] == "reached"


def test_what_is_missed_is_bold_and_what_is_not_measured_says_why() -> None:
    page = markdown([row(0.7), row(None, "not measured: no model")], "overtone bench reading", ["A note."])
    missed, absent = page.splitlines()[6:8]
    assert "| **70.0** |" in missed
    assert missed.endswith("| **missed** |")
    assert "not measured: no model" in absent
    assert "**" not in absent
    assert page.endswith("\n\nA note.\n")


def test_a_row_without_a_goal_gives_no_verdict() -> None:
    bare = Row(goal=Goal(group="opinions"), task="tuples", metric="f1", ours=Figure(value=0.4, low=0.3, high=0.5))
    assert cells(bare)[2:6] == ("–", "–", "–", "–")
    assert cells(bare)[-1] == "–"
