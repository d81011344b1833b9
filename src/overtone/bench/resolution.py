"""Labelled turns of the Kremlin archive with their labels shortened to surname, office or pronoun, and given back.

Every turn whose full label names an actor of the desk is shortened, one at a time, in its otherwise unchanged document;
which way, the digest of document and place decides. Right is the same actor; unknown is nobody; wrong is another. The
peer takes the last person of the desk named before the label.
"""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.read.labels import name_key
from overtone.read.resolution.labels import Stage, decide, set_stage
from overtone.records import Document, Part
from overtone.registry import Registry, load

CORPUS = "kremlin-1999-2020"
SOURCE = "kremlin-archive"
Row = dict[str, Any]  # a line of the corpus
WAYS = ("surname", "office", "pronoun")
RIGHT, WRONG = 0.95, 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A turn of a page: where its label stands, whom it names, and what it is shortened to."""

    start: int
    actor: str
    way: str
    short: str


def run(shared: Path) -> tuple[Score, ...]:
    """Shares of right, wrong and unknown speakers, over all and for each way of shortening, beside the peer."""
    path = shared / "data" / CORPUS / "documents.jsonl.gz"
    registry = load()
    counts: Counter[tuple[str, str, str]] = Counter()
    for document, trials in pages(path, registry):
        _count(document, trials, registry, counts)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return tuple(score for way in ("all", *WAYS) for score in _scores(counts, way, digest))


def pages(path: Path, registry: Registry) -> Iterator[tuple[Document, list[Trial]]]:
    """The pages with labelled turns, as documents with their paragraphs apart, and the turns to be given back."""
    full = _full_names(registry)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if any(p.get("speaker") for p in row["paragraphs"]):
                document, starts = _document(row)
                yield document, list(_trials(row, document, starts, full, registry))


def _full_names(registry: Registry) -> dict[str, str]:
    table: dict[str, set[str]] = {}
    for actor in registry.actors.values():
        for name in actor.names.en:
            table.setdefault(name_key(name), set()).add(actor.id)
    return {key: actors.pop() for key, actors in table.items() if len(actors) == 1}


def _document(row: Row) -> tuple[Document, list[int]]:
    paragraphs: list[dict[str, str]] = row["paragraphs"]
    heads = [str(row["title"]), str(row.get("lead") or "")]
    pieces = [*heads, *(str(p["text"]) for p in paragraphs)]
    text, starts = "", []
    for piece in pieces:
        starts.append(len(text))
        text += piece + "\n\n"
    marks = [*starts, len(text)]
    parts = (
        Part(role="headline", start=0, stop=len(heads[0])),
        Part(role="lead", start=marks[1], stop=marks[1] + len(heads[1])),
        Part(role="body", start=marks[2], stop=len(text)),
    )
    document = Document(
        source=SOURCE,
        key=str(row["url"]),
        url=str(row["url"]),
        lang="en",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=parts,
        published_on=date.fromisoformat(str(row["date"])),
    )
    return document, starts[2:]


def _trials(
    row: Row, document: Document, starts: list[int], full: dict[str, str], registry: Registry
) -> Iterator[Trial]:
    paragraphs: list[dict[str, str]] = row["paragraphs"]
    for number, (start, paragraph) in enumerate(zip(starts, paragraphs, strict=True)):
        label = paragraph.get("speaker") or ""
        if not label or not str(paragraph["text"]).startswith(f"{label}:"):
            continue
        words = label.split()
        actor = full.get(name_key(" ".join(words[-2:]))) or full.get(name_key(" ".join(words[-3:])))
        if actor is not None and registry.offices_of(actor, document.published_on):
            way = WAYS[int(hashlib.blake2b(f"{document.key}#{number}".encode()).hexdigest(), 16) % len(WAYS)]
            short = shortened(actor, way, document, registry)
            yield Trial(
                start=start, actor=actor, way=way if short else WAYS[0], short=short or _surname(actor, registry)
            )


def shortened(actor: str, way: str, document: Document, registry: Registry) -> str:
    """The label cut to the surname, to the main office of that day, or to the pronoun.

    Empty for an office that several held: "head of a Russian region" is no label.
    """
    if way == "pronoun":
        return "She" if registry.actors[actor].gender == "f" else "He"
    if way == "surname":
        return _surname(actor, registry)
    office = registry.main_office(actor, document.published_on)
    alone = office is not None and len(registry.holders(office.id, document.published_on)) == 1
    return office.names.en[0] if office is not None and alone else ""


def _surname(actor: str, registry: Registry) -> str:
    return registry.actors[actor].surnames.en[0]


def _count(document: Document, trials: list[Trial], registry: Registry, counts: Counter[tuple[str, str, str]]) -> None:
    if not trials:
        return
    stage = set_stage(document, registry)
    for trial in trials:
        found = decide(stage, trial.short, trial.start).actor
        for who, answer in (("ours", found), ("peer", _last_named(stage, trial.start))):
            counts[who, trial.way, _outcome(answer, trial.actor)] += 1


def _outcome(answer: str | None, actor: str) -> str:
    return "unknown" if answer is None else "right" if answer == actor else "wrong"


def _last_named(stage: Stage, start: int) -> str | None:
    return next((m.target for m in reversed(stage.scene.people) if m.stop <= start), None)


def _scores(counts: Counter[tuple[str, str, str]], way: str, digest: str) -> Iterator[Score]:
    chosen = WAYS if way == "all" else (way,)
    for metric, target in (("right", RIGHT), ("wrong", WRONG), ("unknown", None)):
        shares = {}
        for whose in ("ours", "peer"):
            n = sum(counts[whose, one, outcome] for one in chosen for outcome in ("right", "wrong", "unknown"))
            shares[whose] = (sum(counts[whose, one, metric] for one in chosen), n)
        hits, n = shares["ours"]
        low, high = wilson(hits, n)
        yield Score(
            bench="resolution",
            task=f"turns with a shortened label, {way}",
            metric=metric,
            value=hits / max(n, 1),
            low=low,
            high=high,
            n=n,
            target=target if way == "all" else None,
            peer="last person named",
            peer_value=shares["peer"][0] / max(n, 1),
            corpus=CORPUS,
            digest=digest,
        )
