"""Topics of the diary's statements and of the Kremlin editors' pages: word lists alone, and with the head.

Diary: the topics one person gave each labelled statement, in three languages; the word lists were tuned on part of it.
Editors' tags: document level, the tags that mean what a topic of ours means; the head never saw the tags.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from overtone.bench.attribution import FOLDER
from overtone.bench.score import Score
from overtone.bench.shuffles import bootstrap, f1_of
from overtone.read.embedding import Missing, open_embedder
from overtone.read.topics import topics_of_text
from overtone.read.topics_head import TopicHead, topic_head
from overtone.registry import Registry, load

Case = tuple[str, str, frozenset[str]]  # text, language, labelled topics


def run(shared: Path) -> tuple[Score, ...]:
    """Precision, recall and F1 of topics by language, with the word lists alone as peer."""
    registry = load()
    found = open_embedder()
    head = None if isinstance(found, Missing) else topic_head(found)
    folder = shared / FOLDER
    cases = list(labelled(folder))
    digest = sha256((folder / "gold.jsonl").read_bytes()).hexdigest()[:16]
    scores: list[Score] = []
    for lang in ("en", "ru", "be", ""):
        chosen = [case for case in cases if not lang or case[1] == lang]
        scores += _scores(lang or "all", chosen, digest, (registry, head))
    return tuple(scores)


def labelled(folder: Path) -> Iterator[Case]:
    """The statements of the diary's key with their topics."""
    items = {row["id"]: row for row in map(json.loads, (folder / "items.jsonl").read_text("utf-8").splitlines())}
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        item = items[row["id"]]
        for one in row["statements"]:
            start, stop = one["span"]
            yield item["text"][start:stop], item["lang"], frozenset(one["topics"])


def _scores(
    lang: str, cases: Sequence[Case], digest: str, readers: tuple[Registry, TopicHead | None]
) -> Iterator[Score]:
    registry, head = readers
    ours, plain = (_counts(cases, registry, one) for one in (head, None))
    metrics: dict[str, Callable[[np.ndarray], float]] = {
        "precision": lambda s: float(s[0] / max(s[1], 1)),
        "recall": lambda s: float(s[0] / max(s[2], 1)),
        "f1": f1_of,
    }
    for metric, figure in metrics.items():
        low, high = bootstrap(ours, figure)
        yield Score(
            bench="topics",
            task=f"topics of statements, {lang}",
            metric=metric,
            value=figure(ours.sum(axis=0)),
            low=low,
            high=high,
            n=len(cases),
            peer="word lists alone",
            peer_value=figure(plain.sum(axis=0)),
            corpus=FOLDER,
            digest=digest,
        )


def _counts(cases: Sequence[Case], registry: Registry, head: TopicHead | None) -> np.ndarray:
    rows = []
    for text, lang, gold in cases:
        found = {f.topic for f in topics_of_text(text, lang, registry, head=head)}
        rows.append((len(found & gold), len(found), len(gold)))
    return np.asarray(rows, dtype=np.float64)
