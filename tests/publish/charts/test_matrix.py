"""Who named whom: the number is printed, 0 is 0 and the unknown a dash."""

from dataclasses import replace

from overtone.publish.charts.matrix import matrix
from overtone.publish.words import Words
from tests.publish.week41 import UNKNOWN, charts, furniture

EN = Words("en", furniture("en").items())


def test_every_square_bears_its_number() -> None:
    chart = replace(charts("en")[2], rows=("A",), columns=("B", "C", "D"), values=((4.0, 0.0, UNKNOWN),))
    drawn = "".join(matrix(chart, EN).marks)
    assert [drawn.count(f">{printed}</text>") for printed in ("4", "0", "–")] == [1, 1, 1]
    assert drawn.count('fill-opacity="0.0"') == 1
    assert drawn.count('fill-opacity="1.0"') == 1
