"""Cases of encounters as they stand in `tests/cases/encounters`: head, headline, first line, then what is told."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from overtone.read.encounters import explain_encounters, read_encounters
from overtone.read.names import read_names
from overtone.records import Document, EncounterReport, Part
from overtone.registry import Registry, default_desk, load

CASES = Path(__file__).resolve().parents[1] / "cases" / "encounters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One case: the first line's words, the text, and the reports it must give."""

    head: tuple[str, ...]
    lines: tuple[str, ...]
    told: tuple[str, ...]


def drawn(name: str) -> list[Drawn]:
    cases = []
    for block in (CASES / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            told = tuple(line[2:] for line in lines if line.startswith("> "))
            text = tuple(line for line in lines[1:] if not line.startswith("> "))
            cases.append(Drawn(head=tuple(lines[0].split()), lines=text, told=told))
    return cases


@cache
def desk() -> Registry:
    return load(default_desk())


def page(lines: tuple[str, ...], *, source: str, day: str, **more: str) -> Document:
    """A document whose first line is its headline."""
    text = "\n\n".join(lines)
    cut = len(lines[0])
    parts = (Part(role="headline", start=0, stop=cut), Part(role="body", start=min(cut + 2, len(text)), stop=len(text)))
    return Document(
        source=source,
        key=lines[0],
        url="",
        lang=more.get("lang", "en"),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=parts,
        published_on=date.fromisoformat(day),
        kind=more.get("kind", ""),
        place=more.get("place", ""),
        event=more.get("event", ""),
    )


def reports(document: Document) -> tuple[EncounterReport, ...]:
    return read_encounters(document, desk(), read_names(document, desk()))


def why(document: Document) -> tuple[str, ...]:
    return tuple(rules for _, rules in explain_encounters(document, desk(), read_names(document, desk())))


def told(document: Document) -> tuple[str, ...]:
    return tuple(f"{r.kind} {r.status} {r.date} {' '.join(r.parties)}" for r in reports(document))
