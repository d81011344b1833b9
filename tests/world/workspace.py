"""The frozen world in a real workspace: six sources of three states, four weeks, taken in by the real intake."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from overtone.wiring import Workspace, create_workspace, open_workspace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SOURCES = tuple(sorted(path.stem for path in (HERE / "pages").glob("*.jsonl")))
WEEKS = ("2022-W18", "2022-W19", "2022-W20", "2022-W21")


def settle(folder: Path, *sources: str) -> Workspace:
    """A workspace with the world's own facts, and the pages of these sources (all of them by default) in its ledger.

    Read by rules alone: what the models add is tried by the tests of the models, of the wiring and of the demo.
    """
    create_workspace(folder)
    shutil.copy(HERE / "facts" / "sources.toml", folder / "facts")
    workspace = open_workspace(folder, flags={"intake.models": "rules"})
    for source in sources or SOURCES:
        report = workspace.intake(HERE / "pages" / f"{source}.jsonl", f"world-{source}", workers=1)
        assert (report.outcome, report.aside) == ("complete", 0), report.reasons
    return workspace


def overtone(
    *words: str, cwd: Path | None = None, stdin: str = "", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """The command line in a process of its own: what it printed, what it said, how it ended."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("OVERTONE_")}
    package = str(Path(sys.modules["overtone"].__file__ or "").resolve().parents[1])
    return subprocess.run(
        [sys.executable, "-m", "overtone", *words],
        cwd=cwd,
        env=inherited | {"PYTHONPATH": package, "COLUMNS": "200"} | environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
