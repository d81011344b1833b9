"""Contacts over time: held is filled, only announced is hollow."""

from dataclasses import replace

import pytest

from overtone.publish.charts.timeline import timeline
from overtone.publish.words import Words
from tests.publish.week41 import UNKNOWN, charts, furniture

EN = Words("en", furniture("en").items())
LEGEND = 2  # the lane's own mark and the legend's filled one; the legend has one hollow mark


def marks(value: float, high: float = UNKNOWN) -> str:
    chart = replace(charts("en")[1], rows=("Talks",), columns=("Oct",), values=((value,),), highs=((high,),))
    return "".join(timeline(chart, EN).marks)


@pytest.mark.parametrize(
    ("value", "high", "held", "announced"),
    [(1, UNKNOWN, 1, 0), (1, 2, 1, 1), (0, 1, 0, 1), (4, 4, 4, 0), (9, 12, 1, 1), (0, 0, 0, 0), (2, 1, 2, 0)],
)
def test_marks_are_counted(value: float, high: float, held: int, announced: int) -> None:
    drawn = marks(value, high)
    assert drawn.count('class="held"') - LEGEND == held
    assert drawn.count('class="open"') - 1 == announced


def test_many_are_one_mark_with_the_number() -> None:
    assert ">9</text>" in marks(9, 12)
    assert ">3</text>" in marks(9, 12)


def test_an_unknown_month_is_a_dash() -> None:
    assert ">–</text>" in marks(UNKNOWN)


def test_each_kind_has_its_own_shape() -> None:
    drawn = [mark for mark in timeline(charts("en")[1], EN).marks if 'x="7"' in mark]
    assert len({mark.split(' d="')[1] for mark in drawn}) == 4
