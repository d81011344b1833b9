"""Parcels: rows in groups, worked on in order, whatever the number of processes."""

import multiprocessing
import threading
from datetime import date

import pytest

from overtone.collect import RawRow
from overtone.ledger import from_arrow
from overtone.parcels import Job, Reader, parcels, worked
from overtone.records import Document, Harvest, Statement
from tests.corpus import CARD
from tests.sentences import ParagraphReader


def row(number: int, size: int = 10) -> RawRow:
    body = f'{{"id": {number}, "headline": "H", "body": "{"x" * size}", "date": "2022-05-16"}}'
    return RawRow(origin="in.jsonl", line=number, raw=body.encode())


JOB = Job(
    source=CARD,
    reader=Reader(version="paragraphs@1", load=ParagraphReader()),
    known=frozenset(),
    latest=date(2026, 1, 1),
)


def test_parcels_are_cut_by_rows_and_by_bytes() -> None:
    assert [len(one) for one in parcels(map(row, range(10)), 4)] == [4, 4, 2]
    assert [len(one) for one in parcels((row(n, 400) for n in range(6)), 100, 1000)] == [3, 3]
    assert list(parcels([], 4)) == []


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_parcels_come_back_in_the_order_of_the_file(workers: int) -> None:
    done = list(worked(parcels(map(row, range(40)), 3), JOB, workers))
    assert [one[1] for parcel in done for one in parcel.documents] == [str(number) for number in range(40)]
    assert sum(parcel.tables["statements"].num_rows for parcel in done) == 80


def test_beside_other_threads_workers_are_started_afresh_and_do_the_same() -> None:
    asked = threading.Event()
    other = threading.Thread(target=asked.wait)
    other.start()
    try:
        done = list(worked(parcels(map(row, range(9)), 2), JOB, 2))
    finally:
        asked.set()
        other.join()
    assert [one[1] for parcel in done for one in parcel.documents] == [str(number) for number in range(9)]


def test_a_short_file_needs_no_other_process() -> None:
    before = len(multiprocessing.active_children())
    for _ in worked(parcels(map(row, range(3)), 3), JOB, 2):
        assert len(multiprocessing.active_children()) == before


def test_all_rows_bear_the_version_of_the_reader() -> None:
    job = Job(source=CARD, reader=Reader(version="new@7", load=ParagraphReader()), known=frozenset(), latest=JOB.latest)
    (parcel,) = worked([[row(1)]], job, 1)
    rows = from_arrow(Statement, parcel.tables["statements"])
    assert {one.reader for one in rows} == {"new@7"}
    assert parcel.tables["statements"]["id"].to_pylist() == [one.id for one in rows]


def test_known_documents_are_counted_and_not_read_again() -> None:
    (first,) = worked([[row(1), row(2)]], JOB, 1)
    known = Job(source=CARD, reader=JOB.reader, known=frozenset({first.documents[0][0]}), latest=JOB.latest)
    (again,) = worked([[row(1), row(2)]], known, 1)
    assert (len(again.documents), again.tables["documents"].num_rows) == (2, 1)


class Breaking(ParagraphReader):
    def read(self, document: Document) -> Harvest:
        if document.key == "7":
            raise ZeroDivisionError(document.key)
        return super().read(document)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_fails_names_the_row(workers: int) -> None:
    job = Job(source=CARD, reader=Reader(version="x", load=Breaking()), known=frozenset(), latest=JOB.latest)
    with pytest.raises(ZeroDivisionError) as caught:
        list(worked(([row(number)] for number in (3, 7)), job, workers))
    assert "while reading in.jsonl:7" in caught.value.__notes__


def test_reasons_are_counted_by_kind() -> None:
    rows = [
        RawRow(origin="in.jsonl", line=1, raw=raw) for raw in (b"{", b'{"id" 1}', b"\xff{", b'{"id": 1, "body": "x"}')
    ]
    late = RawRow(origin="in.jsonl", line=2, raw=b'{"id": 1, "body": "x", "date": "2222-01-01"}')
    (parcel,) = worked([[*rows, late]], JOB, 1)
    assert parcel.aside == ("not JSON", "not JSON", "not UTF-8", "date: no date", "date: lies in the future")
