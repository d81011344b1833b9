import math

from overtone.publish.charts import draw
from overtone.publish.words import Words
from overtone.records import TextChart

EN = Words("en", ())


def chart(*values: tuple[float, float]) -> TextChart:
    return TextChart(
        key="grid",
        kind="grid",
        title="What it is for",
        alt="Trains: defence −0.9.",
        rows=tuple(f"An item with a long name, number {n}, that does not fit on one line" for n in range(len(values))),
        columns=("to defend", "to attack"),
        values=values,
        lows=(),
        highs=(),
        theme="",
    )


def test_for_and_against_have_each_their_colour_and_nothing_has_none() -> None:
    drawn = str(draw(chart((0.9, -0.9), (0.0, 0.1)), EN, stem="g"))
    assert drawn.count('class="cell under"') == 1
    assert drawn.count('fill-opacity="0"') == 1
    assert "−0.9" in drawn


def test_hypotheses_are_numbered_and_named_in_full() -> None:
    drawn = str(draw(chart((0.9, -0.9)), EN, stem="g"))
    assert "1. to defend" in drawn
    assert "2. to attack" in drawn


def test_what_is_not_known_is_a_dash_and_never_nothing() -> None:
    drawn = str(draw(chart((math.nan, 0.5)), EN, stem="g"))
    assert ">0<" not in drawn
    assert EN.say("number.unknown") in drawn
