"""The whole left side: taking in twice adds nothing, and nothing that happens on the way leaves anything half-read."""

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO

import pytest

from overtone.errors import InputError
from overtone.intake import Options, Report, intake
from overtone.ledger import Ledger, View
from overtone.parcels import Reader
from overtone.records import Document, Reading, SetAside, Statement, Visit
from tests.corpus import CARD, release, write
from tests.sentences import ParagraphReader

ROOT = Path(__file__).resolve().parents[1]
READER = Reader(version="paragraphs@1", load=ParagraphReader())


def take(path: Path, ledger: Ledger, reader: Reader = READER, options: Options | None = None) -> Report:
    return intake(path, CARD, ledger, reader, options)


def rows(view: View) -> tuple[set[object], ...]:
    return (
        {(one.id, one.origin) for one in view.records(Document)},
        {replace(one) for one in view.records(Reading)},
        {replace(one) for one in view.records(Statement)},
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "ledger")


def test_a_file_becomes_documents_and_statements(tmp_path: Path, ledger: Ledger) -> None:
    report = take(write(tmp_path / "in.jsonl", *(release(n) for n in range(10)), "{broken"), ledger)
    assert (report.documents, report.fresh, report.known, report.statements, report.aside) == (10, 10, 0, 30, 1)
    assert (report.outcome, report.exit_code, report.first_day) == ("complete", 1, date(2022, 5, 1))
    assert sum(report.reasons.values()) == 1
    view = ledger.view()
    assert len(view.records(Document)) == 10
    assert [one.line for one in view.records(SetAside)] == [11]
    assert [(v.documents, v.fresh, v.aside, v.outcome) for v in view.records(Visit)] == [(10, 10, 1, "complete")]


def test_the_second_intake_of_a_file_adds_no_row(tmp_path: Path, ledger: Ledger) -> None:
    path = write(tmp_path / "in.jsonl", *(release(n) for n in range(10)), "{broken")
    take(path, ledger)
    before = ledger.view()
    report = take(path, ledger)
    after = ledger.view()
    assert (report.documents, report.fresh, report.known, report.statements, report.read) == (10, 0, 10, 0, 0)
    assert (after.as_of, after.digest()) == (before.as_of, before.digest())
    assert len(after.records(Visit)) == len(after.records(SetAside)) == 1


def test_a_grown_file_adds_what_is_new(tmp_path: Path, ledger: Ledger) -> None:
    take(write(tmp_path / "in.jsonl", *(release(n) for n in range(5))), ledger)
    report = take(write(tmp_path / "in.jsonl", *(release(n) for n in range(8))), ledger)
    assert (report.documents, report.fresh, report.known) == (8, 3, 5)
    assert len(ledger.view().records(Visit)) == 2


def test_a_new_reader_reads_again_and_hides_no_cut_before_it(tmp_path: Path, ledger: Ledger) -> None:
    path = write(tmp_path / "in.jsonl", *(release(n) for n in range(5)))
    take(path, ledger)
    before = ledger.view()
    report = take(path, ledger, Reader(version="paragraphs@2", load=ParagraphReader("paragraphs@2")))
    assert (report.fresh, report.read, report.statements) == (0, 5, 15)
    assert {one.reader for one in ledger.view().records(Statement)} == {"paragraphs@2"}
    assert ledger.view(before.as_of).digest() == before.digest()


def test_two_texts_under_one_key_are_both_kept_and_told(tmp_path: Path, ledger: Ledger) -> None:
    path = write(tmp_path / "in.jsonl", release(1), release(2), release(1, body="Put right."))
    report = take(path, ledger)
    assert report.changed == ["1"]
    assert any("another text than before" in words for words in report.messages)
    assert sorted(one.part("body") for one in ledger.view().records(Document))[1] == "Put right."
    assert take(path, ledger).changed == []


