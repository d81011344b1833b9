"""Texts with weak topic labels: what the desk's word lists find in them, by source and language.

Also the Kremlin editors' tags mapped to our topics, as the held-out key of the topic head.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

# The editors' tag → our topic, where the two mean the same thing.
TAGS = {
    "Energy": "energy",
    "Fight against terrorism": "counter-terrorism",
    "CSTO": "csto",
    "EAEU": "eaeu",
    "EurAsEC": "eaeu",
    "SCO": "sco",
    "Culture": "culture",
    "Religion": "church",
    "Media": "media",
    "Space": "space",
    "Social services": "social",
    "Pensions": "social",
    "Migration": "migration",
    "Economy and finance": "economy",
    "Human rights": "human-rights",
    "Agriculture": "food-security",
    "Great Patriotic War": "nazism-memory",
}


class Text(NamedTuple):
    """A text, its language, its source, and the topics its publisher tagged."""

    text: str
    lang: str
    source: str
    tagged: frozenset[str]


def texts(folder: Path) -> Iterator[Text]:
    """All texts, in the order of the files; long ones by their paragraphs, every few of them."""
    for row in _rows(folder / "kremlin-1999-2020" / "documents.jsonl.gz"):
        tags = row["tags"].get("topics", ())
        names = {tag["name"] if isinstance(tag, dict) else tag for tag in tags}
        found = frozenset(TAGS[name] for name in names & TAGS.keys())
        yield Text(f"{row['title']}. {row['lead']}"[:600], "en", "tags" if tags else "kremlin", found)
        for paragraph in row["paragraphs"][::9]:
            yield Text(paragraph["text"][:500], "en", "kremlin", frozenset())
    for name, title, body in (
        ("kremlin-2022", "headline", "body"),
        ("kyiv-2022", "headline", "body"),
        ("whitehouse-2022", "title", "text"),
    ):
        for path in sorted((folder / name).glob("*.jsonl.gz")):
            for row in _rows(path):
                text = row.get(body) or ""
                yield Text(str(row.get(title) or ""), "en", name, frozenset())
                yield from (Text(text[at : at + 400], "en", name, frozenset()) for at in range(0, len(text), 2600))
    for row in _rows(folder / "kyiv-messages-uk-en" / "messages.jsonl.gz"):
        yield Text((row["text_en"] or "")[:500], "en", "kyiv-messages", frozenset())
    for path in sorted((folder / "telegram-ru-2024").glob("*.jsonl.gz")):
        for number, row in enumerate(_rows(path)):
            if number % 3 == 0:
                yield Text((row.get("text") or "")[:500], "ru", "telegram", frozenset())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
