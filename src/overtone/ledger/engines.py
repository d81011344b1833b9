"""Where a view is worked out: DuckDB in this process, or Apache Spark on this machine or many."""

import re
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any, Protocol

from overtone.errors import SettingsError, UsageError

Table = Any  # ibis.Table
Schema = Any  # ibis.Schema
Backend = Any  # ibis.BaseBackend
SparkRoom = Any  # overtone.ledger.spark
DUCKDB, SPARK = "duckdb", "spark"
HERE = "local[*]"
MASTER = re.compile(r"local(\[(\d+|\*)(,\d+)?\])?|(spark|k8s)://.+|yarn", re.ASCII)


class Engine(Protocol):
    """What a view asks of an engine; every table it gives is an Ibis expression."""

    def attach(self, name: str, files: tuple[str, ...]) -> Table:
        """All rows of a ledger's table, read from its files when asked; columns younger than a file are null there."""

    def keep(self, name: str, expression: Table) -> Table:
        """The rows of an expression worked out now and kept, under a name, until the engine is closed."""

    def named(self, name: str, expression: Table) -> Table:
        """The expression under a name, worked out each time it is asked: what is built on it stays short."""

    def given(self, columns: dict[str, list[str]]) -> Table:
        """Words of this process as a table."""

    def plainly(self) -> AbstractContextManager[None]:
        """Turns what the engine raises into a LedgerError with path and next step."""

    def close(self) -> None:
        """Let go of the files and of what was kept."""


def master_of(engine: str) -> str | None:
    """The Spark master that `spark` or `spark:MASTER` means, None for `duckdb`; UsageError for anything else."""
    name, _, master = engine.partition(":")
    if engine == DUCKDB:
        return None
    if name != SPARK:
        raise UsageError(f"there is no engine {engine!r}", next_step="choose duckdb, spark or spark:MASTER")
    if not MASTER.fullmatch(master or HERE):
        raise UsageError(
            f"{master!r} is no Spark master", next_step="write spark:local[2], spark:spark://host:7077 or spark:yarn"
        )
    return master or HERE


def known_as(backend: Backend, name: str, schema: Schema) -> Table:
    """A table of an engine whose columns are known, so that no file is opened to tell them."""
    operations = import_module("ibis.expr.operations")
    return operations.DatabaseTable(name, schema=schema, source=backend).to_expr()


def spark_room() -> SparkRoom:
    """The part of the house that speaks to Spark; SettingsError where it is not installed."""
    try:
        return import_module("overtone.ledger.spark")
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"the engine spark needs a package that is not installed ({error.name})",
            next_step="pip install 'overtone[spark]', and Java 17 or 21; duckdb needs neither",
        ) from error
