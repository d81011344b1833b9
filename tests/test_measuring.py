"""What the weekly measures: each measure once, with a command line that gives the same numbers again."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from overtone.cli.measure import NAMES
from overtone.gathering import gather, options_for
from overtone.measure import MEASURES, covered, measure
from overtone.measure.themes import theme_fortnight
from overtone.measuring import ASKED, Measured, _plain, measured
from overtone.records import Signal, Tally
from overtone.rescoring import desk_of
from tests.build import W20, Page, desk, pages_of, signal, statement, view

DAYS = [f"2022-0{month}-{day:02d}" for month in (3, 4) for day in range(1, 29, 3)]
PAGES = pages_of(
    [
        statement("putin", f"Trade has grown, point {n}.", on=day, topics=("trade",), names=("by=Trade",))
        for n, day in enumerate([*DAYS, "2022-05-17"])
    ]
)


def week_of(folder: Path, *pages: Page) -> Any:
    with view(folder, *pages) as seen:
        options = options_for(seen, desk())
        covers = covered(seen, W20, options)
        weeks, _ = theme_fortnight(seen, W20, options, desk_of(desk()), covers)
        material = gather(seen, desk(), W20, weeks)
        found = measured(seen, material, options, covers)
        again = {name: measure(name, seen, W20, options, covers) for name in ASKED if name != "silence"}
    return found, again


def test_every_measure_of_the_weekly_is_one_that_the_command_line_knows() -> None:
    assert set(ASKED) <= set(NAMES)
    assert set(ASKED) <= {one.name for one in MEASURES}


def test_each_is_asked_once_and_says_what_the_measure_says(tmp_path: Path) -> None:
    found, again = week_of(tmp_path, *PAGES)
    for name, told in again.items():
        assert tuple(s for s in found.found if s.measure == name) == told
    assert [tally.measure for tally in found.tallies] == list(ASKED)


def test_silence_is_asked_of_those_who_spoke_on_what_themes_watch(tmp_path: Path) -> None:
    found, _ = week_of(tmp_path, *PAGES)
    command = next(t.command for t in found.tallies if t.measure == "silence")
    assert command.startswith("overtone measure silence --week 2022-W20 --actor putin --target ")
    assert "--target ua" in command
    assert command.endswith("--as-of 2022-06-01T12:00:00+00:00")


def test_where_nobody_spoke_silence_is_not_asked(tmp_path: Path) -> None:
    found, _ = week_of(tmp_path)
    assert not [s for s in found.found if s.measure == "silence"]
    assert not any(isinstance(s, Signal) for s in found.found)


def test_a_tally_has_its_columns_and_a_value_in_each(tmp_path: Path) -> None:
    found, _ = week_of(tmp_path, *PAGES)
    salience = next(t for t in found.tallies if t.measure == "salience")
    assert salience.rows
    assert {len(row) for row in salience.rows} == {len(salience.columns)}


def test_only_the_counts_of_measures_that_were_used_are_kept() -> None:
    tallies = tuple(
        Tally(measure=name, method=f"{name}@1", command="", columns=(), rows=()) for name in ("echo", "silence")
    )
    kept = Measured(found=(), tallies=tallies).used([signal("silence")])
    assert [tally.measure for tally in kept] == ["silence"]


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (3, 3),
        (None, None),
        ("words", "words"),
        ([1, 2], "1 2"),
        ([{"start": 0, "stop": 4}], "start=0 stop=4"),
        (pa.scalar(W20.start).as_py(), "2022-05-16"),
        (b"\x00", "b'\\x00'"),
    ],
)
def test_a_cell_is_written_out_plainly(value: object, plain: object) -> None:
    assert _plain(value) == plain
