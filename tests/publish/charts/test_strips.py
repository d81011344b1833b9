"""States and speakers on a line: in order, with their intervals, the ends named."""

import re
from dataclasses import replace

from overtone.publish.charts.strips import ladder, points
from tests.publish.charts.made_up import UNKNOWN, words
from tests.publish.charts.made_up import ladder as rungs
from tests.publish.charts.made_up import points as states

EN = words("en")


def names(drawn: tuple[str, ...], among: tuple[str, ...]) -> list[str]:
    found = re.findall(r">([^<]+)</text>", "".join(drawn))
    return [name for name in found if name in among]


def test_states_stand_from_the_positive_side_down_and_unknown_ones_last() -> None:
    chart = replace(states("en"), rows=("A", "B", "C"), values=((UNKNOWN,), (-1.0,), (2.0,)), lows=(), highs=())
    assert names(points(chart, EN).marks, chart.rows) == ["C", "B", "A"]
    assert ">United States →</text>" in "".join(points(chart, EN).marks)


def test_each_topic_has_its_ladder_and_who_is_not_known_on_it_no_rung() -> None:
    chart = rungs("en")
    drawn = ladder(chart, EN).marks
    assert names(drawn, chart.rows) == [
        "Tokayev", "Mirziyoyev", "Pashinyan", "Lukashenko", "Putin", "Tokayev", "Mirziyoyev", "Lukashenko",
    ]  # fmt: skip
    assert "".join(drawn).count(">← hostile</text>") == 2


def test_figures_are_printed_with_their_sign() -> None:
    assert ">−0.31</text>" in "".join(ladder(rungs("en"), EN).marks)
