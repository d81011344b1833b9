"""A PostgreSQL of the tests' own: Debian's server started in a temporary folder, on a socket that only it has."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

NAME = "overtone"


def found() -> Path | None:
    """The folder of the server's programs: the newest of Debian's, else the one on PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name.split(".")[0]))
    on_path = shutil.which("initdb")
    candidates = [*reversed(folders), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((one for one in candidates if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a fresh database; skips the test where no server can be started, and says why."""
    programs = found()
    if programs is None:
        pytest.skip("no PostgreSQL server here: install Debian's postgresql to run this on the second database")
    root = os.geteuid() == 0
    before = ["runuser", "-u", "postgres", "--"] if root else []
    if root and not shutil.which("runuser"):
        pytest.skip("PostgreSQL does not run as root, and there is no runuser to become another user")
    folder = Path(tempfile.mkdtemp(prefix="overtone-pg-"))
    try:
        if root:
            shutil.chown(folder, "postgres")
        data = folder / "data"
        call(*before, programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "-N")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        call(*before, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            call(*before, programs / "createdb", "-h", folder, "-U", "postgres", NAME)
            yield f"postgresql://postgres@/{NAME}?host={quote(str(folder), safe='')}"
        finally:
            call(*before, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def call(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True, cwd="/", timeout=60)
