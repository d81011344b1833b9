"""Cases drawn into text files: how they are read."""

import re
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "cases" / "language"
_DATE = re.compile(r"\[([^\]]+)\]\{([\d-]+)\}")


def lines(name: str) -> list[str]:
    """The cases of a file, comments and blank lines left out."""
    text = (CASES / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def sentences(drawn: str) -> tuple[str, list[str]]:
    """A text and its sentences: a bar stands on either side of each."""
    whole = drawn.replace("\\n", "\n")
    return whole.replace("|", ""), whole.split("|")[1::2]


def declension(drawn: str) -> tuple[str, list[str]]:
    """A kind of name and its six cases."""
    kind, _, cases = drawn.partition(": ")
    return kind, cases.split(" | ")


def dates(drawn: str) -> tuple[str, list[tuple[str, str]]]:
    """A text and its date expressions with the days they mean."""
    return _DATE.sub(r"\1", drawn), [(match[1], match[2]) for match in _DATE.finditer(drawn)]
