"""Does the echo join find every pair, and what does it cost? Made statements with planted echoes, beside the peers.

`quick`: 20,000 statements against brute force over all pairs; the chance level of the bits; the null of links.
`run` adds a million statements, each join in a process of its own, from the texts on, and one new day against a ledger
of a million. Peers that are not installed are left out.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq
from scipy import sparse

from overtone.bench import echo_chance
from overtone.bench.echo_joins import LEAST, engine, sets_of, write_grams
from overtone.bench.echo_world import Grams, grams, read_texts, world, write
from overtone.bench.interval import wilson
from overtone.bench.score import Score
from overtone.measure.echo import LIKENESS
from overtone.measure.echo_join import Keep, against, alike, copies, spread

SMALL, LARGE, DAY, SAMPLE = 20_000, 1_000_000, 274, 5000
BANDS = ((0.5, 0.6), (0.6, 0.8), (0.8, 1.01))
PEERS = ("polars", "rensa", "datasketch")
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def quick(shared: Path) -> tuple[Score, ...]:
    """Exactness on 20,000 statements, and what chance gives."""
    with TemporaryDirectory() as folder:
        texts, lists = Path(folder) / "texts.parquet", Path(folder) / "grams.parquet"
        write(world(SMALL), texts)
        write_grams(texts, lists)
        con, keep = engine(Path(folder), "2GB")
        sets = sets_of(con, lists)
        twins = copies(keep, sets)
        found = spread(alike(keep, sets.anti_join(twins, "item"), LEAST), twins, sets).to_pyarrow()
        ours = _keys(found["one"].to_numpy(), found["other"].to_numpy())
        one, other, jaccard, inside = _truth(_incidence(texts), np.arange(SMALL))
        scores = [
            *_recalls(ours, one, other, jaccard, f"{SMALL:,} statements"),
            *_inside(keep, sets, one, other, inside),
        ]
        con.disconnect()
    return (*scores, *echo_chance.scores())


def run(shared: Path) -> tuple[Score, ...]:
    """`quick`, and a million statements beside the peers."""
    with TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.parquet"
        write(world(LARGE), texts)
        sample = np.sort(np.random.default_rng(1).choice(LARGE, SAMPLE, replace=False))
        one, other, jaccard, _ = _truth(_incidence(texts), sample)
        scores = [*_joins(texts, one, other, jaccard), *_new_day(texts)]
    return (*quick(shared), *scores)


def _incidence(texts: Path) -> sparse.csr_matrix:
    """Which statement has which gram, as a sparse matrix of ones."""
    parts: list[Grams] = [grams(lines) for _, lines in read_texts(texts)]
    keys = np.concatenate([part.keys for part in parts])
    sizes = np.concatenate([np.diff(part.at) for part in parts])
    _, columns = np.unique(keys, return_inverse=True)
    at = np.concatenate([[0], np.cumsum(sizes)])
    return sparse.csr_matrix((np.ones(len(columns), np.int32), columns.astype(np.int32), at))


def _truth(holds: sparse.csr_matrix, sample: Ints) -> tuple[Ints, Ints, Floats, Floats]:
    """Every statement that shares anything like enough with one of the sample: both, Jaccard, containment of the first.

    A product of sparse matrices counts the shared grams of all pairs: brute force.
    """
    sizes = np.diff(holds.indptr)
    turned = holds.T.tocsr()
    found = []
    for start in range(0, len(sample), 100):
        part = (holds[sample[start : start + 100]] @ turned).tocoo()
        one, other = sample[start : start + 100][part.row], part.col
        jaccard = part.data / (sizes[one] + sizes[other] - part.data)
        inside = part.data / sizes[one]
        near = ((jaccard >= LEAST - 1e-9) | (inside >= LIKENESS.containment - 1e-9)) & (one != other)
        found.append((one[near], other[near], jaccard[near], inside[near]))
    one, other, jaccard, inside = (np.concatenate(column) for column in zip(*found, strict=True))
    return one.astype(np.int64), other.astype(np.int64), jaccard, inside


def _keys(one: Ints, other: Ints) -> Ints:
    """One number for each unordered pair, each once, sorted."""
    low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other).astype(np.int64)
    return np.unique(low << 32 | high)


def _recalls(ours: Ints, one: Ints, other: Ints, jaccard: Floats, task: str) -> Iterator[Score]:
    """Recall by band of Jaccard, and how many of the pairs given are true."""
    alike_ones = jaccard >= LEAST - 1e-9
    truth = _keys(one[alike_ones], other[alike_ones])
    yield _share(int(np.isin(ours, truth).sum()), len(ours), task, "precision", 1.0)
    for low, high in ((LEAST, 1.01), *BANDS):
        inside = (jaccard >= low - 1e-9) & (jaccard < high - 1e-9)
        asked = _keys(one[inside], other[inside])
        metric = "recall" if (low, high) == (LEAST, 1.01) else f"recall at J {low:.1f} – {min(high, 1):.1f}"
        yield _share(int(np.isin(asked, ours).sum()), len(asked), task, metric, 1.0)


def _inside(keep: Keep, sets: ibis.Table, one: Ints, other: Ints, inside: Floats) -> Iterator[Score]:
    """Lines of 12 words out of the statements, looked for in all of them: containment, one-sided."""
    size = sets.grams.length()
    cut = sets.filter((sets.item % 10 == 0) & (size >= 10))
    lines = keep(cut.select("lang", item=(cut.item + SMALL).cast("int32"), grams=cut.grams[4:14]))
    every = keep(sets.select("item", "lang", "grams").union(lines.select("item", "lang", "grams")))
    found = against(keep, lines, every, replace(LIKENESS, inside_of=8))
    spread_out = found.pairs.inner_join(found.members.select(to="item", other="as_item"), "other")
    rows = spread_out.select("item", "to").to_pyarrow()
    ours = set(zip(rows["item"].to_pylist(), rows["to"].to_pylist(), strict=True))
    table = every.select("item", "grams").to_pyarrow().to_pylist()
    at: dict[int, list[int]] = {}
    for row in table:
        for gram in row["grams"]:
            at.setdefault(gram, []).append(row["item"])
    truth = {pair for row in table if row["item"] >= SMALL for pair in _holding(row, at)}
    yield _share(len(ours & truth), len(truth), "lines inside longer statements", "recall", 1.0)


def _holding(row: dict[str, Any], at: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """The statements that have .8 of a line's grams, by counting."""
    shared: dict[int, int] = {}
    for gram in row["grams"]:
        for item in at[gram]:
            shared[item] = shared.get(item, 0) + 1
    for item, number in shared.items():
        if number >= LIKENESS.containment * len(row["grams"]) - 1e-9:
            yield row["item"], item


