"""From folders of TOML files to the registry: the default desk first, then what a workspace adds or overrides.

A file may hold tables of any kind ([states.by], [actors.putin], [[claims]] …); its name is for people. A later folder
replaces a fact of the same id as a whole; within one folder an id stands once. All problems are told at once.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from overtone.errors import CorrectionError, FactsError, JudgementError
from overtone.registry.facts import Actor, Claim, Term
from overtone.registry.positions import key_lines, line_of
from overtone.registry.references import unknown_references
from overtone.registry.registry import Registry
from overtone.registry.tables import KINDS, Kind
from overtone.registry.values import inner_path, suggestion

MOST_TOLD = 20  # problems printed at once beside the first

Spot = tuple[Path, tuple[str, ...]]  # a file and the path of a key in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A family of files: the kinds of table they hold, what one is called, and where their mistakes are explained."""

    kinds: Mapping[str, Kind]
    called: str
    error: type[FactsError] | type[JudgementError] | type[CorrectionError]
    page: str
    placed: bool = False  # whether each table in a list is told its file and line, under the key WHERE


FACTS = Book(kinds=KINDS, called="fact", error=FactsError, page="docs/facts.md")
WHERE = "where"


@dataclass(slots=True)
class Loaded:
    """What has been read so far: entries by kind and id, where each stands, and what is wrong."""

    book: Book
    facts: dict[str, dict[str, Any]] = field(init=False)
    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)
    problems: list[tuple[Spot, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """A place for the entries of each kind."""
        self.facts = {kind: {} for kind in self.book.kinds}


def default_desk() -> Path:
    """The folder of the facts that ship with Overtone: the Belarus desk."""
    return Path(str(resources.files("overtone"))) / "facts"


def load(*folders: Path) -> Registry:
    """All facts of these folders, later ones over earlier ones; the default desk alone where none is named.

    A workspace passes `load(default_desk(), workspace / "facts")`. Raises FactsError that names file, line and field
    of every mistake found.
    """
    loaded = read_folders(FACTS, *(folders or (default_desk(),)))
    if not loaded.problems:
        for kind, key, name, message in unknown_references(loaded.facts):
            file, path = loaded.spots[kind, key]
            loaded.problems.append(((file, (*path, name)), f"{name}: {message}"))
    tell(loaded)
    return _registry(loaded.facts)


def read_folders(book: Book, *folders: Path) -> Loaded:
    """The tables of all files of these folders, later ones over earlier ones, with what is wrong in them."""
    loaded = Loaded(book)
    for folder in folders:
        if not folder.is_dir():
            raise book.error(f"there is no folder {folder}", next_step="create it, or correct the path in the settings")
        seen: dict[tuple[str, str], Path] = {}
        for file in sorted(folder.rglob("*.toml")):
            _read_file(file, loaded, seen)
    return loaded


def tell(loaded: Loaded) -> None:
    """Raise the book's error with file, line and field of every problem; nothing where there is none."""
    if loaded.problems:
        raise _error(loaded.problems, loaded.book)


def _read_file(file: Path, loaded: Loaded, seen: dict[tuple[str, str], Path]) -> None:
    book = loaded.book
    for kind_name, tables in _parsed(file, book).items():
        kind = book.kinds.get(kind_name)
        if kind is None:
            loaded.problems.append(
                (
                    (file, (kind_name,)),
                    f"unknown kind of {book.called} {kind_name!r}{suggestion(kind_name, book.kinds)}",
                )
            )
            continue
        for path, key, table in _entries(kind_name, tables):
            spot = (file, path)
            if (kind_name, key) in seen:
                loaded.problems.append((spot, f"{key!r} is already in {seen[kind_name, key]}"))
                continue
            seen[kind_name, key] = file
            fact = _fact(kind, key, table, spot, loaded.problems)
            if fact is not None:
                loaded.facts[kind_name][key] = fact
                loaded.spots[kind_name, key] = spot


def _parsed(file: Path, book: Book) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
        if book.placed:
            _place(tables, (), file, key_lines(text))
        return tables
    except UnicodeDecodeError as error:
        raise book.error(
            f"not UTF-8 at byte {error.start}", where=str(file), next_step="save the file as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        twice = re.search(r"declare \((.*)\) twice", str(error))
        dotted = ".".join(re.findall(r"'([^']*)'", twice[1])) if twice else ""
        what = f"[{dotted}] stands twice in this file" if twice else f"not valid TOML: {error}"
        number = line[1] if line else str(len(file.read_text(encoding="utf-8-sig").splitlines()))
        step = f"correct this line (see {book.page})"
        raise book.error(what, where=f"{file}:{number}", next_step=step) from error


def _place(value: object, path: tuple[str, ...], file: Path, lines: dict[tuple[str, ...], int]) -> None:
    """Tell each table that stands in a list its file and line."""
    if isinstance(value, dict):
        for name, inner in value.items():
            _place(inner, (*path, name), file, lines)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _place(inner, (*path, str(place)), file, lines)
            if isinstance(inner, dict):
                inner[WHERE] = f"{file}:{line_of(lines, (*path, str(place)))}"


def _entries(kind: str, tables: object) -> Iterable[tuple[tuple[str, ...], str, object]]:
    """Path in the file, id and table of each fact of a kind; claims are a list, all others tables by id."""
    if kind == "claims" and isinstance(tables, list):
        for place, table in enumerate(tables):
            number = table.get("number", place + 1) if isinstance(table, dict) else place + 1
            yield (kind, str(place)), str(number), table
    elif isinstance(tables, dict):
        for key, table in tables.items():
            yield (kind, key), key, table
    else:
        yield (kind,), kind, tables


def _fact(kind: Kind, key: str, table: object, spot: Spot, problems: list[tuple[Spot, str]]) -> object | None:
    """The fact of one table, or None with its problems told."""
    file, path = spot
    if not isinstance(table, dict):
        problems.append((spot, f"expected a table [{'.'.join(path)}]"))
        return None
    before = len(problems)
    fields = {field.name: field for field in kind.fields}
    for name in table.keys() - fields.keys():
        problems.append(((file, (*path, name)), f"{name}: unknown key{suggestion(name, fields)}"))
    read: dict[str, Any] = {}
    for name, one in fields.items():
        if name not in table:
            if one.needed:
                problems.append((spot, f"{name}: missing"))
            continue
        try:
            read[name] = one.read(table[name])
        except ValueError as error:
            problems.append(((file, (*path, name, *inner_path(error))), f"{name}: {error}"))
    if len(problems) > before:
        return None
    try:
        made: object = kind.build(key, read)
    except ValueError as error:
        inside = inner_path(error) or (str(error).partition(":")[0],)
        problems.append(((file, (*path, *inside)), str(error)))
        return None
    return made


def _error(problems: list[tuple[Spot, str]], book: Book) -> FactsError | JudgementError | CorrectionError:
    """One error that lists every problem with its file, line and field, in the order of the files."""
    lines = {file: key_lines(file.read_text(encoding="utf-8-sig")) for (file, _), _ in problems}
    told = sorted((str(file), line_of(lines[file], path), ".".join(path[:2]), what) for (file, path), what in problems)
    (file, line, fact, what), *others = told
    more = "".join(f"\n{f}:{n}: {k}: {w}" for f, n, k, w in others[:MOST_TOLD])
    more += f"\n… and {len(others) - MOST_TOLD} more" if len(others) > MOST_TOLD else ""
    step = f"correct the {book.called}s (see {book.page})"
    return book.error(f"{fact}: {what}{more}", where=f"{file}:{line}", next_step=step)


def _registry(facts: Mapping[str, Mapping[str, Any]]) -> Registry:
    posts: dict[str, list[tuple[str, Term]]] = {}
    actors: Mapping[str, Actor] = facts["actors"]
    for actor in actors.values():
        for tenure in actor.tenures:
            posts.setdefault(tenure.office, []).append((actor.id, tenure.term))
    claims: list[Claim] = sorted(facts["claims"].values(), key=lambda claim: claim.number)
    kinds = {kind: dict(found) for kind, found in facts.items() if kind != "claims"}
    held = {office: tuple(terms) for office, terms in posts.items()}
    return Registry(**kinds, claims=tuple(claims), posts=held, digest=_digest(facts))


def _digest(facts: Mapping[str, Mapping[str, Any]]) -> str:
    rows = sorted(f"{kind}\x1f{key}\x1f{fact!r}" for kind, found in facts.items() for key, fact in found.items())
    return hashlib.blake2b("\x1e".join(rows).encode(), digest_size=16).hexdigest()
