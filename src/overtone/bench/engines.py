"""DuckDB beside Spark on this machine: the same counts, the same rows read, and what each costs.

Every measure's tally is run on both engines over one made-up ledger and compared row by row; the pages of two archives
are read into two ledgers, by the process pool and by Spark, and their digests compared. Spark runs on two cores here.
Without the extra or Java there are no figures. Not for claims of speed: one machine is not what Spark is for.
"""

import hashlib
import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from overtone.bench.ledgers import Made, make
from overtone.bench.score import Score
from overtone.bench.week import asked
from overtone.errors import SettingsError
from overtone.ledger import View, spark_room
from overtone.ledger.java import check_java
from overtone.measure import MEASURES
from overtone.measure.shape import ordered
from overtone.wiring import create_workspace, open_workspace

ENGINE = "spark:local[2]"
SMALL, LARGE = 2_000, 100_000
PAGES = (
    ("data/kremlin-1999-2020/documents.jsonl.gz", "kremlin-archive"),
    ("data/kremlin-2022/releases.jsonl.gz", "kremlin"),
)
Found = TypeVar("Found")


def run(shared: Path) -> tuple[Score, ...]:
    """Tallies compared and timed, then documents read on both sides."""
    if not _there():
        return ()
    return (*quick(shared), *_tallies(Made(statements=LARGE)), *_reading(shared))


def quick(shared: Path) -> tuple[Score, ...]:
    """Tallies on a small ledger; `shared` is not looked into."""
    return _tallies(Made(statements=SMALL, weeks=30, resolutions=20)) if _there() else ()


def same(one: pa.Table, other: pa.Table) -> bool:
    """Whether two tallies hold the same rows, lists in any order, floats to nine digits."""
    return one.column_names == other.column_names and rows(one) == rows(other)


def rows(table: pa.Table) -> list[str]:
    """The rows of a tally as words, sorted."""
    return sorted(repr([(name, plain(value)) for name, value in sorted(row.items())]) for row in table.to_pylist())


def plain(value: object) -> object:
    """A value as it is compared: lists come from an engine in any order, sums differ in their last digit."""
    if isinstance(value, list):
        return sorted((plain(one) for one in value), key=repr)
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, float):
        return "nan" if math.isnan(value) else float(f"{value:.9g}")
    return value


def _there() -> bool:
    try:
        spark_room()
        check_java()
    except SettingsError:
        return False
    return True


def _tallies(made: Made) -> tuple[Score, ...]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = make(Path(folder) / "ledger", made)
        with ledger.view() as one, ledger.view(engine=ENGINE) as other:
            both = [(_tallied(name, one, made), _tallied(name, other, made)) for name in (m.name for m in MEASURES)]
    equal = sum(same(one, other) for (one, _), (other, _) in both)
    spent = [sum(seconds for _, seconds in side) for side in zip(*both, strict=True)]
    task = f"{made.statements:,} statements, every tally"
    return (
        Score(bench="engines", task=task, metric="equal on both", value=equal / len(both), n=len(both), target=1.0),
        Score(
            bench="engines",
            task=task,
            metric="seconds",
            value=spent[0],
            n=len(both),
            peer="Spark on two cores",
            peer_value=spent[1],
        ),
    )


def _tallied(name: str, view: View, made: Made) -> tuple[pa.Table, float]:
    measure = next(one for one in MEASURES if one.name == name)
    return _timed(lambda: ordered(measure.tally(view, made.last_week, asked(name)).to_pyarrow()))


def _reading(shared: Path) -> tuple[Score, ...]:
    sides = [_read(shared, engine) for engine in ("duckdb", ENGINE)]
    (mine, documents, seconds), (theirs, _, spark_seconds) = sides
    digest = hashlib.sha256((shared / PAGES[0][0]).read_bytes()).hexdigest()[:16]
    figures = (
        ("same ledger rows", float(mine == theirs), 1.0, "", None),
        ("seconds", seconds, None, "Spark on two cores", spark_seconds),
    )
    return tuple(
        Score(
            bench="engines",
            task="documents read by rules",
            metric=metric,
            value=value,
            n=documents,
            target=target,
            peer=peer,
            peer_value=peer_value,
            corpus="kremlin-1999-2020",
            digest=digest,
        )
        for metric, value, target, peer, peer_value in figures
    )


def _read(shared: Path, engine: str) -> tuple[str, int, float]:
    """Digest of the ledger, documents and seconds."""
    with tempfile.TemporaryDirectory() as folder:
        root = create_workspace(Path(folder) / "desk")
        (root / "overtone.toml").write_text('[intake]\nmodels = "rules"\ndeadline = 60\n', "utf-8")
        workspace = open_workspace(root)
        done, seconds = _timed(
            lambda: [workspace.intake(shared / path, source, workers=2, engine=engine) for path, source in PAGES]
        )
        with workspace.view() as view:
            return view.digest(), sum(report.documents for report in done), seconds


def _timed(work: Callable[[], Found]) -> tuple[Found, float]:
    begun = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begun
