"""Persons and countries found, against the tags that the Kremlin's own editors gave their pages.

A tagged person counts where the surname stands in the page's text, a tagged country where one of its names or
adjectives does. Beside it, in the same run, the search for the one printed name as it stands.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale
from scipy.stats import binomtest

from overtone.bench.score import Score
from overtone.language import Language, language
from overtone.read.names import read_names
from overtone.read.spelling import sound_key
from overtone.records import Document
from overtone.registry import Registry, State, default_desk, load

CORPUS = "kremlin-1999-2020"
TARGET = 0.95
PEER = "the printed name as a string"
PARTICLES = frozenset(("al", "el", "van", "von", "de", "bin", "da", "dos", "of", "and", "the", "king", "all"))
HEADS = r"(?<!Deputy )(?<!Vice )(?:President|Prime Minister|Chancellor|King|Emir|Sultan|Crown Prince|Premier|Leader)"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """One tag of one page whose name stands in the text, and whether it was found."""

    task: str  # person | leader | country
    page: str
    tag: str
    target: str  # registry id, "" where the desk does not know the name
    found: bool
    peer: bool  # found as the printed name


def run(shared: Path) -> tuple[Score, ...]:
    """Recall of tagged persons, of leaders among them, and of countries, with Wilson intervals and the string peer."""
    file = shared / "data" / CORPUS / "documents.jsonl.gz"
    cases = tuple(tagged(file, load(default_desk())))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    tasks = (
        ("leader", "tagged leaders named in the text"),
        ("country", "tagged countries named in the text"),
        ("person", "all tagged persons named in the text"),
    )
    return tuple(_score([case for case in cases if case.task == task], words, digest) for task, words in tasks)


def misses(shared: Path) -> Iterator[Tagged]:
    """The debug twin of `run`: every tag that was not found."""
    file = shared / "data" / CORPUS / "documents.jsonl.gz"
    return (case for case in tagged(file, load(default_desk())) if not case.found)


def tagged(file: Path, registry: Registry) -> Iterator[Tagged]:
    """Every tag of the file that stands in its page's text; a leader comes twice, as a leader and as a person."""
    english = language("en")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["tags"].get("persons") or row["tags"].get("geography")]
    pages = [(row, document := _document(row), english.fold(document.text)) for row in rows]
    names = [(actor.id, _words(name)) for actor in registry.actors.values() for name in actor.names.en]
    actors = {tag: _actor(_words(tag), names) for tag in {tag for row in rows for tag in _names(row, "persons")}}
    leaders = _leaders(pages, registry, english)
    for row, document, folded in pages:
        found = {(mention.kind, mention.target) for mention in read_names(document, registry)}
        for tag in _names(row, "persons"):
            if _stands(_surname(english.fold(tag)), folded):
                target = actors[tag]
                printed = english.fold(registry.actors[target].names.en[0]) if target else ""
                case = Tagged(
                    task="person",
                    page=document.key,
                    tag=tag,
                    target=target,
                    found=("actor", target) in found,
                    peer=bool(printed) and printed in folded,
                )
                yield case
                if tag in leaders:
                    yield replace(case, task="leader")
        for tag in row["tags"].get("geography", ()):
            state = _state(tag, registry, english)
            if state and any(_stands(name, folded) for name in _all_names(state, english)):
                yield Tagged(
                    task="country",
                    page=document.key,
                    tag=tag["name"],
                    target=state.id,
                    found=("state", state.id) in found,
                    peer=state.names.en[0] in folded,
                )


def _names(row: Row, kind: str) -> list[str]:
    return [tag["name"] for tag in row["tags"].get(kind, ())]


def _document(row: Row) -> Document:
    text = "\n\n".join([row["title"], row["lead"], *(paragraph["text"] for paragraph in row["paragraphs"])])
    return Document(
        source="kremlin-archive",
        key=str(row["id"]),
        url=row["url"],
        lang="en",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=(),
        published_on=date.fromisoformat(row["date"]),
    )


def _stands(name: str, folded: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None


def _surname(tag: str) -> str:
    """The tags have the surname first: "Lukashenko Alexander", "Al Saud Salman bin Abdulaziz"."""
    first, _, rest = tag.partition(" ")
    return f"{first} {rest.partition(' ')[0]}" if first.lower() in PARTICLES else first


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", language("en").fold(name))
    return frozenset(sound_key(word) for word in words if word.lower() not in PARTICLES)


def _actor(wanted: frozenset[str], names: Iterable[tuple[str, frozenset[str]]]) -> str:
    """The actor of a tag: all words of the shorter name stand in the longer one, two at least."""
    for actor, words in names:
        if len(words & wanted) > 1 and (words <= wanted or wanted <= words):
            return actor
    return ""


def _leaders(pages: Iterable[tuple[Row, Document, str]], registry: Registry, english: Language) -> frozenset[str]:
    """Tags whose bearer some page calls "President of X" or "X's Prime Minister", whether the desk knows him or not."""
    states = sorted({name for state in registry.states.values() for name in _all_names(state, english)}, key=len)
    either = "|".join(map(re.escape, reversed(states)))
    called = re.compile(rf"(?:{HEADS} of (?:the )?(?:{either})|(?:{either}) {HEADS}),? (?:Mr )?$")
    leaders: set[str] = set()
    for row, _, folded in pages:
        for tag in set(_names(row, "persons")) - leaders:
            if any(called.search(folded[max(0, at - 90) : at]) for at in _places(english.fold(tag), folded)):
                leaders.add(tag)
    return frozenset(leaders)


def _places(tag: str, folded: str) -> Iterator[int]:
    """Where the bearer of a tag is named in full: the tag turned round ("Alexander Lukashenko"), or as it is (Xi)."""
    surname = _surname(tag)
    for name in (f"{tag[len(surname) :].strip()} {surname}".strip(), tag):
        at = folded.find(name)
        while at >= 0:
            yield at
            at = folded.find(name, at + 1)


def _state(tag: dict[str, str], registry: Registry, english: Language) -> State | None:
    """The state of a geography tag; None for a region of Russia, whose codes may be those of a country."""
    name = english.fold(tag["name"]).removeprefix("the ")
    state = registry.states.get(tag["kremlin_id"].lower())
    if state and name in _all_names(state, english):
        return state
    return next((one for one in registry.states.values() if name in map(english.fold, one.names.en)), None)


def _all_names(state: State, english: Language) -> set[str]:
    ours = (*state.names.en, *state.adjectives.en)
    printed = Locale("en").territories.get(state.id.upper(), "")
    return {english.fold(name) for name in (*ours, printed) if name}


def _score(cases: list[Tagged], words: str, digest: str) -> Score:
    hits, n = sum(case.found for case in cases), len(cases)
    interval = binomtest(hits, n).proportion_ci(method="wilson")
    return Score(
        bench="tags",
        task=words,
        metric="recall",
        value=hits / n,
        low=float(interval.low),
        high=float(interval.high),
        n=n,
        target=TARGET,
        peer=PEER,
        peer_value=sum(case.peer for case in cases) / n,
        corpus=CORPUS,
        digest=digest,
    )
