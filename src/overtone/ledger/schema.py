"""The tables of the ledger: Arrow schemas derived from the records, and the way from one to the other and back."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from types import MappingProxyType, NoneType
from typing import Any, TypeGuard, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa

from overtone.errors import LedgerError
from overtone.records import (
    Commitment,
    CountClaim,
    Document,
    EncounterReport,
    Harvest,
    Identified,
    JointText,
    Meaning,
    Reading,
    SetAside,
    Statement,
    Visit,
    Vote,
    Wording,
    identities,
)

Record = TypeVar("Record")
Stored = TypeVar("Stored", bound=Identified)

# In the order in which they are written: what a document holds, then that it was read, then, last, the document
# itself, which is the mark that all of it is there.
TABLES: Mapping[str, type] = MappingProxyType(
    {
        "statements": Statement,
        "encounters": EncounterReport,
        "votes": Vote,
        "commitments": Commitment,
        "counts": CountClaim,
        "joint": JointText,
        "wordings": Wording,
        "meanings": Meaning,
        "readings": Reading,
        "documents": Document,
        "aside": SetAside,
        "visits": Visit,
    }
)

PLAIN: Mapping[object, pa.DataType] = MappingProxyType(
    {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        bytes: pa.binary(),
        date: pa.date32(),
        datetime: pa.timestamp("us", tz="UTC"),
    }
)


@cache
def schema(record: type) -> pa.Schema:
    """The columns one kind of record is stored in: its fields and its `id` (`learnt_at` is the ledger's own).

    TypeError for a field of a type that no column holds.
    """
    return pa.schema([pa.field("id", pa.string()), *_fields(record)])


def stored_schema(record: type) -> pa.Schema:
    """The columns as they lie in the ledger: `schema` and the moment the row was learnt."""
    return schema(record).append(pa.field("learnt_at", PLAIN[datetime]))


def to_arrow(record: type[Stored], rows: Sequence[Stored], reader: str = "") -> pa.Table:
    """Records as a table, column by column; where a `reader` is given, that is who has read them all."""
    hints = _hints(record)
    values = {name: list(map(attrgetter(name), rows)) for name in hints}
    if reader and "reader" in values:
        values["reader"] = [reader] * len(rows)
    ids = identities(record, [values[name] for name in record.MADE_OF])
    columns = [pa.array(ids, pa.string()), *(_encode(values[name], hint) for name, hint in hints.items())]
    return pa.Table.from_arrays(columns, schema=schema(record))


def from_arrow(record: type[Record], table: pa.Table) -> tuple[Record, ...]:
    """The records a table holds; columns that are no field of the record are passed over.

    LedgerError where a field of the record is no column.
    """
    kind: object = record
    hints = _hints(kind)
    absent = [name for name in hints if name not in table.column_names]
    if absent:
        raise LedgerError(
            f"these rows cannot be {record.__name__} records: no column {', '.join(absent)}",
            next_step="select all columns of the table",
        )
    columns = [_decode(_whole(table.column(name)), hint) for name, hint in hints.items()]
    names = tuple(hints)
    return tuple(record(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True))


def harvested(documents: Sequence[Document], harvests: Sequence[Harvest], reader: str = "") -> dict[str, pa.Table]:
    """Documents and what was read from them as tables by name, ready to be appended.

    `reader` is the version that all rows shall bear, ids included; without it each bears its own.
    """
    return {
        "statements": to_arrow(Statement, [row for harvest in harvests for row in harvest.statements], reader),
        "encounters": to_arrow(EncounterReport, [row for harvest in harvests for row in harvest.encounters], reader),
        "votes": to_arrow(Vote, [row for harvest in harvests for row in harvest.votes], reader),
        "commitments": to_arrow(Commitment, [row for harvest in harvests for row in harvest.commitments], reader),
        "counts": to_arrow(CountClaim, [row for harvest in harvests for row in harvest.counts], reader),
        "joint": to_arrow(JointText, [row for harvest in harvests for row in harvest.joint], reader),
        "wordings": to_arrow(Wording, [row for harvest in harvests for row in harvest.wordings], reader),
        "meanings": to_arrow(Meaning, [row for harvest in harvests for row in harvest.meanings], reader),
        "readings": to_arrow(Reading, [harvest.reading for harvest in harvests], reader),
        "documents": to_arrow(Document, documents),
    }


@cache
def _hints(record: object) -> dict[str, object]:
    if not _is_record(record):
        raise TypeError(f"{record} is no record")
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


@cache
def _fields(record: type) -> list[pa.Field]:
    return [pa.field(name, _type(hint)) for name, hint in _hints(record).items()]


def _present(hint: object) -> object:
    """The type without its `| None`."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return kinds[0] if NoneType in get_args(hint) and len(kinds) == 1 else hint


def _is_record(kind: object) -> TypeGuard[type]:
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


@cache
def _type(hint: object) -> pa.DataType:
    kind = _present(hint)
    if get_origin(kind) is tuple:
        return pa.list_(_type(get_args(kind)[0]))
    if _is_record(kind):
        return pa.struct(_fields(kind))
    if kind not in PLAIN:
        raise TypeError(f"no column holds {hint}")
    return PLAIN[kind]


def _encode(values: Sequence[Any], hint: object) -> pa.Array:
    kind = _present(hint)
    if get_origin(kind) is tuple:
        inner = _encode(list(chain.from_iterable(values)), get_args(kind)[0])
        offsets = pa.array(list(accumulate(map(len, values), initial=0)), pa.int32())
        return pa.ListArray.from_arrays(offsets, inner, type=_type(hint))
    if _is_record(kind):
        parts = [_encode(list(map(attrgetter(name), values)), inner) for name, inner in _hints(kind).items()]
        return pa.StructArray.from_arrays(parts, fields=_fields(kind))
    return pa.array(values, _type(hint))


def _decode(array: pa.Array, hint: object) -> list[Any]:
    kind = _present(hint)
    if get_origin(kind) is tuple:
        inner = _decode(array.flatten(), get_args(kind)[0])
        ends = accumulate((length or 0 for length in array.value_lengths().to_pylist()), initial=0)
        return [tuple(inner[start:stop]) for start, stop in pairwise(ends)]
    if _is_record(kind):
        hints = _hints(kind)
        columns = [_decode(array.field(name), inner) for name, inner in hints.items()]
        return [kind(**dict(zip(hints, row, strict=True))) for row in zip(*columns, strict=True)]
    values: list[Any] = array.to_pylist()
    if kind is datetime:
        return [value and value.astimezone(UTC) for value in values]
    return values


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """One array of a column's chunks (a column without any has none to join)."""
    whole = column.combine_chunks()
    return whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)
