"""Trouble on disk: what the system says, told as what is wrong, where, and what to do."""

import errno
import os
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake.exceptions import DeltaError

from overtone.errors import LedgerError
from overtone.ledger.trouble import BROKEN, MEND, hushed, plainly, trouble

PLACE = Path("ledger") / "documents"
TOLD = {
    "disk full": (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "the disk is full", "free some space"),
    "quota used up": (OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)), "the disk is full", "free some space"),
    "disk full, told by Delta": (DeltaError("Generic error: StorageFull (os error 28)"), "the disk is full", "free"),
    "file limit": (OSError(errno.EFBIG, os.strerror(errno.EFBIG)), "grew over the limit", "ulimit -f"),
    "no right": (PermissionError(errno.EACCES, os.strerror(errno.EACCES)), "no permission", "overtone.toml"),
    "read-only disk": (OSError(errno.EROFS, os.strerror(errno.EROFS)), "no permission", "right to write"),
    "no right, told by Delta": (DeltaError("PermissionDenied: a.parquet"), "no permission", "right to write"),
}
BREAKS = {
    "Arrow": (pa.ArrowInvalid("Parquet magic bytes not found\nin footer"), "Parquet magic bytes not found"),
    "Delta": (DeltaError("Invalid JSON in log record"), "Invalid JSON in log record"),
    "no words": (OSError(), "OSError"),
}


@pytest.mark.parametrize("case", TOLD)
def test_what_a_person_can_mend_is_told_with_the_way(case: str) -> None:
    error, what, next_step = TOLD[case]
    told = trouble(error, PLACE)
    assert what in told.what
    assert told.where == str(PLACE)
    assert next_step in told.next_step


@pytest.mark.parametrize("case", BREAKS)
def test_anything_else_is_a_broken_table_with_the_first_line_of_the_reason(case: str) -> None:
    error, reason = BREAKS[case]
    told = trouble(error, PLACE)
    assert told.what == f"{BROKEN} ({reason})"
    assert told.next_step == MEND


@pytest.mark.parametrize("case", TOLD)
def test_whatever_storage_raises_becomes_one_error(case: str) -> None:
    error = TOLD[case][0]
    with pytest.raises(LedgerError) as caught, plainly(PLACE):
        raise error
    assert caught.value.__cause__ is error


def test_a_fault_of_ours_is_not_dressed_up_as_trouble_of_the_disk() -> None:
    with pytest.raises(KeyError), plainly(PLACE):
        raise KeyError("no such column")
    with pytest.raises(LedgerError), plainly(PLACE, KeyError):
        raise KeyError("no such column")


def test_what_a_room_has_told_already_is_left_as_it_is() -> None:
    told = LedgerError("another intake is writing", where="here", next_step="wait")
    with pytest.raises(LedgerError) as caught, plainly(PLACE):
        raise told
    assert caught.value is told


def _panic() -> None:
    with hushed():
        os.write(2, b"thread panicked\n")
        raise OSError("full")


def test_what_a_library_prints_is_kept_back_only_when_it_fails(capfd: pytest.CaptureFixture[str]) -> None:
    with hushed():
        os.write(2, b"a note\n")
    assert capfd.readouterr().err == "a note\n"
    with pytest.raises(OSError, match="full"):
        _panic()
    assert capfd.readouterr().err == ""
