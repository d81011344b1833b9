"""Sentences of our own in three languages, and English ones that differ in one number, denial, name or role."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files

from overtone.bench.aligned import Line, lines_of
from overtone.read.embedding import Embedder
from overtone.registry import Registry

FIRST = 1_000_000  # number of the first sentence
VOICES = ("ru", "be", "en", "changed")
Row = Mapping[str, str]  # a sentence by voice


@cache
def _packed() -> bytes:
    return files("overtone.bench").joinpath("near_misses.toml").read_bytes()


def sentences() -> dict[str, list[Row]]:
    """The sentences by what is changed in them: numbers, denials, names, roles."""
    return tomllib.loads(_packed().decode("utf-8"))


def digest() -> str:
    """Of the file, so that a floor cannot drift with it."""
    return sha256(_packed()).hexdigest()[:16]


def lines(rows: Sequence[Row], voice: str, with_: tuple[Embedder, Registry]) -> list[Line]:
    """The sentences in one voice as passages; "changed" is English. Numbers begin far above those of any corpus."""
    lang = "en" if voice == "changed" else voice
    said = {lang: tuple(row[voice] for row in rows)}
    return [
        replace(line, number=line.number + FIRST) for line in lines_of(iter([("near-misses", said)]), (lang,), *with_)
    ]
