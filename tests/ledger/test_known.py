"""What the ledger holds already: pages, who has read them, visits, ids."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from overtone.ledger import Ledger, to_arrow
from overtone.ledger.known import known, unseen, visited
from overtone.ledger.snapshot import Snapshot
from overtone.records import Visit
from tests.ledger.build import batch, document, moment

VISIT = Visit(
    source="desk",
    origin="releases.jsonl",
    started_at=moment(1),
    finished_at=moment(2),
    outcome="complete",
    documents=3,
    fresh=3,
    aside=0,
    first_day=date(2022, 5, 16),
    last_day=date(2022, 5, 18),
)
SAME: dict[str, dict[str, Any]] = {
    "started later": {"started_at": moment(8), "finished_at": moment(9)},
    "nothing fresh": {"fresh": 0},
}
OTHER: dict[str, dict[str, Any]] = {
    "another file": {"origin": "more.jsonl"},
    "another source": {"source": "kremlin"},
    "a document more": {"documents": 4},
    "a row set aside": {"aside": 1},
    "broken off": {"outcome": "damaged"},
    "a later day": {"last_day": date(2022, 5, 19)},
    "no days": {"first_day": None, "last_day": None},
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path)


def test_a_document_is_read_once_this_version_of_the_reader_has_read_it(ledger: Ledger) -> None:
    ledger.append(batch(document("a"), document("b")), moment(1))
    ledger.append(batch(document("a"), reader="paragraphs@2"), moment(2))
    now = Snapshot.take(ledger.path)
    assert known(now, "desk", "paragraphs@1").read == {document("a").id, document("b").id}
    assert known(now, "desk", "paragraphs@2").read == {document("a").id}
    assert known(now, "desk", "paragraphs@3").read == frozenset()


def test_of_a_page_the_version_learnt_last_is_known(ledger: Ledger) -> None:
    first, second = document("a", "First."), document("a", "Second.")
    ledger.append(batch(first), moment(1))
    ledger.append(batch(second, document("a", "Другая.", lang="ru")), moment(2))
    pages = known(Snapshot.take(ledger.path), "desk", "paragraphs@1").pages
    assert pages == {("a", "en"): second.id, ("a", "ru"): document("a", "Другая.", lang="ru").id}


def test_what_another_source_published_is_not_known_of_this_one(ledger: Ledger) -> None:
    ledger.append(batch(replace(document("a"), source="kremlin")), moment(1))
    found = known(Snapshot.take(ledger.path), "desk", "paragraphs@1")
    assert (found.read, found.pages) == (frozenset(), {})


def test_a_reading_without_its_document_is_not_known(ledger: Ledger) -> None:
    rows = batch(document("a"))
    ledger.append({"readings": rows["readings"]}, moment(1))
    assert known(Snapshot.take(ledger.path), "desk", "paragraphs@1").read == frozenset()


@pytest.mark.parametrize("case", SAME)
def test_a_visit_that_saw_the_same_is_the_same(ledger: Ledger, case: str) -> None:
    ledger.append({"visits": to_arrow(Visit, [VISIT])}, moment(2))
    assert visited(Snapshot.take(ledger.path), replace(VISIT, **SAME[case]))


@pytest.mark.parametrize("case", OTHER)
def test_a_visit_that_saw_anything_else_is_another(ledger: Ledger, case: str) -> None:
    ledger.append({"visits": to_arrow(Visit, [VISIT])}, moment(2))
    assert not visited(Snapshot.take(ledger.path), replace(VISIT, **OTHER[case]))


def test_nothing_was_visited_before_the_first_visit(ledger: Ledger) -> None:
    assert not visited(Snapshot.take(ledger.path), VISIT)


def test_rows_are_unseen_until_a_file_holds_their_id(ledger: Ledger) -> None:
    ledger.append(batch(document("a")), moment(1))
    ledger.append(batch(document("b")), moment(2))
    files = dict(Snapshot.take(ledger.path).files)["documents"]
    rows = batch(document("a"), document("b"), document("c"))["documents"]
    assert len(files) == 2
    assert unseen(rows, files)["id"].to_pylist() == [document("c").id]
    assert unseen(rows, ())["id"].to_pylist() == rows["id"].to_pylist()
    assert unseen(pa.table(rows).slice(0, 2), files).num_rows == 0
