"""Every kind of picture: whole XML, same bytes, no words that clip or collide, whatever the names and figures are."""

import math
import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from overtone.publish.charts import KINDS, draw
from overtone.publish.charts.lettering import NARROW
from overtone.records import TextChart
from tests.publish.charts import made_up
from tests.publish.charts.boxes import faults
from tests.publish.week41 import LANGS

WIDTHS = (NARROW, 326, 420, 616)
INF, NAN = math.inf, math.nan
LONG = "Чрезвычайный и полномочный представитель Организации Договора о коллективной безопасности " * 4
HOSTILE = (
    "W" * 400, LONG, "", " ", "<script>alert(1)</script> & \"'", "שלום עולם وزارة الخارجية", "Z̷͎̈́ä̷̠́l̶̙̾g̶͖̽o̸̘̐" * 20,
    "\u202eabc", "中华人民共和国外交部发言人" * 8, "a\tb\nc", "\x00\ufdd0hatch", "👩‍👩‍👧‍👦" * 30,
    "x" * 30 + " " + "Щ" * 60, "1", "−0",

)  # fmt: skip
FIGURES = (NAN, INF, -INF, 0.0, -0.0, 1.0, -3.5, 1e300, -1e300, 1e-300, 0.333333333333, 738156.0, 2.0, 17.0)


def drawn(chart: TextChart, lang: str = "en", stem: str = "c") -> str:
    return str(draw(chart, made_up.words(lang), stem=stem, alone=True))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("made", made_up.EVERY)
def test_words_never_leave_the_sheet_nor_run_into_each_other(made: Callable[[str], TextChart], lang: str) -> None:
    written = drawn(made(lang), lang)
    assert {width: faults(written, width) for width in WIDTHS} == {width: [] for width in WIDTHS}


def test_every_kind_has_its_sample() -> None:
    assert {made("en").kind for made in made_up.EVERY} == {kind for kind, _ in KINDS}


def wild(kind: str, rows: int, columns: int, seed: int) -> TextChart:
    lot = random.Random(f"{kind} {rows} {columns} {seed}")

    def table() -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(lot.choice(FIGURES) for _ in range(columns)) for _ in range(rows))

    names = tuple(lot.choice(HOSTILE) for _ in range(rows))
    heads = tuple(lot.choice(HOSTILE) for _ in range(columns))
    cells = tuple(tuple(lot.choice(HOSTILE) for _ in range(columns)) for _ in range(rows))
    return made_up.chart(
        kind, rows=names, columns=heads, values=table(), lows=table(), highs=table(), cells=cells,
        usual=tuple(lot.choice(FIGURES) for _ in range(rows)), unit=lot.choice(("", "share", "x")), title=LONG,
    )  # fmt: skip


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (1, 4), (3, 2), (7, 5), (60, 4), (61, 3), (5, 40), (2, 0)])
@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS])
def test_wild_names_and_figures_never_break_a_picture(kind: str, rows: int, columns: int) -> None:
    for seed in range(2):
        chart = wild(kind, rows, columns, seed)
        written = drawn(chart, LANGS[seed])
        if written:
            assert faults(written, NARROW) == []
            assert "nan" not in re.sub(r"<(title|desc|text)[^>]*>[^<]*", "", written)
            assert "inf" not in re.sub(r"<(title|desc|text)[^>]*>[^<]*", "", written)


@pytest.mark.parametrize("made", made_up.EVERY)
def test_all_equal_figures_and_intervals_without_width_are_drawn(made: Callable[[str], TextChart]) -> None:
    chart = made("en")
    for figure in (0.0, 1.0, NAN):
        even = tuple(tuple(figure for _ in row) for row in chart.values)
        written = drawn(replace(chart, values=even, lows=even, highs=even))
        assert not written or faults(written, NARROW) == []


@pytest.mark.parametrize("made", made_up.EVERY)
def test_the_same_figures_give_the_same_bytes_and_ids_of_their_own(made: Callable[[str], TextChart]) -> None:
    one, same, other = drawn(made("be"), "be"), drawn(made("be"), "be"), drawn(made("be"), "be", stem="d")
    assert one == same
    ids = [set(re.findall(r' id="([^"]+)"', written)) for written in (one, other)]
    assert not ids[0] & ids[1]
    for written, own in zip((one, other), ids, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", written)) <= own


@pytest.mark.parametrize("kind", ["weeks", "calendar", "matrix", "shares", "forest", "arrows", "ladder", "points"])
def test_more_rows_than_a_picture_holds_are_counted_beneath_it(kind: str) -> None:
    rows = 75
    chart = made_up.chart(kind, rows=("A",) * rows, columns=("B",), values=((0.5,),) * rows)
    assert "stand in the table: 15" in drawn(chart)
