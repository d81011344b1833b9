"""The queue of contradictions over the bundled diary against our own verdicts, and with partners shuffled.

The weights of the rules were set on this diary: the figure says what the queue is like, not what it would be elsewhere.
A pair of the head that has no verdict counts as no contradiction.
"""

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.measure import Options
from overtone.measure.contradiction import Ranked, queue, tally, weighed
from overtone.measure.shape import ordered
from overtone.records import Window
from overtone.wiring import create_workspace, open_workspace

SEED = 20220506
HEAD = 20
YEAR = Window(label="2022", start=date(2022, 1, 1), stop=date(2023, 1, 1))
FOUNDING = frozenset({"lukashenko-ap-dragged-2022-05-05", "peskov-tanjug-2022-05-06"})
Row = Mapping[str, Any]
Place = tuple[str, int, int]


def diary() -> tuple[Score, ...]:
    """Precision of the first twenty, the place of the founding case, and what is left with partners shuffled."""
    rows, keys = _candidates()
    head = queue(rows, most=HEAD)
    found = verdicts()
    right = sum(found.get(_places(pair, keys), False) for pair in head)
    low, high = wilson(right, len(head))
    place = next((n for n, pair in enumerate(head, 1) if {p[0] for p in _places(pair, keys)} == FOUNDING), HEAD + 1)
    return (
        _score("diary, first twenty", "precision", right / max(1, len(head)), (low, high), len(head), 0.5),
        _score("diary, founding case among the first five", "recall", float(place <= 5), (None, None), 1, 1.0),
        _score("diary, partners shuffled, share over one half", "ratio", _kept(rows), (None, None), len(rows), 0.2),
    )


def verdicts() -> dict[frozenset[Place], bool]:
    """Our own verdicts by the places of both statements."""
    lines = _key().decode("utf-8").splitlines()[2:]
    cells = [line.split("\t") for line in lines]
    return {frozenset({(c[0], int(c[1]), int(c[2])), (c[3], int(c[4]), int(c[5]))}): c[6] == "yes" for c in cells}


def shuffled(rows: Sequence[Row], seed: int = SEED) -> list[dict[str, Any]]:
    """The candidates with the second sides dealt out anew."""
    other = np.random.default_rng(seed).permutation(len(rows))
    return [
        {**row, **{name: value for name, value in rows[n].items() if name.startswith("two_")}}
        for row, n in zip(rows, other.tolist(), strict=True)
    ]


def _kept(rows: Sequence[Row]) -> float:
    """Pairs over one half among shuffled candidates, as a share of those among real ones."""
    real, dealt = ([p for p in weighed(some) if p.probability >= 0.5] for some in (rows, shuffled(rows)))
    return len(dealt) / max(1, len(real))


def _candidates() -> tuple[list[Row], dict[str, str]]:
    """The candidates of the year out of a fresh ledger, and the key of each document."""
    items = Path(str(resources.files("overtone") / "diary" / "items.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        create_workspace(Path(folder) / "w")
        workspace = open_workspace(str(Path(folder) / "w"), say=lambda _: None)
        workspace.intake(items, "diary")
        with workspace.view(datetime.now(UTC)) as view:
            rows = ordered(tally(view, YEAR, Options()).to_pyarrow()).to_pylist()
            pages = view.table("documents").select("id", "key").to_pyarrow().to_pylist()
    return rows, {str(page["id"]): str(page["key"]) for page in pages}


def _places(pair: Ranked, keys: Mapping[str, str]) -> frozenset[Place]:
    return frozenset((keys[side.document], side.start, side.stop) for side in (pair.one, pair.two))


def _key() -> bytes:
    return (resources.files("overtone.bench") / "contradiction_key.tsv").read_bytes()


def _score(
    task: str, metric: str, value: float, band: tuple[float | None, float | None], n: int, target: float
) -> Score:
    return Score(
        bench="contradiction",
        task=task,
        metric=metric,
        value=value,
        low=band[0],
        high=band[1],
        n=n,
        target=target,
        corpus="diary",
        digest=hashlib.sha256(_key()).hexdigest()[:16],
    )
