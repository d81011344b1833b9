"""Roll-call files: a table of votes, of which each resolution becomes one document."""

import csv as _csv
import sys
from collections.abc import Iterator

from overtone.collect import csv
from overtone.collect.rows import Lines, RawRow
from overtone.errors import InputError
from overtone.records import Source

CHOICE = frozenset({"choice", "vote"})  # what the column with the votes is called
BODY = "\x00body"  # not a name that a column can have


def rows(lines: Lines, source: Source) -> Iterator[RawRow]:
    """One row a resolution, in the order of their first lines, then the lines that cannot be read.

    The body of each is the header and the lines of that resolution, exactly as they stand in the file. InputError
    where the header lacks a column that the card names, or one for the vote: a table without choices is no roll call.
    """
    _csv.field_size_limit(sys.maxsize)
    numbered = iter(lines)
    header = csv.read_header(lines, numbered, source)
    if not CHOICE & {column.strip().casefold() for column in header.columns}:
        raise InputError(
            f"no column for the vote; found {', '.join(header.columns)[:200]}",
            where=str(lines.path),
            next_step=f"name the file with the votes: one column is called {' or '.join(sorted(CHOICE))}",
        )
    return _rows(csv.data_rows(lines, numbered, header), header, dict(source.fields).get("key", ""))


def _rows(votes: Iterator[RawRow], header: csv.Header, key: str) -> Iterator[RawRow]:
    groups: dict[str, list[RawRow]] = {}
    flawed = []
    for vote in votes:
        if vote.flaw:
            flawed.append(vote)
        else:
            groups.setdefault(dict(vote.values).get(key, key), []).append(vote)
    for group in groups.values():
        raw = header.raw + b"".join(vote.raw for vote in group)
        values = (*group[0].values, (BODY, raw.decode()))
        yield RawRow(origin=group[0].origin, line=group[0].line, raw=raw, values=values)
    yield from flawed
