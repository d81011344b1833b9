"""The demo: one command, two editions in three languages; repeated, it adds nothing and says the same to programs."""

import json
from pathlib import Path

import pytest

from tests.world.workspace import overtone


@pytest.mark.slow
def test_the_demo_makes_two_editions_and_says_where_to_look(tmp_path: Path) -> None:
    first = overtone("demo", "--folder", "demo", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    lines = [line.strip() for line in first.stdout.splitlines()]
    pages = [line for line in lines if line.endswith("index.html") and "://" not in line]
    assert any(line.startswith("October 10 – October 16, 2022") for line in lines)
    assert sorted(Path(page).parts[-3:-1] for page in pages) == [
        (lang, week) for lang in ("be", "en", "ru") for week in ("2022-W20", "2022-W41")
    ]
    assert all((tmp_path / page).is_file() for page in pages)
    assert "file://" in first.stdout
    assert "overtone -w demo" in first.stderr
    again = overtone("demo", "--folder", "demo", "--json", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    body = json.loads(again.stdout)
    assert [(one["fresh"], one["aside"]) for one in body["files"]] == [(0, 0), (0, 0)]
    assert [page for edition in body["editions"] for page in edition["pages"]] == pages
