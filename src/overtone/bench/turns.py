"""Labelled turns of the Kremlin archive, found again in running text.

The paragraphs of each document are joined into one string (with single spaces, or with blank lines), its labels are
looked for, and turn starts and speakers are compared with the page's own `speaker` field. Beside it a regular
expression as one would write it in a minute. Not for documents without a `speaker` field: they count for speed only.
"""

import gzip
import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.read.labels import name_key
from overtone.read.labels_finding import find_labels
from overtone.read.speakers import Book, book
from overtone.registry import default_desk, load

CORPUS = "kremlin-1999-2020"
TARGET = 0.985
SECONDS = 1.2
_PEER = re.compile(r"(?:^|(?<=[.!?…)>*”\"] )|(?<=\n))((?:[A-Z][\w’'-]+ )(?:[\w’'(),–-]+ ){0,20}?[A-Z][\w’'-]+): ?")
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")

Finder = Callable[[str], Iterable[tuple[int, int, str]]]  # text → start of the label, of the speech, printed label


@dataclass(slots=True)
class Tally:
    """Turns of the corpus and turns that were found."""

    gold: int = 0
    right: int = 0
    found: int = 0
    false: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def share(self, metric: str) -> tuple[int, int]:
        """Hits and units of recall or precision."""
        return (self.right, self.gold) if metric == "recall" else (self.found - self.false, self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The paragraphs of one document: text, and speaker where the page marks one."""

    paragraphs: tuple[tuple[str, str], ...]


def run(shared: Path) -> tuple[Score, ...]:
    """Turns to the right speaker, precision of turn starts, both joinings; and the time for the whole corpus."""
    path = shared / "data" / CORPUS / "documents.jsonl.gz"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    pages = list(read_pages(path))
    names = book(load(default_desk()))
    scores = [
        score
        for joined, separator in (("running text", " "), ("paragraphs kept", "\n\n"))
        for score in _scores(pages, separator, joined, names, digest)
    ]
    return (*scores, _speed(pages, names, digest))


def read_pages(path: Path) -> Iterator[Page]:
    """The pages of the corpus; pages without paragraphs too."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            paragraphs = json.loads(line)["paragraphs"]
            yield Page(paragraphs=tuple((p["text"], p.get("speaker") or "") for p in paragraphs))


def ours(names: Book) -> Finder:
    """The label reader of the house."""

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        for label in find_labels(text, 0, len(text), names.knows, names.is_place):
            yield label.start, label.speech, label.printed

    return find


def peer(text: str) -> Iterator[tuple[int, int, str]]:
    """A capital word, some words, a capital word and a colon after a sentence end."""
    return ((match.start(1), match.end(), match.group(1)) for match in _PEER.finditer(text))


def tally(pages: Iterable[Page], separator: str, find: Finder) -> Tally:
    """Turns found in the pages' text joined by a separator, against the speakers that the pages mark."""
    total = Tally()
    for page in pages:
        if any(speaker for _, speaker in page.paragraphs):
            _count(page, separator, find, total)
    return total


def _count(page: Page, separator: str, find: Finder, total: Tally) -> None:
    text = separator.join(words for words, _ in page.paragraphs)
    lengths = (len(words) + len(separator) for words, _ in page.paragraphs)
    starts = list(accumulate(lengths, initial=0))[:-1]
    gold = {}
    for start, (words, speaker) in zip(starts, page.paragraphs, strict=True):
        if speaker and ":" in words:
            gold[_speech(text, start + words.index(":") + 1)] = speaker
    found = {speech: (start, printed) for start, speech, printed in find(text)}
    total.gold += len(gold)
    total.found += len(found)
    for speech, speaker in gold.items():
        printed = found.get(speech, (0, ""))[1]
        total.right += same(printed, speaker)
        if not same(printed, speaker):
            total.wrong.append((speaker, printed))
    labelled = sorted(starts)
    total.false += sum(1 for speech, (start, _) in found.items() if speech not in gold and start not in set(labelled))


def _speech(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def same(printed: str, speaker: str) -> bool:
    """Whether two labels name one speaker: the shorter without its title ends the longer, notes left out."""
    ours_key, theirs = name_key(_NOTE.sub("", printed)), name_key(_NOTE.sub("", speaker))
    short, long = sorted((ours_key, theirs), key=len)
    return len(short) >= 4 and (long.endswith(short) or long.startswith(short))


def _scores(pages: Sequence[Page], separator: str, joined: str, names: Book, digest: str) -> Iterator[Score]:
    mine, theirs = tally(pages, separator, ours(names)), tally(pages, separator, peer)
    for metric, task in (
        ("recall", f"labelled turns to the right speaker, {joined}"),
        ("precision", f"turn starts that stand where the page has a paragraph, {joined}"),
    ):  # fmt: skip
        right, n = mine.share(metric)
        low, high = wilson(right, n)
        other, other_n = theirs.share(metric)
        yield Score(
            bench="turns",
            task=task,
            metric=metric,
            value=right / n if n else 0.0,
            low=low,
            high=high,
            n=n,
            target=TARGET,
            peer="one regular expression",
            peer_value=other / other_n if other_n else 0.0,
            corpus=CORPUS,
            digest=digest,
        )


def _speed(pages: Sequence[Page], names: Book, digest: str) -> Score:
    texts = ["\n\n".join(words for words, _ in page.paragraphs) for page in pages]
    find = ours(names)
    begin = time.process_time()
    for text in texts:
        for _ in find(text):
            pass
    spent = time.process_time() - begin
    return Score(
        bench="turns", task="labels of the whole corpus, one core", metric="seconds", value=spent, n=len(texts),
        target=SECONDS, corpus=CORPUS, digest=digest,
    )  # fmt: skip
