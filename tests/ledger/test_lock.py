"""One writer: a second is refused at once, and the lock goes with whoever held it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from overtone.errors import LedgerError
from overtone.ledger.lock import sole_writer

ROOT = Path(__file__).resolve().parents[2]
HOLD = (
    "import sys, time; from pathlib import Path; from overtone.ledger.lock import sole_writer\n"
    "with sole_writer(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
)
COPY = """
import os, sys
from pathlib import Path
from overtone.ledger.lock import sole_writer
reading, writing = os.pipe()
with sole_writer(Path(sys.argv[1])):
    copy = os.fork()
    if copy == 0:
        os.close(writing)
        os.read(reading, 1)  # lives until the parent lets go of the pipe
        os._exit(0)
with sole_writer(Path(sys.argv[1])):
    os.close(writing)
os.waitpid(copy, 0)
"""
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src")}


def test_a_second_holder_is_refused_and_told_what_to_do(tmp_path: Path) -> None:
    refused = pytest.raises(LedgerError, match="another intake is writing")
    with sole_writer(tmp_path), refused as caught, sole_writer(tmp_path):
        pass
    assert caught.value.where == str(tmp_path)
    assert "wait until it has finished" in caught.value.next_step


def test_a_refused_holder_does_not_take_the_lock_away(tmp_path: Path) -> None:
    with sole_writer(tmp_path):
        for _ in range(2):
            with pytest.raises(LedgerError), sole_writer(tmp_path):
                pass


def test_the_lock_is_let_go_of_at_the_end_and_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), sole_writer(tmp_path):
        raise ZeroDivisionError
    with sole_writer(tmp_path):
        pass


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LedgerError), sole_writer(tmp_path):
            pass
        holder.send_signal(signal.SIGKILL)
    with sole_writer(tmp_path):
        pass


def test_a_copy_of_the_process_does_not_keep_the_lock(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", COPY, str(tmp_path)], env=ENVIRONMENT, check=False, timeout=60)
    assert done.returncode == 0


def test_two_ledgers_have_two_locks(tmp_path: Path) -> None:
    with sole_writer(tmp_path / "one"), sole_writer(tmp_path / "two" / "inside"):
        assert (tmp_path / "two" / "inside").is_dir()


def test_a_place_where_no_folder_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError) as caught, sole_writer(tmp_path / "file" / "ledger"):
        pass
    assert caught.value.where == str(tmp_path / "file" / "ledger")
