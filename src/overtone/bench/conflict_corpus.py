"""The diplomats of UNSCon, speech by speech: each sentence with whether it attacks or contradicts somebody.

K. Zaczynska, P. Bourgonje and M. Stede, "How Diplomats Dispute: The UN Security Council Conflict Corpus", LREC-COLING
2024. A sentence is in conflict where it evaluates somebody negatively (column A0) or challenges or corrects what
another said (column B1). The pieces of a speech stand in one order again; what the names of files tell of its tone is
not looked at. Not for the country of a speaker as a feature: a country is not a tone.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

FILE = "conflict_annotations_sentences.csv"
NONE = "_"
PIECE = re.compile(r"(\d\d)(?:_GD)?\.txt$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its label."""

    text: str
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One speech: its meeting, and its sentences in order."""

    name: str
    meeting: str
    sentences: tuple[Sentence, ...]


def speeches(folder: Path) -> tuple[Speech, ...]:
    """The speeches of the corpus in order of their names; FileNotFoundError where the file is not there."""
    with (folder / FILE).open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=_place)
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row["filename"], []).append(row)
    return tuple(
        Speech(
            name=name,
            meeting=parts[0]["basename"],
            sentences=tuple(
                Sentence(text=printed(row["sentence_text"]), conflict=row["A0"] != NONE or row["B1"] != NONE)
                for row in parts
            ),
        )
        for name, parts in found.items()
    )


def _place(row: dict[str, str]) -> tuple[str, int, int]:
    piece = PIECE.search(row["file_id"])
    return row["filename"], int(piece[1]) if piece else 0, int(row["sentence_char_offsets"].split("-")[0])


def printed(tokens: str) -> str:
    """Text of tokens with a space between, as it would be printed."""
    text = re.sub(r"\s+", " ", tokens).strip()
    text = re.sub(r" ([,.;:!?)%])", r"\1", text).replace("( ", "(")
    text = re.sub(r" (['’]s)\b", r"\1", text).replace(" n't", "n't")
    return re.sub(r"(\w) - (\w)", r"\1-\2", text)
