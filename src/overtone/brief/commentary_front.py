"""What stands above an article and who may sign it: TOML, each field checked, mistakes told with line and field."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from overtone.errors import CommentaryError
from overtone.records.commentaries import Author
from overtone.registry.values import day, flag, names, suggestion, table, text, texts

T = TypeVar("T")
FENCE = "+++"
FIELDS = (
    *("title", "authors", "date", "summary", "image", "disclaimer", "related", "weeks"),
    *("translation_of", "translator"),
)
NEEDED = ("title", "authors", "date", "summary")
IMAGE = ("file", "credit", "alt")
WEEK = re.compile(r"\d{4}-W\d\d")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields above an article, checked one by one, and the line each stands in."""

    title: str
    authors: tuple[str, ...]
    date: date
    summary: str
    image: Mapping[str, str]
    disclaimer: str
    related: tuple[str, ...]
    weeks: tuple[str, ...]
    translation_of: str
    translator: str
    lines: Mapping[str, int]


def split(source: str, where: str) -> tuple[str, list[str], int]:
    """Front matter, lines of the body, and the number of the body's first line; CommentaryError where there is none."""
    lines = source.split("\n")
    if lines[0].rstrip() != FENCE:
        raise CommentaryError(
            "no front matter", where=f"{where}:1", next_step=f"begin with {FENCE}, then title, authors, date, summary"
        )
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), lines[number + 1 :], number + 2
    raise CommentaryError(
        "the front matter does not end", where=f"{where}:1", next_step=f"close it with a line of {FENCE}"
    )


def fields_of(front: str, where: str) -> Fields:
    """The fields of a front matter that begins in line 2 of its file; CommentaryError with line and field."""
    told = tables(front, where, before=1)
    at = _Places(front, where, before=1)
    for name in told:
        if name not in FIELDS:
            raise at.wrong(
                name, f"there is no field {name!r}{suggestion(name, FIELDS)}", f"the fields are {', '.join(FIELDS)}"
            )
    for name in NEEDED:
        if name not in told:
            raise at.wrong(name, f"{name} is missing", f"the front matter needs {', '.join(NEEDED)}")

    def taken(name: str) -> str:
        return at.read(name, told[name], text) if name in told else ""

    return Fields(
        title=taken("title"),
        authors=at.read("authors", told["authors"], _some),
        date=at.read("date", told["date"], day),
        summary=taken("summary"),
        image=at.read("image", told["image"], _image) if "image" in told else MappingProxyType({}),
        disclaimer=taken("disclaimer"),
        related=at.read("related", told.get("related", []), texts),
        weeks=at.read("weeks", told.get("weeks", []), _weeks),
        translation_of=at.read("translation_of", told["translation_of"], _lang) if "translation_of" in told else "",
        translator=taken("translator"),
        lines=at.lines,
    )


def authors_of(source: str, where: str) -> dict[str, Author]:
    """The authors a file tells of, by id; CommentaryError with line and field."""
    found: dict[str, Author] = {}
    for key, told in tables(source, where).items():
        at = _Places(source, where, section=key)
        if not SLUG.fullmatch(key):
            raise at.wrong("", f"{key!r} is no id", "write small letters, digits and hyphens, as in belarus-desk")
        fields = at.read("", told, table)
        for name in fields:
            if name not in ("name", "bio", "picture", "person"):
                raise at.wrong(
                    name, f"there is no field {name!r}", "an author has name, bio and, if you like, picture and person"
                )
        for name in ("name", "bio"):
            if name not in fields:
                raise at.wrong(name, f"{key} has no {name}", f"give {name}.en, {name}.ru and {name}.be")
        found[key] = Author(
            id=key,
            names=at.read("name", fields["name"], names),
            bio=at.read("bio", fields["bio"], names),
            picture=at.read("picture", fields["picture"], _file) if "picture" in fields else "",
            person=at.read("person", fields.get("person", False), flag),
        )
    return found


def tables(source: str, where: str, before: int = 0) -> dict[str, object]:
    """TOML as read; CommentaryError with the line of what is none. `before`: lines of the file above it."""
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        line = before + (int(told[1]) if told else source.count("\n") + 1)
        what = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise CommentaryError(
            f"not TOML: {what}", where=f"{where}:{line}", next_step="correct the line; texts stand in quotation marks"
        ) from None


class _Places:
    """Where each field of a TOML text stands, for whoever has to correct it."""

    def __init__(self, source: str, where: str, before: int = 0, section: str = "") -> None:
        self.where = where
        self.lines: dict[str, int] = {}
        inside = not section
        for number, line in enumerate(source.split("\n"), before + 1):
            if header := re.match(r"\s*\[\s*\"?([\w-]+)\"?([\w.-]*)\s*\]", line):
                inside = not section or header[1] == section
                if inside:
                    self.lines.setdefault(header[2].strip(".") if section else header[1], number)
            elif inside and (key := re.match(r"\s*([A-Za-z_-]+)\s*[.=]", line)):
                self.lines.setdefault(key[1], number)
        self.first = self.lines.get("", before + 1)

    def wrong(self, name: str, what: str, step: str) -> CommentaryError:
        """The mistake in a field."""
        place = f"{self.where}:{self.lines.get(name, self.first)}"
        return CommentaryError(what, where=f"{place}: {name}" if name else place, next_step=step)

    def read(self, name: str, value: object, reader: Callable[[object], T]) -> T:
        """The value as its reader takes it."""
        try:
            return reader(value)
        except ValueError as error:
            raise self.wrong(name, str(error), "correct the field") from None


def _some(value: object) -> tuple[str, ...]:
    found = texts(value)
    if not found:
        raise ValueError("expected at least one id of authors.toml")
    return found


def _weeks(value: object) -> tuple[str, ...]:
    found = texts(value)
    for one in found:
        if not WEEK.fullmatch(one):
            raise ValueError(f"expected weeks such as 2022-W20, found {one!r}")
    return found


def _lang(value: object) -> str:
    if not re.fullmatch(r"[a-z]{2}", text(value)):
        raise ValueError(f'expected a language such as "en", found {value!r}')
    return str(value)


def _file(value: object) -> str:
    if not _FILE.fullmatch(text(value)) or ".." in str(value):
        raise ValueError(f"expected the name of a file in the same folder, found {value!r}")
    return str(value)


def _image(value: object) -> dict[str, str]:
    told = table(value)
    absent = [name for name in IMAGE if name not in told]
    if absent or len(told) > len(IMAGE):
        raise ValueError(
            f"an image has {', '.join(IMAGE)}, all of them: {', '.join(absent) or 'something else'} is wrong"
        )
    return {"file": _file(told["file"]), "credit": text(told["credit"]), "alt": text(told["alt"])}
