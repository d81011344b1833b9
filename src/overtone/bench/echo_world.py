"""Made statements with planted echoes, that hurt the way the language of diplomacy does; and their grams.

40 words each from 60,000 of Zipf frequencies, so that short runs meet by chance. A third carry one of 300 stock
formulas of 6 to 9 words, the first of which stands in one statement of twenty. 15 % repeat an earlier statement with 0
to 14 words changed, or half of it; a third of these repeat one of 2,000 talking points, some more than a thousand
times. The same recipe as the peers were first measured on, and other draws.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from overtone.read.wording import RUN, runs_of

SEED = 20220516
VOCABULARY, WORDS, FORMULAS, POINTS = 60_000, 40, 300, 2000
CHANGED = (0, 1, 2, 3, 4, 5, 6, 8, 10, 14)  # words changed in an echo
CHANGED_ODDS = (0.15, 0.12, 0.12, 0.12, 0.12, 0.1, 0.09, 0.08, 0.05, 0.05)
CHUNK = 100_000
Codes = npt.NDArray[np.uint16]
Numbers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grams:
    """Distinct gram keys of statements, in order of first appearance: those of statement i are keys[at[i]:at[i+1]]."""

    at: Numbers
    keys: Keys


def world(statements: int, seed: int = SEED) -> Codes:
    """The words of so many statements as codes, shape (statements, 40)."""
    chance = np.random.default_rng(seed)
    odds = np.cumsum(1 / np.arange(1, VOCABULARY + 1))
    odds /= odds[-1]
    words = np.empty((statements, WORDS), np.uint16)
    for start in range(0, statements, CHUNK):
        rows = min(CHUNK, statements - start)
        words[start : start + rows] = np.searchsorted(odds, chance.random((rows, WORDS)))
    formulas = [
        np.searchsorted(odds, chance.random(int(length))).astype(np.uint16) for length in chance.integers(6, 10, 300)
    ]
    carriers = np.flatnonzero(chance.random(statements) < 0.35)
    which = chance.choice(FORMULAS, carriers.size, p=_zipf(FORMULAS, 1.0))
    places = chance.integers(0, WORDS - 9, carriers.size)
    for row, formula, place in zip(carriers.tolist(), which.tolist(), places.tolist(), strict=True):
        words[row, place : place + len(formulas[formula])] = formulas[formula]
    _echo(words, odds, chance)
    return words


def _zipf(size: int, power: float) -> npt.NDArray[np.float64]:
    weights: npt.NDArray[np.float64] = 1 / np.arange(1, size + 1, dtype=np.float64) ** power
    return np.asarray(weights / weights.sum(), np.float64)


def _echo(words: Codes, odds: npt.NDArray[np.float64], chance: np.random.Generator) -> None:
    """Write echoes over 15 % of the rows after the first tenth; in order, so that an echo may be echoed."""
    count, first = len(words), len(words) // 10
    points = np.sort(chance.choice(max(POINTS, first), POINTS, replace=False))
    points = chance.permutation(points[points < max(first, 1)])
    rows = np.flatnonzero(chance.random(count) < 0.15)
    rows = rows[rows > first]
    from_points = chance.random(rows.size) < 0.3
    point = points[chance.choice(points.size, rows.size, p=_zipf(points.size, 0.7))]
    any_row = (chance.random(rows.size) * rows).astype(np.int64)
    changes = chance.choice(CHANGED, rows.size, p=CHANGED_ODDS)
    halved, back = chance.random(rows.size) < 0.12, chance.random(rows.size) < 0.5
    for n, row in enumerate(rows.tolist()):
        source = int(point[n] if from_points[n] else any_row[n])
        if halved[n]:
            half = slice(WORDS // 2, WORDS) if back[n] else slice(0, WORDS // 2)
            words[row, half] = words[source, half]
        else:
            words[row] = words[source]
            if changes[n]:
                where = chance.choice(WORDS, int(changes[n]), replace=False)
                words[row, where] = np.searchsorted(odds, chance.random(int(changes[n])))


def write(words: Codes, file: Path) -> None:
    """The statements as texts in a Parquet file: item, text."""
    names = np.array([f"w{code}" for code in range(VOCABULARY)], dtype=object)
    schema = pa.schema([("item", pa.int32()), ("text", pa.string())])
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for start in range(0, len(words), CHUNK):
            texts = [" ".join(row) for row in names[words[start : start + CHUNK]]]
            items = np.arange(start, start + len(texts), dtype=np.int32)
            writer.write_table(pa.table({"item": items, "text": texts}, schema=schema))


def read_texts(file: Path) -> Iterator[tuple[pa.Array, pa.Array]]:
    """Items and texts in chunks."""
    for batch in pq.ParquetFile(file).iter_batches(CHUNK):
        yield batch.column("item"), batch.column("text")


def grams(texts: pa.Array) -> Grams:
    """Keys of the runs of three words of each text, each once: `read.wording` over many texts at a time."""
    split = pc.split_pattern(texts, " ")
    begins = split.offsets.to_numpy().astype(np.int64)
    coded = split.values.dictionary_encode()
    digests = b"".join(hashlib.blake2b(w.encode(), digest_size=8).digest() for w in coded.dictionary.to_pylist())
    words = np.frombuffer(digests, dtype=">u8").astype(np.uint64)[coded.indices.to_numpy()]
    runs = np.maximum(np.diff(begins) - RUN + 1, 0)
    at = np.concatenate([[0], np.cumsum(runs)])
    place = np.arange(at[-1]) + np.repeat(begins[:-1] - at[:-1], runs)
    found = runs_of(words)[place] if at[-1] else np.zeros(0, np.uint64)
    again = _again(at, found)
    kept = np.ones(len(found), bool)
    kept[again] = False
    return Grams(at=np.concatenate([[0], np.cumsum(kept)])[at], keys=found[kept])


def _again(at: Numbers, keys: Keys) -> Numbers:
    """Places of keys that stood before in the same text."""
    longest = int(np.diff(at).max(initial=0))
    columns = np.arange(longest)
    inside = columns < np.diff(at)[:, None]
    table = np.where(inside, 0, columns.astype(np.uint64))  # pads differ from each other, and from keys but by chance
    table[inside] = keys
    table.sort(axis=1)
    twice = np.flatnonzero((table[:, 1:] == table[:, :-1]).any(axis=1))
    found = []
    for row in twice.tolist():
        seen: set[int] = set()
        for place, key in enumerate(keys[at[row] : at[row + 1]].tolist(), start=int(at[row])):
            if key in seen:
                found.append(place)
            seen.add(key)
    return np.array(found, np.int64)
