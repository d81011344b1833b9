"""Files of made-up releases and the card of their source."""

import json
from pathlib import Path

from overtone.records import Names, Source

CARD = Source(
    id="desk",
    names=Names(en=("Desk releases",)),
    kind="official",
    shape="jsonl",
    reference="https://example.org",
    lang="en",
    clock="Europe/Minsk",
    fields=(
        ("key", "id"),
        ("url", "link"),
        ("title", "headline"),
        ("lead", "summary"),
        ("body", "body"),
        ("published", "date"),
        ("place", "location"),
    ),
)


def release(number: int, **changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "id": number,
        "link": f"https://example.org/{number}",
        "headline": f"Release {number}",
        "summary": "",
        "body": f"On NATO and item {number}.\n\nAnother paragraph, of {number % 7} things.",
        "date": f"2022-05-{number % 28 + 1:02d}T10:00:00+03:00",
        "location": "Minsk",
    }
    return row | changes


def write(path: Path, *rows: dict[str, object] | str | bytes) -> Path:
    lines = [json.dumps(row, ensure_ascii=False) if isinstance(row, dict) else row for row in rows]
    path.write_bytes(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines))
    return path
