"""`overtone commentary` on the frozen world: begun, checked, locked, translated, told what is behind."""

from pathlib import Path

import pytest

from tests.cli.calling import call

RU = """+++
title = "Наша статья"
authors = ["my-desk"]
date = 2022-11-22
summary = "{analysis} Что это показывает."
translation_of = "en"
+++

{analysis} Раз. Два.
"""


@pytest.fixture
def place(desk: Path, tmp_path: Path) -> Path:
    """A workspace of its own on the ledger of the world."""
    (tmp_path / "overtone.toml").write_text(f'ledger = "{desk / "my-desk" / "ledger"}"\n', "utf-8")
    return tmp_path


def test_an_article_that_was_just_begun_builds(place: Path) -> None:
    begun = call("commentary", "new", "our-article", cwd=place)
    assert begun.code == 0, begun.err
    assert begun.out.count("\n") == 2
    done = call("commentary", "check", "--json", cwd=place)
    assert done.code == 0, done.err
    (row,) = done.body["articles"]
    assert (row["file"], row["grounded"], row["sentences"] > 0) == ("our-article.en.md", 0, True)
    again = call("commentary", "new", "our-article", cwd=place)
    assert (again.code, "is there already" in again.err) == (2, True)
    assert call("commentary", "new", "Our Article", cwd=place).code == 2


def test_a_statement_that_is_cited_is_locked_and_holds(place: Path) -> None:
    call("commentary", "new", "our-article", cwd=place)
    said = call("statements", "--limit", "1", "--json", cwd=place).body["rows"][0]
    path = place / "commentary" / "our-article.en.md"
    path.write_text(path.read_text("utf-8") + f"\nIt was said. [[statement:{said['id']}]]\n", "utf-8")
    loose = call("commentary", "check", cwd=place)
    assert (loose.code, "not locked yet" in loose.err) == (3, True)
    locked = call("commentary", "lock", "our-article", "--json", cwd=place)
    assert locked.code == 0, locked.err
    assert len(locked.body["locked"]) == 1
    assert call("commentary", "check", "our-article.en.md", cwd=place).code == 0


def test_what_is_behind_is_listed_sentence_by_sentence(place: Path) -> None:
    call("commentary", "new", "our-article", cwd=place)
    folder = place / "commentary"
    original = RU.replace('translation_of = "en"\n', "").replace("Раз. Два.", "One. Two.")
    (folder / "our-article.en.md").write_text(original, "utf-8")
    (folder / "our-article.ru.md").write_text(RU, "utf-8")
    before = call("commentary", "status", "--json", cwd=place)
    assert (before.code, {one["state"] for one in before.body["behind"]}) == (1, {"unrecorded"})
    assert call("commentary", "translated", "our-article.ru.md", cwd=place).code == 0
    assert call("commentary", "status", cwd=place).code == 0
    (folder / "our-article.en.md").write_text(original.replace("Two.", "Three."), "utf-8")
    told = call("commentary", "status", "--json", cwd=place)
    assert [(one["state"], one["words"], one["original"]) for one in told.body["behind"]] == [("stale", "Два.", "Two.")]
    table = call("commentary", "status", cwd=place)
    assert (table.code, "stale" in table.out) == (1, True)
    whole = call("commentary", "translated", "our-article.ru.md", "--all", "--json", cwd=place)
    assert whole.body["behind"] == []


def test_a_file_that_is_not_there_or_no_translation_is_told(place: Path) -> None:
    call("commentary", "new", "our-article", cwd=place)
    assert call("commentary", "lock", "other.en.md", cwd=place).code == 2
    assert call("commentary", "translated", "our-article.en.md", cwd=place).code == 2


def test_a_mistake_has_its_file_and_line_and_no_traceback(place: Path) -> None:
    call("commentary", "new", "our-article", cwd=place)
    path = place / "commentary" / "our-article.en.md"
    path.write_text(path.read_text("utf-8") + "\nHe said so.\n", "utf-8")
    done = call("commentary", "check", cwd=place)
    line = len(path.read_text("utf-8").splitlines())
    assert (done.code, f"our-article.en.md:{line}: this sentence rests on nothing" in done.err) == (3, True)
    assert "Traceback" not in done.err
