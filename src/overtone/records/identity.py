"""Ids: hashes of the fields that make a thing what it is."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Protocol


class Identified(Protocol):
    """A record that says what its id is made of: a word for its kind, and the fields, in order."""

    KIND: ClassVar[str]
    MADE_OF: ClassVar[tuple[str, ...]]


def content_id(*parts: object) -> str:
    """The 32-digit hexadecimal BLAKE2b digest of the parts, in order; `None` differs from the empty string."""
    joined = "\x1f".join([part if type(part) is str else _written(part) for part in parts])
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def identity(record: Identified) -> str:
    """The id of a record that says what its id is made of."""
    return content_id(record.KIND, *(getattr(record, name) for name in record.MADE_OF))


def identities(kind: type[Identified], columns: Sequence[Sequence[object]]) -> list[str]:
    """The ids of many records of one kind, given column by column in the order of `MADE_OF`."""
    word = kind.KIND
    return [content_id(word, *parts) for parts in zip(*columns, strict=True)]


def _written(part: object) -> str:
    if part is None:
        return "\x00"
    if isinstance(part, tuple):
        return ",".join(part)
    return part.isoformat() if isinstance(part, datetime) else str(part)
