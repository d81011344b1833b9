"""What the bench of mails sends with: a desk of made-up readers and its outbox, and two designs that others use.

A sender is started in a process that was forked, so it opens its own database: nothing may be open before.
"""

import json
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from django.db import connections as doors

from overtone.bench.mail_page import page
from overtone.bench.mail_sink import sink
from overtone.desk.configure import configure, migrate
from overtone.desk.smtp import Line, Server

KEY = "a key for a bench, not for a desk of readers"
BATCH = 1_000  # rows that the two other designs read at once, as the best-known sender does
PEERS = ("cursor written when read", "cursor written when sent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How our own outbox sends."""

    connections: int
    park: bool = False
    database: str = ""  # a file of SQLite in the folder where nothing is said


def outbox(place: Path, readers: int, port: int, desk: Desk) -> Callable[[], None]:
    """A desk with so many readers and a send that is approved; gives what a sender's process does."""
    configure(_database(place, desk), key=KEY)
    migrate()
    import_module("overtone.bench.mail_outbox").prepared(readers, desk.park)
    doors.close_all()
    return partial(_sender, place, port, desk)


def _sender(place: Path, port: int, desk: Desk) -> None:
    configure(_database(place, desk), key=KEY)
    told = import_module("overtone.bench.mail_outbox").sent(place, _server(port), desk.connections)
    (place / "books.json").write_text(json.dumps(told), "utf-8")


def _database(place: Path, desk: Desk) -> str:
    return desk.database or str(place / "desk.sqlite3")


def deliver(place: Path, design: str, readers: int, port: int) -> None:
    """The two other designs: one cursor in a table, moved on by batches, before the batch is sent or after it."""
    first = design == PEERS[0]
    line, mail = Line(_server(port)), b"Message-ID: <one@example.org>\r\n\r\n" + page() + b"\r\n"
    table = sqlite3.connect(place / "cursor.sqlite3", isolation_level=None)
    table.execute("PRAGMA journal_mode=WAL")
    table.execute("PRAGMA synchronous=FULL")
    table.execute("CREATE TABLE IF NOT EXISTS cursor (at INTEGER)")
    found = table.execute("SELECT max(at) FROM cursor").fetchone()[0]
    for start in range(found or 0, readers, BATCH):
        stop = min(start + BATCH, readers)
        if first:
            table.execute("INSERT INTO cursor VALUES (?)", (stop,))
        for n in range(start, stop):
            line.deliver("bounces@example.org", f"reader{n}@example.org", mail)
        if not first:
            table.execute("INSERT INTO cursor VALUES (?)", (stop,))
    line.leave()
    table.close()


def _server(port: int) -> Server:
    return Server(host="127.0.0.1", port=port, way="plain")


def row_at_a_time(place: Path, readers: int) -> float:
    """Mails a second of an outbox that forces two commits a mail to the disk: sending, then sent."""
    place.mkdir(parents=True)
    with sink(place / "noted") as port:
        line, mail = Line(_server(port)), b"Message-ID: <one@example.org>\r\n\r\n" + page() + b"\r\n"
        table = sqlite3.connect(place / "rows.sqlite3", isolation_level=None)
        table.execute("PRAGMA journal_mode=WAL")
        table.execute("PRAGMA synchronous=FULL")
        table.execute("CREATE TABLE outbox (id INTEGER PRIMARY KEY, state TEXT)")
        table.execute("BEGIN")
        table.executemany("INSERT INTO outbox VALUES (?, 'queued')", ((n,) for n in range(readers)))
        table.execute("COMMIT")
        begun = time.perf_counter()
        for n in range(readers):
            table.execute("UPDATE outbox SET state = 'sending' WHERE id = ?", (n,))
            line.deliver("bounces@example.org", f"reader{n}@example.org", mail)
            table.execute("UPDATE outbox SET state = 'sent' WHERE id = ?", (n,))
        spent = time.perf_counter() - begun
        line.leave()
        table.close()
    return readers / spent
