"""Small views for the tests of the measures: the ledger's tables as Arrow, read by DuckDB."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

import ibis
import numpy as np
import pyarrow as pa

Row = dict[str, object]
MENTION = pa.struct([("kind", pa.string()), ("target", pa.string()), ("start", pa.int64()), ("stop", pa.int64())])
DOCUMENTS = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("key", pa.string()),
        ("lang", pa.string()),
        ("kind", pa.string()),
        ("text_sha256", pa.string()),
        ("published_on", pa.date32()),
        ("text", pa.string()),
        ("parts", pa.list_(pa.struct([("role", pa.string()), ("start", pa.int64()), ("stop", pa.int64())]))),
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
        ("stance", pa.string()),
        ("addressees", pa.list_(pa.string())),
        ("audience", pa.string()),
        ("targets", pa.list_(pa.string())),
        ("tone", pa.int64()),
    ]
)
WORDINGS = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("start", pa.int64()),
        ("stop", pa.int64()),
        ("lang", pa.string()),
        ("lemmas", pa.string()),
        ("grams", pa.list_(pa.int64())),
    ]
)
MEANINGS = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("start", pa.int64()),
        ("stop", pa.int64()),
        ("of_start", pa.int64()),
        ("of_stop", pa.int64()),
        ("lang", pa.string()),
        ("model", pa.string()),
        ("vector", pa.binary()),
        ("figures", pa.list_(pa.string())),
        ("names", pa.list_(pa.string())),
        ("negated", pa.int64()),
    ]
)
VOTES = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("start", pa.int64()),
        ("stop", pa.int64()),
        ("body", pa.string()),
        ("resolution", pa.string()),
        ("title", pa.string()),
        ("voted_on", pa.date32()),
        ("state", pa.string()),
        ("choice", pa.string()),
    ]
)
READINGS = pa.schema([("document", pa.string()), ("notes", pa.list_(pa.string())), ("mentions", pa.list_(MENTION))])
ENCOUNTERS = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("start", pa.int64()),
        ("stop", pa.int64()),
        ("kind", pa.string()),
        ("parties", pa.list_(pa.string())),
        ("date", pa.date32()),
        ("place", pa.string()),
        ("status", pa.string()),
        ("event", pa.string()),
    ]
)
JOINT = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("start", pa.int64()),
        ("stop", pa.int64()),
        ("form", pa.string()),
        ("parties", pa.list_(pa.string())),
        ("signers", pa.list_(pa.string())),
        ("status", pa.string()),
        ("dated", pa.date32()),
        ("lang", pa.string()),
    ]
)
VISITS = pa.schema(
    [("source", pa.string()), ("outcome", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32())]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A view over tables in memory."""

    tables: dict[str, ibis.Table]
    engine: ibis.BaseBackend
    numbers: Iterator[int]

    def table(self, name: str) -> ibis.Table:
        return self.tables[name]

    def keep(self, expression: ibis.Table) -> ibis.Table:
        return self.engine.create_table(f"kept_{next(self.numbers)}", expression, temp=True)


def document(
    name: str, on: str, *, source: str = "kremlin", text: str = "", lang: str = "en", key: str = "", kind: str = "page"
) -> Row:
    digest = hashlib.sha256((text or name).encode()).hexdigest()
    return {
        "id": name,
        "source": source,
        "key": key or name,
        "lang": lang,
        "kind": kind,
        "text_sha256": digest,
        "published_on": date.fromisoformat(on),
        "text": text,
        "parts": [{"role": "body", "start": 0, "stop": len(text)}],
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
        "stance": more.get("stance", "affirmed"),
        "addressees": str(more.get("addressees", "")).split(),
        "audience": more.get("audience", ""),
        "targets": str(more.get("about", "")).split(),
        "tone": more.get("tone"),
    }


def wording(of: Row, lemmas: str, *, lang: str = "") -> Row:
    """The words of a statement made by `statement`, as the ledger keeps them: lemmas and runs of three."""
    words = lemmas.split()
    runs = dict.fromkeys(" ".join(words[n : n + 3]) for n in range(len(words) - 2))
    grams = [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) >> 1 for run in runs]
    place = {"document": of["document"], "start": of["start"], "stop": of["stop"]}
    return {"id": f"w-{of['id']}", **place, "lang": lang or of["lang"], "lemmas": lemmas, "grams": grams}


