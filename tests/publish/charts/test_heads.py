"""Heads of columns: blocks as even as they can be, names upright, the last date always there."""

from dataclasses import replace

from overtone.publish.charts.heads import blocks, dates, heads
from tests.publish.charts import made_up


def test_columns_that_do_not_fit_side_by_side_stand_in_even_blocks() -> None:
    chart = replace(made_up.matrix("en"), columns=tuple("abcdefghij"))
    assert [list(block) for block in blocks(chart, 8)] == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
    assert [len(block) for block in blocks(replace(chart, columns=()), 8)] == [0]


def test_short_names_stand_over_their_columns_and_long_ones_on_stairs() -> None:
    flat, low = heads(["UN", "EU"], 30, 35, 0)
    stairs, high = heads(["United Nations", "Collective Security Treaty Organization"], 30, 12, 0)
    assert "<line" not in "".join(flat)
    assert "".join(stairs).count("<line") == 2
    assert high > low
    assert "rotate" not in "".join(stairs)


def test_the_last_date_is_always_named() -> None:
    for number in (1, 5, 13, 26, 60):
        names = [f"W{n:02}" for n in range(number)]
        drawn = "".join(dates(names, 10, 88 / number, 0)[0])
        assert f">{names[-1]}</text>" in drawn
