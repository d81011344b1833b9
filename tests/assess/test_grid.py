import math

import pytest

from overtone.assess.grid import Grid, grid
from overtone.assess.hypotheses import weigh
from overtone.records import Hypotheses
from tests.assess.judged import item, rivals


def of(found: Hypotheses) -> Grid:
    return grid(weigh(found, found.items))


def test_the_most_telling_item_stands_first_and_a_worthless_one_last() -> None:
    found = of(rivals("a=.5 b=.5", "same: a=3 b=3", "strong: a=8 b=.125", "weak: a=2 b=1"))
    assert [row.item for row in found.rows] == ["strong", "weak", "same"]
    assert found.rows[0].diagnosticity == pytest.approx(math.log(8))
    assert found.rows[-1].diagnosticity == 0
    assert [cell.shift for cell in found.rows[-1].cells] == [0, 0]


def test_inconsistency_is_the_weight_of_what_speaks_against_it() -> None:
    found = of(rivals("a=.5 b=.5", "x: a=.5 b=2", "y: a=.25 b=1"))
    assert dict(found.inconsistency) == {"a": pytest.approx(math.log(8)), "b": 0}


def test_the_single_cell_that_changes_the_ranking_is_found() -> None:
    found = of(rivals("a=.5 b=.5", "x: a=4 b=1", "y: a=1 b=2"))
    leading = {(c.what, c.item, c.hypothesis) for c in found.changes if c.leads}
    assert ("cell-neutral", "x", "a") in leading
    assert ("item-out", "x", "") in leading
    assert ("cell-neutral", "y", "b") not in leading


def test_the_ratio_that_tips_the_ranking_is_the_one_worked_by_hand() -> None:
    """a leads b by 4 : 2; it is level when its ratio is 2, or when that of y under b is 4."""
    found = of(rivals("a=.5 b=.5", "x: a=4 b=1", "y: a=1 b=2"))
    cells = {(row.item, cell.hypothesis): cell.tips_at for row in found.rows for cell in row.cells}
    assert cells["x", "a"] == pytest.approx(2)
    assert cells["y", "b"] == pytest.approx(4)


def test_nothing_tips_what_a_ratio_of_a_thousand_cannot_reach() -> None:
    found = of(rivals("a=.999999 b=.000001", "x: a=2 b=1"))
    assert [cell.tips_at for cell in found.rows[0].cells] == [None, None]
    assert found.changes == ()


def test_a_whole_origin_is_tried_as_one() -> None:
    found = of(rivals("a=.5 b=.5", "x@press: a=4 b=1", "y@press: a=4 b=1", "z: a=1 b=3"))
    assert [c.item for c in found.changes if c.what == "origin-out" and c.leads] == ["press"]
    assert not [c for c in found.changes if c.what == "item-out" and c.leads]


def test_a_set_without_evidence_has_an_empty_grid() -> None:
    found = of(rivals("a=.5 b=.5"))
    assert (found.rows, found.changes) == ((), ())
    assert item("x: a=1").ratios == (("a", 1.0),)
