"""Ledgers of any size, made up: the same seed gives the same rows, without a text that anybody wrote.

What hurts in real ledgers is in them: words by Zipf's law, stock formulas of which the first stands in one statement of
twenty, statements that repeat an earlier one with a few words changed, pages carried twice, speakers of whom few speak
often, topics that each speaker has of his own. Rows are made column by column and appended as an intake appends them.
Not for figures of accuracy: nobody said any of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from overtone.bench.ledgers_words import tokens, worded
from overtone.ledger import TABLES, Ledger, schema
from overtone.records import Window
from overtone.registry import load

READER = "made-up@1"
LEARNT = datetime(2026, 1, 5, tzinfo=UTC)
LAST = date(2026, 1, 5)  # the Monday after the last week
EACH = 4  # statements a document
SPEAKERS, SOURCES, STATES = 48, 12, 24
AT_ONCE = 100_000  # statements made and appended at once
WIDTH = 512  # components of a meaning
MENTION = pa.struct([("kind", pa.string()), ("target", pa.string()), ("start", pa.int64()), ("stop", pa.int64())])
EVENT = "csto-summit-2022-05-16"

Columns = Mapping[str, pa.Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How large a ledger is to be."""

    statements: int
    weeks: int = 260
    resolutions: int = 120
    seed: int = 20260101
    meanings: bool = True  # half a kilobyte for each statement, which does not compress

    @property
    def last_week(self) -> Window:
        """The last week of the ledger."""
        return Window(label="2026-W01", start=LAST - timedelta(days=7), stop=LAST)


def make(path: Path, made: Made) -> Ledger:
    """A new ledger in this folder, every table filled."""
    ledger = Ledger.open(path)
    with ledger.writing():
        for batch in _batches(made):
            ledger.append(batch, LEARNT)
    return ledger


def _batches(made: Made) -> Iterator[dict[str, pa.Table]]:
    for first in range(0, made.statements, AT_ONCE):
        yield _chunk(made, first, min(AT_ONCE, made.statements - first))
    yield {"votes": _votes(made), "visits": _visits(made), **_roll(made)}


