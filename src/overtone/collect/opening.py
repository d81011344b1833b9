"""Opening an input file by the shape that the card of its source names."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

from overtone.collect import csv, jsonl, roll_call
from overtone.collect.rows import Lines, RawRow
from overtone.errors import FactsError
from overtone.records import Source

SHAPES: MappingProxyType[str, Callable[[Lines, Source], Iterator[RawRow]]] = MappingProxyType(
    {"jsonl": lambda lines, _: jsonl.rows(lines), "csv": csv.rows, "roll-call": roll_call.rows}
)


class Rows:
    """The rows of one file, in order, to be gone through once."""

    def __init__(self, path: Path, source: Source) -> None:
        """Open the file and look at its head."""
        if source.shape not in SHAPES:
            raise FactsError(
                f"there is no shape {source.shape!r}",
                where=f"card of the source {source.id}, field shape",
                next_step=f"one of: {', '.join(SHAPES)}",
            )
        self._lines = Lines(path)
        self._rows = SHAPES[source.shape](self._lines, source)

    def __iter__(self) -> Iterator[RawRow]:
        """The rows not yet taken."""
        return self._rows

    @property
    def damage(self) -> str:
        """After the last row: why the file broke off there; empty for a whole file."""
        return self._lines.damage


def open_rows(path: Path, source: Source) -> Rows:
    """The rows of a file.

    InputError where there is no such file, it is a folder, is empty or has another shape than the card says;
    FactsError where the card names a shape that does not exist.
    """
    return Rows(path, source)
