"""The diary's answer key beside its items: what each item tells, with names as ids of the facts."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.collect import open_rows, to_document
from overtone.records import Document
from overtone.registry import Registry

FOLDER = "diary-2022"
LANGS = ("en", "ru", "be", "all")
_LAST = date(2100, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the diary and its key."""

    document: Document
    key: Mapping[str, Any]


def items(shared: Path, registry: Registry, *, filed: bool = True) -> tuple[Item, ...]:
    """The items that have a key; without `filed`, stripped of the event and the kind under which they are filed."""
    folder = shared / FOLDER
    source = registry.sources["diary"]
    made = (to_document(row, source, _LAST) for row in open_rows(folder / "items.jsonl", source))
    documents = {d.key: d for d in made if isinstance(d, Document)}
    keys = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    found = [Item(document=documents[key["id"]], key=key) for key in keys if key["id"] in documents]
    return tuple(found if filed else [_unfiled(item) for item in found])


def digest(shared: Path) -> str:
    """Of the key, so that a floor cannot drift with it."""
    return sha256((shared / FOLDER / "gold.jsonl").read_bytes()).hexdigest()[:16]


def ids_of(registry: Registry) -> dict[str, str]:
    """The id of each actor, state, institution and organisation by its English names."""
    tables: tuple[Mapping[str, Any], ...] = (
        registry.blocs,
        registry.institutions,
        registry.states,
        registry.actors,
    )
    return {name: key for table in tables for key, fact in table.items() for name in fact.names.en}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a figure stands beside: the peer's value, the target, and the digest of the key."""

    peer: str
    peer_value: float
    digest: str
    target: float | None = None


def share(bench: str, task: str, metric: str, scored: tuple[int, int], beside: Beside) -> Score:
    """A proportion as a score, with its Wilson interval."""
    right, n = scored
    low, high = wilson(right, n)
    return Score(
        bench=bench,
        task=task,
        metric=metric,
        value=right / n if n else 0.0,
        low=low,
        high=high,
        n=n,
        target=beside.target,
        peer=beside.peer,
        peer_value=beside.peer_value,
        corpus=FOLDER,
        digest=beside.digest,
    )


def _unfiled(item: Item) -> Item:
    return replace(item, document=replace(item.document, event="", kind=""))


def names_of(printed: Sequence[str], ids: Mapping[str, str]) -> Iterator[str]:
    """The ids of those whom the facts know; groups ("CIS leaders") are passed over."""
    return (ids[name] for name in printed if name in ids)
