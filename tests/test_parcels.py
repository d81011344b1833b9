"""Parcels: rows in groups, worked on in order, whatever the number of processes."""

from datetime import date

import pytest

from overtone.collect import RawRow
from overtone.parcels import Job, Reader, parcels, worked
from overtone.records import Document, Harvest
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


@pytest.mark.parametrize("workers", [1, 2])
def test_parcels_come_back_in_the_order_of_the_file(workers: int) -> None:
    done = list(worked(parcels(map(row, range(40)), 3), JOB, workers))
    assert [one[1] for parcel in done for one in parcel.documents] == [str(number) for number in range(40)]
    assert sum(parcel.tables["statements"].num_rows for parcel in done) == 80


def test_known_documents_are_counted_and_not_read_again() -> None:
    (first,) = worked([[row(1), row(2)]], JOB, 1)
    known = Job(source=CARD, reader=JOB.reader, known=frozenset({first.documents[0][0]}), latest=JOB.latest)
    (again,) = worked([[row(1), row(2)]], known, 1)
    assert (len(again.documents), again.tables["documents"].num_rows) == (2, 1)


class Breaking(ParagraphReader):
    def read(self, document: Document) -> Harvest:
        raise ZeroDivisionError(document.key)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_fails_names_the_row(workers: int) -> None:
    job = Job(source=CARD, reader=Reader(version="x", load=Breaking()), known=frozenset(), latest=JOB.latest)
    with pytest.raises(ZeroDivisionError) as caught:
        list(worked([[row(7)]], job, workers))
    if workers == 1:
        assert "while reading in.jsonl:7" in caught.value.__notes__


def test_reasons_are_counted_by_kind() -> None:
    rows = [
        RawRow(origin="in.jsonl", line=1, raw=raw) for raw in (b"{", b'{"id" 1}', b"\xff{", b'{"id": 1, "body": "x"}')
    ]
    late = RawRow(origin="in.jsonl", line=2, raw=b'{"id": 1, "body": "x", "date": "2222-01-01"}')
    (parcel,) = worked([[*rows, late]], JOB, 1)
    assert parcel.aside == ("not JSON", "not JSON", "not UTF-8", "date: no date", "date: lies in the future")
