"""Silence in squares: spoke, silent, not due and not seen are four different signs."""

import math
from dataclasses import replace

import pytest

from overtone.publish.charts.calendar import calendar
from overtone.publish.charts.drawing import HATCH
from tests.publish.charts.made_up import UNKNOWN, words
from tests.publish.charts.made_up import calendar as sample

EN = words("en")


def marks(*values: float) -> str:
    chart = replace(sample("en"), rows=("A",), columns=tuple(f"W{n}" for n in range(len(values))), values=(values,))
    return "\n".join(calendar(chart, EN).marks)


@pytest.mark.parametrize(
    ("value", "told"),
    [(3.0, "spoke"), (0.0, "silent where words were due"), (-1.0, "nothing due"), (UNKNOWN, "no source seen")],
)
def test_each_state_has_its_sign_and_only_what_is_there_is_in_the_key(value: float, told: str) -> None:
    drawn = marks(value)
    every = ("spoke", "silent where words were due", "nothing due", "no source seen")
    assert [words for words in every if words in drawn] == [told]
    assert (HATCH in drawn) == math.isnan(value)


def test_how_often_was_spoken_is_printed() -> None:
    assert ">7</text>" in marks(7.0, 0.0)


def test_a_half_year_of_weeks_stands_in_two_rows_of_squares() -> None:
    drawn = calendar(replace(sample("en"), rows=("A",), columns=("W",) * 26, values=((1.0,) * 26,)), EN)
    assert (
        drawn.height
        > calendar(replace(sample("en"), rows=("A",), columns=("W",) * 13, values=((1.0,) * 13,)), EN).height
    )
