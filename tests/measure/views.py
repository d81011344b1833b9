"""Small views for the tests of the measures: the ledger's tables as Arrow, read by DuckDB."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import pyarrow as pa

Row = dict[str, object]
MENTION = pa.struct([("kind", pa.string()), ("target", pa.string()), ("start", pa.int64()), ("stop", pa.int64())])
DOCUMENTS = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("key", pa.string()),
        ("lang", pa.string()),
        ("text_sha256", pa.string()),
        ("published_on", pa.date32()),
    ]
)
STATEMENTS = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("start", pa.int64()),
        ("stop", pa.int64()),
        ("speaker", pa.string()),
        ("actor", pa.string()),
        ("manner", pa.string()),
        ("act", pa.string()),
        ("said_on", pa.date32()),
        ("lang", pa.string()),
        ("venue", pa.string()),
        ("words", pa.int64()),
        ("topics", pa.list_(pa.string())),
        ("mentions", pa.list_(MENTION)),
    ]
)
READINGS = pa.schema([("document", pa.string()), ("notes", pa.list_(pa.string()))])
VISITS = pa.schema(
    [("source", pa.string()), ("outcome", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32())]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A view over tables in memory."""

    tables: dict[str, ibis.Table]

    def table(self, name: str) -> ibis.Table:
        return self.tables[name]


def document(name: str, on: str, *, source: str = "kremlin", text: str = "", lang: str = "en", key: str = "") -> Row:
    digest = hashlib.sha256((text or name).encode()).hexdigest()
    return {
        "id": name,
        "source": source,
        "key": key or name,
        "lang": lang,
        "text_sha256": digest,
        "published_on": date.fromisoformat(on),
    }


def statement(name: str, doc: str, actor: str | None, on: str, **more: object) -> Row:
    """A position of 100 words; `names` gives mentions of states as "ua ua by"."""
    start = int(str(more.get("start", 0)))
    names = str(more.get("names", "")).split()
    kind = str(more.get("kind", "state"))
    return {
        "id": name,
        "document": doc,
        "start": start,
        "stop": start + int(str(more.get("chars", 600))),
        "speaker": actor or "Somebody",
        "actor": actor,
        "manner": more.get("manner", "transcript"),
        "act": more.get("act", "position"),
        "said_on": date.fromisoformat(on),
        "lang": more.get("lang", "en"),
        "venue": more.get("venue", ""),
        "words": more.get("words", 100),
        "topics": str(more.get("topics", "")).split(),
        "mentions": [
            {"kind": kind, "target": t, "start": start + 10 * n, "stop": start + 10 * n + 5}
            for n, t in enumerate(names)
        ],
    }


def visit(first: str, last: str, *, source: str = "kremlin", outcome: str = "complete") -> Row:
    return {
        "source": source,
        "outcome": outcome,
        "first_day": date.fromisoformat(first),
        "last_day": date.fromisoformat(last),
    }


def view(
    documents: Sequence[Row],
    statements: Sequence[Row] = (),
    visits: Sequence[Row] = (),
    unfinished: Sequence[str] = (),
) -> TableView:
    notes: list[Row] = [{"document": d, "notes": ["to-be-continued"]} for d in unfinished]
    notes += [{"document": d["id"], "notes": []} for d in documents if d["id"] not in unfinished]
    con = ibis.duckdb.connect()
    rows = {
        "documents": pa.Table.from_pylist(list(documents), schema=DOCUMENTS),
        "statements": pa.Table.from_pylist(list(statements), schema=STATEMENTS),
        "visits": pa.Table.from_pylist(list(visits), schema=VISITS),
        "readings": pa.Table.from_pylist(notes, schema=READINGS),
    }
    return TableView(tables={name: con.create_table(name, table) for name, table in rows.items()})


def mondays(first: str, weeks: int) -> list[str]:
    start = date.fromisoformat(first)
    return [(start + timedelta(weeks=n)).isoformat() for n in range(weeks)]
