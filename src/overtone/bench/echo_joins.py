"""One join in a process of its own: ours, hand-written Polars, rensa, datasketch, on the same texts.

    python -m overtone.bench.echo_joins ours TEXTS.parquet PAIRS.parquet

prints wall seconds, processor seconds and the highest memory as JSON. All start from the texts. The peers' pairs are
verified exactly, so that they differ in what they miss.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from overtone.bench.echo_world import Grams, grams, read_texts
from overtone.measure.echo_join import Keep, alike, copies, spread

LEAST = 0.5
THREADS = 2
Pairs = npt.NDArray[np.int64]  # shape (pairs, 2), the lower item first


def engine(folder: Path, memory: str) -> tuple[ibis.BaseBackend, Keep]:
    """A DuckDB of two threads and so much memory that spills into a folder, and its way to keep a step."""
    con = ibis.duckdb.connect(threads=THREADS, memory_limit=memory, temp_directory=str(folder / "spill"))
    con.con.execute("SET preserve_insertion_order = false")
    numbers = count()
    return con, lambda step: con.create_table(f"kept_{next(numbers)}", step, temp=True)


def write_grams(texts: Path, file: Path) -> None:
    """The grams of the texts as the ledger keeps them: item, grams."""
    schema = pa.schema([("item", pa.int32()), ("grams", pa.list_(pa.int64()))])
    with pq.ParquetWriter(file, schema, compression="none", use_dictionary=False, write_statistics=False) as writer:
        for items, lines in read_texts(texts):
            found = grams(lines)
            lists = pa.ListArray.from_arrays(pa.array(found.at.astype(np.int32)), pa.array(found.keys.view(np.int64)))
            writer.write_table(pa.table({"item": items, "grams": lists}, schema=schema))


def sets_of(con: ibis.BaseBackend, file: Path) -> ibis.Table:
    """The sets of a file of grams."""
    table = con.read_parquet(file)
    return table.select("item", "grams", lang=ibis.literal("en"))


def ours(texts: Path, out: Path, memory: str = "1600MB") -> None:
    """The join of the measure, on DuckDB."""
    with TemporaryDirectory(dir=out.parent) as folder:
        write_grams(texts, Path(folder) / "grams.parquet")
        con, keep = engine(Path(folder), memory)
        sets = sets_of(con, Path(folder) / "grams.parquet")
        twins = copies(keep, sets)
        pairs = alike(keep, sets.anti_join(twins, "item"), LEAST)
        spread(pairs, twins, sets).to_parquet(out)
        con.disconnect()


def polars(texts: Path, out: Path) -> None:
    """The same prefix filter by hand: rare shingles first, joined in slices, verified in NumPy."""
    pl: Any = import_module("polars")

    tokens = pl.read_parquet(texts, columns=["text"])["text"].str.split(" ")
    lengths = tokens.list.len().to_numpy().astype(np.int64)
    hashed = tokens.explode().hash(seed=7).to_numpy()
    del tokens
    shingles = _shingles(hashed, lengths)
    del hashed
    sizes = np.diff(shingles.at)
    rows = pl.DataFrame({"item": np.repeat(np.arange(len(sizes), dtype=np.int32), sizes), "key": shingles.keys})
    rows = rows.with_columns(often=pl.len().over("key").cast(pl.UInt32))
    rows = rows.sort("item", "often", "key")
    place = np.arange(len(shingles.keys)) - np.repeat(shingles.at[:-1], sizes)
    ahead = np.repeat(sizes - np.ceil(LEAST * sizes).astype(np.int64) + 1, sizes)
    prefix = rows.filter(pl.Series(place < ahead) & (pl.col("often") > 1)).select("item", "key")
    del rows, place, ahead
    met: list[Any] = []
    for part in range(16):
        own = prefix.filter(pl.col("key") % 16 == part)
        both = own.join(own, on="key", suffix="_y").filter(pl.col("item") < pl.col("item_y"))
        met.append(both.select("item", "item_y").unique())
        if len(met) == 4:
            met = [pl.concat(met).unique()]
    found = pl.concat(met).unique()
    _write(_verified(shingles, found["item"].to_numpy(), found["item_y"].to_numpy()), out)


def _shingles(words: npt.NDArray[np.uint64], lengths: npt.NDArray[np.int64]) -> Grams:
    """Distinct runs of three words, sorted inside each statement; all statements of one length."""
    table = words.reshape(len(lengths), int(lengths[0]))
    one, two = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
    runs = table[:, :-2] * one
    runs = ((runs ^ (runs >> np.uint64(29))) + table[:, 1:-1]) * two
    runs = ((runs ^ (runs >> np.uint64(31))) + table[:, 2:]) * one
    runs ^= runs >> np.uint64(32)
    runs.sort(axis=1)
    kept = np.ones(runs.shape, bool)
    kept[:, 1:] = runs[:, 1:] != runs[:, :-1]
    return Grams(at=np.concatenate([[0], np.cumsum(kept.sum(axis=1))]), keys=runs[kept])


def _all(texts: Path) -> tuple[list[str], Grams]:
    lines: list[str] = []
    parts = []
    for _, chunk in read_texts(texts):
        lines += chunk.to_pylist()
        part = grams(chunk)
        sizes = np.diff(part.at)
        order = np.lexsort((part.keys, np.repeat(np.arange(len(sizes)), sizes)))
        parts.append((sizes, part.keys[order]))
    sizes = np.concatenate([s for s, _ in parts])
    return lines, Grams(at=np.concatenate([[0], np.cumsum(sizes)]), keys=np.concatenate([k for _, k in parts]))


def rensa(texts: Path, out: Path) -> None:
    """Rensa's own sketches and index, 128 permutations in 32 bands, candidates verified."""
    library: Any = import_module("rensa")
    lines, shingles = _all(texts)
    index, sketches = library.RMinHashLSH(LEAST, 128, 32), []
    for start in range(0, len(lines), 50_000):
        words = [line.split(" ") for line in lines[start : start + 50_000]]
        runs = [[" ".join(w[i : i + 3]) for i in range(len(w) - 2)] for w in words]
        made = library.RMinHash.from_token_sets(runs, 128, 42)
        index.insert_many(made, start)
        sketches += made
    answers: Iterator[Any] = (
        a for s in range(0, len(lines), 50_000) for a in index.query_all(sketches[s : s + 50_000])
    )
    _write(_verified(shingles, *_above(answers)), out)


