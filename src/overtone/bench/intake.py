"""Speed and memory of an intake: a whole archive, beside spaCy finding the same names in the same texts.

The peer is spaCy's blank English tokenizer with an EntityRuler that holds every English name of an actor or a state of
the facts. It only tokenizes and matches; the intake unpacks, parses, finds names, attributes speech, reads encounters
and stores it all. Both are pinned to one core, in the same run, each in a process of its own.

On one core processor time is counted, so that other work on the machine does not count against either side; two
cores beside one are compared by the clock on the wall and need a machine that is otherwise idle. Each side runs twice
and its faster run counts: what slows a run is never the program.

Not for comparing machines: only ratios of one run mean anything.
"""

import hashlib
import os
import resource
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from overtone.bench.score import Score
from overtone.collect import open_rows, to_document
from overtone.errors import OvertoneError
from overtone.records import Document
from overtone.registry import load
from overtone.wiring import create_workspace, open_workspace

CORPUS = "kremlin-1999-2020"
SOURCE = "kremlin-archive"
TIMES = 2
LOOK_EVERY = 0.1  # seconds between two looks at memory; looking takes time from those who are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One timed run in a process of its own."""

    documents: int
    seconds: float  # by the clock on the wall
    busy: float  # seconds of processor time, of all processes; on one core that nobody else uses, the same
    megabytes: float  # peak of the process and all its children together


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is told of a run, beside the peer where it has the same."""

    task: str
    metric: str
    value: float
    target: float | None = None
    peer: float | None = None


def run(shared: Path) -> tuple[Score, ...]:
    """The figures: documents a second on one core beside the peer, two cores beside one, peak memory."""
    path = shared / "data" / CORPUS / "documents.jsonl.gz"
    runs = [(_timed("peer", path, 1), _timed("intake", path, 1), _timed("intake", path, 2)) for _ in range(TIMES)]
    peer, one = (min(side, key=lambda run: run.busy) for side in list(zip(*runs, strict=True))[:2])
    alone, two = (min(side, key=lambda run: run.seconds) for side in list(zip(*runs, strict=True))[1:])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return tuple(
        Score(
            bench="intake",
            task=figure.task,
            metric=figure.metric,
            value=figure.value,
            n=one.documents,
            target=figure.target,
            corpus=CORPUS,
            digest=digest,
            peer="" if figure.peer is None else "spaCy en tokenizer + EntityRuler",
            peer_value=figure.peer,
        )
        for figure in (*_on_one_core(one, peer), *_on_two(alone, two))
    )


def _on_one_core(one: Run, peer: Run) -> tuple[Figure, ...]:
    rate, peer_rate = one.documents / one.busy, peer.documents / peer.busy
    return (
        Figure(task="one core, beside the peer", metric="ratio", value=rate / peer_rate, target=3.0),
        Figure(task="one core", metric="documents per second", value=rate, peer=peer_rate),
        Figure(task="one core, processor time", metric="seconds", value=one.busy, peer=peer.busy),
        Figure(task="one core, peak memory", metric="MB", value=one.megabytes, target=700.0, peer=peer.megabytes),
    )


def _on_two(one: Run, two: Run) -> tuple[Figure, ...]:
    return (
        Figure(task="two cores beside one, by the clock", metric="ratio", value=one.seconds / two.seconds, target=1.7),
        Figure(task="one core, by the clock", metric="seconds", value=one.seconds),
        Figure(task="two cores, by the clock", metric="seconds", value=two.seconds),
        Figure(task="two cores, processor time of all processes", metric="seconds", value=two.busy),
        Figure(task="two cores, peak memory of all processes", metric="MB", value=two.megabytes, target=700.0),
    )


def _timed(side: str, path: Path, cores: int) -> Run:
    """Run one side in a process of its own, pinned to so many cores, watching the memory of all its processes."""
    context = get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_alone, args=(side, path, cores, sending))
    process.start()
    sending.close()
    peak = 0
    while not receiving.poll(LOOK_EVERY):
        peak = max(peak, sum(_resident(pid) for pid in _family(process.pid or 0)))
    try:
        documents, seconds, busy = receiving.recv()
    except EOFError as error:
        raise OvertoneError(f"the run of the {side} broke off", next_step="see its own error above") from error
    finally:
        process.join()
    return Run(documents=documents, seconds=seconds, busy=busy, megabytes=peak / 1e6)


def _alone(side: str, path: Path, cores: int, told: Connection) -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    told.send(_peer(path) if side == "peer" else _intake(path, cores))


def _intake(path: Path, workers: int) -> tuple[int, float, float]:
    """The intake into a new ledger, from the call to the last commit, the start of its processes included.

    Imports and the loading of the facts lie before the clock on both sides.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = create_workspace(Path(folder) / "desk")
        (root / "overtone.toml").write_text('[intake]\nmodels = "rules"\n', "utf-8")
        workspace = open_workspace(root)
        import_module("overtone.read")
        conductor = import_module("overtone.intake")
        given = path, workspace.source(SOURCE), workspace.ledger, workspace.reader
        begun = time.perf_counter(), _busy()
        report = conductor.intake(*given, conductor.Options(workers=workers))
        return report.documents, *_since(begun)


def _peer(path: Path) -> tuple[int, float, float]:
    """The names found by spaCy, patterns included; the texts lie in memory before the clock starts."""
    spacy = import_module("spacy")
    registry = load()
    card = registry.sources[SOURCE]
    rows = (to_document(row, card, datetime.now(UTC).date()) for row in open_rows(path, card))
    texts = [row.text for row in rows if isinstance(row, Document)]
    named = [*(a.names for a in registry.actors.values()), *(s.names for s in registry.states.values())]
    names = {name for each in (*named, *(a.surnames for a in registry.actors.values())) for name in each.en}
    begun = time.perf_counter(), _busy()
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "NAME", "pattern": name} for name in sorted(names)])
    documents = sum(1 for _ in pipeline.pipe(texts))
    return documents, *_since(begun)


def _since(begun: tuple[float, float]) -> tuple[float, float]:
    return time.perf_counter() - begun[0], _busy() - begun[1]


def _busy() -> float:
    """Seconds of processor time of this process, its threads and the children that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _family(pid: int) -> set[int]:
    """A process and all that descend from it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    family = {pid}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    return family


def _resident(pid: int) -> int:
    """Bytes of memory a process holds, what it shares with others counted by its share; 0 for one that has ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0
