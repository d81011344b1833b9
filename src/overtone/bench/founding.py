"""The founding case: the CSTO summit of 16 May 2022 in one real transcript (link ends 68418).

Reference: the table in the data folder's README. It counts a turn from the speaker's name in the label (or from the
hover text behind it) to the next such place, so labels are part of its figures; counted the same way here. Not a
measure of generality: one page, well known.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from overtone.bench.founding_past import past
from overtone.bench.score import Score
from overtone.read.names import read_names
from overtone.read.transcripts import body_of, read_transcript
from overtone.records import Document, Part, Statement
from overtone.registry import Registry, default_desk, load

CORPUS = "kremlin-2022"
LINK = "68418"
TABLE = {
    "Lukashenko": (12115, 13, 9, 3),
    "Putin": (9659, 4, 2, 0),
    "Zas": (4962, 0, 0, 0),
    "Pashinyan": (5121, 0, 0, 0),
    "Japarov": (4033, 0, 0, 3),
    "Rahmon": (2969, 0, 0, 0),
    "Tokayev": (2649, 0, 0, 0),
}
WORDS = (("Ukrain*", re.compile(r"Ukrain")), ("NATO", re.compile(r"NATO")), ("sanction*", re.compile(r"[Ss]anction")))


def run(shared: Path) -> tuple[Score, ...]:
    """The transcript, and what the measures make of it: silence at the summit, departure from earlier years."""
    return (*quick(shared), *past(shared))


def quick(shared: Path) -> tuple[Score, ...]:
    """Speakers found, characters and words per speaker, and mentions of Ukraine by the house's own reader."""
    path = shared / "data" / CORPUS / "releases.jsonl.gz"
    document = summit(path)
    registry = load(default_desk())
    statements, _, _ = read_transcript(document, registry, read_names(document, registry))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return tuple(_scores(document, statements, registry, digest))


def summit(path: Path) -> Document:
    """The page of the summit."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        row = next(row for line in lines if (row := json.loads(line))["link"].endswith(LINK))
    pieces = (row["headline"], row["summary"] or "", row["body"])
    text = "\n\n".join(pieces)
    starts = (0, len(pieces[0]) + 2, len(pieces[0]) + len(pieces[1]) + 4)
    return Document(
        source="kremlin",
        key=row["link"],
        url=row["link"],
        lang="en",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=tuple(
            Part(role=role, start=start, stop=start + len(piece))
            for role, start, piece in zip(("headline", "lead", "body"), starts, pieces, strict=True)
        ),
        published_on=date.fromisoformat(row["date"][:10]),
        place=row["location"] or "",
    )


def surname(statement: Statement) -> str:
    """The last word of the printed label."""
    return statement.speaker.split()[-1]


def stretches(document: Document, statements: Sequence[Statement]) -> Counter[str]:
    """Characters per speaker as the table counts them, labels included."""
    marks = [_mark(document.text, statement) for statement in statements] + [body_of(document)[1]]
    length = Counter[str]()
    for statement, begin, end in zip(statements, marks, marks[1:], strict=False):
        length[surname(statement)] += end - begin
    return length


def _mark(text: str, statement: Statement) -> int:
    """Where the table begins a turn: at the hover text, or else at the name without its title."""
    hover = statement.speaker_stop + 1
    if text.startswith(surname(statement), hover):
        return hover
    return statement.speaker_stop - len(" ".join(statement.speaker.split()[-2:]))


def _scores(document: Document, statements: Sequence[Statement], registry: Registry, digest: str) -> list[Score]:
    def score(task: str, metric: str, value: float, target: float | None, n: int) -> Score:
        return Score(
            bench="founding", task=task, metric=metric, value=value, target=target, n=n, corpus=CORPUS, digest=digest
        )

    found = {surname(statement) for statement in statements}
    actors = {statement.actor for statement in statements if statement.actor}
    scores = [
        score("speakers found", "count", len(found & TABLE.keys()), len(TABLE), len(TABLE)),
        score("names that are no speaker", "count", len(found - TABLE.keys()), 0, len(found)),
        score("speakers resolved to an actor in office", "count", len(actors), len(TABLE), len(TABLE)),
    ]
    length = stretches(document, statements)
    for name, (chars, *words) in TABLE.items():
        scores.append(score(f"characters, {name}, against the table", "ratio", length[name] / chars, 1.0, chars))
        said = " ".join(document.text[s.start : s.stop] for s in statements if surname(s) == name)
        for (word, pattern), target in zip(WORDS, words, strict=True):
            scores.append(score(f"{word}, {name}", "count", len(pattern.findall(said)), target, target))
        mentions = [m for s in statements if surname(s) == name for m in s.mentions]
        ukraine = sum(1 for m in mentions if m.kind == "state" and m.target == "ua")
        scores.append(score(f"mentions of Ukraine, {name}", "count", ukraine, words[0], words[0]))
    return scores
