"""Mails under `kill -9`: how many are lost and how many come twice, and how many go out in a second.

Made-up readers, a sink on this machine, mails of the size of a real one in Cyrillic. The sender is a process that is
killed again and again while it works and started anew, until its books balance. Beside it, in the same run and under
the same kills, two common designs: a cursor written down when a batch is read, and one written down when it was sent;
and for speed an outbox that forces each row to the disk. Figures of one run may be compared with one another only.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from overtone.bench.mail_desk import PEERS, Desk, deliver, outbox, row_at_a_time
from overtone.bench.mail_sink import noted, sink
from overtone.bench.score import Score

READERS, KILLS = 20_000, 40
BETWEEN = (0.3, 0.7)  # seconds between two kills
SPEED_READERS, SPEED_RUNS = 3_000, 5
SETTLES = 0.02  # seconds in which the sink notes what was under way
LIVES = 400  # starts of a sender after which a run is given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Storm:
    """What came of one run under kills."""

    readers: int
    kills: int
    lost: int
    twice: int  # mails accepted beyond the first to the same reader
    worst: int  # most second mails after any one kill
    renamed: int  # readers whose mails had more than one Message-ID
    balanced: bool
    seconds: float


def run(shared: Path) -> list[Score]:
    """Forty kills in twenty thousand mails, then undisturbed speed in repeated runs."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ours = storm(place / "ours", READERS, KILLS)
        peers = {name: storm(place / name, READERS, KILLS, How(peer=name)) for name in PEERS}
        fast = [speed(place / f"fast{n}", SPEED_READERS) for n in range(SPEED_RUNS)]
        rows = [row_at_a_time(place / f"rows{n}", SPEED_READERS // 5) for n in range(SPEED_RUNS)]
    return [*_kept(ours, peers), _rate(fast, mean(rows))]


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What is killed, and how fast one kill follows the other."""

    peer: str = ""  # one of the other designs, "" for our outbox
    park: bool = False
    between: tuple[float, float] = BETWEEN  # seconds
    database: str = ""  # as desk.database names it; a file of SQLite where nothing is said


OURS = How()


def storm(place: Path, readers: int, kills: int, how: How = OURS) -> Storm:
    """Send to so many readers while the sender is killed so many times; then let it finish."""
    place.mkdir(parents=True)
    note, lot = place / "noted", random.Random(7)
    begun = time.monotonic()
    with sink(note) as port:
        start = _start(place, readers, port, how)
        killed, worst, done = 0, 0, False
        for _ in range(LIVES):
            before = _twice(note)
            done = _life(start, lot.uniform(*how.between) if killed < kills else None)
            worst = max(worst, _twice(note) - before)  # what a kill repeats comes in the next life
            killed += not done
            if done:
                break
        last = json.loads((place / "books.json").read_text("utf-8")) if (place / "books.json").exists() else {}
    sent = noted(note)
    names: dict[str, set[str]] = {}
    for to, name, _ in sent:
        names.setdefault(to, set()).add(name)
    return Storm(
        readers=readers,
        kills=killed,
        lost=readers - len(names),
        twice=len(sent) - len(names),
        worst=worst,
        renamed=sum(len(found) > 1 for found in names.values()),
        balanced=done and bool(last.get("balanced", how.peer)),
        seconds=time.monotonic() - begun,
    )


def speed(place: Path, readers: int, *, park: bool = False) -> float:
    """Mails a second, undisturbed, over two lines; with `park` each is forced to the disk before it goes."""
    place.mkdir(parents=True)
    with sink(place / "noted") as port:
        start = outbox(place, readers, port, Desk(connections=1 if park else 2, park=park))
        begun = time.perf_counter()
        _life(start, None)
        return readers / (time.perf_counter() - begun)


def _twice(note: Path) -> int:
    """Mails beyond the first to the same reader, so far."""
    sent = noted(note)
    return len(sent) - len({to for to, _, _ in sent})


def _life(start: Callable[[], None], wait: float | None) -> bool:
    """One life of a sender: True where it ended by itself, False where it was killed."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            start()
            code = 0
        finally:
            sys.stderr.flush()
            os._exit(code)
    if wait is not None:
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return status == 0
            time.sleep(0.002)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    time.sleep(SETTLES)
    return status == 0


def _start(place: Path, readers: int, port: int, how: How) -> Callable[[], None]:
    if how.peer:
        return lambda: deliver(place, how.peer, readers, port)
    return outbox(place, readers, port, Desk(connections=1, park=how.park, database=how.database))


def _kept(ours: Storm, peers: dict[str, Storm]) -> list[Score]:
    """Lost and doubled mails, beside what the two other designs do under the same kills."""
    last, first = peers["cursor written when read"], peers["cursor written when sent"]
    told = f"{ours.readers:,} mails, {ours.kills} kills"
    rows = (
        ("mails lost", float(ours.lost), 0.0, last, float(last.lost), "cursor written when read"),
        ("mails that came twice", float(ours.twice), float(ours.kills), first, float(first.twice), "when sent"),
        ("twice after one kill, at most", float(ours.worst), 1.0, first, float(first.worst), "when sent"),
        ("readers with two Message-IDs", float(ours.renamed), 0.0, None, None, ""),
        ("books balanced", float(ours.balanced), 1.0, None, None, ""),
    )
    return [
        Score(
            bench="mail",
            task=told,
            metric=metric,
            value=value,
            target=target,
            peer=name,
            peer_value=theirs,
            n=ours.readers,
        )
        for metric, value, target, _, theirs, name in rows
    ]


def _rate(fast: list[float], slow: float) -> Score:
    return Score(
        bench="mail",
        task=f"undisturbed, {SPEED_READERS:,} mails, {len(fast)} runs: mean, least, most",
        metric="mails per second",
        value=mean(fast),
        low=min(fast),
        high=max(fast),
        n=SPEED_READERS * len(fast),
        target=300.0,
        peer="each row forced to the disk",
        peer_value=slow,
    )
