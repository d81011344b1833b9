"""Data frames that R saved (RDX2 or RDX3, binary, gzip): numbers as arrays, words as lists, by column name.

Reference: R Internals, section 1.8, "Serialization Formats". Not for closures, environments or S4 objects, nor for
text-mode files: those raise ValueError.
"""

import gzip
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np

Value = object
SYMBOL, PAIRS, CHARS, LOGICAL, WHOLE, REAL, WORDS, LIST = 1, 2, 9, 10, 13, 14, 16, 19
REFERENCE, NIL = 255, 254
MISSING = -1  # the length R writes for a word that is not there


def frame(file: Path) -> dict[str, Value]:
    """The columns of the first data frame of the file; ValueError where it holds none."""
    with gzip.open(file) as packed:
        data = packed.read()
    if data[:7] not in (b"RDX2\nX\n", b"RDX3\nX\n"):
        raise ValueError(f"{file.name}: neither RDX2 nor RDX3 in binary")
    reader = _Reader(data=data, place=7)
    if reader.whole() == 3:
        reader.place += 8
        reader.take(reader.whole())  # the encoding's name
    else:
        reader.place += 8
    saved = reader.item()
    for value in saved.values() if isinstance(saved, dict) else ():
        if isinstance(value, dict):
            return value
    raise ValueError(f"{file.name}: no data frame in it")


class _Reader:
    """One pass over a serialised object; symbols are kept, because later ones only refer to them."""

    def __init__(self, data: bytes, place: int) -> None:
        self.data, self.place = data, place
        self.symbols: list[str] = []
        self.kinds: dict[int, Callable[[], Value]] = {
            CHARS: self.word,
            LOGICAL: lambda: self.array(">i4"),
            WHOLE: lambda: self.array(">i4"),
            REAL: lambda: self.array(">f8"),
            WORDS: self.words,
            LIST: lambda: [self.item() for _ in range(self.whole())],
        }

    def whole(self) -> int:
        """The next four bytes as a whole number."""
        self.place += 4
        return int(struct.unpack_from(">i", self.data, self.place - 4)[0])

    def take(self, size: int) -> bytes:
        """So many bytes."""
        self.place += size
        return self.data[self.place - size : self.place]

    def item(self) -> Value:
        """The next object with its attributes; a list with names comes as a mapping."""
        flags = self.whole()
        kind = flags & 255
        if kind == NIL:
            return None
        if kind == REFERENCE:
            return self.symbols[(flags >> 8 or self.whole()) - 1]
        if kind == SYMBOL:
            self.symbols.append(str(self.item()))
            return self.symbols[-1]
        if kind == PAIRS:
            return self.pairs(flags)
        if kind not in self.kinds:
            raise ValueError(f"an object of kind {kind} cannot be read")
        value = self.kinds[kind]()
        attributes = self.item() if flags & 512 and kind != CHARS else None
        names = attributes.get("names") if isinstance(attributes, dict) else None
        return dict(zip(names, value, strict=True)) if isinstance(names, list) and isinstance(value, list) else value

    def pairs(self, flags: int) -> dict[str, Value]:
        """A linked list of tagged values; 512 says attributes, 1024 a tag."""
        found: dict[str, Value] = {}
        while flags & 255 == PAIRS:
            if flags & 512:
                self.item()
            tag = str(self.item()) if flags & 1024 else str(len(found))
            found[tag] = self.item()
            flags = self.whole()
        return found

    def array(self, kind: str) -> Value:
        """Numbers, in this machine's order of bytes."""
        size = self.whole()
        numbers = np.frombuffer(self.data, dtype=kind, count=size, offset=self.place)
        self.place += numbers.nbytes
        return numbers.astype(numbers.dtype.newbyteorder("="))

    def word(self) -> str | None:
        """One word; None where R has NA."""
        size = self.whole()
        return None if size == MISSING else self.take(size).decode("utf-8", "replace")

    def words(self) -> Value:
        """Many words in a row: each four bytes of flags, four of length, and its letters."""
        found: list[str | None] = []
        data, place, header = self.data, self.place + 4, struct.Struct(">ii")
        for _ in range(self.whole()):
            size = header.unpack_from(data, place)[1]
            place += 8
            found.append(None if size == MISSING else data[place : place + size].decode("utf-8", "replace"))
            place += max(size, 0)
        self.place = place
        return found
