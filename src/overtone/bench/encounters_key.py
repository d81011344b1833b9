"""Contacts in the diary's items, all statuses and parties, against its answer key.

A reported contact is in the key where medium (telephone, video, in person), status and day are the same, and so are
the parties: both of two, or of a company the greater part. A key without a day fits any. What the text plainly tells
and the key leaves out (it follows one pair through an item on five calls) stands in a list reviewed by hand,
`tests/cases/encounters/diary-beyond-key.tsv`; strict precision is reported beside. Not for the kinds in person.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from overtone.bench.diary_key import LANGS, Beside, Item, digest, ids_of, items, names_of, share
from overtone.bench.score import Score
from overtone.read.encounters import read_encounters
from overtone.read.names import read_names
from overtone.records import Document
from overtone.registry import Registry

BEYOND = Path(__file__).resolve().parents[3] / "tests" / "cases" / "encounters" / "diary-beyond-key.tsv"
TARGETS = {"precision": 0.97, "recall": 0.95}
_REMOTE = ("phone", "video")
_KEYWORD = re.compile(
    r"\bmet\b|\bmeeting|\btalks\b|\bphone|\bsummit|встре[тч]|переговор|телефон|саммит|сустр[эа]|перагавор|тэлефон|саміт",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact of one item, as the key or a reader has it."""

    item: str
    lang: str
    medium: str
    status: str
    day: str  # "" where unknown
    parties: frozenset[str]
    among: bool = False  # whether the key names a group besides: "CIS leaders"


def key_scores(shared: Path, registry: Registry) -> Iterator[Score]:
    """Precision and recall in each language, as filed and from the text alone, beside a search for keywords."""
    told = items(shared, registry)
    wanted = list(wanted_of(told, registry))
    beyond = [*wanted, *beyond_key(told)]
    peer = [contact for item in told for contact in keywords(item, registry)]
    for words, filed in (("", True), (", text alone", False)):
        found = [
            contact for item in items(shared, registry, filed=filed) for contact in read_of(item.document, registry)
        ]
        for lang in LANGS:
            sides = [[c for c in side if lang in (c.lang, "all")] for side in (wanted, beyond, found, peer)]
            yield from _scores(f"meetings and calls in news items{words}, {lang}", sides, digest(shared))


def _scores(task: str, sides: Sequence[Sequence[Contact]], corpus: str) -> Iterator[Score]:
    wanted, beyond, found, peer = sides
    for metric, ours, theirs in (
        ("recall", matched(wanted, found), matched(wanted, peer)),
        ("precision", matched(found, beyond), matched(peer, beyond)),
        ("precision, key alone", matched(found, wanted), matched(peer, wanted)),
    ):
        value = theirs[0] / theirs[1] if theirs[1] else 0.0
        beside = Beside(peer="keywords", peer_value=value, digest=corpus, target=TARGETS.get(metric))
        yield share("encounters", task, metric, ours, beside)


def wanted_of(told: Sequence[Item], registry: Registry) -> Iterator[Contact]:
    """The contacts of the key."""
    ids = ids_of(registry)
    for item in told:
        for one in item.key["encounters"]:
            yield Contact(
                item=item.document.key,
                lang=item.document.lang,
                medium=_medium(one["kind"]),
                status=one["status"],
                day=one["date"] or "",
                parties=frozenset(names_of(one["participants"], ids)),
                among=any(name.endswith(" leaders") for name in one["participants"]),
            )


def beyond_key(told: Sequence[Item]) -> Iterator[Contact]:
    """The reviewed contacts that the key leaves out."""
    langs = {item.document.key: item.document.lang for item in told}
    with BEYOND.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield Contact(
                item=row["item"],
                lang=langs.get(row["item"], ""),
                medium=row["medium"],
                status=row["status"],
                day=row["date"],
                parties=frozenset(row["parties"].split()),
            )


def read_of(document: Document, registry: Registry) -> Iterator[Contact]:
    """The contacts that the reader finds."""
    for report in read_encounters(document, registry, read_names(document, registry)):
        yield Contact(
            item=document.key,
            lang=document.lang,
            medium=_medium(report.kind),
            status=report.status,
            day=report.date.isoformat(),
            parties=frozenset(report.parties),
        )


def keywords(item: Item, registry: Registry) -> Iterator[Contact]:
    """The naive peer: a keyword anywhere, the first two actors named, held on the day of the item."""
    document = item.document
    actors = [m.target for m in read_names(document, registry) if m.kind == "actor"]
    two = frozenset(list(dict.fromkeys(actors))[:2])
    if len(two) == 2 and _KEYWORD.search(document.text):
        medium = "phone" if re.search("phone|телефон|тэлефон", document.text, re.IGNORECASE) else "in person"
        day = document.happened_on or document.published_on
        yield Contact(
            item=document.key,
            lang=document.lang,
            medium=medium,
            status="held",
            day=day.isoformat(),
            parties=two,
        )


def matched(some: Sequence[Contact], others: Sequence[Contact]) -> tuple[int, int]:
    """How many of the one have their like among the others, and how many there are."""
    return sum(any(alike(one, other) for other in others) for one in some), len(some)


def alike(one: Contact, other: Contact) -> bool:
    """Whether two tell of the same contact."""
    if (one.item, one.medium, one.status) != (other.item, other.medium, other.status):
        return False
    if one.day and other.day and one.day != other.day:
        return False
    if one.among or other.among:
        few, all_of = (one, other) if one.among else (other, one)
        return few.parties <= all_of.parties and len(all_of.parties) > 2
    most = max(len(one.parties), len(other.parties))
    shared = len(one.parties & other.parties)
    return shared == most if most < 3 else 2 * shared >= most


def _medium(kind: str) -> str:
    return kind if kind in _REMOTE else "in person"
