"""Which files make up the tables of a ledger at this moment."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable

from overtone.errors import LedgerError
from overtone.ledger.schema import TABLES
from overtone.ledger.trouble import MEND, plainly


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The Parquet files of each table, fixed when it was taken: rows appended later are not in it."""

    path: Path
    files: tuple[tuple[str, tuple[str, ...]], ...]  # table, its files

    @classmethod
    def take(cls, path: Path) -> "Snapshot":
        """The files as the tables' logs name them now; LedgerError where one is missing or cut short.

        Documents are looked up first: what was read from a document is written before it, so it is there too.
        """
        return cls(path=path, files=tuple((name, _files(path / name)) for name in reversed(tuple(TABLES))))


def table_at(path: Path) -> DeltaTable | None:
    """The Delta table in this folder, None where there is none yet; LedgerError where it is damaged."""
    with plainly(path):
        if not any((path / "_delta_log").glob("*.json")):
            return None
        return DeltaTable(path)


def files_of(table: DeltaTable, path: Path) -> tuple[str, ...]:
    """The files of a table as its log names them; LedgerError where one is missing or cut short."""
    with plainly(path):
        added = pa.table(table.get_add_actions())
        files = []
        for name, size in zip(added["path"].to_pylist(), added["size_bytes"].to_pylist(), strict=True):
            file = path / unquote(name)
            if not file.exists() or file.stat().st_size != size:
                raise LedgerError("a file of the table is missing or cut short", where=str(file), next_step=MEND)
            files.append(str(file))
    return tuple(sorted(files))


def _files(path: Path) -> tuple[str, ...]:
    table = table_at(path)
    return () if table is None else files_of(table, path)
