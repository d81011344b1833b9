"""What a user can do, word for word: the commands the house was built for, typed where a workspace lies below."""

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.world.workspace import ROOT

SHARED = ROOT.parent / "shared"
TOUR = """
overtone statements --actor lukashenko --topic nato --from 2022-05-01 --to 2022-05-31
overtone encounters putin lukashenko --year 2022
overtone measure salience --week 2022-W20
overtone measure silence --week 2022-W20 --event csto-summit-2022-05-16
overtone edition --week 2022-W41 --lang en,ru,be
overtone claims
"""


def typed(line: str, cwd: Path, *more: str) -> tuple[int, str, str]:
    words = shlex.split(line)
    assert words[0] == "overtone"
    done = call(*words[1:], *more, cwd=cwd)
    return done.code, done.out, done.err


@pytest.mark.parametrize("line", TOUR.strip().splitlines())
def test_each_command_of_the_tour_answers_people_and_programs(line: str, desk: Path) -> None:
    code, out, err = typed(line, desk)
    assert code in ((0, 1) if line.endswith("claims") else (0,)), err
    assert out.strip()
    code, out, err = typed(line, desk, "--json")
    assert json.loads(out)["schema_version"] == 1


def test_the_editions_pages_lie_where_they_are_said_to_lie(desk: Path) -> None:
    _, out, _ = typed("overtone edition --week 2022-W20 --lang en,ru,be", desk)
    pages = [Path(line) for line in out.splitlines()]
    assert [page.parts[-3] for page in pages] == ["be", "en", "ru"]
    assert all((desk / page).is_file() for page in pages)


def test_statements_are_filtered_by_every_word_of_the_call(desk: Path) -> None:
    _, out, _ = typed(TOUR.strip().splitlines()[0], desk, "--json")
    rows = json.loads(out)["rows"]
    assert rows
    for row in rows:
        assert row["actor"] == "lukashenko"
        assert "nato" in row["topics"]
        assert "2022-05-01" <= row["said_on"] <= "2022-05-31"
        assert row["text"]
        assert row["url"].startswith("http")


def test_contacts_are_numbered_under_each_rule_and_announcements_under_none(desk: Path) -> None:
    _, out, _ = typed("overtone encounters putin lukashenko --year 2022", desk, "--json")
    body = json.loads(out)
    assert len(body["rules"]) == 4
    assert {row["status"] for row in body["rows"]} >= {"held", "announced"}
    for row in body["rows"]:
        assert {"putin", "lukashenko"} <= set(row["parties"])
        assert bool(row["numbers"]) == (row["status"] == "held")
        assert all(piece["words"] for piece in row["evidence"])


@pytest.mark.slow
@pytest.mark.shared
def test_the_tour_of_the_real_releases(tmp_path: Path) -> None:
    if not (SHARED / "data" / "kremlin-2022").is_dir():
        pytest.skip("the folder shared/data/kremlin-2022 is not beside the project")
    place = tmp_path / "place"
    place.mkdir()
    (tmp_path / "shared").symlink_to(SHARED)
    assert typed("overtone init my-desk", place)[0] == 0
    intake = "overtone intake ../shared/data/kremlin-2022/releases.jsonl.gz --source kremlin"
    code, out, err = typed(intake, place, "--json")
    (first,) = json.loads(out)["files"]
    assert code in (0, 1), err
    assert first["fresh"] == first["documents"] > 600
    (again,) = json.loads(typed(intake, place, "--json")[1])["files"]
    assert (again["fresh"], again["statements"], again["encounters"]) == (0, 0, 0)
    for line in TOUR.strip().splitlines():
        code, out, err = typed(line, place)
        assert code in (0, 1), err
        assert out.strip()
