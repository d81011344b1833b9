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

from overtone.errors import FactsError
from overtone.registry.facts import Actor, Claim, Term
from overtone.registry.positions import key_lines, line_of
from overtone.registry.references import unknown_references
from overtone.registry.registry import Registry
from overtone.registry.tables import KINDS, Fact, Kind
from overtone.registry.values import suggestion

MOST_TOLD = 20  # problems printed at once beside the first

Spot = tuple[Path, tuple[str, ...]]  # a file and the path of a key in it


@dataclass(slots=True)
class _Loaded:
    """What has been read so far: facts by kind and id, where each stands, and what is wrong."""

    facts: dict[str, dict[str, Fact]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)
    problems: list[tuple[Spot, str]] = field(default_factory=list)


def default_desk() -> Path:
    """The folder of the facts that ship with Overtone: the Belarus desk."""
    return Path(str(resources.files("overtone"))) / "facts"


def load(*folders: Path) -> Registry:
    """All facts of these folders, later ones over earlier ones; the default desk alone where none is named.

    A workspace passes `load(default_desk(), workspace / "facts")`. Raises FactsError that names file, line and field
    of every mistake found.
    """
    loaded = _Loaded()
    for folder in folders or (default_desk(),):
        if not folder.is_dir():
            raise FactsError(f"there is no folder {folder}", next_step="create it, or correct the path in the settings")
        seen: dict[tuple[str, str], Path] = {}
        for file in sorted(folder.rglob("*.toml")):
            _read_file(file, loaded, seen)
    if not loaded.problems:
        for kind, key, name, message in unknown_references(loaded.facts):
            file, path = loaded.spots[kind, key]
            loaded.problems.append(((file, (*path, name)), f"{name}: {message}"))
    if loaded.problems:
        raise _error(loaded.problems)
    return _registry(loaded.facts)


def _read_file(file: Path, loaded: _Loaded, seen: dict[tuple[str, str], Path]) -> None:
    for kind_name, tables in _parsed(file).items():
        kind = KINDS.get(kind_name)
        if kind is None:
            loaded.problems.append(
                ((file, (kind_name,)), f"unknown kind of fact {kind_name!r}{suggestion(kind_name, KINDS)}")
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


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FactsError(
            f"not UTF-8 at byte {error.start}", where=str(file), next_step="save the file as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        twice = re.search(r"declare \((.*)\) twice", str(error))
        dotted = ".".join(re.findall(r"'([^']*)'", twice[1])) if twice else ""
        what = f"[{dotted}] stands twice in this file" if twice else f"not valid TOML: {error}"
        number = line[1] if line else str(len(file.read_text(encoding="utf-8-sig").splitlines()))
        raise FactsError(what, where=f"{file}:{number}", next_step="correct this line (see docs/facts.md)") from error


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


def _fact(kind: Kind, key: str, table: object, spot: Spot, problems: list[tuple[Spot, str]]) -> Fact | None:
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
            problems.append(((file, (*path, name)), f"{name}: {error}"))
    if len(problems) > before:
        return None
    try:
        return kind.build(key, read)
    except ValueError as error:
        problems.append(((file, (*path, str(error).partition(":")[0])), str(error)))
        return None


def _error(problems: list[tuple[Spot, str]]) -> FactsError:
    """One error that lists every problem with its file, line and field, in the order of the files."""
    lines = {file: key_lines(file.read_text(encoding="utf-8-sig")) for (file, _), _ in problems}
    told = sorted((str(file), line_of(lines[file], path), ".".join(path[:2]), what) for (file, path), what in problems)
    (file, line, fact, what), *others = told
    more = "".join(f"\n{f}:{n}: {k}: {w}" for f, n, k, w in others[:MOST_TOLD])
    more += f"\n… and {len(others) - MOST_TOLD} more" if len(others) > MOST_TOLD else ""
    return FactsError(
        f"{fact}: {what}{more}", where=f"{file}:{line}", next_step="correct the facts (see docs/facts.md)"
    )


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
