"""Pairs of statements that people have judged: what the ranker of contradictions learns from and is measured on."""

import ast
import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from overtone.bench.contradiction_fit import Labelled
from overtone.language import language
from overtone.measure.contradiction_ranker import CLASSES, Said, features
from overtone.measure.nearness import unpacked
from overtone.read.embedding import Embedder
from overtone.read.passages import packed
from overtone.read.wording import lemmas

POLITICAL = Path("inconsistency-political") / "df_gold.csv"
CLAIMS = Path("claimdiff")
KINDS = ("Surface contradiction", "Factual inconsistency", "Indirect inconsistency", "Consistent", "Unrelated")
OF_KIND = (0, 0, 0, 1, 2)  # the class of each
MODELS = {"GPT-4": "ChatGPT-4 majority 3 classes", "Llama-8B": "LLaMA 8B majority 3 classes"}
NEITHER = (0.0, 0.3, 0.7)  # of two claims about one event where none weakens or strengthens the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Political:
    """The pairs of political statements with the class agreed on, annotators' shares and what models answered."""

    texts: tuple[tuple[str, str], ...]
    kinds: NDArray[np.int64]  # places in KINDS
    shares: NDArray[np.float64]  # of the annotators, shape (pairs, 3)
    answers: dict[str, NDArray[np.int64]]  # of language models, as the file has them
    groups: NDArray[np.int64]  # pairs that share a statement share a group
    digest: str

    @property
    def classes(self) -> NDArray[np.int64]:
        """The class of each pair, a place in CLASSES."""
        return np.array(OF_KIND)[self.kinds]


def political(shared: Path) -> Political:
    """The pairs of `inconsistency-political`; FileNotFoundError where they are not there."""
    raw = (shared / "data" / POLITICAL).read_bytes()
    rows = list(csv.DictReader(raw.decode("utf-8").splitlines(keepends=True)))
    texts = tuple(_two(row["Input"]) for row in rows)
    told = np.zeros((len(rows), len(CLASSES)))
    for place, row in enumerate(rows):
        for answer in ast.literal_eval(row["All answers"]):
            told[place, OF_KIND[KINDS.index(answer)]] += 1
    return Political(
        texts=texts,
        kinds=np.array([KINDS.index(row["Answer_5_classes"]) for row in rows]),
        shares=told / told.sum(axis=1, keepdims=True),
        answers={name: np.array([_place(row[column]) for row in rows]) for name, column in MODELS.items()},
        groups=_groups(texts),
        digest=hashlib.sha256(raw).hexdigest()[:16],
    )


def claims(shared: Path) -> tuple[tuple[tuple[str, str], ...], NDArray[np.float64]]:
    """Every other pair of `claimdiff` (each stands there twice, turned round), with its share of each class."""
    folder = shared / "data" / CLAIMS
    found: dict[str, dict[str, object]] = {}
    for name in ("strength", "weak"):
        with gzip.open(folder / f"ClaimDiff-{name}-train.json.gz", "rt", encoding="utf-8") as stored:
            for row in json.load(stored)["data"]:
                one = found.setdefault(row["pair_id"], {"texts": (row["claim_a"], row["claim_b"])})
                one[name] = row["relation"]
    kept = list(found.values())[::2]
    shares = [(1.0, 0.0, 0.0) if r["weak"] else (0.0, 1.0, 0.0) if r["strength"] else NEITHER for r in kept]
    return tuple(r["texts"] for r in kept if isinstance(r["texts"], tuple)), np.array(shares)


def labelled(texts: Sequence[tuple[str, str]], shares: NDArray[np.float64], embedder: Embedder) -> Labelled:
    """English pairs as the ranker sees them, by way of the vectors as the ledger stores them."""
    return Labelled(features=features(said(texts, embedder)), shares=shares)


def said(texts: Iterable[tuple[str, str]], embedder: Embedder) -> list[tuple[Said, Said]]:
    """The two sides of each pair, every text embedded once."""
    texts = list(texts)
    each = list(dict.fromkeys(text for pair in texts for text in pair))
    rows = unpacked(packed(embedder.embed(each, "en")))
    sides = {
        text: Said(words=tuple(lemmas(text, language("en"))), lang="en", vector=row)
        for text, row in zip(each, rows, strict=True)
    }
    return [(sides[one], sides[other]) for one, other in texts]


def _two(printed: str) -> tuple[str, str]:
    found = re.match(r"\s*Text 1:(.*?)Text 2:(.*)$", printed, re.S)
    if found is None:
        raise ValueError(f"no pair of texts: {printed[:60]!r}")
    return found[1].strip(), found[2].strip()


def _place(answer: str) -> int:
    """A model's answer as a place in CLASSES; -1 where it gave none."""
    return CLASSES.index(answer.lower()) if answer.lower() in CLASSES else -1


def _groups(texts: Sequence[tuple[str, str]]) -> NDArray[np.int64]:
    """Pairs joined by a statement, directly or by way of others, under one number."""
    group = list(range(len(texts)))
    seen: dict[str, int] = {}
    for place, pair in enumerate(texts):
        for text in pair:
            earlier = seen.setdefault(text, place)
            old, new = group[place], group[earlier]
            group = [new if one == old else one for one in group]
    return np.array(group)
