"""The words of a Russian sentence with what a learner sees of each: lemma, part of speech, case, value by our lists."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import pymorphy3

from overtone.read.polarity_words import words_of
from overtone.read.tone_words import tone_words

TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
CHUNKED = frozenset(("NOUN", "ADJF", "PRTF", "LATN", "NUMR", "ROMN", "UNKN"))
QUOTES = frozenset('«»"“”„')


class Token(NamedTuple):
    """A word or sign of a sentence."""

    start: int
    stop: int
    text: str
    lemma: str
    pos: str
    case: str
    value: int  # -2 … 2 by the word lists of tone, 0 where none


class Chunk(NamedTuple):
    """A noun phrase by its first and last token, last excluded: who may hold an opinion or be its target."""

    first: int
    stop: int


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _parsed(word: str) -> tuple[str, str, str]:
    parse = _morph().parse(word)[0]
    return parse.normal_form, str(parse.tag.POS or _other(str(parse.tag))), str(parse.tag.case or "")


def _other(tag: str) -> str:
    return next((one for one in ("PNCT", "LATN", "NUMB", "ROMN") if one in tag), "UNKN")


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a sentence."""
    values = _values(text)
    return tuple(
        Token(m.start(), m.end(), m[0], *_parsed(m[0].lower()), values.get(m.start(), 0)) for m in TOKEN.finditer(text)
    )


def _values(text: str) -> Mapping[int, int]:
    words = words_of(text, "ru")
    found = [(f, v) for v, entries in tone_words("ru").valued.items() for f in entries.find(words)]
    return {words[n].start: v for f, v in found for n in range(f.first, f.last + 1)}


def chunks_of(tokens: Sequence[Token]) -> tuple[Chunk, ...]:
    """Noun phrases, parted where a new one begins in another case than the genitive; third-person pronouns too."""
    found: list[Chunk] = []
    first = -1
    for n, token in enumerate(tokens):
        inside = token.pos in CHUNKED or (token.text in QUOTES and first >= 0)
        if inside and first >= 0 and _begins(tokens, first, n):
            found.append(Chunk(first, n))
            first = n
        if inside and first < 0 and token.text not in QUOTES:
            first = n
        if not inside and first >= 0:
            found.append(Chunk(first, n))
            first = -1
        if token.pos == "NPRO":
            found.append(Chunk(n, n + 1))
    if first >= 0:
        found.append(Chunk(first, len(tokens)))
    return tuple(
        chunk for chunk in found if any(t.pos in ("NOUN", "NPRO", "LATN", "UNKN") for t in tokens[slice(*chunk)])
    )


def _begins(tokens: Sequence[Token], first: int, n: int) -> bool:
    """Whether a token opens a new phrase: a noun before it, and its own case neither that noun's nor genitive."""
    heads = [t for t in tokens[first:n] if t.pos == "NOUN"]
    token = tokens[n]
    return bool(heads) and token.case not in ("", "gent", heads[-1].case) and token.text not in QUOTES


def head_of(tokens: Sequence[Token], chunk: Chunk) -> Token:
    """The first noun of a phrase, else its first token."""
    inside = tokens[chunk.first : chunk.stop]
    return next((t for t in inside if t.pos in ("NOUN", "NPRO", "LATN", "UNKN")), inside[0])
