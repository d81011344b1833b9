"""Reading documents on many machines: parcels of rows go out through Spark and come back as Arrow tables.

The work is that of the process pool (`parcels.Job`), so the rows are the same. Parcels are handed out in waves and come
back in the order of the file: the process that conducts holds one wave at a time. Every machine needs this version of
Overtone and, unless it reads by rules alone, its models.
Not for rows whose reading ends its process: Spark tries such a parcel four times and then gives up.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, ClassVar

import pyarrow as pa
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame

from overtone.collect import RawRow
from overtone.errors import OvertoneError
from overtone.ledger.spark_session import session_on
from overtone.parcels import Job, Parcel, Read, packed, unpacked

A_CORE = 8  # parcels of one wave for each core: enough that a slow one holds up little

Told = dict[str, Any]  # a row on its way between machines
PLACES = ("id", "key", "lang", "day")
CELL = pa.struct([("column", pa.string()), ("cell", pa.string())])
ROW = pa.struct(
    [
        ("origin", pa.string()),
        ("line", pa.int64()),
        ("raw", pa.binary()),
        ("values", pa.list_(CELL)),
        ("flaw", pa.string()),
    ]
)
PAGE = pa.struct([("id", pa.string()), ("key", pa.string()), ("lang", pa.string()), ("day", pa.date32())])
GIVEN = pa.schema([("number", pa.int64()), ("rows", pa.list_(ROW))])
DONE = pa.schema(
    [
        ("number", pa.int64()),
        ("rows", pa.int64()),
        ("names", pa.list_(pa.string())),
        ("tables", pa.list_(pa.binary())),
        ("documents", pa.list_(PAGE)),
        ("aside", pa.list_(pa.string())),
    ]
)
DONE_IN_SPARK = (
    "number bigint, rows bigint, names array<string>, tables array<binary>, "
    "documents array<struct<id: string, key: string, lang: string, day: date>>, aside array<string>"
)


class Ready:
    """Readers of this process by version: models are loaded once, however many parcels it is given."""

    read: ClassVar[dict[str, Read]] = {}


def spread(given: Iterable[list[RawRow]], job: Job, master: str) -> Iterator[Parcel]:
    """The parcels in the order of the file, worked on by Spark; what comes of them is what `worked` gives.

    SettingsError where Spark does not begin, OvertoneError where a parcel cannot be worked on.
    """
    session = session_on(master)
    cores = session.sparkContext.defaultParallelism
    todo = iter(given)
    while wave := list(islice(todo, A_CORE * cores)):
        parcels = [{"number": number, "rows": list(map(_told, rows))} for number, rows in enumerate(wave)]
        table = pa.Table.from_pylist(parcels, GIVEN)
        rows = session.createDataFrame(table).repartitionByRange(min(len(wave), 4 * cores), "number")
        yield from _collected(rows.mapInArrow(_working(job), DONE_IN_SPARK))


def _collected(frame: DataFrame) -> Iterator[Parcel]:
    try:
        done = frame.toArrow().sort_by("number")
    except PySparkException as error:
        said = [line for line in str(error).splitlines() if line.strip()]
        raise OvertoneError(
            f"reading on Spark broke off ({said[-1].strip() if said else type(error).__name__})",
            next_step="what was appended is safe; run the same command again, without --engine to read here",
        ) from error
    yield from map(_parcel, done.to_pylist())


def _working(job: Job) -> Callable[[Iterable[pa.RecordBatch]], Iterable[pa.RecordBatch]]:
    """What runs on the other machines: batches of parcels in, batches of tables out."""

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        run = job.ready(Ready.read)
        for batch in batches:
            for one in batch.to_pylist():
                done = run(list(map(_row, one["rows"])))
                yield pa.RecordBatch.from_pylist([_sent(one["number"], done)], DONE)

    return work


def _told(row: RawRow) -> Told:
    values = [{"column": column, "cell": cell} for column, cell in row.values]
    return {"origin": row.origin, "line": row.line, "raw": row.raw, "values": values, "flaw": row.flaw}


def _row(told: Told) -> RawRow:
    return RawRow(
        origin=told["origin"],
        line=told["line"],
        raw=told["raw"],
        values=tuple((pair["column"], pair["cell"]) for pair in told["values"]),
        flaw=told["flaw"],
    )


def _sent(number: int, parcel: Parcel) -> Told:
    return {
        "number": number,
        "rows": parcel.rows,
        "names": list(parcel.tables),
        "tables": [packed(table) for table in parcel.tables.values()],
        "documents": [dict(zip(PLACES, page, strict=True)) for page in parcel.documents],
        "aside": list(parcel.aside),
    }


def _parcel(sent: Told) -> Parcel:
    return Parcel(
        rows=sent["rows"],
        tables={name: unpacked(table) for name, table in zip(sent["names"], sent["tables"], strict=True)},
        documents=tuple((page["id"], page["key"], page["lang"], page["day"]) for page in sent["documents"]),
        aside=tuple(sent["aside"]),
    )
