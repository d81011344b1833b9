"""A scale: round steps that hold zero and every value, figures that stand apart."""

import math

import pytest

from overtone.publish.charts.scale import FARTHEST, axis, crown, scaled
from tests.publish.charts.made_up import words


@pytest.mark.parametrize(
    "values", [[0.3, 0.9], [-3.0, 2.0], [0.0], [], [1e-300], [1e300, -1e300], [math.nan, math.inf], [5.0, 5.0], [-7.0]]
)
def test_every_value_lies_on_it(values: list[float]) -> None:
    one = axis(values)
    assert one.low <= 0 <= one.high
    assert one.low < one.high
    for value in values:
        if math.isfinite(value) and abs(value) <= FARTHEST:
            assert one.low - 1e-9 <= value <= one.high + 1e-9
    assert all(0 <= one.spot(value) <= 100 for value in values if not math.isnan(value))


def test_ticks_are_round_and_zero_has_no_sign() -> None:
    assert axis([-0.31, 0.42]).ticks() == [-0.4, -0.2, 0.0, 0.2, 0.4, 0.6]
    assert all(math.copysign(1, tick) > 0 for tick in axis([-0.31, 0.42]).ticks() if tick == 0)


@pytest.mark.parametrize(("value", "top"), [(0.31, 0.4), (0.1, 0.1), (7, 8), (0, 0), (-2, 0), (math.nan, 0), (99, 100)])
def test_a_crown_is_the_next_round_figure(value: float, top: float) -> None:
    assert crown(value) == pytest.approx(top)


def test_a_line_stands_in_every_span_and_a_figure_only_once() -> None:
    drawn = "".join(scaled(axis([0.4]), [(0, 10), (20, 30)], words("en"), "share"))
    ticks = len(axis([0.4]).ticks())
    assert drawn.count("<line") == 2 * ticks
    assert drawn.count("<text") == ticks
    assert scaled(axis([0.4]), [], words("en"), "share") == []
