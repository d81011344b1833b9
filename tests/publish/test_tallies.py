"""The counts behind a number as files: typed, the same bytes each time, no cell a formula."""

import csv
import io
from dataclasses import replace

import pyarrow.parquet as pq

from overtone.publish.tallies import tally_csv, tally_files, tally_parquet
from tests.publish.portrayed import TALLY


def test_csv_holds_every_row_and_no_cell_is_taken_for_a_formula() -> None:
    head, first, second = csv.reader(io.StringIO(tally_csv(TALLY).decode()))
    assert tuple(head) == TALLY.columns
    assert first == ["putin", "3", "0.5", "True", "'=HYPERLINK(1)"]
    assert second == ["lukashenko", "4", "", "False", ""]


def test_parquet_keeps_types_and_unknown_values_and_says_how_it_was_made() -> None:
    table = pq.read_table(io.BytesIO(tally_parquet(TALLY)))
    assert table.to_pylist() == [dict(zip(TALLY.columns, row, strict=True)) for row in TALLY.rows]
    assert [str(field.type) for field in table.schema] == ["string", "int64", "double", "bool", "string"]
    notes = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert notes["command"] == TALLY.command


def test_the_same_counts_give_the_same_bytes() -> None:
    assert tally_parquet(TALLY) == tally_parquet(replace(TALLY))
    assert [name for name, _ in tally_files(TALLY)] == ["data/salience.csv", "data/salience.parquet"]


def test_no_rows_is_a_table_with_its_columns() -> None:
    empty = replace(TALLY, rows=())
    assert tally_csv(empty).decode().strip() == ",".join(TALLY.columns)
    assert pq.read_table(io.BytesIO(tally_parquet(empty))).column_names == list(TALLY.columns)


def test_mixed_and_broken_values_are_stored_as_words_or_numbers() -> None:
    mixed = replace(TALLY, columns=("a", "b"), rows=((1, "x\ud800"), (2.5, 7)))
    table = pq.read_table(io.BytesIO(tally_parquet(mixed)))
    assert table.column("a").to_pylist() == [1.0, 2.5]
    assert table.column("b").to_pylist() == ["x?", "7"]
