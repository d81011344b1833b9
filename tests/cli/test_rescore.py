from pathlib import Path

from tests.cli.calling import call
from tests.world.workspace import WEEKS


def test_the_verdicts_of_a_week_are_told_at_two_cuts(desk: Path) -> None:
    told = call("rescore", "--week", WEEKS[-1], "--as-of", "2035-01-01", "--json", cwd=desk)
    assert told.code == 0
    assert told.body["rows"]
    assert all(row["held"] and row["late"] == 0 for row in told.body["rows"])


def test_cuts_in_the_wrong_order_are_refused(desk: Path) -> None:
    told = call("rescore", "--week", WEEKS[-1], "--as-of", "2022-06-01", "--now", "2022-05-01", cwd=desk)
    assert told.code == 2
    assert "earlier of the two" in told.err
