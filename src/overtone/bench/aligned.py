"""Sentences that say one thing in several languages, read as the house reads a statement: the material of a bench.

Not for training: what `training/` learns from is told there.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from overtone.read.embedding import Embedder
from overtone.read.names import read_names
from overtone.read.passages import meanings_of
from overtone.records import Document, Meaning, Mention, Part, Statement
from overtone.registry import Registry

NTREX = "ntrex-en-ru-be/sentences.jsonl.gz"
WMT_2021 = "wmt-news/wmt2021_ru-en.jsonl.gz"
WMT_2022 = "wmt-news/wmt2022_ru-en.jsonl.gz"
DAY = date(2022, 5, 16)
Text = tuple[str, ...]  # the sentences of one document in one voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One passage of one sentence: which sentence of the corpus it is, in whose voice, and what is read in it."""

    number: int
    document: str
    voice: str  # "en", "ru", "be", or "en-B" for a second, independent English
    text: str
    meaning: Meaning
    mentions: tuple[Mention, ...]


def ntrex(shared: Path) -> Iterator[tuple[str, Mapping[str, Text]]]:
    """The documents of the trilingual set in English, Russian and Belarusian."""
    by_document: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(shared / "data" / NTREX):
        by_document.setdefault(row["doc"], []).append(row)
    for name, rows in by_document.items():
        yield name, {lang: tuple(str(row[lang]) for row in rows) for lang in ("en", "ru", "be")}


def wmt(shared: Path, path: str) -> Iterator[tuple[str, Mapping[str, Text]]]:
    """Russian documents with one or two independent English translations: voices "ru", "en-A", "en-B"."""
    for row in _rows(shared / "data" / path):
        english = {f"en-{name}": tuple(lines) for name, lines in sorted(row["refs_en"].items())}
        yield row["doc_id"], {"ru": tuple(row["src"]), **english}


def lines_of(
    documents: Iterator[tuple[str, Mapping[str, Text]]], voices: Sequence[str], embedder: Embedder, registry: Registry
) -> tuple[Line, ...]:
    """Every sentence of the documents in the voices named, as passages; sentences are numbered across documents.

    A document that lacks a voice has no lines in it.
    """
    found: list[Line] = []
    first = 0
    for name, said in documents:
        for voice in voices:
            found += _read(name, voice, said.get(voice, ()), first, (embedder, registry))
        first += max(map(len, said.values()), default=0)
    return tuple(found)


def _read(name: str, voice: str, text: Text, first: int, with_: tuple[Embedder, Registry]) -> Iterator[Line]:
    embedder, registry = with_
    lang = voice.partition("-")[0]
    document = page(f"{name}-{voice}", lang, text)
    mentions = read_names(document, registry)
    places: dict[int, int] = {}
    at = 0
    for number, sentence in enumerate(text):
        places[at] = number
        at += len(sentence) + 2
    spans = [(start, start + len(text[number])) for start, number in places.items() if text[number]]
    statements = [spoken(document, start, stop) for start, stop in spans]
    for meaning in meanings_of(statements, document, embedder):
        inside = tuple(m for m in mentions if meaning.start <= m.start < meaning.stop)
        yield Line(
            number=first + places[meaning.of_start],
            document=name,
            voice=voice,
            text=document.text[meaning.start : meaning.stop],
            meaning=meaning,
            mentions=inside,
        )


def page(name: str, lang: str, text: Sequence[str]) -> Document:
    """A document of these sentences, blank lines between them."""
    whole = "\n\n".join(text)
    return Document(
        source="bench",
        key=name,
        url="",
        lang=lang,
        text=whole,
        text_sha256=hashlib.sha256(whole.encode()).hexdigest(),
        parts=(Part(role="body", start=0, stop=len(whole)),),
        published_on=DAY,
    )


def spoken(document: Document, start: int, stop: int) -> Statement:
    """A stretch of a document as the position of a known speaker."""
    return Statement(
        document=document.id,
        reader="bench@1",
        start=start,
        stop=stop,
        speaker="bench",
        speaker_start=start,
        speaker_stop=start,
        actor="bench",
        office=None,
        manner="transcript",
        act="position",
        said_on=DAY,
        lang=document.lang,
        venue="",
        place="",
        words=len(document.text[start:stop].split()),
        topics=(),
        mentions=(),
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
