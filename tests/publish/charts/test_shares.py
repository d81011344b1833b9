"""Bars: length is the share, the whisker its interval, the tick the usual level."""

from dataclasses import replace

from overtone.publish.charts.shares import shares
from overtone.publish.words import Words
from tests.publish.week41 import UNKNOWN, charts, furniture

EN = Words("en", furniture("en").items())


def marks(values: tuple[tuple[float, ...], ...], low: float = UNKNOWN, high: float = UNKNOWN) -> str:
    chart = replace(charts("en")[0], rows=("A",), values=values, lows=((low,),), highs=((high,),))
    return "\n".join(shares(chart, EN).marks)


def test_the_axis_ends_at_a_round_share() -> None:
    assert 'width="71.67%"' in "\n".join(shares(charts("en")[0], EN).marks)
    assert 'width="86%"' in marks(((0.43,),))


def test_the_figures_stand_beside_the_bar() -> None:
    assert "43% (34–52%)" in marks(((0.43,),), 0.34, 0.52)


def test_an_unknown_share_has_no_bar() -> None:
    drawn = marks(((UNKNOWN, 0.2),))
    assert "<rect" not in drawn
    assert ">–</text>" in drawn
