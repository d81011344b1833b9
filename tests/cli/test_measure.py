"""`overtone measure`: what is asked, and in which shapes the answer comes."""

import csv
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from overtone.cli.measure import NAMES, OF_STATES, members
from overtone.errors import UsageError
from overtone.measure import MEASURES
from overtone.registry import load
from tests.cli.calling import call
from tests.cli.test_cli import HEAVY, environment

AT_THE_SUMMIT = ("--week", "2022-W20", "--event", "csto-summit-2022-05-16")


def test_the_names_offered_are_the_measures_there_are() -> None:
    assert sorted(NAMES) == sorted(measure.name for measure in MEASURES)


def test_its_help_loads_nothing_heavy() -> None:
    told = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr))\n"
        "sys.argv = ['overtone', 'measure', '--help']\n"
        "from overtone.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, env=environment())
    assert done.stderr.strip() == "[]"
    printed = "".join(done.stdout.split())  # long lists are broken anywhere
    assert [name for name in NAMES if name not in printed] == []


def test_a_week_and_its_seven_days_give_the_same_numbers(desk: Path) -> None:
    by_week = call("measure", "salience", "--week", "2022-W20", "--json", cwd=desk).body
    by_days = call("measure", "salience", "--from", "2022-05-16", "--to", "2022-05-22", "--json", cwd=desk).body
    assert by_days["week"] == "2022-05-16..2022-05-22"
    assert [(r["actor"], r["target"], r.get("value")) for r in by_days["rows"]] == [
        (r["actor"], r["target"], r.get("value")) for r in by_week["rows"]
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--week 2022-W20"),
        (("--from", "2022-05-16"), "--week 2022-W20"),
        (("--week", "2022-W20", "--to", "2022-05-22"), "two ways"),
        (("--from", "2022-05-22", "--to", "2022-05-16"), "swap"),
        (("--from", "monday", "--to", "2022-05-16"), "2022-05-16"),
        (("--from", "2190-01-01", "--to", "2190-01-08"), "has not come yet"),
        (("--week", "2022-W20", "--members", "warsaw-pact"), "bloc"),
        (("--from", "1990-01-01", "--to", "1990-01-08", "--members", "csto"), "had no members"),
        (("--week", "2022-W20", "--engine", "flink"), "duckdb"),
        (("--week", "2022-W20", "--csv", "no/such/folder/out.csv"), "--csv"),
        (("--week", "2022-W20", "--chart", "no/such/folder/out.svg"), "--chart"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_wrong_word_is_told_with_what_to_write(words: tuple[str, ...], told: str, desk: Path) -> None:
    found = call("measure", "silence", *words, cwd=desk)
    assert (found.code, found.out) == (2, ""), found.err
    assert told in found.err


def test_a_bloc_is_its_members_of_the_day_and_in_words_those_who_speak_for_them() -> None:
    facts = load()
    states = members(facts, ["ОДКБ"], date(2022, 5, 16), of_states=True)
    assert set(states) == {"am", "by", "kz", "kg", "ru", "tj"}
    assert "uz" in members(facts, ["csto"], date(2010, 5, 16), of_states=True)
    speakers = members(facts, ["csto"], date(2022, 5, 16), of_states=False)
    assert {"putin", "lukashenko", "tokayev"} <= set(speakers)
    assert members(facts, ["putin", "by", "putin"], date(2022, 5, 16), of_states=False)[0] == "putin"


def test_where_votes_are_measured_a_person_is_no_member() -> None:
    with pytest.raises(UsageError, match="bloc"):
        members(load(), ["putin"], date(2022, 5, 16), of_states=True)


def test_measures_of_votes_are_named_as_measures_are() -> None:
    assert all(re.fullmatch(r"[a-z]+", name) for name in OF_STATES)


def test_every_number_and_abstention_stands_in_the_table(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "found.csv"
    body = call("measure", "silence", *AT_THE_SUMMIT, "--csv", str(file), "--json", cwd=desk).body
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["id"] for row in rows] == [row["id"] for row in body["rows"]]
    kinds = {row["kind"] for row in rows}
    assert kinds <= {"signal", "abstention"}
    for row, told in zip(rows, body["rows"], strict=True):
        assert row["reason" if row["kind"] == "abstention" else "because"]
        assert row["value"] == ("" if told["kind"] == "abstention" else str(told["value"]))


def test_the_chart_is_drawn_with_names_and_told_in_words(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "found.svg"
    call("measure", "silence", *AT_THE_SUMMIT, "--target", "ua", "--chart", str(file), cwd=desk)
    drawn = file.read_text("utf-8")
    assert drawn.startswith("<svg xmlns=")
    assert "<title" in drawn
    assert "Ukraine" in drawn
    assert re.search(r"<desc[^>]*>[^<]*\d[^<]*</desc>", drawn)


def test_a_chart_of_nothing_says_so(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "empty.svg"
    assert call("measure", "silence", "--week", "1999-W20", "--chart", str(file), cwd=desk).code == 0
    assert "Nothing was measured" in file.read_text("utf-8")


def test_a_measure_that_looks_at_no_event_says_so(desk: Path) -> None:
    told = call("measure", "lead", *AT_THE_SUMMIT, cwd=desk)
    assert told.code == 2
    assert "lead does not look at one event" in told.err
