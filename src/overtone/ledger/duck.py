"""DuckDB, the engine by default: embedded in this process, reading the ledger's files where they lie."""

from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa

from overtone.ledger.engines import known_as
from overtone.ledger.schema import TABLES, stored_schema
from overtone.ledger.trouble import plainly

Table = Any  # ibis.Table: Ibis and DuckDB take most of a second to import and are so only when a view is opened


class Duck:
    """A DuckDB of its own for one view, in memory."""

    def __init__(self, path: Path) -> None:
        """Begin; `path` is the ledger that errors name."""
        self.path = path
        self._broken = import_module("duckdb").Error
        self._ibis = import_module("ibis")
        self._backend = self._ibis.duckdb.connect(TimeZone="UTC", autoinstall_known_extensions=False)
        self._connection = self._backend.con

    def attach(self, name: str, files: tuple[str, ...]) -> Table:
        """All rows of a table, read from its files when asked; columns younger than a file are null there."""
        self._connection.register("none", stored_schema(TABLES[name]).empty_table())
        self._connection.execute(f"CREATE TABLE no_{name} AS FROM none")
        rows = f"FROM no_{name}"
        if files:
            listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
            rows += f" UNION ALL BY NAME FROM read_parquet([{listed}], union_by_name = true)"
        self._connection.execute(f"CREATE VIEW all_{name} AS {rows}")
        return known_as(self._backend, f"all_{name}", self._ibis.schema(stored_schema(TABLES[name])))

    def keep(self, name: str, expression: Table) -> Table:
        """The rows of an expression as a temporary table."""
        return self._backend.create_table(name, expression, temp=True)

    def named(self, name: str, expression: Table) -> Table:
        """The expression as a view."""
        self._connection.execute(f"CREATE VIEW {name} AS {self._backend.compile(expression)}")
        return known_as(self._backend, name, expression.schema())

    def given(self, columns: dict[str, list[str]]) -> Table:
        """Words of this process as a table."""
        return self._ibis.memtable(pa.table({name: pa.array(words, pa.string()) for name, words in columns.items()}))

    def plainly(self) -> AbstractContextManager[None]:
        """Turns what DuckDB raises into a LedgerError."""
        return plainly(self.path, self._broken)

    def close(self) -> None:
        """Let go of the files."""
        self._backend.disconnect()
