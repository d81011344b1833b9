"""The size of an extra on disk: the distributions it brings that the base has not, as they are installed."""

from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from overtone.bench.reading_table import Figure

PROJECT = "overtone"


def install_size(extra: str, project: str = PROJECT) -> Figure:
    """Megabytes that `pip install 'overtone[extra]'` adds to the base, dependencies and compiled files included.

    The files are measured where they are installed. Not for what pip must download: wheels are smaller.
    """
    try:
        base, whole = closure(project), closure(project, extra)
    except PackageNotFoundError as absent:
        return Figure(why=f"not measured: {absent.name} is not installed: pip install '{project}[{extra}]'")
    if extra not in (distribution(project).metadata.get_all("Provides-Extra") or ()):
        return Figure(why=f"not measured: no extra {extra}")
    added = sorted(whole - base)
    return Figure(value=sum(map(size, added)) / 1e6, n=len(added))


def closure(project: str, extra: str = "") -> set[str]:
    """The canonical names of all distributions a project needs, itself too. Raises PackageNotFoundError."""
    seen: set[tuple[str, str]] = set()
    waiting: list[tuple[str, str]] = list(_each(canonicalize_name(project), (extra,)))
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) not in seen:
            seen.add((name, wanted))
            waiting += _needs(distribution(name), wanted)
    return {name for name, _ in seen}


def size(name: str) -> int:
    """Bytes of the files of an installed distribution."""
    paths = (Path(str(file.locate())) for file in distribution(name).files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def _needs(found: Distribution, extra: str) -> Iterator[tuple[str, str]]:
    for requirement in map(Requirement, found.requires or ()):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield from _each(canonicalize_name(requirement.name), requirement.extras)


def _each(name: str, extras: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield name, ""
    yield from ((name, extra) for extra in extras)
