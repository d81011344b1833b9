"""What is in the ledger already: documents, who has read them, rows with a certain id, visits."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from overtone.ledger.schema import TABLES, stored_schema
from overtone.ledger.snapshot import Snapshot
from overtone.ledger.trouble import plainly
from overtone.records import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The documents of one source that the ledger holds."""

    read: frozenset[str]  # ids of those that a certain reader has read
    pages: dict[tuple[str, str], str]  # key and language → id of the version learnt last


def known(snapshot: Snapshot, source: str, reader: str) -> Known:
    """What the ledger holds of a source, and what of it this version of the reader has read."""
    rows = _rows(snapshot, "documents", ("id", "source", "key", "lang", "learnt_at"))
    rows = rows.filter(pc.field("source") == source).sort_by("learnt_at")
    readings = _rows(snapshot, "readings", ("document", "reader")).filter(pc.field("reader") == reader)
    ids = rows["id"].to_pylist()
    pages = zip(rows["key"].to_pylist(), rows["lang"].to_pylist(), strict=True)
    return Known(
        read=frozenset(ids) & frozenset(readings["document"].to_pylist()),
        pages=dict(zip(pages, ids, strict=True)),
    )


def visited(snapshot: Snapshot, visit: Visit) -> bool:
    """Whether an earlier visit saw the same: the same file, as many documents, the same outcome."""
    alike = ("source", "origin", "outcome", "documents", "aside", "first_day", "last_day")
    return {name: getattr(visit, name) for name in alike} in _rows(snapshot, "visits", alike).to_pylist()


def unseen(rows: pa.Table, files: Sequence[str]) -> pa.Table:
    """The rows whose id is in none of the files, which are gone through one by one.

    Not for files that another process adds to meanwhile: whoever appends must be the only one.
    """
    ids = rows["id"].combine_chunks()
    for file in files:
        kept = pq.read_table(file, columns=["id"])["id"].cast(pa.string())
        again = kept.filter(pc.is_in(kept, value_set=ids))
        if len(again):
            rows = rows.filter(pc.invert(pc.is_in(rows["id"], value_set=again)))
    return rows


def _rows(snapshot: Snapshot, name: str, columns: tuple[str, ...]) -> pa.Table:
    """Some columns of all rows; the files hold strings as views, which Arrow cannot compare yet: hence the cast."""
    schema = pa.schema([stored_schema(TABLES[name]).field(column) for column in columns])
    files = dict(snapshot.files)[name]
    if not files:
        return schema.empty_table()
    with plainly(snapshot.path / name):
        return pq.read_table(list(files), columns=list(columns)).cast(schema)