def meaning(of: Row, vector: Sequence[float], *, model: str = "use3@1", **more: object) -> Row:
    """One passage of a statement with a vector of any length (scaled to one, 512 components); `figures` as "2 20%"."""
    long = np.zeros(512)
    long[: len(vector)] = vector
    scaled = np.round(long / (np.linalg.norm(long) or 1) * 127).astype(np.int8)
    place = {"document": of["document"], "start": of["start"], "stop": of["stop"]}
    statement = {"of_start": of["start"], "of_stop": of["stop"]}
    own: Row = {"lang": of["lang"], "model": model, "vector": scaled.tobytes(), "negated": more.get("negated", 0)}
    own |= {name: str(more.get(name, "")).split() for name in ("figures", "names")}
    return {"id": f"m-{of['id']}-{hashlib.blake2b(scaled.tobytes()).hexdigest()[:6]}", **place, **statement, **own}


def vote(resolution: str, state: str, choice: str, on: str, *, doc: str = "roll", title: str = "") -> Row:
    """One state's choice (Y, N, A, NP) in the General Assembly."""
    own = {"resolution": resolution, "title": title, "voted_on": date.fromisoformat(on), "state": state}
    place = {"document": doc, "start": 0, "stop": 10, "body": "unga"}
    return {"id": f"{doc}-{resolution}-{state}", **place, **own, "choice": choice}


def contact(doc: str, parties: str, on: str, *, status: str = "held", event: str = "", kind: str = "bilateral") -> Row:
    """A report of a contact; `parties` as "lukashenko putin"."""
    own = {"kind": kind, "parties": sorted(parties.split()), "date": date.fromisoformat(on), "status": status}
    place = {"document": doc, "start": 0, "stop": 50, "place": "", "event": event}
    return {"id": f"{doc}-{parties}-{on}-{status}", **place, **own}


def joint(doc: str, parties: str, on: str, *, status: str = "issued", form: str = "joint-statement") -> Row:
    """A joint text; `parties` as "by ru"."""
    own = {"form": form, "parties": sorted(parties.split()), "signers": [], "status": status, "lang": "en"}
    return {"id": f"{doc}-{form}", "document": doc, "start": 0, "stop": 9, "dated": date.fromisoformat(on), **own}


def naming(doc: str, topics: str, *, at: int = 100) -> Row:
    """The topics that the text of a page names, one behind the other from a place on."""
    places = [(topic, at + 20 * n) for n, topic in enumerate(topics.split())]
    return {"document": doc, "mentions": [{"kind": "topic", "target": t, "start": a, "stop": a + 9} for t, a in places]}


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
    **more: Sequence[Row],
) -> TableView:
    """A view over these rows; `more` may give wordings, meanings, votes, encounters, joint and mentions of pages."""
    named = {str(r["document"]): r["mentions"] for r in more.get("named", ())}
    notes: list[Row] = [
        {"document": d, "notes": ["to-be-continued"] if d in unfinished else [], "mentions": named.get(d, [])}
        for d in dict.fromkeys([*unfinished, *(str(d["id"]) for d in documents)])
    ]
    con = ibis.duckdb.connect()
    rows = {
        "documents": pa.Table.from_pylist(list(documents), schema=DOCUMENTS),
        "statements": pa.Table.from_pylist(list(statements), schema=STATEMENTS),
        "visits": pa.Table.from_pylist(list(visits), schema=VISITS),
        "readings": pa.Table.from_pylist(notes, schema=READINGS),
        "wordings": pa.Table.from_pylist(list(more.get("wordings", ())), schema=WORDINGS),
        "meanings": pa.Table.from_pylist(list(more.get("meanings", ())), schema=MEANINGS),
        "votes": pa.Table.from_pylist(list(more.get("votes", ())), schema=VOTES),
        "encounters": pa.Table.from_pylist(list(more.get("encounters", ())), schema=ENCOUNTERS),
        "joint": pa.Table.from_pylist(list(more.get("joint", ())), schema=JOINT),
    }
    tables = {name: con.create_table(name, table) for name, table in rows.items()}
    return TableView(tables=tables, engine=con, numbers=count())


def mondays(first: str, weeks: int) -> list[str]:
    start = date.fromisoformat(first)
    return [(start + timedelta(weeks=n)).isoformat() for n in range(weeks)]
