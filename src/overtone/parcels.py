"""What a worker does: some rows of a file become documents or are set aside, are read, and come back as Arrow tables.

Parsing, reading and the turning into columns all happen here, so that the process that conducts only gathers and
appends, and two cores do nearly twice the work of one.
"""

import os
import re
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import ClassVar

import pyarrow as pa

from overtone.collect import RawRow, to_document
from overtone.errors import OvertoneError
from overtone.ledger import harvested, to_arrow
from overtone.records import Document, Harvest, SetAside, Source

PARCEL_BYTES = 500_000
BEGINNING = 16  # rows that are worked on before there are workers
PARTICULARS = re.compile(
    r"^\d{4}-\d\d-\d\d | at (byte|character) \d+$|: .*$"
)  # of a row, left out where rows are counted

Read = Callable[[Document], Harvest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How documents are read: the version that all rows bear, and what makes it ready in a process."""

    version: str
    load: Callable[[], Read]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What became of some rows in a worker."""

    rows: int
    tables: dict[str, pa.Table]
    documents: tuple[tuple[str, str, str, date], ...]  # id, key, language, day; known ones too
    aside: tuple[str, ...]  # the kind of reason, for each

    def __reduce__(self) -> tuple[Callable[..., "Parcel"], tuple[object, ...]]:
        """On its way to another process each table is one stretch of bytes, not hundreds of small arrays."""
        packed = tuple((name, _packed(table)) for name, table in self.tables.items())
        return _unpacked, (self.rows, packed, self.documents, self.aside)


def _packed(table: pa.Table) -> bytes:
    """The table as a stream, measured first: room that has to grow costs more than all the rest."""
    measure = pa.MockOutputStream()
    _write(table, measure)
    room = pa.allocate_buffer(measure.size())
    _write(table, pa.FixedSizeBufferWriter(room))
    packed: bytes = room.to_pybytes()
    return packed


def _write(table: pa.Table, sink: pa.NativeFile) -> None:
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)


def _unpacked(
    rows: int,
    packed: tuple[tuple[str, bytes], ...],
    documents: tuple[tuple[str, str, str, date], ...],
    aside: tuple[str, ...],
) -> Parcel:
    tables = {name: pa.ipc.open_stream(table).read_all() for name, table in packed}
    return Parcel(rows=rows, tables=tables, documents=documents, aside=aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker must know to turn rows into what the ledger stores."""

    source: Source
    reader: Reader
    known: frozenset[str]  # ids of documents that this reader has read before
    latest: date

    def ready(self) -> Callable[[list[RawRow]], Parcel]:
        """The work itself, with the reader loaded."""
        read = self.reader.load()
        return lambda rows: self._work(rows, read)

    def _work(self, rows: list[RawRow], read: Read) -> Parcel:
        found = [to_document(row, self.source, self.latest) for row in rows]
        documents = [one for one in found if isinstance(one, Document)]
        aside = [one for one in found if isinstance(one, SetAside)]
        ids = [document.id for document in documents]
        unread = [one for one, identity in zip(documents, ids, strict=True) if identity not in self.known]
        harvests = []
        for document in unread:
            with While(document):
                harvests.append(read(document))
        tables = harvested(unread, harvests, self.reader.version) | {"aside": to_arrow(SetAside, aside)}
        seen = ((i, one.key, one.lang, one.published_on) for i, one in zip(ids, documents, strict=True))
        reasons = (f"{one.field and one.field + ': '}{PARTICULARS.sub('', one.reason)}" for one in aside)
        return Parcel(rows=len(rows), tables=tables, documents=tuple(seen), aside=tuple(reasons))


class While:
    """Tells, of whatever goes wrong inside, which row was being read."""

    def __init__(self, document: Document) -> None:
        """Remember the document."""
        self.document = document

    def __enter__(self) -> None:
        """Nothing to make ready."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Add the row to what went wrong, and let it go on its way."""
        if error is not None:
            error.add_note(f"while reading {self.document.origin}")


class Worker:
    """One process of the pool: what it needs is set once, when it starts."""

    work: ClassVar[Callable[[list[RawRow]], Parcel]]

    @classmethod
    def start(cls, job: Job) -> None:
        """Make ready; Ctrl-C is for the process that conducts, and when that one dies, so does this."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_follow_parent, daemon=True).start()
        cls.work = staticmethod(job.ready())

    @classmethod
    def run(cls, rows: list[RawRow]) -> Parcel:
        """Work on some rows."""
        return cls.work(rows)


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _processes() -> BaseContext:
    """How workers begin: as copies of this process, so that facts and word lists need not be made ready again.

    Where other threads of Python run, or the system's own libraries do not bear copying, they are started afresh.
    """
    alone = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if alone else "forkserver")


def parcels(rows: Iterable[RawRow], most: int, most_bytes: int = PARCEL_BYTES) -> Iterator[list[RawRow]]:
    """The rows in groups of so many, fewer where they are long."""
    parcel: list[RawRow] = []
    size = 0
    for row in rows:
        parcel.append(row)
        size += len(row.raw)
        if len(parcel) >= most or size >= most_bytes:
            yield parcel
            parcel, size = [], 0
    if parcel:
        yield parcel


def worked(given: Iterable[list[RawRow]], job: Job, workers: int) -> Iterator[Parcel]:
    """The parcels in the order of the file, worked on here or by several processes a little ahead.

    The first rows are worked on here in any case, so that what reading keeps for all documents is made before this
    process is copied; and a file of one parcel needs no other process. OvertoneError where one ends unexpectedly.
    """
    todo = iter(given)
    work = job.ready()
    first, second = next(todo, []), next(todo, [])
    if workers < 2 or not second:
        yield from map(work, chain(filter(None, (first, second)), todo))
        return
    yield work(first[:BEGINNING])
    todo = chain(filter(None, (first[BEGINNING:], second)), todo)
    with ProcessPoolExecutor(workers, _processes(), Worker.start, (job,)) as pool:
        running: deque[Future[Parcel]] = deque()
        try:
            while True:
                running.extend(pool.submit(Worker.run, rows) for rows in islice(todo, 2 * workers - len(running) + 1))
                if not running:
                    return
                yield running.popleft().result()
        except BrokenProcessPool as error:
            raise OvertoneError(
                "a worker process ended unexpectedly, perhaps for lack of memory; what was appended is safe",
                next_step="run the same command again with --workers 1",
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
