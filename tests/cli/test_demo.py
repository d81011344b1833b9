"""The demo: one command, two editions in three languages, and the same again when it is repeated."""

import json
from pathlib import Path

import pytest

from tests.world.workspace import overtone


@pytest.mark.slow
def test_the_demo_makes_two_editions_and_says_where_to_look(tmp_path: Path) -> None:
    first = overtone("demo", "--folder", "demo", "--json", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    body = json.loads(first.stdout)
    assert [edition["week"] for edition in body["editions"]] == ["2022-W20", "2022-W41"]
    for edition in body["editions"]:
        assert sorted(Path(page).parts[-3] for page in edition["pages"]) == ["be", "en", "ru"]
        assert all((tmp_path / page).is_file() for page in edition["pages"])
    assert [one["aside"] for one in body["files"]] == [0, 0]
    again = overtone("demo", "--folder", "demo", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert "index.html" in again.stdout
    assert "file://" in again.stdout
    assert "overtone -w demo" in again.stderr
    third = json.loads(overtone("demo", "--folder", "demo", "--json", cwd=tmp_path).stdout)
    assert [one["fresh"] for one in third["files"]] == [0, 0]
    assert [e["checksum"] for e in third["editions"]] == [e["checksum"] for e in body["editions"]]
