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
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import ClassVar

import pyarrow as pa

from overtone.collect import RawRow, set_aside, to_document
from overtone.deadline import Deadline, overtime
from overtone.errors import OvertoneError
from overtone.ledger import harvested, to_arrow
from overtone.records import Document, Harvest, SetAside, Source

PARCEL_BYTES = 500_000
BEGINNING = 16  # rows that are worked on before there are workers
ENDED = "reading it ended the process (stuck, or out of memory)"
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
        sent = tuple((name, packed(table)) for name, table in self.tables.items())
        return _received, (self.rows, sent, self.documents, self.aside)


def packed(table: pa.Table) -> bytes:
    """A table as a stream, measured first: room that has to grow costs more than all the rest."""
    measure = pa.MockOutputStream()
    _write(table, measure)
    room = pa.allocate_buffer(measure.size())
    _write(table, pa.FixedSizeBufferWriter(room))
    stream: bytes = room.to_pybytes()
    return stream


def _write(table: pa.Table, sink: pa.NativeFile) -> None:
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)


def unpacked(stream: bytes) -> pa.Table:
    """The table of a stream."""
    return pa.ipc.open_stream(stream).read_all()


def _received(
    rows: int,
    sent: tuple[tuple[str, bytes], ...],
    documents: tuple[tuple[str, str, str, date], ...],
    aside: tuple[str, ...],
) -> Parcel:
    tables = {name: unpacked(table) for name, table in sent}
    return Parcel(rows=rows, tables=tables, documents=documents, aside=aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker must know to turn rows into what the ledger stores."""

    source: Source
    reader: Reader
    known: frozenset[str]  # ids of documents that this reader has read before
    latest: date
    deadline: Deadline = field(default_factory=Deadline)  # for each document

    def ready(self, loaded: dict[str, Read] | None = None) -> Callable[[list[RawRow]], Parcel]:
        """The work itself, with the reader loaded, unless it is among those `loaded` by their versions already."""
        readers = {} if loaded is None else loaded
        if self.reader.version not in readers:
            readers[self.reader.version] = self.reader.load()
        read = readers[self.reader.version]
        return lambda rows: self._work(rows, read)

    def _work(self, rows: list[RawRow], read: Read) -> Parcel:
        documents: list[tuple[str, Document]] = []
        unread: list[Document] = []
        harvests: list[Harvest] = []
        aside: list[SetAside] = []
        for row in rows:
            one = to_document(row, self.source, self.latest)
            if isinstance(one, SetAside):
                aside.append(one)
                continue
            identity = one.id
            if identity not in self.known:
                with While(one):
                    harvest = self.deadline.within(read, one, one.lang)
                if harvest is None:
                    aside.append(set_aside(row, self.source, overtime(self.deadline.seconds)))
                    continue
                unread.append(one)
                harvests.append(harvest)
            documents.append((identity, one))
        return self._parcel(len(rows), documents, harvested(unread, harvests, self.reader.version), aside)

    def lost(self, row: RawRow) -> Parcel:
        """A row whose reading ended the process it was read in: set aside."""
        return self._parcel(1, [], harvested([], [], self.reader.version), [set_aside(row, self.source, ENDED)])

    def _parcel(
        self, rows: int, documents: list[tuple[str, Document]], tables: dict[str, pa.Table], aside: list[SetAside]
    ) -> Parcel:
        reasons = (f"{one.field and one.field + ': '}{PARTICULARS.sub('', one.reason)}" for one in aside)
        return Parcel(
            rows=rows,
            tables=tables | {"aside": to_arrow(SetAside, aside)},
            documents=tuple((identity, one.key, one.lang, one.published_on) for identity, one in documents),
            aside=tuple(reasons),
        )


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
        job.deadline.ends_process = True
        cls.work = staticmethod(job.ready())

    @classmethod
    def run(cls, rows: list[RawRow]) -> Parcel:
        """Work on some rows."""
        return cls.work(rows)

    @classmethod
    def is_ready(cls) -> bool:
        """Whether the process could make ready at all."""
        return True


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
    process is copied; and a file of one parcel needs no other process. A row whose reading ends its process is set
    aside. OvertoneError where processes end before they have begun.
    """
    todo = iter(given)
    work = job.ready()
    first, second = next(todo, []), next(todo, [])
    if workers < 2 or not second:
        yield from map(work, chain(filter(None, (first, second)), todo))
        return
    yield work(first[:BEGINNING])
    todo = chain(filter(None, (first[BEGINNING:], second)), todo)
    left: Sequence[list[RawRow]] = ()
    while True:
        left = yield from _ahead(todo, job, workers)
        if not left:
            return
        yield from _row_by_row(list(chain.from_iterable(left)), job)


def _ahead(todo: Iterator[list[RawRow]], job: Job, workers: int) -> Generator[Parcel, None, list[list[RawRow]]]:
    """The parcels as they are worked on; what is left, where a process has ended, of those handed out."""
    with ProcessPoolExecutor(workers, _processes(), Worker.start, (job,)) as pool:
        handed: deque[list[RawRow]] = deque()
        running: deque[Future[Parcel]] = deque()
        try:
            while True:
                for rows in islice(todo, 2 * workers - len(running) + 1):
                    handed.append(rows)
                    running.append(pool.submit(Worker.run, rows))
                if not running:
                    return []
                yield running.popleft().result()
                handed.popleft()
        except BrokenProcessPool:
            pool.shutdown(cancel_futures=True)  # with its threads gone, the next workers can be copies again
            return list(handed)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _row_by_row(rows: Sequence[RawRow], job: Job) -> Iterator[Parcel]:
    """Rows among which one has ended its process, each by itself in a process that is replaced when it ends."""
    begun = 0
    while begun < len(rows):
        with ProcessPoolExecutor(1, _processes(), Worker.start, (job,)) as pool:
            _make_sure(pool)
            try:
                for row in rows[begun:]:
                    yield pool.submit(Worker.run, [row]).result()
                    begun += 1
            except BrokenProcessPool:
                yield job.lost(rows[begun])
                begun += 1


def _make_sure(pool: ProcessPoolExecutor) -> None:
    try:
        pool.submit(Worker.is_ready).result()
    except BrokenProcessPool as error:
        raise OvertoneError(
            "worker processes end before they have begun, perhaps for lack of memory; what was appended is safe",
            next_step="run the same command again with --workers 1",
        ) from error