def _joins(texts: Path, one: Ints, other: Ints, jaccard: Floats) -> Iterator[Score]:
    """Ours and each installed peer in a process of its own: cost, and recall against the sample."""
    truth = _keys(one[jaccard >= LEAST - 1e-9], other[jaccard >= LEAST - 1e-9])
    told: dict[str, dict[str, float]] = {}
    for method in ("ours", *(peer for peer in PEERS if find_spec(peer))):
        out = texts.with_name(f"{method}.parquet")
        command = [sys.executable, "-m", "overtone.bench.echo_joins", method, str(texts), str(out)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
        told[method] = json.loads(answer.stdout)
        pairs = pq.read_table(out)
        ours = _keys(pairs["one"].to_numpy(), pairs["other"].to_numpy())
        told[method] |= {"found": float(np.isin(truth, ours).sum()), "pairs": float(len(ours))}
    own = told["ours"]
    for peer in (name for name in told if name != "ours") if len(told) > 1 else ("",):
        beside = told.get(peer, {})
        task = f"{LARGE:,} statements, J ≥ .5"
        recall = _share(int(own["found"]), len(truth), task, "recall", 1.0)
        yield replace(recall, peer=peer, peer_value=beside["found"] / len(truth) if beside else None)
        for metric, name in (("processor seconds", "cpu"), ("seconds", "wall"), ("MB", "mb")):
            target = {"cpu": 1.3 * beside["cpu"] if peer == "polars" else beside.get("cpu"), "mb": 4096.0}.get(name)
            yield Score(
                bench="echo",
                task=task,
                metric=metric,
                value=own[name],
                n=LARGE,
                target=target,
                peer=peer,
                peer_value=beside.get(name),
            )


def _new_day(texts: Path) -> Iterator[Score]:
    """The last 274 statements, a day's share of ten years, against all."""
    with TemporaryDirectory(dir=texts.parent) as folder:
        lists = Path(folder) / "grams.parquet"
        write_grams(texts, lists)
        con, keep = engine(Path(folder), "2GB")
        sets = sets_of(con, lists)
        new = keep(sets.filter(sets.item >= LARGE - DAY))
        begun = time.perf_counter()
        found = against(keep, new, sets, LIKENESS)
        pairs = int(found.pairs.count().to_pyarrow().as_py())
        spent = time.perf_counter() - begun
        con.disconnect()
    task = f"one new day of {DAY} statements on {LARGE:,}"
    yield Score(bench="echo", task=task, metric="seconds", value=spent, n=pairs, target=2.0)


def _share(right: int, n: int, task: str, metric: str, target: float) -> Score:
    low, high = wilson(right, n)
    value = right / n if n else 0.0
    return Score(
        bench="echo",
        task=task,
        metric=metric,
        value=value,
        low=low,
        high=high,
        n=n,
        target=target,
        digest="generated",
    )
