"""Rows are added once, by one writer, and stay."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from overtone.errors import LedgerError
from overtone.ledger import Ledger
from overtone.records import Document, Statement
from tests.ledger.build import batch, document, moment

ROOT = Path(__file__).resolve().parents[2]
APPEND = """
import sys
from pathlib import Path
from overtone.errors import OvertoneError
from overtone.ledger import Ledger
from tests.ledger.build import batch, document, moment
import random
noise = random.Random(7)
words = lambda: "".join(chr(noise.randrange(32, 0x2000)) for _ in range(60_000))
try:
    for number in range(int(sys.argv[2])):
        Ledger.open(Path(sys.argv[1])).append(batch(document(str(number), words())), moment(2))
except OvertoneError as error:
    print(error)
    sys.exit(error.exit_code)
"""


def append_elsewhere(ledger: Path, count: int, prelude: str = "") -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", prelude + APPEND, str(ledger), str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.returncode, done.stdout + done.stderr


def test_appending_twice_adds_nothing(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger")
    rows = batch(document("a"), document("b"))
    assert ledger.append(rows, moment(1)) == {"statements": 4, "readings": 2, "documents": 2}
    assert ledger.append(rows, moment(2)) == {"statements": 0, "readings": 0, "documents": 0}
    assert ledger.view().as_of == moment(1)


def test_a_row_that_stands_twice_in_a_batch_is_added_once(tmp_path: Path) -> None:
    added = Ledger.open(tmp_path).append(batch(document("a"), document("a")), moment(1))
    assert added == {"statements": 2, "readings": 1, "documents": 1}


def test_compaction_leaves_the_digest_and_joins_files(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger")
    for number in range(5):
        ledger.append(batch(document(str(number))), moment(number + 1))
    (tmp_path / "ledger/documents/left-by-a-crash.parquet").write_bytes(b"half")
    before, early = ledger.view(), ledger.view(moment(2))
    digests = before.digest(), early.digest()
    assert ledger.compact()["documents"] == 5
    assert not (tmp_path / "ledger/documents/left-by-a-crash.parquet").exists()
    assert (ledger.view().digest(), ledger.view(moment(2)).digest()) == digests
    assert len(before.records(Document)) == 5, "a view opened before goes on reading what it saw"


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path).writing():
        code, words = append_elsewhere(tmp_path, 1)
    assert code == LedgerError.exit_code
    assert "another intake is writing" in words
    assert append_elsewhere(tmp_path, 1)[0] == 0


def test_a_file_that_grows_over_the_limit_leaves_what_was_committed(tmp_path: Path) -> None:
    Ledger.open(tmp_path).append(batch(document("safe")), moment(1))
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
    code, words = append_elsewhere(tmp_path, 3, limit)
    assert (code, "over the limit" in words, "run the same command again" in words) == (5, True, True), words
    assert [one.key for one in Ledger.open(tmp_path).view().records(Document)] == ["safe"]


@pytest.fixture
def small_disk() -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", folder], check=False, capture_output=True
        )
        if mounted.returncode:
            pytest.skip("no right to mount here")
        yield Path(folder)
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_leaves_what_was_committed(small_disk: Path) -> None:
    code, words = append_elsewhere(small_disk / "ledger", 200)
    assert (code, "the disk is full" in words) == (5, True), words
    view = Ledger.open(small_disk / "ledger").view()
    documents, statements = view.records(Document), view.records(Statement)
    assert 0 < len(documents) < 200
    assert {one.id for one in documents} == {one.document for one in statements}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("only root can take another user's rights")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_read_only_ledger_is_told_apart_from_a_broken_one(open_folder: Path) -> None:
    ledger = Ledger.open(open_folder / "ledger")
    ledger.append(batch(document("safe")), moment(1))
    nobody = "import os, tests.ledger.build; os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
    code, words = append_elsewhere(open_folder / "ledger", 1, nobody)
    assert (code, "no permission" in words) == (5, True), words
    assert len(ledger.view().records(Document)) == 1


def test_a_file_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger").write_text("")
    with pytest.raises(LedgerError, match="not a ledger folder"):
        Ledger.open(tmp_path / "ledger")
