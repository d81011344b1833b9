"""A forest plot: figures stand beside the marks, what runs away is cut with an arrow, what is unknown is no 0."""

import re
from dataclasses import replace

import pytest

from overtone.publish.charts.forest import FAR, LEFT, RIGHT, forest
from overtone.publish.words import Words
from tests.publish.week41 import UNKNOWN, charts, furniture

EN = Words("en", furniture("en").items())


def marks(value: float, low: float, high: float, usual: float = UNKNOWN, unit: str = "mentions") -> str:
    chart = replace(charts("en")[0], rows=("A",), values=((value, usual),), lows=((low,),), highs=((high,),))
    return "\n".join(forest(chart, EN, unit).marks)


def test_value_and_interval_are_printed_beside_the_row() -> None:
    assert "4 (1–9)" in marks(4, 1, 9)
    assert "40% (30–50%)" in marks(0.4, 0.3, 0.5, unit="share-of-words")


def test_the_usual_level_is_a_mark_only_where_it_is_known() -> None:
    assert marks(4, 1, 9, usual=2).count('class="open"') == 2
    assert marks(4, 1, 9).count('class="open"') == 0  # nor a word of it in the key


def test_an_interval_that_runs_away_ends_in_an_arrow() -> None:
    assert "M-6 -4L0 0L-6 4" in marks(1, 0.1, 100 * FAR)
    assert "M-6 -4L0 0L-6 4" not in marks(1, 0.1, 2)


@pytest.mark.parametrize(("value", "low", "high"), [(-3, -5, 2), (0, 0, 0), (1e-9, 0, 2e-9), (1e9, 1e8, 2e9)])
def test_every_mark_lies_on_the_axis(value: float, low: float, high: float) -> None:
    places = [float(x) for x in re.findall(r'<svg x="([\d.]+)%" y="[\d.]+" width="1"', marks(value, low, high))]
    assert places
    assert all(LEFT <= x <= RIGHT for x in places)


def test_an_unknown_value_is_a_dash_and_no_point() -> None:
    drawn = marks(UNKNOWN, UNKNOWN, UNKNOWN)
    assert ">–</text>" in drawn
    assert drawn.count('class="held"') == 1  # the one of the legend
