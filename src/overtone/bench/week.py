"""A whole week's measures on a large made-up ledger: seconds and memory, measure by measure.

Every measure is asked for the last week with everybody and everything in it, one after another on one view, in a
process of its own; the making of the ledger lies before the clock, the opening of the view does not.
`OVERTONE_WEEK_LEDGER` names a folder in which ledgers made for an earlier run are kept.
Not for accuracy, and not for comparing machines.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from overtone.bench.ledgers import Made, make
from overtone.bench.score import Score
from overtone.measure import Options
from overtone.registry import load

STATEMENTS, FEW = 1_000_000, 10_000
SECONDS, MEGABYTES = 60.0, 4000.0
KEPT = "OVERTONE_WEEK_LEDGER"
ALONE = """
import json, resource, sys, time
from pathlib import Path
import ibis.backends.duckdb
from overtone.bench.ledgers import Made
from overtone.bench.week import asked
from overtone.ledger import Ledger
from overtone.measure import MEASURES, covered, measure
made, engine, names = Made(statements=1), sys.argv[2], sys.argv[3].split(",") if sys.argv[3] else []
def now():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in both)
begun, told = now(), []
with Ledger.open(Path(sys.argv[1])).view(engine=engine) as view:
    opened = now()
    told.append(["opening the view", opened[0] - begun[0], opened[1] - begun[1], 0])
    seen = covered(view, made.last_week, asked(''))
    for one in MEASURES:
        if not names or one.name in names:
            before = now()
            found = measure(one.name, view, made.last_week, asked(one.name), seen)
            after = now()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            told.append([one.name, after[0] - before[0], after[1] - before[1], len(found)])
            print(told[-1], round(peak), file=sys.stderr, flush=True)
ended = now()
told.append(["all", ended[0] - begun[0], ended[1] - begun[1], 0])
print(json.dumps([told, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def run(shared: Path) -> tuple[Score, ...]:
    """The week on a ledger of a million statements; `shared` is not looked into."""
    return _week(STATEMENTS)


def quick(shared: Path) -> tuple[Score, ...]:
    """The same on ten thousand statements."""
    return _week(FEW)


def asked(name: str) -> Options:
    """What a measure is asked: everybody, and as the bloc the CSTO: its states, its office-holders, or both."""
    facts = load()
    states = facts.members("csto", Made(statements=1).last_week.last)
    speakers = tuple(one.id for one in facts.actors.values() if one.state in states)
    return Options(members={"agreement": states, "ideal": states, "cohesion": (*states, *speakers)}.get(name, speakers))


def timed(ledger: Path, engine: str = "duckdb", names: str = "") -> tuple[list[tuple[str, float, float, int]], float]:
    """Name, seconds, processor seconds and results of each measure, and the peak of memory in MB."""
    command = [sys.executable, "-c", ALONE, str(ledger), engine, names]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    told, peak = json.loads(done.stdout.splitlines()[-1])
    return [(name, seconds, busy, found) for name, seconds, busy, found in told], peak


def _week(statements: int) -> tuple[Score, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(os.environ.get(KEPT) or folder) / f"made-{statements}"
        if not path.exists():
            make(path, Made(statements=statements))
        told, peak = timed(path)
    task = f"{statements:,} statements"
    all_of_it = {name: seconds for name, seconds, _, _ in told}["all"]
    shares = tuple(
        Score(bench="week", task=f"{task}: {name}", metric="seconds", value=seconds, n=found)
        for name, seconds, _, found in told
        if name != "all"
    )
    busy = {name: busy for name, _, busy, _ in told}["all"]
    return (
        Score(
            bench="week", task=f"{task}: every measure", metric="seconds", value=all_of_it, n=statements, target=SECONDS
        ),
        Score(bench="week", task=f"{task}: every measure", metric="processor seconds", value=busy, n=statements),
        Score(bench="week", task=f"{task}: every measure", metric="MB", value=peak, n=statements, target=MEGABYTES),
        *shares,
    )
