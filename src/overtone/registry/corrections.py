"""From a folder of TOML files to corrections: each dated, entered by one person and approved by another.

[corrections.2022-10-20-visit]
on = 2022-10-20
kind = "correction"
week = "2022-W41"
sentences = ["s-…"]
wrong.en = "…"
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from overtone.errors import CorrectionError
from overtone.records import Correction, Names
from overtone.registry import values
from overtone.registry.loading import Book, Spot, read_folders, tell
from overtone.registry.positions import key_lines, line_of
from overtone.registry.tables import Field, Kind
from overtone.registry.values import InsideError

KINDS = ("correction", "clarification", "withdrawal")
CONCERNS = ("sentences", "statements", "signals", "documents")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
TAKEN = frozenset({"index", "manifest"})  # names of other files in the folder of the notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """All corrections of a workspace, the oldest first, and where each stands."""

    found: tuple[Correction, ...] = ()
    spots: Mapping[str, Spot] = field(default_factory=dict, repr=False)

    def refuse(self, correction: Correction, name: str, what: str, step: str) -> CorrectionError:
        """The error of one field, with file and line."""
        file, path = self.spots[correction.id]
        line = line_of(key_lines(file.read_text(encoding="utf-8-sig")), (*path, name))
        return CorrectionError(f"{correction.id}: {name}: {what}", where=f"{file}:{line}", next_step=step)


def load_corrections(folder: Path) -> Corrections:
    """The corrections of a folder; none where there is no folder.

    CorrectionError names file, line and field of every mistake; whether what is referred to exists is asked later,
    of the ledger and the site.
    """
    if not folder.is_dir():
        return Corrections()
    loaded = read_folders(BOOK, folder)
    tell(loaded)
    found: Mapping[str, Correction] = loaded.facts["corrections"]
    return Corrections(
        found=tuple(sorted(found.values(), key=lambda one: (one.on, one.id))),
        spots={key: spot for (_, key), spot in loaded.spots.items()},
    )


def iso_week(value: object) -> str:
    """The label of a week there is: "2022-W41"."""
    label = values.text(value)
    parts = WEEK.fullmatch(label)
    weeks = date(int(parts[1]), 12, 28).isocalendar().week if parts and int(parts[1]) else 0
    if not parts or not 1 <= int(parts[2]) <= weeks:
        raise ValueError(f"expected a week such as 2022-W41, found {label!r}")
    return label


def _spoken(value: object) -> Names:
    """The same text in each language, none left out."""
    found = values.names(value)
    for lang in values.LANGUAGES:
        if not found.of(lang):
            raise InsideError(f"{lang}: missing: a notice is written in every language", lang)
    return found


def _addresses(value: object) -> tuple[str, ...]:
    """Sentences as their links name them, with or without the # before."""
    found = tuple(one.removeprefix("#") for one in values.texts(value))
    for one in found:
        if not one.startswith("s-"):
            raise ValueError(f"expected sentences as their links name them (s-…), found {one!r}")
    return found


def _pages(value: object) -> tuple[str, ...]:
    found = values.texts(value)
    for one in found:
        if not all(one.partition("/")[::2]):
            raise ValueError(f"expected a document as source/key, found {one!r}")
    return found


def _correction(key: str, read: dict[str, Any]) -> Correction:
    """The correction of one table; ValueError where one person did both, or it concerns nothing."""
    if not SLUG.fullmatch(key) or key in TAKEN:
        raise ValueError(f"the id {key!r} becomes an address: use small Latin letters, digits and hyphens")
    made = Correction(id=key, **read)
    if _person(made.entered_by) == _person(made.approved_by):
        raise ValueError(f"approved_by: {made.approved_by!r} also entered it; another person has to approve")
    if not any(getattr(made, name) for name in (*CONCERNS, "week", "commentary")):
        raise ValueError(f"it concerns nothing: name a week, a commentary, or some of {', '.join(CONCERNS)}")
    if made.week and made.commentary:
        raise ValueError("commentary: it names a week too; write a notice for each")
    if made.sentences and not made.week:
        raise ValueError("sentences: they are of an edition; name its week")
    if made.kind == "withdrawal" and not (made.statements or made.documents):
        raise ValueError("kind: a withdrawal takes back statements or documents; name them")
    return made


def _person(name: str) -> str:
    return " ".join(name.split()).casefold()


BOOK = Book(
    kinds={
        "corrections": Kind(
            (
                Field("on", values.day, needed=True),
                Field("kind", values.one_of(*KINDS), needed=True),
                Field("entered_by", values.text, needed=True),
                Field("approved_by", values.text, needed=True),
                Field("wrong", _spoken, needed=True),
                Field("right", _spoken, needed=True),
                Field("week", iso_week),
                Field("commentary", values.text),
                Field("sentences", _addresses),
                Field("statements", values.texts),
                Field("signals", values.texts),
                Field("documents", _pages),
            ),
            _correction,
        )
    },
    called="correction",
    error=CorrectionError,
    page="docs/corrections.md",
)
