"""What the ledger shows as of a moment: the reader's side, which can change nothing."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from types import TracebackType
from typing import Any, TypeVar

import pyarrow as pa

from overtone.errors import LedgerError, UsageError
from overtone.ledger.duck import Duck
from overtone.ledger.engines import Engine, master_of, spark_room
from overtone.ledger.schema import TABLES, from_arrow
from overtone.ledger.snapshot import Snapshot
from overtone.ledger.visible import current_documents, current_readings, shown
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


class View:
    """The ledger as of `as_of`, read-only: newest version of each page, newest reading of it, nothing learnt later.

    Tables are read where they lie, column by column, when an expression is run: opening a view loads no text.
    """

    def __init__(self, snapshot: Snapshot, as_of: datetime | None = None, engine: str = "duckdb") -> None:
        """Open the files of a snapshot; UsageError for a cut without a time zone, or an engine that is not known."""
        if as_of is not None and as_of.tzinfo is None:
            raise UsageError(f"the cut {as_of} has no time zone", next_step="write it with an offset, as in …T00:00Z")
        master = master_of(engine)
        self.path = snapshot.path
        self._known: dict[str, Table] = {}
        self._kept = 0
        self._ibis = import_module("ibis")
        self._engine: Engine = Duck(self.path) if master is None else spark_room().Spark(self.path, master)
        with self._engine.plainly():
            self._all = {name: self._engine.attach(name, files) for name, files in snapshot.files}
            self.as_of = self._latest() if as_of is None else as_of.astimezone(UTC)
            documents = current_documents(self._all["documents"], self.as_of)
            self._documents = self._engine.keep("current_documents", documents)
            readings = current_readings(self._all["readings"], self._documents, self.as_of)
            self._readings = self._engine.keep("current_readings", readings)

    def __enter__(self) -> "View":
        """The view itself, to be closed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the view."""
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()

    def table(self, name: str) -> Table:
        """A table of visible rows as an Ibis expression, with the columns `id` and `learnt_at`.

        UsageError for a name that is no table.
        """
        if name not in TABLES:
            raise UsageError(f"the ledger has no table {name!r}", next_step=f"one of: {', '.join(TABLES)}")
        if name not in self._known:
            visible = shown(name, self._all[name], self._documents, self._readings, self.as_of)
            self._known[name] = self._engine.named(name, visible)
        return self._known[name]

    def keep(self, expression: Table) -> Table:
        """The rows of an expression worked out once and kept while the view is open: a named step of a long one.

        Left lazy, an engine may put the steps of a join in an order that does not end.
        """
        self._kept += 1
        with self._engine.plainly():
            return self._engine.keep(f"kept_{self._kept}", expression)

    def records(self, record: type[Record], expression: Table | None = None) -> tuple[Record, ...]:
        """The records that an expression over a table yields, or all visible ones in the order of their ids."""
        if expression is None:
            name = next(name for name, kind in TABLES.items() if kind is record)
            expression = self.table(name).order_by("id")
        with self._engine.plainly():
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
            with self._engine.plainly():
                rows = self.table(name).select("id").order_by("id").to_pyarrow()
            whole.update(f"{name}\n".encode())
            whole.update("\n".join(rows["id"].to_pylist()).encode())
        return whole.hexdigest()

    def _rows(self, name: str, ids: Iterable[str], columns: tuple[str, ...] = ()) -> pa.Table:
        wanted = sorted(set(ids))
        with self._engine.plainly():
            table = self.table(name)
            chosen = table.semi_join(self._engine.given({"id": wanted}), "id").order_by("id")
            rows = chosen.select(*(columns or table.columns)).to_pyarrow()
        if rows.num_rows < len(wanted):
            absent = sorted(set(wanted) - set(rows["id"].to_pylist()))
            raise LedgerError(
                f"{len(absent)} of {len(wanted)} {name} are not visible as of {self.as_of.isoformat()}: {absent[0]} …",
                where=str(self.path),
                next_step="take ids from the same view",
            )
        return rows

    def _latest(self) -> datetime:
        moments = [rows.aggregate(at=rows.learnt_at.max()) for rows in self._all.values()]
        found = self._ibis.union(*moments).to_pyarrow()["at"].to_pylist()
        return max((moment.astimezone(UTC) for moment in found if moment is not None), default=NOTHING_KNOWN)
