"""Charts: accessible, escaped, the same bytes each time, and honest about the unknown."""

from dataclasses import replace
from xml.etree.ElementTree import Element
from xml.parsers import expat

import html5lib
import pytest

from overtone.publish.charts import draw
from overtone.publish.charts.drawing import HATCH, Drawing, figure, hatched, keyed, tidy
from overtone.publish.words import Words
from overtone.records import TextChart
from tests.publish.week41 import UNKNOWN, charts, furniture

EN = Words("en", furniture("en").items())
SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: TextChart) -> Element:
    written = str(draw(chart, EN, stem="chart-1", alone=True))
    expat.ParserCreate().Parse(written, True)
    root: Element = html5lib.parseFragment(written)[0]
    return root


def texts(root: Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_chart_is_an_image_with_title_and_description(number: int) -> None:
    chart = charts("en")[number]
    root = drawn(chart)
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [named[ref] for ref in (root.get("aria-labelledby") or "").split()] == [chart.title, chart.alt]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_same_figures_give_the_same_bytes(number: int) -> None:
    assert draw(charts("be")[number], EN, stem="c") == draw(charts("be")[number], EN, stem="c")


@pytest.mark.parametrize("kind", ["shares", "timeline", "matrix"])
@pytest.mark.parametrize(
    ("values", "lows", "highs"),
    [((), (), ()), (((),), ((),), ((),)), (((UNKNOWN, UNKNOWN),), (), ()), (((1e9, -3.0),), ((-1.0,),), ((5e9,),))],
)
def test_ragged_empty_and_wild_figures_are_drawn_without_harm(
    kind: str,
    values: tuple[tuple[float, ...], ...],
    lows: tuple[tuple[float, ...], ...],
    highs: tuple[tuple[float, ...], ...],
) -> None:
    chart = replace(charts("en")[0], kind=kind, rows=("<script>",), values=values, lows=lows, highs=highs)
    assert "<script>" in texts(drawn(chart))


def test_an_unknown_kind_or_no_rows_draw_nothing() -> None:
    chart = charts("en")[0]
    assert draw(replace(chart, kind="pie"), EN, stem="c") == ""
    assert draw(replace(chart, rows=()), EN, stem="c") == ""


def test_coordinates_are_short() -> None:
    assert [tidy(value) for value in (1.0, 1.256, 100.0, 0.0, -0.001)] == ["1", "1.26", "100", "0", "0"]


def test_hatching_bears_the_name_of_its_own_chart() -> None:
    drawing = Drawing(height=10, marks=(hatched("0", 0, "5", 5),))
    written = str(figure(drawing, charts("en")[0], stem="chart-7", alone=False))
    assert written.count('id="chart-7-hatch"') == 1
    assert 'fill="url(#chart-7-hatch)"' in written
    assert HATCH not in written


def test_a_key_breaks_its_line_before_it_leaves_the_narrowest_sheet() -> None:
    sign = hatched("0", 0, "1", 1)
    alone, height = keyed(10, [(sign, "short")])
    both, lower = keyed(10, [(sign, "short"), (sign, "a name that is so long that nothing fits beside it")])
    assert (len(alone), len(both)) == (2, 4)
    assert lower > height
