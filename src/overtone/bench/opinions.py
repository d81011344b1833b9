"""Opinion tuples in Russian news (RuOpinionNE-2024) and attitudes between states and leaders (RuSentRel).

RuOpinionNE: N. Loukachevitch et al., 2025, arXiv 2504.06947; a tuple is source, target, polarity and expression, scored
by the task's own overlap measure on its tokens (white space). We have its train file alone: five-fold cross-validation
here, the hidden test there, so the published figure stands beside ours as a landmark, not as a peer of the same run.
The best published is a fine-tuned language model of 70 billion parameters; the task's median system is not known to us.
RuSentRel: N. Rusnachenko and N. Loukachevitch, arXiv 1808.08932 and its leaderboard.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from overtone.bench.attitudes import attitude_scores
from overtone.bench.opinion_model import AUTHOR, NOBODY, Opinion, Sentence, sentence_of, train
from overtone.bench.opinion_words import Token
from overtone.bench.score import Score
from overtone.bench.shuffles import bootstrap

CORPUS = "ruopinionne"
FOLDS = 5
BEST_PUBLISHED = 0.41
Row = dict[str, Any]


class Tuple(NamedTuple):
    """An opinion by white-space tokens, as the task scores it."""

    source: frozenset[object]
    target: frozenset[object]
    expression: frozenset[object]
    polarity: str


def run(shared: Path) -> tuple[Score, ...]:
    """F1 of opinion tuples by cross-validation, and of attitudes, with bootstrap intervals."""
    data = shared / "data"
    return (*_tuples(data / CORPUS / "train.jsonl"), *attitude_scores(data / "rusentrel" / "train.tar.gz"))


def _tuples(file: Path) -> Iterator[Score]:
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    sentences = [sentence_of(row["text"], list(_labelled(row))) for row in rows]
    ours: list[list[Tuple]] = [[] for _ in rows]
    # Sentences of one article stand together: whole blocks are held out, so that none helps its neighbour.
    fold = np.arange(len(rows)) * FOLDS // len(rows)
    for one in range(FOLDS):
        model = train([s for s, f in zip(sentences, fold, strict=True) if f != one])
        for n in np.flatnonzero(fold == one):
            ours[n] = [scored(rows[n]["text"], sentences[n].tokens, found) for found in model.read(sentences[n])]
    gold = [[scored(row["text"], s.tokens, o) for o in s.opinions] for row, s in zip(rows, sentences, strict=True)]
    counts = np.array([weigh(a, b) for a, b in zip(ours, gold, strict=True)])
    low, high = bootstrap(counts, tuple_f1)
    yield Score(
        bench="opinions",
        task="opinion tuples, ru, cross-validated",
        metric="f1",
        value=tuple_f1(counts.sum(axis=0)),
        low=low,
        high=high,
        n=int(counts[:, 3].sum()),
        peer="best published on the hidden test (70 billion parameters, fine-tuned)",
        peer_value=BEST_PUBLISHED,
        corpus=CORPUS,
        digest=sha256(file.read_bytes()).hexdigest(),
    )


def _labelled(row: Row) -> Iterator[Opinion]:
    """The opinions of a row in tokens of ours; those whose target stands nowhere are left out."""
    tokens = sentence_of(row["text"]).tokens
    for one in row["opinions"]:
        source: frozenset[int] | str = _cells(tokens, one["Source"][1])
        if one["Source"][0][0] in ("NULL", "AUTHOR") or not source:
            source = AUTHOR if one["Source"][0][0] == "AUTHOR" else NOBODY
        target, words = _cells(tokens, one["Target"][1]), _cells(tokens, one["Polar_expression"][1])
        yield Opinion(source, target, words, one["Polarity"])


def _cells(tokens: Sequence[Token], spans: Sequence[str]) -> frozenset[int]:
    found: set[int] = set()
    for span in spans:
        if ":" in span:
            start, stop = (int(place) for place in span.split(":"))
            found |= {n for n, token in enumerate(tokens) if token.start < stop and token.stop > start}
    return frozenset(found)


def scored(text: str, tokens: Sequence[Token], one: Opinion) -> Tuple:
    """An opinion in the task's white-space tokens; nobody and the author are tokens of their own."""
    starts = [n for n, sign in enumerate(text) if not sign.isspace() and (n == 0 or text[n - 1].isspace())]

    def white(cells: frozenset[int]) -> frozenset[object]:
        return frozenset(int(np.searchsorted(starts, tokens[n].start, side="right")) for n in cells)

    source = frozenset({one.source}) if isinstance(one.source, str) else white(one.source)
    return Tuple(source, white(one.target) or frozenset({"_"}), white(one.expression), one.polarity)


def weigh(found: Sequence[Tuple], gold: Sequence[Tuple]) -> tuple[float, float, float, float]:
    """Weight of what is right among those found, how many found, weight among the gold ones, how many gold."""
    return (
        sum(_best(one, gold) for one in found),
        float(len(found)),
        sum(_best(one, found) for one in gold),
        float(len(gold)),
    )


def tuple_f1(sums: np.ndarray[Any, np.dtype[np.float64]]) -> float:
    """F1 of the four sums of `weigh`."""
    precision, recall = sums[0] / max(sums[1], 1.0), sums[2] / max(sums[3], 1.0)
    return float(2 * precision * recall / max(precision + recall, 1e-12))


def _best(one: Tuple, others: Sequence[Tuple]) -> float:
    """The mean share of source, target and expression that the best of the others covers, if all three are touched."""
    best, agrees = 0.0, False
    for other in others:
        shares = [len(a & b) / len(a) if a else 0.0 for a, b in zip(one[:3], other[:3], strict=True)]
        if min(shares) > 0:
            best = max(best, sum(shares) / 3)
            agrees = agrees or one.polarity == other.polarity
    return best if agrees else 0.0


__all__ = ["Sentence", "Tuple", "run", "scored", "tuple_f1", "weigh"]
