"""What the ledger shows as of a moment: the reader's side, which can change nothing."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from types import TracebackType
from typing import Any, TypeVar

import pyarrow as pa

from overtone.errors import LedgerError, UsageError
from overtone.ledger.schema import TABLES, from_arrow, stored_schema
from overtone.ledger.snapshot import Snapshot
from overtone.ledger.trouble import plainly
from overtone.records import Document

Record = TypeVar("Record")
Table = Any  # ibis.Table: Ibis and DuckDB take most of a second to import and are so only when a view is opened

EVIDENCE = (
    "documents",
    "readings",
    "statements",
    "encounters",
    "votes",
    "commitments",
    "counts",
    "joint",
    "wordings",
    "meanings",
)
NOTHING_KNOWN = datetime(1970, 1, 1, tzinfo=UTC)

# Of the versions of one page (same source, key and language) the one learnt last is shown; of versions learnt at once
# the one that stood lower in its file. Of the readings of a document the latest is shown, and only its rows.
CURRENT_DOCUMENTS = """
CREATE TABLE current_documents AS
SELECT id FROM all_documents WHERE learnt_at <= {cut}
QUALIFY row_number() OVER (
  PARTITION BY source, key, lang
  ORDER BY learnt_at DESC, try_cast(regexp_extract(origin, '(\\d+)$', 1) AS BIGINT) DESC NULLS LAST, id
) = 1
"""
CURRENT_READINGS = """
CREATE TABLE current_readings AS
SELECT document, reader FROM all_readings
WHERE learnt_at <= {cut} AND document IN (SELECT id FROM current_documents)
QUALIFY row_number() OVER (PARTITION BY document ORDER BY learnt_at DESC, reader DESC) = 1
"""
READ_ROWS = "SEMI JOIN current_readings USING (document, reader)"
SHOWN = {
    "documents": "WHERE id IN (SELECT id FROM current_documents)",
    "readings": READ_ROWS,
    "statements": READ_ROWS,
    "encounters": READ_ROWS,
    "votes": READ_ROWS,
    "commitments": READ_ROWS,
    "counts": READ_ROWS,
    "joint": READ_ROWS,
    "wordings": READ_ROWS,
    "meanings": READ_ROWS,
    "aside": "",
    "visits": "",
}


class View:
    """The ledger as of `as_of`, read-only: newest version of each page, newest reading of it, nothing learnt later.

    Tables are read where they lie, column by column, when an expression is run: opening a view loads no text.
    """

    def __init__(self, snapshot: Snapshot, as_of: datetime | None = None) -> None:
        """Open the files of a snapshot; UsageError for a cut without a time zone."""
        if as_of is not None and as_of.tzinfo is None:
            raise UsageError(f"the cut {as_of} has no time zone", next_step="write it with an offset, as in …T00:00Z")
        self.path = snapshot.path
        self._known: dict[str, Table] = {}
        self._kept = 0
        self._broken = import_module("duckdb").Error
        with plainly(self.path, self._broken):
            self._ibis = import_module("ibis")
            self._engine = self._ibis.duckdb.connect(TimeZone="UTC", autoinstall_known_extensions=False)
            self._connection = self._engine.con
            for name, files in snapshot.files:
                self._attach(name, files)
            self.as_of = self._latest() if as_of is None else as_of.astimezone(UTC)
            self._show()

    def __enter__(self) -> "View":
        """The view itself, to be closed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the view."""
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.disconnect()

    def table(self, name: str) -> Table:
        """A table of visible rows as an Ibis expression, with the columns `id` and `learnt_at`.

        UsageError for a name that is no table.
        """
        if name not in TABLES:
            raise UsageError(f"the ledger has no table {name!r}", next_step=f"one of: {', '.join(TABLES)}")
        if name not in self._known:
            self._known[name] = self._engine.table(name)
        return self._known[name]

    def keep(self, expression: Table) -> Table:
        """The rows of an expression worked out once and kept while the view is open: a named step of a long one.

        Left lazy, an engine may put the steps of a join in an order that does not end.
        """
        with plainly(self.path, self._broken):
            self._kept += 1
            return self._engine.create_table(f"kept_{self._kept}", expression, temp=True)

    def records(self, record: type[Record], expression: Table | None = None) -> tuple[Record, ...]:
        """The records that an expression over a table yields, or all visible ones in the order of their ids."""
        if expression is None:
            name = next(name for name, kind in TABLES.items() if kind is record)
            expression = self.table(name).order_by("id")
        with plainly(self.path, self._broken):
            return from_arrow(record, expression.to_pyarrow())

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """The visible documents with these ids; LedgerError where one is not visible."""
        rows = self._rows("documents", ids)
        return dict(zip(rows["id"].to_pylist(), from_arrow(Document, rows), strict=True))

    def learnt(self, ids: Iterable[str]) -> dict[str, datetime]:
        """When each of these documents was learnt; LedgerError where one is not visible."""
        rows = self._rows("documents", ids, ("id", "learnt_at"))
        times = (moment.astimezone(UTC) for moment in rows["learnt_at"].to_pylist())
        return dict(zip(rows["id"].to_pylist(), times, strict=True))

    def digest(self) -> str:
        """Content hash of all visible evidence, whatever its order: the same rows give the same digest.

        Visits and rows set aside are not in it: they tell how evidence was looked for, not what it is.
        """
        whole = hashlib.blake2b(digest_size=16)
        for name in EVIDENCE:
            with plainly(self.path, self._broken):
                rows = self._connection.table(name).select("id").order("id").to_arrow_table()
            whole.update(f"{name}\n".encode())
            whole.update("\n".join(rows["id"].to_pylist()).encode())
        return whole.hexdigest()

    def _rows(self, name: str, ids: Iterable[str], columns: tuple[str, ...] = ()) -> pa.Table:
        wanted = pa.table({"id": pa.array(sorted(set(ids)), pa.string())})
        with plainly(self.path, self._broken):
            table = self.table(name)
            chosen = table.semi_join(self._ibis.memtable(wanted), "id").order_by("id")
            rows = chosen.select(*(columns or table.columns)).to_pyarrow()
        if rows.num_rows < wanted.num_rows:
            absent = sorted(set(wanted["id"].to_pylist()) - set(rows["id"].to_pylist()))
            raise LedgerError(
                f"{len(absent)} of {wanted.num_rows} {name} are not visible as of {self.as_of.isoformat()}: "
                f"{absent[0]} …",
                where=str(self.path),
                next_step="take ids from the same view",
            )
        return rows

    def _attach(self, name: str, files: tuple[str, ...]) -> None:
        """All rows of a table, read from its files when asked; columns younger than a file are null there."""
        self._connection.register("none", stored_schema(TABLES[name]).empty_table())
        self._connection.execute(f"CREATE TABLE no_{name} AS FROM none")
        rows = f"FROM no_{name}"
        if files:
            listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
            rows += f" UNION ALL BY NAME FROM read_parquet([{listed}], union_by_name = true)"
        self._connection.execute(f"CREATE VIEW all_{name} AS {rows}")

    def _latest(self) -> datetime:
        moments = [self._engine.table(f"all_{name}").aggregate(at=lambda rows: rows.learnt_at.max()) for name in TABLES]
        found = self._ibis.union(*moments).to_pyarrow()["at"].to_pylist()
        return max((moment.astimezone(UTC) for moment in found if moment is not None), default=NOTHING_KNOWN)

    def _show(self) -> None:
        cut = f"TIMESTAMPTZ '{self.as_of.isoformat()}'"
        self._connection.execute(CURRENT_DOCUMENTS.format(cut=cut))
        self._connection.execute(CURRENT_READINGS.format(cut=cut))
        for name, shown in SHOWN.items():
            self._connection.execute(f"CREATE VIEW {name} AS FROM (FROM all_{name} WHERE learnt_at <= {cut}) {shown}")
