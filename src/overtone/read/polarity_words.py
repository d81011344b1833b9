"""Lists of words found in running text: `*` stands for any ending, words of one entry stand side by side.

A text is cut into words once and each list looks them up by their first letters, so time grows with the text alone.
Not for names, which the gazetteer finds.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overtone.language import language

TOKEN = re.compile(r"[^\W_]+(?:['’‘ʼ-][^\W_]+)*")
SOFT = re.compile(r"(?<=[сзцнСЗЦН])ь(?=[бвгджзйклмнпрстфхцчш])")  # classical Belarusian: «сьнежань»
NOT_CONTRACTION = re.compile(r"n't$")
KEY_LETTERS = 3


class Word(NamedTuple):
    """A word of a text: its place and its key, in lower case with spellings folded."""

    start: int
    stop: int
    key: str


class Found(NamedTuple):
    """An entry of a list found in a text: its place in characters and in words, both ends included for words."""

    start: int
    stop: int
    first: int
    last: int
    entry: str


Part = tuple[str, bool]  # the letters a word begins with, and whether any ending may follow


@dataclass(frozen=True, slots=True)
class WordList:
    """Entries by the first letters of their first word."""

    entries: dict[str, tuple[tuple[tuple[Part, ...], str], ...]]

    def find(self, words: Sequence[Word]) -> list[Found]:
        """The entries found, the longest at one place, not overlapping, in order."""
        found: list[Found] = []
        free = 0
        for at, word in enumerate(words):
            if at < free:
                continue
            best = 0
            entry = ""
            for parts, printed in self.entries.get(word.key[:KEY_LETTERS], ()):
                if len(parts) > best and _stands(parts, words, at):
                    best, entry = len(parts), printed
            if best:
                last = at + best - 1
                found.append(Found(word.start, words[last].stop, at, last, entry))
                free = at + best
        return found


def word_list(entries: Iterable[str]) -> WordList:
    """A list made of its printed entries: "ready to talk", "condemn*", «готов* к диалог*»."""
    by_key: dict[str, list[tuple[tuple[Part, ...], str]]] = {}
    for entry in entries:
        parts = tuple((_plain(part.rstrip("*")), part.endswith("*")) for part in entry.split())
        stem, is_open = parts[0]
        keys = {stem[:KEY_LETTERS]}
        if is_open and len(stem) < KEY_LETTERS:
            keys = {stem + more for more in _ENDINGS[KEY_LETTERS - len(stem)]}
        for key in keys:
            by_key.setdefault(key, []).append((parts, entry))
    return WordList({key: tuple(sorted(found, key=lambda f: -len(f[0]))) for key, found in by_key.items()})


def words_of(text: str, lang: str) -> tuple[Word, ...]:
    """The words of a text with their keys; English "don't" is two words, "do" and "n't"."""
    folded = language(lang).fold(text)
    words: list[Word] = []
    for match in TOKEN.finditer(folded):
        key = _plain(match[0])
        cut = NOT_CONTRACTION.search(key)
        start, stop = match.span()
        if cut and len(key) == stop - start:
            words.append(Word(start, start + cut.start(), key[: cut.start()]))
            words.append(Word(start + cut.start(), stop, "n't"))
        else:
            words.append(Word(start, stop, key))
    return tuple(words)


def _stands(parts: Sequence[Part], words: Sequence[Word], at: int) -> bool:
    if at + len(parts) > len(words):
        return False
    for (stem, is_open), word in zip(parts, words[at : at + len(parts)], strict=True):
        if not (word.key.startswith(stem) if is_open else word.key == stem):
            return False
    return True


def _plain(word: str) -> str:
    return SOFT.sub("", word.lower().replace("’", "'").replace("ё", "е"))


_LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзійклмнопрстуўфхцчшщъыьэюяи'-"
_ENDINGS = {1: tuple(_LETTERS), 2: tuple(a + b for a in _LETTERS for b in _LETTERS)}
