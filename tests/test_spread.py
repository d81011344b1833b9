"""Reading on Spark gives the parcels that processes of this machine give, in the order of the file."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from overtone.collect import RawRow
from overtone.errors import OvertoneError
from overtone.parcels import Read, Reader, parcels, worked
from overtone.records import Document, Harvest
from tests.spark import spark_engine
from tests.test_parcels import JOB, row
from tests.world.workspace import HERE, settle

pytestmark = pytest.mark.slow


def master() -> str:
    return spark_engine().partition(":")[2]


def test_the_parcels_are_those_of_the_process_pool() -> None:
    here, there = master(), import_module("overtone.spread")
    rows = [*map(row, range(40)), RawRow(origin="in.jsonl", line=41, raw=b"{broken"), row(42)]
    one = list(worked(parcels(rows, 3), JOB, 1))
    other = list(there.spread(parcels(rows, 3), JOB, here))
    assert other == one
    assert sum(len(parcel.aside) for parcel in other) == 1


def test_rows_with_columns_come_over_whole() -> None:
    there = import_module("overtone.spread")
    whole = RawRow(origin="t.csv", line=2, raw="х".encode(), values=(("a", "1"), ("b", "")), flaw="torn")
    assert there._row(there._told(whole)) == whole


def broken(document: Document) -> Harvest:
    raise ZeroDivisionError(document.key)


def broken_reader() -> Read:
    return broken


def test_what_goes_wrong_in_a_document_is_told() -> None:
    job = replace(JOB, reader=Reader(version="broken@1", load=broken_reader))
    with pytest.raises(OvertoneError, match="reading on Spark broke off"):
        list(import_module("overtone.spread").spread(parcels(map(row, range(3)), 3), job, master()))


def test_an_intake_on_spark_leaves_the_same_ledger(tmp_path: Path) -> None:
    master()
    one, other = settle(tmp_path / "one", "minsk"), settle(tmp_path / "other", "abroad")
    page = HERE / "pages"
    one.intake(page / "abroad.jsonl", "world-abroad", workers=1)
    other.intake(page / "minsk.jsonl", "world-minsk", engine=spark_engine())
    with one.view() as mine, other.view() as theirs:
        assert mine.digest() == theirs.digest()
        assert mine.table("statements").count().to_pyarrow().as_py() > 0
