"""Leads as arrows: from what activity gives to what was found; solid only where chance does not explain it."""

from dataclasses import replace

from overtone.publish.charts.arrows import arrows
from overtone.records import TextChart
from tests.publish.charts.made_up import UNKNOWN, words
from tests.publish.charts.made_up import arrows as sample

EN = words("en")


def marks(found: float, expected: float, q: float) -> str:
    chart: TextChart = replace(
        sample("en"), rows=("A → B",), values=((found, expected, q),), lows=((0.1,),), highs=((0.8,),)
    )
    return "\n".join(arrows(chart, EN).marks)


def test_a_sure_lead_is_solid_and_an_unsure_one_broken_under_its_heading() -> None:
    assert 'class="tip"' in marks(0.6, 0.4, 0.01)
    assert "Not told from chance" not in marks(0.6, 0.4, 0.01)
    for q in (0.3, UNKNOWN):
        drawn = marks(0.6, 0.4, q)
        assert "stroke-dasharray" in drawn
        assert ">Not told from chance</text>" in drawn
        assert 'class="tip"' not in drawn


def test_the_head_points_from_expected_to_found() -> None:
    assert "M-9 -5L0 0L-9 5Z" in marks(0.6, 0.4, 0.01)
    assert "M9 -5L0 0L9 5Z" in marks(0.2, 0.4, 0.01)


def test_without_a_way_to_go_there_is_a_point_and_no_head() -> None:
    for expected in (0.4, UNKNOWN):
        assert '<circle r="3.5"' in marks(0.4, expected, 0.01)


def test_the_figures_stand_beside_the_names() -> None:
    assert ">60% (10–80%)</text>" in marks(0.6, 0.4, 0.01)
