"""Statements of the diary's items given to the right speaker, against its answer key.

A predicted statement is right where its span overlaps a labelled one by half of the longer and the speaker is the same.
A speaker the facts do not know is the same where the mention ends with the labelled name; such statements count where
they find one, and not as false, for they claim nobody. Scored twice, read by rules alone and with the models; the peer
gives each sentence with a speech verb to the last actor named so far.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.collect import open_rows, to_document
from overtone.language import language
from overtone.read import models, read
from overtone.records import Document, Statement
from overtone.registry import Registry, load

Labelled = tuple[str, int, int, str]  # document key, start, stop, speaker id or the name where the facts know nobody
FOLDER = "diary-2022"
F1_TARGETS = {"en": 0.90, "ru": 0.88, "be": 0.85}
BY_RULES, WITH_MODELS = "by rules", "with models"
UNKNOWN = "as printed: "
SAMPLES = 1000  # of the bootstrap over documents


def run(shared: Path, paths: Mapping[str, models.Models] | None = None) -> tuple[Score, ...]:
    """Precision, recall and F1 in each language and over all, by each path of reading, beside the peer.

    `paths` says what to read with, by the name of the path: by rules and, where they are installed, with models.
    """
    reading = ways() if paths is None else paths
    registry = load()
    folder = shared / FOLDER
    documents = {d.key: d for d in _documents(folder / "items.jsonl", registry)}
    gold = list(_gold(folder / "gold.jsonl", documents, registry))
    keys = sorted({key for key, *_ in gold})
    ours = {way: [hit for key in keys for hit in _ours(documents[key], registry, reading[way])] for way in reading}
    peer = [hit for key in keys for hit in _last_named(documents[key], registry)]
    digest = sha256((folder / "gold.jsonl").read_bytes()).hexdigest()[:16]
    scores: list[Score] = []
    for lang in ("en", "ru", "be", ""):
        chosen = {key for key in keys if not lang or documents[key].lang == lang}
        for way, found in ours.items():
            sides = [[hit for hit in hits if hit[0] in chosen] for hits in (gold, found, peer)]
            scores += _scores(lang or "all", way, digest, *sides)
    return tuple(scores)


def ways() -> dict[str, models.Models]:
    """The paths that can be scored here; why the models are not among them is told on the error stream."""
    found = {BY_RULES: models.FAST}
    loaded = models.load()
    if loaded.tagger is None:
        sys.stderr.write(f"attribution {WITH_MODELS}: not measured: {'; '.join(loaded.missing)}\n")
    else:
        found[WITH_MODELS] = loaded
    return found


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


def _ours(document: Document, registry: Registry, reading: models.Models) -> Iterator[Labelled]:
    statements: Sequence[Statement] = read(document, registry, reading).statements
    for s in statements:
        if s.manner != "transcript":
            yield document.key, s.start, s.stop, s.actor or f"{UNKNOWN}{s.speaker}"


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
    lang: str, way: str, digest: str, gold: Sequence[Labelled], ours: Sequence[Labelled], peer: Sequence[Labelled]
) -> Iterator[Score]:
    sides = [_tallies(gold, found) for found in (ours, peer)]
    mine, theirs = (np.array(list(side.values()) or [(0, 0, 0, 0)]) for side in sides)
    right, claimed, found, asked = (int(n) for n in mine.sum(axis=0))
    low, high = _bootstrap(mine)
    metrics = (
        ("precision", right, claimed, wilson(right, claimed), None),
        ("recall", found, asked, wilson(found, asked), None),
        ("f1", 0, 0, (low, high), F1_TARGETS.get(lang)),
    )
    for number, (metric, hits, units, interval, target) in enumerate(metrics):
        yield Score(
            bench="attribution",
            task=f"news items, right speaker, {way}, {lang}",
            metric=metric,
            value=hits / max(units, 1) if metric != "f1" else float(_figures(mine.sum(axis=0))[number]),
            low=interval[0],
            high=interval[1],
            n=units or asked,
            target=target,
            peer="last actor named",
            peer_value=float(_figures(theirs.sum(axis=0))[number]),
            corpus=FOLDER,
            digest=digest,
        )


def _tallies(gold: Sequence[Labelled], found: Sequence[Labelled]) -> dict[str, tuple[int, int, int, int]]:
    """By document: statements right, statements that claim somebody, labels found, labels."""
    keys = sorted({key for key, *_ in (*gold, *found)})
    rows = {}
    for key in keys:
        labels = [one for one in gold if one[0] == key]
        ours = [one for one in found if one[0] == key]
        right = [one for one in ours if any(_same(one, label) for label in labels)]
        claimed = sum(one in right or not one[3].startswith(UNKNOWN) for one in ours)
        rows[key] = (len(right), claimed, sum(any(_same(one, label) for one in ours) for label in labels), len(labels))
    return rows


def _figures(sums: Sequence[int]) -> tuple[float, float, float]:
    right, claimed, found, asked = (int(n) for n in sums)
    precision, recall = right / max(claimed, 1), found / max(asked, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _bootstrap(rows: npt.NDArray[np.int64]) -> tuple[float, float]:
    """The middle 95 % of F1 over documents drawn again and again, with a fixed seed."""
    draw = np.random.default_rng(0).integers(0, len(rows), size=(SAMPLES, len(rows)))
    values = [_figures(rows[chosen].sum(axis=0))[2] for chosen in draw]
    low, high = np.quantile(values, (0.025, 0.975))
    return float(low), float(high)


def _same(one: Labelled, other: Labelled) -> bool:
    shared = min(one[2], other[2]) - max(one[1], other[1])
    longest = max(one[2] - one[1], other[2] - other[1])
    return one[0] == other[0] and 2 * shared >= longest and _same_speaker(one[3], other[3])


def _same_speaker(one: str, other: str) -> bool:
    if one == other:
        return True
    printed, label = (one, other) if one.startswith(UNKNOWN) else (other, one)
    return printed.startswith(UNKNOWN) and printed.casefold().endswith(f" {label}".casefold())
