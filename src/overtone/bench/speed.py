"""Speed and memory of reading: words a second of processor time on one core, and what a process holds.

Each measurement runs in a process of its own, pinned to one core with one thread, models loaded and warmed up before
the clock starts. Processor time is counted, so that other work on the machine does not count; still only figures of one
run may be compared. Not for how long a person waits: loading lies before the clock.
"""

import gzip
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby, islice
from multiprocessing import get_context
from pathlib import Path

from overtone.bench.reading_corpora import polnear
from overtone.bench.reading_systems import OURS, PEERS, WHOLE, System
from overtone.bench.reading_table import Figure

WORDS = 60_000  # of a language, at most
PEER_WORDS = 20_000  # a peer's speed needs no more
_EVERY = 17  # Telegram posts are thinned, so that every channel speaks
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_WARM_UP = {
    "en": "“We are ready for talks,” Sergei Lavrov said in Moscow. Minsk will take part, he added.",
    "ru": "«Мы готовы к переговорам», — заявил в Москве Сергей Лавров. Минск примет участие, добавил он.",
    "be": "«Мы гатовыя да перамоў», — заявіў у Маскве Сяргей Лаўроў. Мінск возьме ўдзел, дадаў ён.",
}


def words_per_second(system: System, lang: str, shared: Path, limit: int = WORDS) -> Figure:
    """How fast a system reads the texts of a language; the reason where it cannot be run."""
    return _alone(_timed, system.name, lang, shared, limit)


def memory() -> Figure:
    """Megabytes held by a process that has loaded our models for all three languages and read a text in each."""
    return _alone(_held)


def texts(shared: Path, lang: str, limit: int = WORDS) -> Iterator[str]:
    """Texts of a language, up to so many words: PolNeAR dev; Telegram and the Kremlin; the diary and NTREX."""
    left = limit
    for text in _SOURCES[lang](shared, lang):
        left -= len(text.split())
        yield text
        if left <= 0:
            return


def _english(shared: Path, lang: str) -> Iterator[str]:
    yield from polnear(shared).texts.values()


def _russian(shared: Path, lang: str) -> Iterator[str]:
    data = shared / "data"
    posts = _rows(data / "telegram-ru-2024" / "posts-before-2024-11-30.jsonl.gz")
    thinned = (row["text"] for number, row in enumerate(posts) if number % _EVERY == 0 and row["text"])
    for page in _rows(data / "kremlin-ru-en" / "kremlin-ru.jsonl.gz"):
        yield from islice(thinned, 100)
        yield page["text_ru"]


def _belarusian(shared: Path, lang: str) -> Iterator[str]:
    for row in _rows(shared / "diary-2022" / "items.jsonl"):
        if row["lang"] == lang:
            yield row["text"]
    sentences = _rows(shared / "data" / "ntrex-en-ru-be" / "sentences.jsonl.gz")
    for _, lines in groupby(sentences, key=lambda row: row["doc"]):
        yield "\n".join(row[lang] for row in lines)


_SOURCES = {"en": _english, "ru": _russian, "be": _belarusian}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _alone(task: Callable[..., Figure], *given: object) -> Figure:
    """A task in a new process with one thread on one core; a corpus that is absent is its reason."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"), initializer=_pin) as pool:
            return pool.submit(task, *given).result()
    except FileNotFoundError as absent:
        return Figure(why=f"not measured: no {Path(str(absent.filename)).name}")
    except BrokenProcessPool:
        return Figure(why="not measured: the process broke off")
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _pin() -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])


def _timed(name: str, lang: str, shared: Path, limit: int) -> Figure:
    system = next(one for one in (*OURS, *PEERS) if one.name == name and lang in one.langs)
    reads = system.make()
    if isinstance(reads, str):
        return Figure(why=reads)
    given = list(texts(shared, lang, limit))
    reads(_WARM_UP[lang], lang)
    begun = time.process_time()
    for text in given:
        reads(text, lang)
    spent = time.process_time() - begun
    words = sum(len(text.split()) for text in given)
    return Figure(value=words / max(spent, 1e-9), n=words)


def _held() -> Figure:
    reads = WHOLE.make()
    if isinstance(reads, str):
        return Figure(why=reads)
    for lang, text in _WARM_UP.items():
        reads(text, lang)
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    held = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return Figure(value=held * 1024 / 1e6)
