"""The placebo of tone: an official text and its official translation as if they were two audiences.

Two corpora: what the Kremlin published in Russian and in English (joined on its own number), and messages of Ukrainian
officials in Ukrainian and English. Both sides are cut into passages as the reader cuts statements; the unit is the
document, whose two means are compared: no difference is due. Not for abridged translations: a pair whose lengths differ
by half is left out.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from overtone.language import language

ENOUGH, MOST = 25, 60  # words of a passage, as in read/passages.py
ABRIDGED = 1.5  # one side so many times as long as the other
LABEL = re.compile(r"^[^\n:]{3,60}:\s*", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One document in two languages, in passages."""

    name: str
    langs: tuple[str, str]
    texts: tuple[tuple[str, ...], tuple[str, ...]]


def chunks(text: str, lang: str) -> tuple[str, ...]:
    """Whole sentences joined to passages of about 25 to 60 words; Ukrainian sentences are split as Russian ones."""
    spoken = language("ru" if lang == "uk" else lang)
    plain = re.sub(r"\s+", " ", text).strip()
    found: list[str] = []
    held, count = "", 0
    for start, stop in spoken.sentences(plain):
        words = len(plain[start:stop].split())
        if held and (count >= ENOUGH or count + words > MOST):
            found.append(held)
            held, count = "", 0
        held, count = f"{held} {plain[start:stop]}".strip(), count + words
    return tuple(found + ([held] if count >= ENOUGH else []))


def kremlin(data: Path) -> Iterator[Pair]:
    """The Kremlin's transcripts in Russian and English."""
    yield from _pairs(data / "kremlin-ru-en" / "pairs.jsonl.gz", "kremlin_id", ("ru", "en"))


def kyiv(data: Path) -> Iterator[Pair]:
    """Messages of Ukrainian officials in Ukrainian and English."""
    yield from _pairs(data / "kyiv-messages-uk-en" / "messages.jsonl.gz", "id", ("uk", "en"))


def _pairs(path: Path, key: str, langs: tuple[str, str]) -> Iterator[Pair]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            first, second = (LABEL.sub("", row[f"text_{lang}"] or "") for lang in langs)
            if first and second and 1 / ABRIDGED <= len(first) / len(second) <= ABRIDGED:
                texts = chunks(first, langs[0]), chunks(second, langs[1])
                if all(texts):
                    yield Pair(name=str(row[key]), langs=langs, texts=texts)
