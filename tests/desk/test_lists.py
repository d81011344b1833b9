"""Lists in and out: a bad row stops nothing, and nobody who left is brought back."""

import csv
import io
import stat
from datetime import datetime
from pathlib import Path

import pytest

from overtone.desk import readers
from overtone.desk.lists import COLUMNS, Bringing, as_csv, bring_list, exported, write_private, write_rejected
from overtone.desk.models import Consent, Letter, Reader
from overtone.errors import InputError
from tests.desk.visiting import subscriber

pytestmark = pytest.mark.usefixtures("desk")
ASKING = Bringing(language="en", proof="fair, 2022-10-01", confirmed=False)
MOVING = Bringing(language="en", proof="our old list", confirmed=True)


def listed(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_good_rows_come_in_and_bad_ones_are_told_with_their_line(tmp_path: Path, now: datetime) -> None:
    path = listed(
        tmp_path, 'E-mail;Lang\na@example.org;be\n\nbad\n"b@example.org";\nA@example.org;ru\nc@example.org;de\n'
    )
    brought = bring_list(path, ASKING, now)
    assert brought.done == {"asked": 2}
    assert [(row.line, row.address) for row in brought.rejected] == [
        (4, "bad"),
        (6, "A@example.org"),
        (7, "c@example.org"),
    ]
    assert {(r.address, r.language, r.state) for r in Reader.objects.all()} == {
        ("a@example.org", "be", "pending"),
        ("b@example.org", "en", "pending"),
    }
    assert Letter.objects.filter(kind="confirm").count() == 2
    aside = write_rejected(path, brought.rejected)
    assert aside.name == "list.rejected.csv"
    rows = list(csv.DictReader(io.StringIO(aside.read_text("utf-8"))))
    assert rows[0] == {"address": "bad", "language": "", "line": "4", "reason": brought.rejected[0].reason}


def test_a_corrected_rest_can_be_brought_in_as_it_is(tmp_path: Path, now: datetime) -> None:
    path = listed(tmp_path, "address,language\nbad,be\n")
    aside = write_rejected(path, bring_list(path, ASKING, now).rejected)
    aside.write_text(aside.read_text("utf-8").replace("bad", "good@example.org"), encoding="utf-8")
    assert bring_list(aside, ASKING, now).done == {"asked": 1}


def test_readers_who_confirmed_elsewhere_get_no_letter(tmp_path: Path, now: datetime) -> None:
    path = listed(tmp_path, "\ufeffaddress\na@example.org\nb@example.org\n")
    assert bring_list(path, MOVING, now).done == {"active": 2}
    assert bring_list(path, MOVING, now).done == {"known": 2}
    assert not Letter.objects.exists()
    assert {c.origin for c in Consent.objects.all()} == {"our old list"}


@pytest.mark.parametrize("how", [ASKING, MOVING])
def test_no_list_brings_back_who_left_or_must_not_be_written_to(how: Bringing, tmp_path: Path, now: datetime) -> None:
    readers.leave(subscriber("left@example.org").key, now)
    readers.suppress("stopped@example.org", "complained", now)
    readers.forget("gone@example.org", now, bar=True)
    Letter.objects.all().delete()
    path = listed(tmp_path, "address\nleft@example.org\nstopped@example.org\ngone@example.org\n")
    brought = bring_list(path, how, now)
    assert (brought.done, len(brought.rejected)) == ({}, 3)
    assert not Letter.objects.exists()
    assert not Reader.objects.filter(state="active").exists()


@pytest.mark.parametrize(
    ("text", "encoding", "line"),
    [("name;phone\nA;1\n", "utf-8", 1), ("", "utf-8", 1), ("address,name\na@example.org,Я\n", "cp1251", 2)],
)
def test_a_file_that_is_no_list_is_told_with_its_line(
    text: str, encoding: str, line: int, tmp_path: Path, now: datetime
) -> None:
    path = listed(tmp_path, text, encoding)
    with pytest.raises(InputError) as caught:
        bring_list(path, ASKING, now)
    assert caught.value.where == f"{path}:{line}"
    assert not Reader.objects.exists()


def test_an_export_holds_each_reader_with_the_latest_consent(now: datetime) -> None:
    readers.bring("a@example.org", "be", now, proof="paper")
    readers.suppress("b@example.org", "=HYPERLINK()", now)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in exported()]
    assert [(row["address"], row["state"], row["origin"]) for row in rows] == [
        ("a@example.org", "active", "paper"),
        ("b@example.org", "suppressed", ""),
    ]
    assert rows[0]["confirmed"] == "2022-10-17T09:00:00+00:00"
    assert [row[0] for row in exported(state="suppressed")] == ["b@example.org"]
    assert [row[0] for row in exported(language="be")] == ["a@example.org"]


def test_no_cell_is_a_formula() -> None:
    assert as_csv(("a", "b"), [("=1+1", "-x"), ("@x", "ok")]) == "a,b\n'=1+1,'-x\n'@x,ok\n"


def test_what_is_written_out_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(InputError, match="cannot be written"):
        write_private(tmp_path / "no" / "folder.csv", "x")
