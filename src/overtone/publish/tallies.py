"""The counts a number was judged from, as files: CSV for people and spreadsheets, Parquet for programs."""

import csv
import io
from collections.abc import Iterable
from functools import lru_cache

import pyarrow as pa
import pyarrow.parquet as pq

from overtone.publish.twins import harmless
from overtone.records import Tally

KINDS = ((bool, pa.bool_()), (int, pa.int64()), (float, pa.float64()))


def tally_csv(tally: Tally) -> bytes:
    """The counts as CSV in UTF-8; an unknown value is an empty field, and no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([harmless(column) for column in tally.columns])
    writer.writerows([_cell(value) for value in row] for row in tally.rows)
    return out.getvalue().encode("utf-8", "replace")


def tally_parquet(tally: Tally) -> bytes:
    """The counts as Parquet: the same rows give the same bytes with the same version of Arrow."""
    columns = list(zip(*tally.rows, strict=True)) or [()] * len(tally.columns)
    arrays = [_array(values) for values in columns]
    notes = {"measure": tally.measure, "method": tally.method, "command": tally.command}
    table = pa.Table.from_arrays(arrays, names=list(tally.columns)).replace_schema_metadata(notes)
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd", version="2.6")
    return out.getvalue()


@lru_cache(maxsize=32)
def tally_files(tally: Tally) -> tuple[tuple[str, bytes], ...]:
    """Both files of a measure by their names in the folder of a week; they are the same in every language."""
    return (
        (f"data/{tally.measure}.csv", tally_csv(tally)),
        (f"data/{tally.measure}.parquet", tally_parquet(tally)),
    )


def _cell(value: object) -> object:
    return harmless(value) if isinstance(value, str) else "" if value is None else value


def _array(values: Iterable[object]) -> pa.Array:
    """A column of one kind: whole numbers, numbers, yes or no; else words."""
    held = list(values)
    kinds = {type(value) for value in held if value is not None}
    for kind, stored in KINDS:
        if kinds == {kind}:
            return pa.array(held, stored)
    if kinds == {int, float}:
        return pa.array([None if v is None else float(str(v)) for v in held], pa.float64())
    return pa.array([None if v is None else _word(v) for v in held], pa.string())


def _word(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode("utf-8")
