"""From a row to a document, as the card of the source maps its fields."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from overtone.collect import clock, jsonl
from overtone.collect.dateline import dateline
from overtone.collect.roll_call import BODY
from overtone.collect.rows import RawRow
from overtone.records import Document, Part, SetAside, Source

NOTHING = frozenset({"", "NA"})
ROLES = (("title", "headline"), ("lead", "lead"), ("body", "body"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What the right side of a card's field names: a field, a "=constant" or a "list[].field"."""

    name: str = ""
    constant: str | None = None
    listed: bool = False
    part: str = ""
    between: str = ""


class UnusableRowError(ValueError):
    """A row that cannot become a document: which field, and why."""

    def __init__(self, name: str, reason: str) -> None:
        """Name the field of the row and say what is wrong with it."""
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


def to_document(row: RawRow, source: Source, latest: date) -> Document | SetAside:
    """The document a row holds, or the row set aside with the field and the reason.

    `latest` is the last day on which anything can have been published.
    """
    try:
        return _document(row, _values(row), source, latest)
    except UnusableRowError as flaw:
        return set_aside(row, source, flaw.reason, flaw.name)


def set_aside(row: RawRow, source: Source, reason: str, name: str = "") -> SetAside:
    """The row kept whole with the reason, and the field it lies in where it lies in one."""
    return SetAside(
        source=source.id,
        origin=row.origin,
        line=row.line,
        field=name,
        reason=reason,
        raw=row.raw.decode("utf-8", "backslashreplace"),
    )


def _values(row: RawRow) -> Mapping[str, object]:
    found: Mapping[str, object] | str = row.flaw or dict(row.values) or jsonl.parse(row.raw)
    if isinstance(found, str):
        raise UnusableRowError("", found)
    return found


def _document(row: RawRow, values: Mapping[str, object], source: Source, latest: date) -> Document:
    fields = {left: _value(values, column) for left, column in _columns(source.fields)}
    _sound(fields, source)
    if BODY in values:
        fields |= {"title": "", "lead": "", "body": str(values[BODY]), "kind": "roll-call"}
    text, parts = _text(fields, source)
    lang = fields.get("lang") or source.lang or _needed("lang", fields, source)
    on, at = _published(fields, source, latest)
    return Document(
        source=source.id,
        key=_needed("key", fields, source),
        url=fields.get("url", ""),
        lang=lang,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=parts,
        published_on=on,
        published_at=at,
        kind=fields.get("kind", ""),
        place=fields.get("place", ""),
        event=fields.get("event", ""),
        publisher=fields.get("publisher", ""),
        happened_on=_happened(fields, source) or dateline(fields.get("body", ""), lang, on),
        origin=f"{row.origin}:{row.line}",
        speaker=fields.get("speaker", ""),
        raw_sha256=hashlib.sha256(row.raw).hexdigest(),
    )


@cache
def _columns(fields: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Column], ...]:
    """The fields of the document and what the right sides of a card's fields name."""
    return tuple((left, _column_of(right)) for left, right in fields)


def _column_of(right: str) -> Column:
    if right.startswith("="):
        return Column(constant=right[1:])
    name, listed, inner = right.partition("[]")
    return Column(name=name, listed=bool(listed), part=inner.removeprefix("."), between="\n\n" if inner else ", ")


def _value(values: Mapping[str, object], column: Column) -> str:
    if column.constant is not None:
        return column.constant
    found = values.get(column.name)
    if column.listed and isinstance(found, list):
        name, part = column.name, column.part
        pieces = [_plain(item.get(part) if isinstance(item, dict) else item, name) for item in found]
        return column.between.join(pieces)
    return _plain(found, column.name)


def _plain(found: object, name: str) -> str:
    if isinstance(found, str):
        return "" if found in NOTHING or found.isspace() else found
    if found is None:
        return ""
    if isinstance(found, bool) or not isinstance(found, int):
        raise UnusableRowError(name, f"text expected, not {type(found).__name__}")
    return str(found)


def _sound(fields: Mapping[str, str], source: Source) -> None:
    """Refuse what cannot be stored as UTF-8 and shown on a page; all values are tried at once, as hardly any fails."""
    if not _flaw("".join(fields.values())):
        return
    for name, written in fields.items():
        if flaw := _flaw(written):
            raise UnusableRowError(_column(name, source), flaw)


def _flaw(written: str) -> str:
    try:
        written.encode()
    except UnicodeEncodeError:
        return "holds half of a surrogate pair"
    return "holds a NUL character" if "\x00" in written else ""


def _text(fields: Mapping[str, str], source: Source) -> tuple[str, tuple[Part, ...]]:
    """Headline, lead and body as they are, apart by blank lines, and where each stands."""
    pieces: list[str] = []
    parts: list[Part] = []
    start = 0
    for name, role in ROLES:
        piece = fields.get(name, "")
        if piece:
            parts.append(Part(role=role, start=start, stop=start + len(piece)))
            pieces.append(piece)
            start += len(piece) + 2
    if not pieces:
        raise UnusableRowError(_column("body", source), "no text")
    return "\n\n".join(pieces), tuple(parts)


def _published(fields: Mapping[str, str], source: Source, latest: date) -> tuple[date, datetime | None]:
    day = _needed("published", fields, source, "no date")
    found = clock.publication(day, fields.get("published_time", ""), source, latest)
    if isinstance(found, str):
        raise UnusableRowError(_column("published", source), found)
    return found


def _happened(fields: Mapping[str, str], source: Source) -> date | None:
    day = fields.get("happened", "")
    found = clock.happening(day) if day else None
    if isinstance(found, str):
        raise UnusableRowError(_column("happened", source), found)
    return found


def _needed(name: str, fields: Mapping[str, str], source: Source, reason: str = "no value") -> str:
    if not fields.get(name):
        raise UnusableRowError(_column(name, source), reason)
    return fields[name]


def _column(name: str, source: Source) -> str:
    """What the row itself calls a field of the document."""
    return dict(source.fields).get(name, name)
