"""The common mechanics of declension: rules by the end of a word, paradigms of six cases, and how words agree.

A rule is data: what the word ends in, how many letters fall away, and six endings (nom gen dat acc ins loc) with
variants after a slash, the printed one first; `-` is no ending, `^` before an ending softens the stem.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from overtone.errors import UsageError

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
KINDS = ("person-m", "person-f", "surname-m", "surname-f", "place", "adjective", "phrase")

QUOTES = '«»„“”"'

Paradigm = tuple[tuple[str, ...], ...]  # six cases, each with its variants


@dataclass(frozen=True, slots=True)
class Ending:
    """One class of words: `pattern` is searched in the word, the first ending that is found decides."""

    pattern: re.Pattern[str]
    cut: int
    endings: tuple[tuple[str, ...], ...]


def ending(pattern: str, cut: int, endings: str) -> Ending:
    """A rule from its notation: `ending("[гкх]а$", 1, "а і ^е у ай/аю ^е")`."""
    return Ending(re.compile(pattern), cut, tuple(tuple(case.split("/")) for case in endings.split()))


def unchanged(word: str) -> Paradigm:
    """A word that does not decline."""
    return ((word,),) * len(CASES)


def _keep(stem: str) -> str:
    return stem


def attach(word: str, rules: Iterable[Ending], soften: Callable[[str], str] = _keep) -> Paradigm:
    """The paradigm of a word by the first rule that fits; a word that no rule knows does not decline."""
    for rule in rules:
        if rule.pattern.search(word):
            stem = word[: len(word) - rule.cut]
            cases = tuple(tuple(_put(stem, end, soften) for end in variants) for variants in rule.endings)
            return ((word,), *cases[1:])
    return unchanged(word)


def _put(stem: str, end: str, soften: Callable[[str], str]) -> str:
    if end.startswith("^"):
        return soften(stem) + end[1:]
    return stem if end == "-" else stem + end


def replaced(paradigm: Paradigm, index: int, *variants: str) -> Paradigm:
    """The paradigm with the variants of one case replaced."""
    return (*paradigm[:index], variants, *paradigm[index + 1 :])


def agree(words: Sequence[Paradigm], separators: Sequence[str]) -> Paradigm:
    """The paradigm of words that decline together; separators stand between them."""
    cases = []
    for index in range(len(CASES)):
        variants = product(*(word[index] for word in words))
        cases.append(tuple(_interleave(chosen, separators) for chosen in variants))
    return tuple(cases)


def _interleave(words: Sequence[str], separators: Sequence[str]) -> str:
    pieces = [words[0]]
    for separator, word in zip(separators, words[1:], strict=True):
        pieces += (separator, word)
    return "".join(pieces)


def surface(paradigm: Paradigm) -> frozenset[str]:
    """Every form of a paradigm."""
    return frozenset(form for variants in paradigm for form in variants)


def case_index(case: str) -> int:
    """Place of a case in a paradigm; UsageError for a case that does not exist."""
    if case not in CASES:
        raise UsageError(f"no grammatical case “{case}”", where="decline", next_step=f"use one of {', '.join(CASES)}")
    return CASES.index(case)


def check_kind(kind: str) -> str:
    """The kind of name itself; UsageError for one that does not exist."""
    if kind not in KINDS:
        raise UsageError(f"no kind of name “{kind}”", where="forms", next_step=f"use one of {', '.join(KINDS)}")
    return kind
