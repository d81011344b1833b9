"""Statements of the diary's items given to the right speaker, against its answer key.

A predicted statement is right where its span overlaps a labelled one by half of the longer and the speaker is the same.
The peer gives each sentence with a speech verb to the last actor named so far.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.collect import open_rows, to_document
from overtone.language import language
from overtone.read import read
from overtone.records import Document, Statement
from overtone.registry import Registry, load

Labelled = tuple[str, int, int, str]  # document key, start, stop, speaker id or the name where the facts know nobody
FOLDER = "diary-2022"


def run(shared: Path) -> tuple[Score, ...]:
    """Precision, recall and F1 in each language and over all, beside the peer."""
    registry = load()
    folder = shared / FOLDER
    documents = {d.key: d for d in _documents(folder / "items.jsonl", registry)}
    gold = list(_gold(folder / "gold.jsonl", documents, registry))
    keys = sorted({key for key, *_ in gold})
    ours = [hit for key in keys for hit in _ours(documents[key], registry)]
    peer = [hit for key in keys for hit in _last_named(documents[key], registry)]
    digest = sha256((folder / "gold.jsonl").read_bytes()).hexdigest()[:16]
    scores: list[Score] = []
    for lang in ("en", "ru", "be", ""):
        chosen = {key for key in keys if not lang or documents[key].lang == lang}
        sides = [[hit for hit in hits if hit[0] in chosen] for hits in (gold, ours, peer)]
        scores += _scores(lang or "all", digest, *sides)
    return tuple(scores)


def _documents(path: Path, registry: Registry) -> Iterator[Document]:
    source = registry.sources["diary"]
    for row in open_rows(path, source):
        found = to_document(row, source, date(2023, 1, 1))
        if isinstance(found, Document):
            yield found


def _gold(path: Path, documents: dict[str, Document], registry: Registry) -> Iterator[Labelled]:
    ids = {
        name: key
        for table in (registry.institutions, registry.actors)
        for key, f in table.items()
        for name in f.names.en
    }
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        document = documents[item["id"]]
        shift = next(part.start for part in document.parts if part.role == "body")
        for one in item["statements"]:
            if one["manner"] != "transcript":
                start, stop = one["span"]
                yield document.key, shift + start, shift + stop, ids.get(one["speaker"], one["speaker"])


def _ours(document: Document, registry: Registry) -> Iterator[Labelled]:
    statements: Sequence[Statement] = read(document, registry).statements
    for s in statements:
        if s.manner != "transcript" and s.actor:
            yield document.key, s.start, s.stop, s.actor


def _last_named(document: Document, registry: Registry) -> Iterator[Labelled]:
    tongue = language(document.lang)
    actors = [m for m in read(document, registry).reading.mentions if m.kind == "actor"]
    for part in (p for p in document.parts if p.role == "body"):
        for first, last in tongue.sentences(document.text[part.start : part.stop]):
            start, stop = part.start + first, part.start + last
            words = document.text[start:stop].lower().split()
            named = [m.target for m in actors if m.start < stop]
            if named and any(word.strip(".,:;") in tongue.speech_verbs for word in words):
                yield document.key, start, stop, named[-1]


def _scores(
    lang: str, digest: str, gold: Sequence[Labelled], ours: Sequence[Labelled], peer: Sequence[Labelled]
) -> Iterator[Score]:
    right, theirs = _hits(ours, gold), _hits(peer, gold)
    found, peers_found = _hits(gold, ours), _hits(gold, peer)
    parts = {
        "precision": (right, len(ours), theirs, len(peer)),
        "recall": (found, len(gold), peers_found, len(gold)),
    }
    for metric, (hits, units, peer_hits, peer_units) in parts.items():
        low, high = wilson(hits, units)
        yield Score(
            bench="attribution",
            task=f"news items, right speaker, {lang}",
            metric=metric,
            value=hits / max(units, 1),
            low=low,
            high=high,
            n=units,
            peer="last actor named",
            peer_value=peer_hits / max(peer_units, 1),
            corpus=FOLDER,
            digest=digest,
        )


def _hits(some: Sequence[Labelled], others: Sequence[Labelled]) -> int:
    return sum(any(_same(one, other) for other in others) for one in some)


def _same(one: Labelled, other: Labelled) -> bool:
    shared = min(one[2], other[2]) - max(one[1], other[1])
    longest = max(one[2] - one[1], other[2] - other[1])
    return one[0] == other[0] and one[3] == other[3] and 2 * shared >= longest
