"""Tone on five steps, and negative evaluation of others: rules and words, the head, and the baselines beside them.

Our own sentences in three languages (66 a language, parted by subject so that what a head learns from never is what
it is tried on), and the diplomats of the Security Council (unscon: K. Zaczynska et al., "How Diplomats Dispute", LREC-
COLING 2024), where each sentence is labelled as evaluating somebody negatively or not. Own sentences and word lists
come from the same hand: the figure on them flatters; unscon is the independent one, in English alone.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.bench.shuffles import interval_of_f1
from overtone.read.embedding import Embedder, Missing, open_embedder
from overtone.read.tone import tone_of
from overtone.read.tone_head import ToneHead, tone_head

SENTENCES = "tone_sentences.tsv"
LANGS = ("en", "ru", "be")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One sentence of our own with its step."""

    part: str  # train | test
    topic: str
    lang: str
    text: str
    tone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diplomat:
    """One sentence of the Security Council: from a meeting to learn from or to be tried on."""

    part: str  # train | test
    text: str
    negative: bool


def sentences(folder: Path) -> tuple[Diplomat, ...]:
    """The sentences of unscon, every second meeting for training."""
    with (folder / "conflict_annotations_sentences.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    meetings = sorted({row["basename"] for row in rows})
    return tuple(
        Diplomat(
            part=("train", "test")[meetings.index(row["basename"]) % 2],
            text=row["sentence_text"],
            negative="NegEval" in row["A0"],
        )
        for row in rows
    )


def labelled() -> Iterator[Labelled]:
    """Our own sentences, each in three languages."""
    lines = files("overtone.bench").joinpath(SENTENCES).read_text("utf-8").splitlines()
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        for lang in LANGS:
            yield Labelled(part=row["part"], topic=row["topic"], lang=lang, text=row[lang], tone=int(row["tone"]))


def run(shared: Path) -> tuple[Score, ...]:
    """Right step and right sign by language on the test subjects; F1 of negative evaluation on unscon."""
    found = open_embedder()
    head = None if isinstance(found, Missing) else tone_head(found)
    rows = [row for row in labelled() if row.part == "test"]
    scores = [score for lang in LANGS for score in _steps([r for r in rows if r.lang == lang], lang, head)]
    file = shared / "data" / "unscon" / "conflict_annotations_sentences.csv"
    return (*scores, *(_evaluation(file, found) if file.is_file() else ()))


def guessed(text: str, lang: str, head: ToneHead | None) -> int:
    """The step by rules, with the head's guess where no word values; neutral where none is told."""
    guess = head.guess([text], lang)[0] if head else None
    return tone_of(text, lang, guess=guess).value or 0


def _steps(rows: Sequence[Labelled], lang: str, head: ToneHead | None) -> Iterator[Score]:
    ours = [guessed(row.text, lang, head) for row in rows]
    plain = [guessed(row.text, lang, None) for row in rows]
    gold = [row.tone for row in rows]
    most = Counter(gold).most_common(1)[0][0]
    digest = sha256(files("overtone.bench").joinpath(SENTENCES).read_bytes()).hexdigest()[:16]
    keys: dict[str, Callable[[int], int]] = {"step of five": int, "sign": lambda v: (v > 0) - (v < 0)}
    for task, key in keys.items():
        right = sum(key(a) == key(b) for a, b in zip(ours, gold, strict=True))
        low, high = wilson(right, len(rows))
        peers = {
            "word lists alone": sum(key(a) == key(b) for a, b in zip(plain, gold, strict=True)),
            "commonest step": sum(key(most) == key(b) for b in gold),
        }
        for peer, theirs in peers.items():
            yield Score(
                bench="tone",
                task=f"tone, {task}, {lang}",
                metric="accuracy",
                value=right / len(rows),
                low=low,
                high=high,
                n=len(rows),
                peer=peer,
                peer_value=theirs / len(rows),
                digest=digest,
            )


def _evaluation(file: Path, embedder: Embedder | Missing) -> Iterator[Score]:
    """Whether a sentence evaluates somebody negatively: tone under 0, on the meetings that the head never saw."""
    rows = [row for row in sentences(file.parent) if row.part == "test"]
    gold, texts = [row.negative for row in rows], [row.text for row in rows]
    head = None if isinstance(embedder, Missing) else tone_head(embedder)
    guesses = head.guess(texts, "en") if head else [None] * len(rows)
    ours = [(tone_of(t, "en", guess=g).value or 0) < 0 for t, g in zip(texts, guesses, strict=True)]
    low, high = interval_of_f1(ours, gold)
    for peer, theirs in (("everything negative", [True] * len(rows)), ("word lists alone", _words_alone(texts))):
        yield Score(
            bench="tone",
            task="negative evaluation, Security Council, meetings held out",
            metric="f1",
            value=f1(ours, gold),
            low=low,
            high=high,
            n=len(rows),
            peer=peer,
            peer_value=f1(theirs, gold),
            corpus="unscon",
            digest=sha256(file.read_bytes()).hexdigest(),
        )


def _words_alone(texts: Sequence[str]) -> list[bool]:
    return [(tone_of(text, "en").value or 0) < 0 for text in texts]


def f1(found: Sequence[bool], gold: Sequence[bool]) -> float:
    """F1 of the positive class; 0 where nothing is found right."""
    right = sum(a and b for a, b in zip(found, gold, strict=True))
    return 2 * right / max(sum(found) + sum(gold), 1)
