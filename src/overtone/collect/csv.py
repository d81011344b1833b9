"""Files with columns: CSV and TSV, told apart by their header."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from overtone.collect.rows import Lines, RawRow, empty_file
from overtone.errors import InputError
from overtone.records import Source

MAX_LINES = 5000  # one quoted cell may run over so many lines; beyond it the quote was never closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The columns of a file and what stands between them."""

    raw: bytes
    columns: tuple[str, ...]
    delimiter: str

    def cells(self, raw: bytes) -> list[str] | str:
        """The cells of a row, or why it cannot be read."""
        try:
            found = next(csv.reader([raw.decode()], delimiter=self.delimiter, strict=True), [])
        except UnicodeDecodeError as error:
            return f"not UTF-8 at byte {error.start}"
        except csv.Error as error:
            unclosed = str(error) == "unexpected end of data"
            return "a quote is opened and never closed" if unclosed else f"not a row: {error}"
        if len(found) != len(self.columns):
            return f"{len(found)} cells where the header has {len(self.columns)}"
        return found


def rows(lines: Lines, source: Source) -> Iterator[RawRow]:
    """The rows below the header; InputError where the header lacks a column that the card names."""
    csv.field_size_limit(sys.maxsize)
    numbered = iter(lines)
    header = read_header(lines, numbered, source)
    return data_rows(lines, numbered, header)


def read_header(lines: Lines, numbered: Iterator[tuple[int, bytes]], source: Source) -> Header:
    """The first line as a header that has every column the card names."""
    line, raw = next(((number, line) for number, line in numbered if line.strip()), (0, b""))
    if not raw:
        raise empty_file(lines.path)
    text = raw.decode("utf-8", "backslashreplace").strip("\r\n")
    delimiter = "\t" if "\t" in text else ";" if ";" in text and "," not in text else ","
    columns = tuple(next(csv.reader([text], delimiter=delimiter)))
    named = {right for _, right in source.fields if not right.startswith("=")}
    absent = sorted(named - set(columns))
    if absent:
        raise InputError(
            f"no column {', '.join(absent)}; the file has {', '.join(columns)[:200]}",
            where=f"{lines.path}:{line}",
            next_step=f"name the right source with --source, or correct [fields] in the card of {source.id}",
        )
    return Header(raw=raw, columns=columns, delimiter=delimiter)


def data_rows(lines: Lines, numbered: Iterator[tuple[int, bytes]], header: Header) -> Iterator[RawRow]:
    """Row by row; a quote that is never closed costs the row it stands in, not the rest of the file."""
    waiting: list[tuple[int, bytes]] = []
    while True:
        if not waiting:
            waiting.extend(_take(numbered))
        if not waiting:
            return
        if not waiting[0][1].strip():
            del waiting[0]
            continue
        line, raw, count = _joined(waiting, numbered)
        cells = header.cells(raw)
        if isinstance(cells, str) and count > 1:
            raw, count = waiting[0][1], 1
            cells = header.cells(raw)
        torn = lines.damage and not raw.endswith(b"\n")
        flaw = "the file breaks off inside this row" if torn else cells if isinstance(cells, str) else ""
        values = () if isinstance(cells, str) else tuple(zip(header.columns, cells, strict=True))
        yield RawRow(origin=lines.path.name, line=line, raw=raw, values=values, flaw=flaw)
        del waiting[:count]


def _take(numbered: Iterator[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    following = next(numbered, None)
    return [] if following is None else [following]


def _joined(waiting: list[tuple[int, bytes]], numbered: Iterator[tuple[int, bytes]]) -> tuple[int, bytes, int]:
    """Number, bytes and count of the lines that make the next row: as many as its quotes need to be even."""
    line, raw = waiting[0]
    pieces, quotes = [raw], raw.count(b'"')
    while quotes % 2 and len(pieces) < MAX_LINES:
        if len(waiting) == len(pieces):
            waiting.extend(_take(numbered))
        if len(waiting) == len(pieces):
            break
        piece = waiting[len(pieces)][1]
        pieces.append(piece)
        quotes += piece.count(b'"')
    return line, b"".join(pieces), len(pieces)
