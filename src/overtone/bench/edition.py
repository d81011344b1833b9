"""Speed and memory of an edition from a ledger of some 8,000 documents: a theme-week and a whole week, three languages.

Each edition is composed and published in a process of its own; imports and the loading of the facts lie before the
clock. The baseline is the same ledger's documents read into memory once, as a program without columns would do.

Not for comparing machines: a busy one takes longer.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from overtone.bench.score import Score
from overtone.records import Document, week
from overtone.wiring import Workspace, create_workspace, open_workspace

SOURCES = (
    ("data/kremlin-1999-2020/documents.jsonl.gz", "kremlin-archive"),
    ("data/kremlin-2022/releases.jsonl.gz", "kremlin"),
    ("data/kyiv-2022/releases.jsonl.gz", "kyiv"),
    ("diary-2022/items.jsonl", "diary"),
    ("diary-2022/votes.tsv", "diary-votes"),
)
WEEK = (2022, 20)
ALONE = """
import ibis.backends.duckdb, json, resource, sys, time
from pathlib import Path
from overtone.bench.edition import once
from overtone.publish import publish
from overtone.edition import compose
from overtone.wiring import open_workspace
workspace = open_workspace(sys.argv[1])
workspace.registry, workspace.ledger
begun = time.perf_counter()
count = once(workspace, sys.argv[2], Path(sys.argv[3]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.perf_counter() - begun, peak, count]))
"""


def run(shared: Path) -> tuple[Score, ...]:
    """Seconds and memory of one theme-week, of the whole week, and of reading every document into memory."""
    with tempfile.TemporaryDirectory() as folder:
        root = create_workspace(Path(folder) / "desk")
        (root / "overtone.toml").write_text('[intake]\nmodels = "rules"\n', "utf-8")
        workspace = open_workspace(root)
        documents = sum(workspace.intake(shared / path, source).documents for path, source in SOURCES)
        theme = _alone(root, "belarus-russia", Path(folder) / "theme")
        whole = _alone(root, "", Path(folder) / "week")
        plain = _alone(root, "documents", Path(folder) / "plain")
    figures = (
        ("one theme-week in three languages", "seconds", theme[0], 3.0, plain[0]),
        ("one theme-week in three languages", "MB", theme[1], 500.0, plain[1]),
        ("six themes of one week in three languages", "seconds", whole[0], None, plain[0]),
        ("six themes of one week in three languages", "MB", whole[1], 500.0, plain[1]),
    )
    return tuple(
        Score(
            bench="edition",
            task=task,
            metric=metric,
            value=value,
            n=documents,
            target=target,
            peer="all documents read into memory",
            peer_value=peer,
            corpus="kremlin-1999-2020, kremlin-2022, kyiv-2022, diary-2022",
        )
        for task, metric, value, target, peer in figures
    )


def once(workspace: Workspace, what: str, site: Path) -> int:
    """One edition (of one theme, or of all where `what` is empty), or every document read; how much was made."""
    if what == "documents":
        with workspace.view() as view:
            return len(view.records(Document))
    window = week(*WEEK)
    published = workspace.publish(window, site=site, themes=(what,) if what else ())
    return len(published.paths)


def _alone(root: Path, what: str, site: Path) -> tuple[float, float]:
    call = [sys.executable, "-c", ALONE, str(root), what, str(site)]
    told = subprocess.run(call, check=True, capture_output=True, text=True)
    seconds, megabytes, _ = json.loads(told.stdout)
    return seconds, megabytes