def datasketch(texts: Path, out: Path) -> None:
    """Datasketch with the bands it chooses for the threshold, candidates verified."""
    library: Any = import_module("datasketch")
    _, shingles = _all(texts)
    index = library.MinHashLSH(threshold=LEAST, num_perm=128)
    empty = library.MinHash(num_perm=128, hashfunc=lambda key: key, seed=1)
    halves = shingles.keys >> np.uint64(31)
    sketches = []
    for start, stop in zip(shingles.at[:-1].tolist(), shingles.at[1:].tolist(), strict=True):
        sketch = empty.copy()
        sketch.update_batch(halves[start:stop].tolist())
        sketches.append(library.LeanMinHash(sketch))
    with index.insertion_session() as session:
        for item, sketch in enumerate(sketches):
            session.insert(item, sketch, check_duplication=False)
    _write(_verified(shingles, *_above(index.query(sketch) for sketch in sketches)), out)


def _above(answers: Iterator[Any]) -> tuple[Pairs, Pairs]:
    """Pairs from the neighbours of each item in turn, each once."""
    one, other = [], []
    for item, answer in enumerate(answers):
        near = np.fromiter(answer, np.int64)
        near = near[near > item]
        one.append(np.full(len(near), item, np.int64))
        other.append(near)
    return np.concatenate(one), np.concatenate(other)


def _verified(sets: Grams, one: npt.NDArray[Any], other: npt.NDArray[Any], chunk: int = 2_000_000) -> Pairs:
    """The pairs at or over the threshold, counted exactly; keys sorted inside each set."""
    sizes = np.diff(sets.at)
    columns = np.arange(int(sizes.max()))
    kept = []
    for start in range(0, len(one), chunk):
        x, y = one[start : start + chunk].astype(np.int64), other[start : start + chunk].astype(np.int64)
        both = []
        for item, pad in ((x, 2**64 - 1), (y, 2**64 - 2)):
            places = np.minimum(sets.at[item][:, None] + columns, len(sets.keys) - 1)
            both.append(np.where(columns < sizes[item][:, None], sets.keys[places], np.uint64(pad)))
        table = np.concatenate(both, axis=1)
        table.sort(axis=1)
        shared = ((table[:, 1:] == table[:, :-1]) & (table[:, 1:] < np.uint64(2**64 - 2))).sum(axis=1)
        good = shared >= LEAST * (sizes[x] + sizes[y] - shared) - 1e-9
        kept.append(np.stack([np.minimum(x, y)[good], np.maximum(x, y)[good]], axis=1))
    return np.concatenate(kept) if kept else np.zeros((0, 2), np.int64)


def _write(pairs: Pairs, out: Path) -> None:
    pq.write_table(pa.table({"one": pairs[:, 0], "other": pairs[:, 1]}), out)


METHODS: dict[str, Callable[[Path, Path], None]] = {
    "ours": ours,
    "polars": polars,
    "rensa": rensa,
    "datasketch": datasketch,
}


def spent() -> float:
    """Processor seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    begun, before = time.perf_counter(), spent()
    METHODS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {"wall": time.perf_counter() - begun, "cpu": spent() - before, "mb": peak, "load": os.getloadavg()[0]}
    sys.stdout.write(json.dumps(told))
