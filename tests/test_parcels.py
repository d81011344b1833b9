"""Parcels: rows in groups, worked on in order, whatever the number of processes."""

import multiprocessing
import os
import signal
import threading
import time
from dataclasses import replace
from datetime import date

import pytest

from overtone.collect import RawRow
from overtone.deadline import Deadline
from overtone.errors import OvertoneError
from overtone.ledger import from_arrow
from overtone.parcels import ENDED, Job, Read, Reader, parcels, worked
from overtone.records import Document, Harvest, SetAside, Statement
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
        assert len(multiprocessing.active_children()) <= before


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


class Trying(ParagraphReader):
    """Hangs on row 7, ends its process on row 9."""

    def read(self, document: Document) -> Harvest:
        while document.key == "7":
            pass
        if document.key == "9" and multiprocessing.parent_process():
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(document)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_takes_too_long_is_set_aside_and_the_batch_goes_on(workers: int) -> None:
    deadline = Deadline(0.1, making_ready=1)
    deadline.within(str, "", "en")
    job = replace(JOB, reader=Reader(version="x", load=Trying()), deadline=deadline)
    done = list(worked(([row(number)] for number in (3, 7, 8)), job, workers))
    assert [one[1] for parcel in done for one in parcel.documents] == ["3", "8"]
    assert [reason for parcel in done for reason in parcel.aside] == ["reading took longer than 0.1 s"]
    (aside,) = (one for parcel in done for one in from_arrow(SetAside, parcel.tables["aside"]))
    assert (aside.line, aside.raw) == (7, row(7).raw.decode())


class Slow(ParagraphReader):
    """Takes its time to make ready, as models do."""

    def __call__(self) -> Read:
        until = time.process_time() + 0.5
        while time.process_time() < until:
            pass
        return self.read


@pytest.mark.parametrize("workers", [1, 2])
def test_making_a_reader_ready_counts_against_no_document(workers: int) -> None:
    job = replace(JOB, reader=Reader(version="x", load=Slow()), deadline=Deadline(0.2, making_ready=0))
    done = list(worked(([row(number)] for number in (3, 8, 11)), job, workers))
    assert [one[1] for parcel in done for one in parcel.documents] == ["3", "8", "11"]


def test_a_row_that_ends_its_process_is_set_aside_and_the_others_are_read_in_order() -> None:
    job = replace(JOB, reader=Reader(version="x", load=Trying()))
    rows = [number for number in range(1, 40) if number != 7]
    done = list(worked(parcels(map(row, rows), 4), job, 2))
    assert [one[1] for parcel in done for one in parcel.documents] == [str(n) for n in rows if n != 9]
    assert [reason for parcel in done for reason in parcel.aside] == [ENDED]
    assert sum(parcel.rows for parcel in done) == len(rows)


class Stillborn(ParagraphReader):
    def __call__(self) -> Read:
        if multiprocessing.parent_process():
            os.kill(os.getpid(), signal.SIGKILL)
        return self.read


def test_processes_that_never_begin_are_no_fault_of_a_row() -> None:
    job = replace(JOB, reader=Reader(version="x", load=Stillborn()))
    with pytest.raises(OvertoneError, match="before they have begun"):
        list(worked(parcels(map(row, range(9)), 2), job, 2))