def _chunk(made: Made, first: int, number: int) -> dict[str, pa.Table]:
    """Statements from one number on, with their documents and all that was read from them, in the order of days."""
    chance = np.random.default_rng([made.seed, first])
    facts = load()
    pages = np.arange(first // EACH, (first + number + EACH - 1) // EACH)
    day = _days(pages * EACH / made.statements, made)
    source = chance.integers(0, SOURCES, pages.size)
    of = np.arange(number) // EACH  # the page of each statement, from 0
    names = tuple(facts.actors)[:SPEAKERS]
    weights = 1 / np.arange(1, SPEAKERS + 1) ** 0.8
    main = chance.choice(SPEAKERS, pages.size, p=weights / weights.sum())
    other = chance.choice(SPEAKERS, number, p=weights / weights.sum())
    speaker = np.where(chance.random(number) < 0.75, main[of], other)
    topics = tuple(facts.topics)
    topic = (speaker * 7 + chance.geometric(0.25, number)) % len(topics)
    second = np.where(chance.random(number) < 0.4, (topic + chance.integers(1, 5, number)) % len(topics), -1)
    words = tokens(chance, number)
    tongue = np.array(["en", "ru", "be"])[source % 3]
    start = (np.arange(number) % EACH) * 2000
    place = {
        "document": _ids("d", pages)[of],
        "reader": _same(READER, number),
        "start": start,
        "stop": start + words.shape[1] * 7,
        "lang": tongue[of],
    }
    numbers = np.arange(first, first + number)
    said = {
        **place,
        "id": _ids("s", numbers),
        "speaker": np.array(names)[speaker],
        "actor": np.array(names)[speaker],
        "manner": np.where(chance.random(number) < 0.1, "indirect", "direct"),
        "act": np.where(chance.random(number) < 0.08, "question", "position"),
        "said_on": day[of],
        "venue": np.where((pages % 40 == 0)[of], EVENT, ""),
        "words": np.full(number, words.shape[1]),
        "topics": _lists([np.array(topics)[topic], np.where(second >= 0, np.array(topics)[second], "")], pa.string()),
        "mentions": _mentions(chance, start, tuple(facts.states)[:STATES]),
        "tone": chance.integers(-2, 3, number),
        "addressees": _lists([np.where(numbers % 9 == 0, np.array(names)[other], "")], pa.string()),
        "audience": np.where(numbers % 5 == 0, "reporters", ""),
        "spoken_lang": tongue[of],
        "targets": _lists([np.where(numbers % 3 == 0, np.array(tuple(facts.states))[topic % STATES], "")], pa.string()),
        "stance": _same("affirmed", number),
    }
    tables = {
        "statements": _filled("statements", said),
        "wordings": _filled("wordings", place | {"id": _ids("w", numbers)} | worded(words)),
        **_told(pages, day, _lists([np.array(names)[main], np.array(names)[(main + 1) % SPEAKERS]], pa.string())),
        "readings": _filled("readings", _readings(pages, np.array(topics)[(main * 7 + 1) % len(topics)])),
        "documents": _filled("documents", _documents(pages, day, source)),
    }
    if made.meanings:
        tables["meanings"] = _filled("meanings", _meanings(chance, place, numbers, topic))
    return {name: tables[name] for name in TABLES if name in tables}


def _days(share: np.ndarray, made: Made) -> np.ndarray:
    """The day of each page: as many a day over all the weeks."""
    return np.datetime64(LAST - timedelta(weeks=made.weeks)) + (share * made.weeks * 7).astype("timedelta64[D]")


def _documents(pages: np.ndarray, day: np.ndarray, source: np.ndarray) -> dict[str, object]:
    """Pages; one in thirty carries the text of the page before it."""
    return {
        "id": _ids("d", pages),
        "source": np.char.add("source-", source.astype(str)),
        "key": _ids("k", pages),
        "lang": np.array(["en", "ru", "be"])[source % 3],
        "text_sha256": _ids("t", np.where(pages % 30 == 29, pages - 1, pages)),
        "published_on": day,
        "happened_on": day,
        "origin": np.char.add("made-up:", pages.astype(str)),
    }


def _readings(pages: np.ndarray, topic: np.ndarray) -> dict[str, object]:
    """Each page read, and the topic it names first."""
    parts = [pa.array(_same("topic", pages.size)), pa.array(topic), *_places(pages.size, 10, 18)]
    mentions = pa.ListArray.from_arrays(
        pa.array(np.arange(pages.size + 1, dtype=np.int32)), pa.StructArray.from_arrays(parts, fields=list(MENTION))
    )
    return {
        "id": _ids("r", pages),
        "document": _ids("d", pages),
        "reader": _same(READER, pages.size),
        "mentions": mentions,
    }


def _places(number: int, *places: int) -> list[pa.Array]:
    return [pa.array(np.full(number, place)) for place in places]


def _told(pages: np.ndarray, day: np.ndarray, parties: pa.Array) -> dict[str, pa.Table]:
    """Contacts, each held in one page and announced in one of three days before; joint texts, promises and counts."""

    def some(table: str, letter: str, told: np.ndarray, of: np.ndarray, **more: object) -> pa.Table:
        """Rows in the pages `told`, of the parties and on the day of the pages `of` (places in `pages`)."""
        own = {
            name: value if isinstance(value, np.ndarray) else _same(str(value), told.size)
            for name, value in more.items()
        }
        whole = {
            "id": _ids(letter, pages[told]),
            "document": _ids("d", pages[told]),
            "reader": _same(READER, told.size),
        }
        there = {**whole, "stop": np.full(told.size, 40), "parties": parties.take(pa.array(of)), "date": day[of], **own}
        return _filled(table, {name: value for name, value in there.items() if name in schema(TABLES[table]).names})

    every = np.arange(pages.size)
    held, joint = every[pages % 10 == 0], every[pages % 40 == 0]
    before = np.searchsorted(day, day[held] - np.timedelta64(3, "D"))
    known = before > 0
    contacts = (
        some("encounters", "e", held, held, kind="bilateral", status="held"),
        some("encounters", "a", before[known], held[known], kind="bilateral", status="announced"),
    )
    return {
        "encounters": pa.concat_tables(contacts),
        "joint": some("joint", "j", joint, joint, form="communique", dated=day[joint], status="issued", lang="en"),
        "commitments": some("commitments", "c", joint, joint),
        "counts": some("counts", "n", joint, joint),
    }


def _meanings(
    chance: np.random.Generator, place: Mapping[str, object], numbers: np.ndarray, topic: np.ndarray
) -> dict[str, object]:
    """One passage a statement, lying about the middle of its topic."""
    middles = np.random.default_rng(7).standard_normal((64, WIDTH), dtype=np.float32)
    vectors = middles[topic] + 1.5 * chance.standard_normal((numbers.size, WIDTH), dtype=np.float32)
    vectors *= 127 / np.linalg.norm(vectors, axis=1, keepdims=True)
    whole = np.clip(np.rint(vectors), -127, 127).astype(np.int8).tobytes()
    offsets = pa.array(np.arange(numbers.size + 1, dtype=np.int32) * WIDTH)
    packed = pa.Array.from_buffers(pa.binary(), numbers.size, [None, offsets.buffers()[1], pa.py_buffer(whole)])
    span = {"of_start": place["start"], "of_stop": place["stop"]}
    return {**place, **span, "id": _ids("m", numbers), "model": _same("use3@1", numbers.size), "vector": packed}


def _mentions(chance: np.random.Generator, start: np.ndarray, states: Sequence[str]) -> pa.Array:
    """None to three states named in each statement."""
    count = chance.choice(4, start.size, p=[0.4, 0.3, 0.2, 0.1])
    offsets = np.concatenate([[0], np.cumsum(count)])
    total = int(offsets[-1])
    inside = np.arange(total) - np.repeat(offsets[:-1], count)
    begin = np.repeat(start, count) + 30 * inside
    rare = np.minimum(chance.geometric(0.15, total) - 1, len(states) - 1)
    target = pa.array(np.array(states)[rare])
    parts = [pa.array(_same("state", total)), target, pa.array(begin), pa.array(begin + 8)]
    return pa.ListArray.from_arrays(
        pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(parts, fields=list(MENTION))
    )


def _votes(made: Made) -> pa.Table:
    """Each state's choice in each resolution, along one line."""
    chance = np.random.default_rng([made.seed, 99])
    states = np.array(tuple(load().states)[:60])
    where, cut = np.linspace(-2, 2, states.size), chance.normal(0, 1, made.resolutions)
    pull = where[None, :] * np.sign(chance.normal(0, 1, made.resolutions))[:, None] + cut[:, None]
    score = pull + chance.normal(0, 0.7, pull.shape)
    choice = np.select([score > 0.4, score < -0.4], ["Y", "N"], "A").ravel()
    number = np.repeat(np.arange(made.resolutions), states.size)
    share = _shares(number, made)
    columns = {
        "id": _ids("v", np.arange(number.size)),
        "document": _ids("roll", number),
        "reader": _same(READER, number.size),
        "stop": np.full(number.size, 10),
        "body": _same("unga", number.size),
        "resolution": np.char.add("R/", number.astype(str)),
        "title": np.char.add("On matter ", (number % 17).astype(str)),
        "voted_on": _days(share, made),
        "state": np.tile(states, made.resolutions),
        "choice": choice,
    }
    return _filled("votes", columns)


def _shares(number: np.ndarray, made: Made) -> np.ndarray:
    """When a resolution is voted on, as a share of all the weeks: the last one on the last day."""
    return 0.999 * (number + 1) / made.resolutions


def _roll(made: Made) -> dict[str, pa.Table]:
    """The roll calls that the votes stand in."""
    numbers = np.arange(made.resolutions)
    ids = _ids("roll", numbers)
    pages = {
        "id": ids,
        "source": _same("source-0", numbers.size),
        "key": ids,
        "lang": _same("en", numbers.size),
        "kind": _same("roll-call", numbers.size),
        "text_sha256": ids,
        "published_on": _days(_shares(numbers, made), made),
    }
    readings = {"id": _ids("rr", numbers), "document": ids, "reader": _same(READER, numbers.size)}
    return {"readings": _filled("readings", readings), "documents": _filled("documents", pages)}


def _visits(made: Made) -> pa.Table:
    first, last = LAST - timedelta(weeks=made.weeks), LAST - timedelta(days=1)
    columns = {
        "id": _ids("visit", np.arange(SOURCES)),
        "source": np.char.add("source-", np.arange(SOURCES).astype(str)),
        "outcome": _same("complete", SOURCES),
        "first_day": np.full(SOURCES, np.datetime64(first)),
        "last_day": np.full(SOURCES, np.datetime64(last)),
        "started_at": pa.array([LEARNT] * SOURCES, pa.timestamp("us", tz="UTC")),
        "finished_at": pa.array([LEARNT] * SOURCES, pa.timestamp("us", tz="UTC")),
    }
    return _filled("visits", columns)


def _filled(name: str, columns: Mapping[str, object]) -> pa.Table:
    """The columns of a table in their order; what was not given is empty, 0 or unknown."""
    number = len(columns["id"]) if isinstance(columns["id"], np.ndarray) else 0
    arrays = [_column(columns.get(field.name), field.type, number) for field in schema(TABLES[name])]
    return pa.Table.from_arrays(arrays, schema=schema(TABLES[name]))


def _column(values: object, kind: pa.DataType, number: int) -> pa.Array:
    if isinstance(values, pa.Array):
        return values.cast(kind)
    if values is not None:
        return pa.array(values).cast(kind)
    if pa.types.is_list(kind):
        return pa.ListArray.from_arrays(
            pa.array(np.zeros(number + 1, np.int32)), pa.array([], kind.value_type), type=kind
        )
    if pa.types.is_string(kind):
        return pa.repeat(pa.scalar("", kind), number)
    return pa.repeat(pa.scalar(0, kind), number) if pa.types.is_integer(kind) else pa.nulls(number, kind)


def _lists(columns: Sequence[np.ndarray], kind: pa.DataType) -> pa.Array:
    """Lists of the words that are not empty, one from each column."""
    beside = np.stack(columns, axis=1)
    there = beside != ""
    offsets = np.concatenate([[0], np.cumsum(there.sum(axis=1))])
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(beside[there], kind))


def _ids(letter: str, numbers: np.ndarray) -> np.ndarray:
    return np.char.add(f"{letter}-", np.char.zfill(numbers.astype(str), 9))


def _same(word: str, number: int) -> np.ndarray:
    return np.full(number, word)
