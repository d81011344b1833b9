"""Rows of an input file as they stood: what every shape of source hands on, and the lines they are made of."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from overtone.errors import InputError

GZIP = b"\x1f\x8b"
BOM = b"\xef\xbb\xbf"
WIDE = (b"\xff\xfe", b"\xfe\xff")
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row before anybody has looked into it."""

    origin: str  # file name
    line: int  # where it begins
    raw: bytes
    values: tuple[tuple[str, str], ...] = ()  # column, cell: where the shape has columns
    flaw: str = ""  # why the row cannot be used, where that shows already


@dataclass(slots=True)
class Lines:
    """The lines of a file, plain or gzip, with their numbers.

    `damage` tells, after the last line, why the file broke off, and is empty for a whole file.
    """

    path: Path
    damage: str = ""
    last: int = 0

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Number and bytes of each line, line end included."""
        begun: list[bytes] = []
        for block in self._blocks():
            *whole, tail = block.split(b"\n")
            for piece in whole:
                self.last += 1
                begun.append(piece)
                yield self.last, b"".join(begun) + b"\n"
                begun.clear()
            begun.append(tail)
        rest = b"".join(begun)
        if rest:
            self.last += 1
            yield self.last, rest

    def _blocks(self) -> Iterator[bytes]:
        with opened(self.path) as file:
            head = file.read(len(GZIP))
            file.seek(0)
            blocks = self._inflated(file) if head == GZIP else iter(lambda: file.read(CHUNK), b"")
            start = next(blocks, b"")
            if start.startswith(WIDE):
                raise InputError("the file is UTF-16", where=str(self.path), next_step="save it as UTF-8")
            yield start.removeprefix(BOM)
            yield from blocks

    def _inflated(self, file: BinaryIO) -> Iterator[bytes]:
        """The unpacked bytes of all members; everything before a break is handed out."""
        member = zlib.decompressobj(wbits=31)
        packed = b""
        while packed := packed or file.read(CHUNK):
            before = member.copy()
            try:
                yield member.decompress(packed)
            except zlib.error:
                yield from _bytewise(before, packed)
                self.damage = "the compressed data is corrupt"
                return
            packed = member.unused_data.lstrip(b"\0")
            if member.eof and packed:
                member = zlib.decompressobj(wbits=31)
        if not member.eof:
            self.damage = "the compressed data breaks off"


def opened(path: Path) -> BinaryIO:
    """The file, open for reading; InputError where there is none or it cannot be read."""
    if not path.exists():
        raise InputError("there is no such file", where=str(path), next_step="check the path")
    if path.is_dir():
        raise InputError("this is a folder", where=str(path), next_step="name one file in it")
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(
            f"cannot be opened ({error.strerror})", where=str(path), next_step="check its rights"
        ) from error


def empty_file(path: Path) -> InputError:
    """The error for a file in which there is nothing to read."""
    return InputError("the file is empty", where=str(path), next_step="fetch it again")


def _bytewise(member: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    """What can still be unpacked of a block that holds a break."""
    for place in range(len(packed)):
        try:
            yield member.decompress(packed[place : place + 1])
        except zlib.error:
            return
