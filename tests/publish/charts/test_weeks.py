"""Courses over weeks: one scale for all, what was not seen hatched, the newest figure told."""

from dataclasses import replace
from typing import Any

from overtone.publish.charts.drawing import HATCH
from overtone.publish.charts.weeks import TOGETHER, weeks
from overtone.records import TextChart
from tests.publish.charts.made_up import UNKNOWN, words
from tests.publish.charts.made_up import weeks as sample

EN = words("en")


def course(*values: float, **more: object) -> TextChart:
    given: dict[str, Any] = {
        "rows": ("A",),
        "columns": tuple(f"W{n}" for n in range(len(values))),
        "lows": (),
        "highs": (),
        "usual": (),
    }
    return replace(sample("en"), **{**given, "values": (values,), "unit": "", **more})


def marks(*values: float, **more: object) -> str:
    return "\n".join(weeks(course(*values, **more), EN).marks)


def test_the_newest_known_figure_stands_beside_the_name_with_its_week_if_it_is_old() -> None:
    assert ">7</text>" in marks(3.0, 7.0)
    assert ">W0: 3</text>" in marks(3.0, UNKNOWN)
    assert ">–</text>" in marks(UNKNOWN, UNKNOWN)


def test_weeks_that_were_not_seen_are_hatched_and_break_the_line() -> None:
    drawn = marks(1.0, 2.0, UNKNOWN, 3.0, 4.0)
    assert drawn.count(HATCH) == 2  # the week, and the key
    assert drawn.split('class="stroke"')[0].rsplit('d="', 1)[1].count("M") == 2
    assert HATCH not in marks(1.0, 2.0)


def test_broken_figures_from_nothing_to_one_are_shares() -> None:
    assert ">25%</text>" in marks(0.5, 0.25)
    assert ">2</text>" in marks(1.0, 2.0)
    assert ">0.25</text>" in marks(0.5, 0.25, unit="odds")


def test_the_usual_level_is_a_broken_line_with_its_figure() -> None:
    drawn = marks(0.5, 0.25, usual=(0.3,))
    assert drawn.count('class="level"') == 2
    assert ">usual level 30%</text>" in drawn
    assert 'class="level"' not in marks(0.5, 0.25)


def test_few_series_are_drawn_behind_one_another_and_many_are_not() -> None:
    for number, behind in ((3, 6 + 1), (TOGETHER + 1, 0)):
        chart = course(1.0, 2.0, rows=("A",) * number, values=((1.0, 2.0),) * number)
        assert "".join(weeks(chart, EN).marks).count('class="back"') == behind


def test_a_single_week_is_a_dot() -> None:
    assert marks(4.0).count('<circle r="3.6"') == 1
