"""What of the ledger's rows is visible as of a moment: the one rule, as expressions that any engine runs.

Of the versions of one page (same source, key and language) the one learnt last is shown; of versions learnt at once the
one that stood lower in its file. Of the readings of a document the latest is shown, and only its rows. Nothing is shown
that was learnt later than the cut, and nothing read from a document that is not there.
"""

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from types import MappingProxyType
from typing import Any

Table = Any  # ibis.Table: Ibis takes most of a second to import and is so only when a view is opened

LINE = "([0-9]{1,18})$"  # the line that a document's origin ends with
BY_DOCUMENT, BY_READING, ALL = "document", "reading", "all"
SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "documents": BY_DOCUMENT,
        "readings": BY_READING,
        "statements": BY_READING,
        "encounters": BY_READING,
        "votes": BY_READING,
        "commitments": BY_READING,
        "counts": BY_READING,
        "joint": BY_READING,
        "wordings": BY_READING,
        "meanings": BY_READING,
        "aside": ALL,
        "visits": ALL,
    }
)


def learnt(rows: Table, cut: datetime) -> Table:
    """The rows of a table learnt at or before the cut."""
    ibis = import_module("ibis")
    return rows.filter(rows.learnt_at <= ibis.literal(cut, "timestamp('UTC')"))


def current_documents(documents: Table, cut: datetime) -> Table:
    """The ids of the documents shown, of all that were ever learnt."""
    ibis = import_module("ibis")
    known = learnt(documents, cut)
    line = known.origin.re_extract(LINE, 1).nullif("").cast("int64")
    known = known.select("id", "source", "key", "lang", "learnt_at", line=line)
    newest = [ibis.desc(known.learnt_at), ibis.desc(known.line, nulls_first=False), known.id]
    rank = ibis.row_number().over(group_by=[known.source, known.key, known.lang], order_by=newest)
    ranked = known.mutate(rank=rank)
    return ranked.filter(ranked.rank == 0).select("id")


def current_readings(readings: Table, current: Table, cut: datetime) -> Table:
    """Document and reader of the readings shown, `current` being the documents shown."""
    ibis = import_module("ibis")
    known = learnt(readings, cut).semi_join(current, [readings.document == current.id])
    newest = [ibis.desc(known.learnt_at), ibis.desc(known.reader)]
    ranked = known.mutate(rank=ibis.row_number().over(group_by=known.document, order_by=newest))
    return ranked.filter(ranked.rank == 0).select("document", "reader")


def shown(name: str, rows: Table, documents: Table, readings: Table, cut: datetime) -> Table:
    """The visible rows of a table, `documents` and `readings` being those shown."""
    known = learnt(rows, cut)
    if SHOWN[name] == BY_DOCUMENT:
        return known.semi_join(documents, "id")
    return known.semi_join(readings, ["document", "reader"]) if SHOWN[name] == BY_READING else known
