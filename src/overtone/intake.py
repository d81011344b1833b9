"""The conductor of the left side of the house, run every time a file comes in: collect → read → ledger.

    rows of a file ──► parcels ──► workers: document or set aside, read, as Arrow tables ──► ledger, batch by batch

Rows are parsed and read in the workers; this process only gathers tables and appends them. What was appended stays,
whatever happens later; taking in the same file again adds what is missing and nothing twice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pyarrow as pa

from overtone.collect import RawRow, Rows, open_rows
from overtone.deadline import Deadline
from overtone.ledger import Ledger, master_of, spark_room, to_arrow
from overtone.parcels import Job, Parcel, Reader, parcels, worked
from overtone.records import Source, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How an intake goes about its work; none of it changes what is read."""

    workers: int = 1  # 1 reads in this process
    engine: str = "duckdb"  # spark or spark:MASTER: Spark reads, instead of workers here
    batch: int = 2500  # documents appended at once
    parcel: int = 128  # rows handed to a worker at once
    deadline: float = 0  # seconds of processor time for one document, then it is set aside; 0: none
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    progress: Callable[[int], None] = lambda rows: None  # told how many rows are done so far


@dataclass(slots=True, kw_only=True)
class Report:
    """What an intake did."""

    source: str
    origin: str
    outcome: str = "complete"  # complete | damaged | interrupted
    damage: str = ""  # why the file broke off
    documents: int = 0
    fresh: int = 0  # documents not in the ledger before
    read: int = 0  # documents read now: fresh ones, and known ones that only another reader had read
    statements: int = 0  # rows added, as the next two
    encounters: int = 0
    votes: int = 0
    aside: int = 0
    reasons: Counter[str] = field(default_factory=Counter)  # why rows were set aside, and how many
    changed: list[str] = field(default_factory=list)  # keys of pages of which another text was known
    first_day: date | None = None
    last_day: date | None = None

    @property
    def known(self) -> int:
        """Documents that were in the ledger before."""
        return self.documents - self.fresh

    @property
    def messages(self) -> tuple[str, ...]:
        """What the person at the keyboard should know."""
        first = ", ".join(self.changed[:3]) + (" …" if len(self.changed) > 3 else "")
        told = (
            (self.damage, f"{self.damage}: what stands before the break was taken in; fetch the file again"),
            (self.changed, f"{len(self.changed)} with another text than before, the later one is shown: {first}"),
            (
                self.outcome == "interrupted",
                "interrupted; what was committed is safe, the same command goes on from there",
            ),
        )
        return tuple(words for happened, words in told if happened)

    @property
    def exit_code(self) -> int:
        """0 all taken in, 1 something set aside or the file damaged, 130 interrupted."""
        return 130 if self.outcome == "interrupted" else int(bool(self.aside or self.damage))


def intake(path: Path, source: Source, ledger: Ledger, reader: Reader, options: Options | None = None) -> Report:
    """Take a file into the ledger: every row becomes a document that is read, or is set aside with its reason.

    Documents that this reader has read before are passed over. Ctrl-C ends it with what is appended; running it again
    goes on from there. InputError where the file cannot be read at all, LedgerError where the ledger cannot be
    written. Not for a pipe: the file is opened by its path.
    """
    chosen = options or Options()
    begun = chosen.now()
    report = Report(source=source.id, origin=path.name)
    rows = open_rows(path, source)
    with ledger.writing():
        known = ledger.known(source.id, reader.version)
        job = Job(
            source=source,
            reader=reader,
            known=known.read,
            latest=begun.date() + timedelta(days=1),
            deadline=Deadline(chosen.deadline),
        )
        pages = dict(known.pages)
        waiting: list[Parcel] = []
        done = 0
        try:
            for parcel in _read(parcels(rows, chosen.parcel), job, chosen):
                _count(report, parcel, pages, known.read)
                waiting.append(parcel)
                if sum(p.tables["documents"].num_rows for p in waiting) >= chosen.batch:
                    _append(ledger, waiting, report, chosen.now())
                done += parcel.rows
                chosen.progress(done)
        except KeyboardInterrupt:
            report.outcome = "interrupted"
        _append(ledger, waiting, report, chosen.now())
        _close(ledger, rows, report, begun, chosen.now())
    return report


def _read(given: Iterable[list[RawRow]], job: Job, options: Options) -> Iterator[Parcel]:
    master = master_of(options.engine)
    if master is None:
        return worked(given, job, options.workers)
    spark_room()
    done: Iterator[Parcel] = import_module("overtone.spread").spread(given, job, master)
    return done


def _count(report: Report, parcel: Parcel, pages: dict[tuple[str, str], str], known: frozenset[str]) -> None:
    report.documents += len(parcel.documents)
    report.aside += len(parcel.aside)
    report.reasons.update(parcel.aside)
    for identity, key, lang, day in parcel.documents:
        if identity not in known:
            if pages.get((key, lang), identity) != identity:
                report.changed.append(key)
            pages[key, lang] = identity
        report.first_day = min(report.first_day or day, day)
        report.last_day = max(report.last_day or day, day)


def _append(ledger: Ledger, waiting: list[Parcel], report: Report, learnt_at: datetime) -> None:
    if not waiting:
        return
    tables = {name: pa.concat_tables(parcel.tables[name] for parcel in waiting) for name in waiting[0].tables}
    added = ledger.append(tables, learnt_at)
    waiting.clear()
    report.fresh += added.get("documents", 0)
    report.read += tables["documents"].num_rows
    report.statements += added.get("statements", 0)
    report.encounters += added.get("encounters", 0)
    report.votes += added.get("votes", 0)


def _close(ledger: Ledger, rows: Rows, report: Report, begun: datetime, ended: datetime) -> None:
    """Note the visit, unless it saw again what a visit before had seen whole."""
    report.damage = rows.damage
    if report.damage and report.outcome == "complete":
        report.outcome = "damaged"
    visit = Visit(
        source=report.source,
        origin=report.origin,
        started_at=begun,
        finished_at=ended,
        outcome=report.outcome,
        documents=report.documents,
        fresh=report.fresh,
        aside=report.aside,
        first_day=report.first_day,
        last_day=report.last_day,
    )
    if report.read or not ledger.visited(visit):
        ledger.append({"visits": to_arrow(Visit, [visit])}, ended)
