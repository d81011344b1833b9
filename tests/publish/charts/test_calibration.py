import math

from overtone.publish.charts import draw
from overtone.publish.words import Words
from overtone.records import TextChart

EN = Words("en", ())


def chart(*bins: tuple[float, float, float, float]) -> TextChart:
    return TextChart(
        key="calibration",
        kind="calibration",
        title="Calibration",
        alt="Of what was called 30%, 20% came true.",
        rows=tuple(f"{one[0]:.0%}" for one in bins),
        columns=("stated", "came true"),
        values=tuple((stated, true) for stated, true, _, _ in bins),
        lows=tuple((low,) for *_, low, _ in bins),
        highs=tuple((high,) for *_, high in bins),
        theme="",
    )


def test_each_bin_is_a_point_with_its_band_beside_the_line_of_equality() -> None:
    drawn = str(draw(chart((0.3, 0.2, 0.1, 0.5), (0.8, 0.9, 0.6, 1.0)), EN, stem="c", alone=True))
    assert drawn.count("<circle") == 2
    assert drawn.count('stroke-width="1.5"') == 2
    assert drawn.count('stroke-width="2"') == 1
    assert "came true" in drawn
    assert "Of what was called 30%" in drawn


def test_what_is_not_known_is_not_drawn() -> None:
    drawn = str(draw(chart((0.3, math.nan, math.nan, math.nan)), EN, stem="c"))
    assert "<circle" not in drawn
    assert 'stroke-width="1.5"' not in drawn
