"""The notation of tests/cases/names: names drawn into the text, [words|id], one inside another where need be."""

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "cases" / "names"
MARK = re.compile(r"\[|\|(?P<target>[a-z-]+)\]")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A case: what stands before the text, the text, and what is named in it."""

    head: str
    text: str
    names: tuple[tuple[int, int, str], ...]


def drawn(file: str) -> list[Drawn]:
    """The cases of a file, one a line; lines with # are for people."""
    lines = (CASES / file).read_text(encoding="utf-8").splitlines()
    return [_drawn(line) for line in lines if line and not line.startswith("#")]


def listed(file: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The cases of a file of lists: the item, and the words that must be found in it with what they name."""
    lines = (CASES / file).read_text(encoding="utf-8").splitlines()
    parted = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(item, tuple(_pair(words) for words in rest.split(";"))) for item, _, rest in parted]


def _pair(words: str) -> tuple[str, str]:
    name, _, target = words.strip().partition("=")
    return name, target


def _drawn(line: str) -> Drawn:
    head, _, rest = line.partition(" ")
    rest = rest.replace(" ¶ ", "\n\n")
    text, read = "", 0
    names: list[tuple[int, int, str]] = []
    open_at: list[int] = []
    for mark in MARK.finditer(rest):
        text += rest[read : mark.start()]
        read = mark.end()
        if mark["target"]:
            names.append((open_at.pop(), len(text), mark["target"]))
        else:
            open_at.append(len(text))
    return Drawn(head, text + rest[read:], tuple(sorted(names)))
