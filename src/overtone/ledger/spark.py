"""Apache Spark, for ledgers beyond one machine: the same Parquet files, the same expressions, the same numbers.

On one machine it is many times slower than DuckDB. Files are read by their paths, so every machine of a cluster must
see the ledger's folder under the same path. Not for two masters in one process.
"""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.backends.pyspark import Backend
from ibis.backends.pyspark.datatypes import PySparkSchema
from ibis.formats.pyarrow import PyArrowData, PyArrowSchema
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import lit

from overtone.ledger.engines import known_as
from overtone.ledger.schema import TABLES, stored_schema
from overtone.ledger.spark_session import session_on
from overtone.ledger.trouble import plainly

PATTERN = re.compile(r"[{}\[\]*?\\]")

Table = Any  # ibis.Table
Words = Any  # ibis.expr.operations.InMemoryTable
Rows = Any  # pa.Table, or a column or scalar where the expression is one


class Spark:
    """A Spark session of its own for one view, on a context that all views of this process share."""

    def __init__(self, path: Path, master: str) -> None:
        """Begin; SettingsError where there is no Java, or Spark runs here on another master."""
        self.path = path
        self._session: SparkSession = session_on(master).newSession()
        self._backend = exact(self._session)
        self._kept: list[str] = []

    def attach(self, name: str, files: tuple[str, ...]) -> Table:
        """All rows of a table, read from its files when asked; columns younger than a file are null there."""
        columns = PyArrowSchema.to_ibis(stored_schema(TABLES[name]))
        schema = PySparkSchema.from_ibis(columns)
        if files:
            rows = self._session.read.schema(schema).parquet(*map(plain, files))
        else:
            columns_of_nothing = [lit(None).cast(field.dataType).alias(field.name) for field in schema.fields]
            rows = self._session.range(0).select(*columns_of_nothing)
        rows.createTempView(f"all_{name}")
        return known_as(self._backend, f"all_{name}", columns)

    def keep(self, name: str, expression: Table) -> Table:
        """The rows of an expression, in memory and on disk, worked out now.

        A checkpoint, not a cache: Spark plans a cached table anew with all that it was made of, and steps that use an
        earlier step twice would double the plan each time.
        """
        self._compiled(expression).localCheckpoint(eager=True).createTempView(name)
        self._kept.append(name)
        return known_as(self._backend, name, expression.schema())

    def named(self, name: str, expression: Table) -> Table:
        """The expression as a temporary view."""
        self._compiled(expression).createTempView(name)
        return known_as(self._backend, name, expression.schema())

    def given(self, columns: dict[str, list[str]]) -> Table:
        """Words of this process as a table."""
        memtable: Callable[[pa.Table], Table] = import_module("ibis").memtable
        return memtable(pa.table({name: pa.array(words, pa.string()) for name, words in columns.items()}))

    def plainly(self) -> AbstractContextManager[None]:
        """Turns what Spark raises into a LedgerError."""
        return plainly(self.path, PySparkException)

    def close(self) -> None:
        """Let go of what was kept; the context stays for the next view."""
        while self._kept:
            self._session.catalog.dropTempView(self._kept.pop())

    def _compiled(self, expression: Table) -> DataFrame:
        self._backend._run_pre_execute_hooks(expression)
        return self._session.sql(self._backend.compile(expression))


def plain(file: str) -> str:
    """The path of a file as Spark takes it: what it would take for a pattern is escaped."""
    return "file://" + PATTERN.sub(r"\\\g<0>", str(Path(file).absolute()))


def exact(session: SparkSession) -> Backend:
    """Ibis on this session, with results that keep their types.

    Ibis takes results from Spark through pandas, where a whole number beside a null becomes a float and the last digits
    of a 63-bit key are lost. Spark gives Arrow itself.
    """
    name = import_module("ibis").pyspark.name  # asking for it is what makes Ibis know the options of this backend
    own = {"name": name, "to_pyarrow": _to_pyarrow, "_register_in_memory_table": _register}
    backend = type("Exact", (Backend,), own)()
    backend.do_connect(session)
    return backend


def _to_pyarrow(self: Backend, expr: Table, /, *, params: object = None, limit: object = None, **_: object) -> Rows:
    self._run_pre_execute_hooks(expr)
    table = expr.as_table()
    rows = self._session.sql(self.compile(table, params=params, limit=limit)).toArrow()
    return expr.__pyarrow_result__(PyArrowData.convert_table(rows, table.schema()))


def _register(self: Backend, op: Words) -> None:
    rows = op.data.to_pyarrow(op.schema)
    self._session.createDataFrame(rows, schema=PySparkSchema.from_ibis(op.schema)).createOrReplaceTempView(op.name)
