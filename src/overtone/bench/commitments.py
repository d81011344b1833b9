"""Commitments, votes and claimed counts told in the diary's items, against its answer key.

A commitment is right where the key has one in the same item of the same one, or of the state he stands for: the key's
wording is a gist in English, so words cannot be compared across languages. The key labels what its maker thought worth
following; what a text plainly undertakes besides stands in a list reviewed by hand
(`tests/cases/commitments/diary-beyond-key.tsv`). A vote is right where resolution, state and choice are those of the
official table. Counts are checked against cases reviewed by hand (`tests/cases/counts/diary.tsv`). Beside each reader
stands a naive peer. Not for whether a commitment was kept.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from overtone.bench.diary_key import FOLDER, LANGS, Beside, Item, digest, ids_of, items, share
from overtone.bench.score import Score
from overtone.read.commitments import read_commitments
from overtone.read.counts import read_counts
from overtone.read.names import read_names
from overtone.read.votes_told import read_told_votes
from overtone.registry import Registry, default_desk, load

CASES = Path(__file__).resolve().parents[3] / "tests" / "cases"
_WILL = re.compile(r"\bwill\b|\bpromis|\bобеща|\bбудет\b|\bабяца|\bбудзе\b", re.IGNORECASE)
_AGAINST = re.compile(r"against|против|супраць", re.IGNORECASE)
_NTH = re.compile(r"\b\d+(?:st|nd|rd|th)\b|\w+(?:ая|ой) встреч|\w+ая сустрэч|\btimes\b", re.IGNORECASE)
Row = tuple[str, str, str]  # language, item, what is compared


def run(shared: Path) -> tuple[Score, ...]:
    """Precision and recall of commitments in each language, of votes and of claimed counts over all."""
    registry = load(default_desk())
    told = items(shared, registry)
    corpus = digest(shared)
    return (
        *_commitments(told, registry, corpus),
        *_votes(told, registry, shared, corpus),
        *_counts(told, registry, corpus),
    )


def _commitments(told: Sequence[Item], registry: Registry, corpus: str) -> Iterator[Score]:
    wanted = [
        (item.document.lang, item.document.key, home)
        for item in told
        for one in item.key["commitments"]
        for home in [_key_home(one["who"], registry)]
    ]
    beyond = {*wanted, *_beyond(told)}
    found = [
        (item.document.lang, item.document.key, _home(c.who, registry))
        for item in told
        for c in read_commitments(item.document, registry, read_names(item.document, registry))
    ]
    peer = [row for item in told for row in _who_will(item, registry)]
    for lang in LANGS:
        sides = [[r for r in side if lang in (r[0], "all")] for side in (wanted, list(beyond), found, peer)]
        yield from _scores(f"commitments, {lang}", sides, "first named with “will”", corpus)


def _scores(task: str, sides: Sequence[Sequence[Row]], peer: str, corpus: str) -> Iterator[Score]:
    wanted, beyond, found, naive = sides
    for metric, some, others, naively in (
        ("recall", wanted, found, _in(wanted, naive)),
        ("precision", found, beyond, _in(naive, beyond)),
        ("precision, key alone", found, wanted, _in(naive, wanted)),
    ):
        value = naively[0] / naively[1] if naively[1] else 0.0
        yield share("commitments", task, metric, _in(some, others), Beside(peer=peer, peer_value=value, digest=corpus))


def _in(some: Sequence[Row], others: Sequence[Row]) -> tuple[int, int]:
    there = set(others)
    return sum(row in there for row in some), len(some)


def _key_home(printed: str, registry: Registry) -> str:
    """The state of whom the key names: of "Armed Forces of Belarus" the state named in it."""
    ids = ids_of(registry)
    first = printed.partition(" and ")[0]
    if first in ids:
        return _home(ids[first], registry)
    return next((ids[name] for name in ids if name in registry_names(registry) and first.endswith(f" {name}")), first)


def registry_names(registry: Registry) -> frozenset[str]:
    """English names of states and organisations."""
    return frozenset(n for table in (registry.states, registry.blocs) for f in table.values() for n in f.names.en)


def _home(who: str, registry: Registry) -> str:
    """The state somebody or an institution stands for; the id itself of a state or an organisation."""
    if who in registry.actors:
        return registry.actors[who].state or who
    if who in registry.institutions:
        return registry.institutions[who].state or who
    return who


def _beyond(told: Sequence[Item]) -> Iterator[Row]:
    langs = {item.document.key: item.document.lang for item in told}
    with (CASES / "commitments" / "diary-beyond-key.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield langs.get(row["item"], ""), row["item"], row["home"]


def _who_will(item: Item, registry: Registry) -> Iterator[Row]:
    """The naive peer: the first actor named in an item that speaks of what will be."""
    document = item.document
    actor = next((m.target for m in read_names(document, registry) if m.kind == "actor"), None)
    if actor and _WILL.search(document.text):
        yield document.lang, document.key, _home(actor, registry)


def _votes(told: Sequence[Item], registry: Registry, shared: Path, corpus: str) -> Iterator[Score]:
    iso = {state.iso3: state.id for state in registry.states.values()}
    with (shared / FOLDER / "votes.tsv").open(encoding="utf-8", newline="") as lines:
        table = {(r["resolution"], iso.get(r["iso3"], ""), r["choice"]) for r in csv.DictReader(lines, delimiter="\t")}
    wanted: list[tuple[str, ...]] = []
    found: list[tuple[str, ...]] = []
    peer: list[tuple[str, ...]] = []
    for item in told:
        key = item.document.key
        wanted += [(key, v["resolution"], iso.get(v["country"], ""), v["choice"]) for v in item.key["votes"]]
        mentions = read_names(item.document, registry)
        votes = read_told_votes(item.document, registry, mentions)
        found += [(key, v.resolution, v.state, v.choice) for v in votes]
        if item.key["votes"] and _AGAINST.search(item.document.text):
            states = {m.target for m in mentions if m.kind == "state"}
            peer += [(key, item.key["votes"][0]["resolution"], state, "N") for state in states]
    true = sum(row[1:] in table for row in found)
    naive = sum(row[1:] in table for row in peer)
    right, theirs = sum(row in found for row in wanted), sum(row in peer for row in wanted)
    for metric, scored, value in (
        ("recall", (right, len(wanted)), theirs / max(len(wanted), 1)),
        ("precision", (true, len(found)), naive / max(len(peer), 1)),
    ):
        beside = Beside(peer="every state named, against", peer_value=value, digest=corpus)
        yield share("commitments", "votes told", metric, scored, beside)


def _counts(told: Sequence[Item], registry: Registry, corpus: str) -> Iterator[Score]:
    with (CASES / "counts" / "diary.tsv").open(encoding="utf-8", newline="") as lines:
        wanted = {(row["item"], int(row["ordinal"]), row["kind"]) for row in csv.DictReader(lines, delimiter="\t")}
    found = {
        (item.document.key, claim.ordinal, claim.kind)
        for item in told
        for claim in read_counts(item.document, registry, read_names(item.document, registry))
    }
    naive = {item.document.key for item in told if _NTH.search(item.document.text)}
    known = {row[0] for row in wanted}
    caught, hits = len(naive & known), len(wanted & found)
    for metric, scored, value in (
        ("recall", (hits, len(wanted)), caught / max(len(known), 1)),
        ("precision", (hits, len(found)), caught / max(len(naive), 1)),
    ):
        beside = Beside(peer="a numeral and a meeting", peer_value=value, digest=corpus)
        yield share("commitments", "claimed counts", metric, scored, beside)
