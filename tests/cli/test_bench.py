"""`overtone bench`: a table or JSON of scores; of `reading`, a table of its own that can be written as a page."""

import json
from pathlib import Path

from tests.cli.calling import call

TEXT = "“We will not sign it,” Lavrov said."


def corpus(folder: Path) -> tuple[str, str]:
    texts, gold = folder / "texts.jsonl", folder / "gold.jsonl"
    texts.write_text(json.dumps({"doc": "a", "text": TEXT}) + "\n", "utf-8")
    said = {"source": [[23, 29]], "cue": [[30, 34]], "content": [[0, 22]]}
    gold.write_text(json.dumps({"doc": "a", "attributions": [said]}) + "\n", "utf-8")
    return str(texts), str(gold)


def test_a_corpus_of_ones_own_is_scored_and_written_as_a_page(tmp_path: Path) -> None:
    page = tmp_path / "table.md"
    done = call("bench", "reading", "--corpus", *corpus(tmp_path), "--fast-only", "--out", str(page), "--json")
    assert done.code == 0
    first = done.body["rows"][0]
    assert (first["task"], first["fast"]["value"]) == ("attributed words, all types", 1.0)
    assert "| attributed words, all types | f1 |" in page.read_text("utf-8")


def test_a_task_without_its_corpus_is_told_in_its_row(tmp_path: Path) -> None:
    done = call("bench", "reading", "--shared", str(tmp_path), "--task", "quotes", "--fast-only")
    assert done.code == 0
    assert "ru, source words" in done.out
    assert "0 under what they must reach" in done.err


def test_an_option_of_reading_asks_for_reading(tmp_path: Path) -> None:
    assert call("bench", "founding", "--limit", "3").code == 2
    assert call("bench", "--limit", "3", "--task", "quotes", "--shared", str(tmp_path), "--fast-only").code == 0


def test_a_page_that_cannot_be_written_and_a_broken_corpus_are_told(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "none" / "table.md")
    words = ("bench", "reading", "--task", "quotes", "--shared", str(tmp_path), "--fast-only", "--out", nowhere)
    assert (call(*words).code, "table.md" in call(*words).err) == (7, True)
    texts, gold = corpus(tmp_path)
    Path(gold).write_text("{", "utf-8")
    broken = call("bench", "reading", "--corpus", texts, gold)
    assert (broken.code, "gold.jsonl:1" in broken.err) == (4, True)
