"""The ledger: append-only Delta Lake tables, one writer, and views of what was known at a moment."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties, write_deltalake

from overtone.errors import LedgerError
from overtone.ledger.known import Known, known, unseen, visited
from overtone.ledger.lock import sole_writer
from overtone.ledger.schema import TABLES, stored_schema
from overtone.ledger.snapshot import Snapshot, files_of, table_at
from overtone.ledger.trouble import hushed, plainly
from overtone.ledger.view import View
from overtone.records import Visit

KEEP = {"delta.logRetentionDuration": "interval 36500 days", "delta.appendOnly": "true"}
PACKED = WriterProperties(compression="ZSTD", compression_level=1)  # a third smaller than Snappy at the same cost


class Ledger:
    """Evidence that is only ever added to: rows go in by `append` and come out by `view`.

    Not for two writers at once: the second is refused with a LedgerError.
    """

    def __init__(self, path: Path) -> None:
        """Use `Ledger.open`, which looks at the path first."""
        self.path = path
        self._writing = False
        self._tables: dict[str, DeltaTable] = {}

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """The ledger in this folder, which need not exist yet; LedgerError where the path is a file."""
        if path.exists() and not path.is_dir():
            raise LedgerError("this is a file, not a ledger folder", where=str(path), next_step="name a folder")
        return cls(path)

    @contextmanager
    def writing(self) -> Iterator["Ledger"]:
        """Hold the ledger for writing; LedgerError if another process writes."""
        if self._writing:
            yield self
            return
        with sole_writer(self.path):
            self._writing = True
            try:
                yield self
            finally:
                self._writing = False
                self._tables.clear()

    def append(self, batch: Mapping[str, pa.Table], learnt_at: datetime) -> dict[str, int]:
        """Add the rows not yet there, all stamped `learnt_at`; how many were new, by table.

        Rows are told apart by their id, so appending the same batch again adds nothing. Documents are written after
        what was read from them: a batch cut short leaves rows that no view shows. LedgerError on a full disk, a
        missing permission or a second writer; nothing half-written is ever visible.
        """
        with self.writing():
            return {
                name: self._insert(name, _stamped(_distinct(batch[name]), learnt_at))
                for name in TABLES
                if name in batch and batch[name].num_rows
            }

    def compact(self) -> dict[str, int]:
        """Join small files into large ones; how many were joined, by table.

        Rows stay as they are and so does every digest. Of the files on disk only those go that no version of a table
        needs: leftovers of writes that were cut short. What a table was before is kept.
        """
        with self.writing(), plainly(self.path):
            joined = {}
            for name in TABLES:
                table = table_at(self.path / name)
                if table is not None:
                    joined[name] = int(table.optimize.compact()["numFilesRemoved"])
                    table.vacuum(
                        retention_hours=0,
                        dry_run=False,
                        enforce_retention_duration=False,
                        full=True,
                        keep_versions=list(range(table.version() + 1)),
                    )
            self._tables.clear()
            return joined

    def view(self, as_of: datetime | None = None, engine: str = "duckdb") -> View:
        """What the ledger shows as of a moment, or of its latest row; LedgerError where a table is damaged.

        UsageError for an engine that is not known; SettingsError where Spark or its Java is not installed.
        """
        return View(Snapshot.take(self.path), as_of, engine)

    def known(self, source: str, reader: str) -> Known:
        """Which documents of a source are there, and which of them this version of the reader has read."""
        return known(Snapshot.take(self.path), source, reader)

    def visited(self, visit: Visit) -> bool:
        """Whether an earlier visit saw just the same."""
        return visited(Snapshot.take(self.path), visit)

    def _insert(self, name: str, rows: pa.Table) -> int:
        """Append the rows that are not there yet; Delta's own merge does the same at twice the cost."""
        path = self.path / name
        with plainly(path), hushed():
            table = self._table(name)
            fresh = unseen(rows, files_of(table, path))
            if fresh.num_rows:
                write_deltalake(table, fresh, mode="append", schema_mode="merge", writer_properties=PACKED)
        return int(fresh.num_rows)

    def _table(self, name: str) -> DeltaTable:
        if name not in self._tables:
            path = self.path / name
            self._tables[name] = table_at(path) or DeltaTable.create(
                path, stored_schema(TABLES[name]), configuration=KEEP
            )
        return self._tables[name]


def _stamped(rows: pa.Table, learnt_at: datetime) -> pa.Table:
    kind = pa.timestamp("us", tz="UTC")
    return rows.append_column("learnt_at", pa.repeat(pa.scalar(learnt_at, kind), rows.num_rows))


def _distinct(rows: pa.Table) -> pa.Table:
    """The rows without those whose id stands further up."""
    first = {identity: place for place, identity in reversed(list(enumerate(rows.column("id").to_pylist())))}
    return rows if len(first) == rows.num_rows else rows.take(sorted(first.values()))