def test_one_process_and_two_store_the_same_rows(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", *(release(n) for n in range(200)), "{broken")
    one, two = Ledger.open(tmp_path / "one"), Ledger.open(tmp_path / "two")
    alone, together = take(path, one), take(path, two, options=Options(workers=2, parcel=16, batch=50))
    assert alone == together
    assert rows(one.view()) == rows(two.view())
    assert one.view().digest() == two.view().digest()


def test_a_damaged_file_gives_what_stands_before_the_break(tmp_path: Path, ledger: Ledger) -> None:
    whole = [release(n, body=f"{n * 7919 % 1000003:x} " * 40) for n in range(300)]
    packed = gzip.compress(write(tmp_path / "in.jsonl", *whole).read_bytes())
    (tmp_path / "in.gz").write_bytes(packed[: len(packed) // 2])
    report = take(tmp_path / "in.gz", ledger)
    assert (report.outcome, report.exit_code) == ("damaged", 1)
    assert "fetch the file again" in report.messages[0]
    assert 50 < len(ledger.view().records(Document)) < 300
    (tmp_path / "in.gz").write_bytes(packed)
    assert take(tmp_path / "in.gz", ledger).outcome == "complete"
    assert len(ledger.view().records(Document)) == 300


def test_a_file_that_cannot_be_read_leaves_no_ledger(tmp_path: Path, ledger: Ledger) -> None:
    with pytest.raises(InputError):
        take(tmp_path / "absent.jsonl", ledger)
    assert not ledger.path.exists()


def test_each_batch_is_learnt_when_it_is_appended(tmp_path: Path, ledger: Ledger) -> None:
    ticks = iter(range(100))
    start = datetime(2022, 6, 1, tzinfo=UTC)
    path = write(tmp_path / "in.jsonl", *(release(n) for n in range(6)))
    take(path, ledger, options=Options(parcel=2, batch=2, now=lambda: start + timedelta(hours=next(ticks))))
    counts = [len(ledger.view(start + timedelta(hours=hour)).records(Document)) for hour in range(4)]
    assert counts == [0, 2, 4, 6]


def begin(ledger: Path, *files: Path, workers: int = 1, batch: int = 5) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.intake_process", str(ledger), str(workers), str(batch), *map(str, files)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    said(process.stdout)
    return process


def said(stream: IO[str] | None) -> str:
    return stream.readline() if stream else ""


@pytest.mark.slow
def test_killed_thirty_times_it_ends_as_if_undisturbed(tmp_path: Path) -> None:
    chance = random.Random(20220516)
    files = [
        write(
            tmp_path / f"{part}.jsonl", *(release(part + n) for n in range(400)), "{broken", release(part, body="New.")
        )
        for part in (0, 1000, 2000)
    ]
    calm = Ledger.open(tmp_path / "calm")
    for file in files:
        take(file, calm)
    expected = rows(calm.view())
    seen: set[str] = set()
    kills = 0
    while kills < 30:
        process = begin(tmp_path / "ledger", *files)
        time.sleep(chance.uniform(0.0, 0.9))
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL, "the corpus is too small: it was done before it was killed"
        kills += 1
        seen = _nothing_lost(Ledger.open(tmp_path / "ledger").view(), seen)
    assert len(seen) > 20, "no kill landed after a first batch"
    process = begin(tmp_path / "ledger", *files, batch=500)
    process.communicate()
    assert process.returncode == 1
    view = Ledger.open(tmp_path / "ledger").view()
    assert rows(view) == expected
    assert view.digest() == calm.view().digest()
    assert set(view.records(SetAside)) == set(calm.view().records(SetAside))


def _nothing_lost(view: View, seen: set[str]) -> set[str]:
    """What is shown after a kill is whole, and every page shown before is still there."""
    documents = {one.id: one for one in view.records(Document)}
    shown = Counter(one.document for one in view.records(Statement))
    assert {one.document for one in view.records(Reading)} == set(documents)
    assert shown == {key: len(ParagraphReader().read(one).statements) for key, one in documents.items()}
    pages = {one.key for one in documents.values()}
    assert seen <= pages
    return pages


def test_ctrl_c_ends_it_cleanly_and_it_goes_on_later(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", *(release(n) for n in range(2000)))
    process = begin(tmp_path / "ledger", path)
    for _ in range(3):
        said(process.stdout)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (130, "")
    ledger = Ledger.open(tmp_path / "ledger")
    view = ledger.view()
    part = len(view.records(Document))
    assert 10 <= part < 2000
    assert [one.outcome for one in view.records(Visit)] == ["interrupted"]
    assert take(path, ledger).fresh == 2000 - part


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", *(release(n) for n in range(2000)))
    process = begin(tmp_path / "ledger", path, workers=2)
    said(process.stdout)
    process.kill()
    process.communicate()
    for _ in range(100):
        if not _children(process.pid):
            return
        time.sleep(0.1)
    pytest.fail("a worker outlived the process that started it")


def _children(session: int) -> list[str]:
    """The processes of a session that still run."""
    found = subprocess.run(["ps", "-o", "pid=,args=", "-s", str(session)], capture_output=True, text=True, check=False)
    return [line for line in found.stdout.splitlines() if "defunct" not in line]
