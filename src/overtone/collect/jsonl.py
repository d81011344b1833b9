"""Files with one JSON object a line, plain or gzip."""

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from overtone.collect.rows import Lines, RawRow, empty_file
from overtone.errors import InputError

LOOK_AT = 20  # lines that tell whether the file has this shape at all


def rows(lines: Lines) -> Iterator[RawRow]:
    """The lines as rows, not yet parsed; InputError where the file is empty or holds no JSON objects."""
    numbered = ((number, line) for number, line in lines if line.strip())
    head = list(islice(numbered, LOOK_AT))
    if not head:
        raise empty_file(lines.path)
    if not any(line.lstrip().startswith(b"{") for _, line in head):
        raise _wrong_shape(lines.path, head[0][1])
    return _rows(lines, chain(head, numbered))


def parse(raw: bytes) -> dict[str, object] | str:
    """The object on a line, or the reason why there is none."""
    try:
        found = json.loads(raw)
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start}"
    except json.JSONDecodeError as error:
        return f"not JSON: {error.msg} at character {error.pos}"
    except (ValueError, RecursionError) as error:
        return f"not JSON that can be read: {error}"
    return found if isinstance(found, dict) else f"not an object but a {type(found).__name__}"


def _rows(lines: Lines, numbered: Iterator[tuple[int, bytes]]) -> Iterator[RawRow]:
    for number, line in numbered:
        torn = lines.damage and not line.endswith(b"\n")
        flaw = "the file breaks off inside this row" if torn else ""
        yield RawRow(origin=lines.path.name, line=number, raw=line.strip(), flaw=flaw)


def _wrong_shape(path: Path, first: bytes) -> InputError:
    if first.lstrip().startswith(b"["):
        return InputError(
            "this is one JSON array, not one object a line",
            where=str(path),
            next_step="write each element on a line of its own (jq -c '.[]')",
        )
    return InputError(
        'no line is a JSON object; this source takes JSON Lines (its card says `shape = "jsonl"`)',
        where=str(path),
        next_step="name the source the file is from with --source, or set `shape` in its card",
    )
