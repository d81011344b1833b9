"""Reports: whose mail came back, and whether for good; whatever is sent to us is read without harm."""

import mailbox
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.desk.bounces import read, reports
from overtone.errors import InputError
from tests.desk.reported import BACK, WHOSE, complaint, dsn, free

CASES = {
    "no such mailbox": (dsn("5.1.1"), "hard", "5.1.1"),
    "no such domain": (dsn("5.1.2"), "hard", "5.1.2"),
    "mailbox disabled": (dsn("5.2.1"), "hard", "5.2.1"),
    "mailbox full for good": (dsn("5.2.2"), "soft", "5.2.2"),
    "refused for what it says": (dsn("5.7.1"), "soft", "5.7.1"),
    "late": (dsn("4.4.1", action="delayed"), "soft", "4.4.1"),
    "the words know better": (dsn("5.0.0", words="smtp; 550 5.1.1 user unknown"), "hard", "5.1.1"),
    "nothing known but failed": (dsn("5.0.0"), "soft", "5.0.0"),
    "arrived": (dsn("2.0.0", action="delivered"), "", ""),
    "relayed": (dsn("2.0.0", action="relayed"), "", ""),
    "a complaint": (complaint(), "complaint", ""),
    "in free words": (free("host said: 550 5.1.1 <reader@example.net> unknown"), "hard", "5.1.1"),
    "in free words without a code": (free("550 no such user here"), "soft", ""),
    "out of office": (free("I am away until 550 - back soon", more="Auto-Submitted: auto-replied\n"), "", ""),
    "a person writes": (free("I get 550 5.1.1 when I answer", sender="reader@example.net"), "", ""),
    "a server says nothing": (free("Sorry."), "", ""),
    "leaves by mail": (free("", sender="reader@example.net", to=f"bounces+{WHOSE}-leave@example.org"), "leave", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_report_says_whose_and_whether_for_good(name: str) -> None:
    raw, kind, status = CASES[name]
    found = read(raw)
    assert (found.token, found.kind, found.status) == (WHOSE, kind, status)


def test_whose_it_was_is_told_by_the_address_alone() -> None:
    assert read(dsn("5.1.1", to="weekly@example.org")).token == ""
    assert read(b"Delivered-To: " + BACK.upper().encode() + b"\n" + dsn("5.1.1", to="x@example.org")).token == WHOSE


def test_the_same_report_has_the_same_digest() -> None:
    assert read(dsn("5.1.1")).digest == read(dsn("5.1.1")).digest != read(dsn("5.1.2")).digest


@given(st.binary(max_size=300))
def test_whatever_comes_is_read(raw: bytes) -> None:
    assert read(raw).kind in ("", "hard", "soft", "complaint", "leave")
    assert read(dsn("5.1.1").replace(b"Status: 5.1.1", raw)).kind in ("", "hard", "soft", "complaint", "leave")


def test_a_mail_an_mbox_a_maildir_and_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(dsn("5.1.1"))
    box = mailbox.mbox(tmp_path / "box")
    for status in ("5.1.1", "4.2.2"):
        box.add(dsn(status))
    box.close()
    folder = mailbox.Maildir(tmp_path / "dir")
    folder.add(dsn("5.1.2"))
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.eml").write_bytes(complaint())
    places = {"one.eml": 1, "box": 2, "dir": 1, "plain": 1}
    assert {name: len(list(reports(tmp_path / name))) for name in places} == places


def test_nothing_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(reports(tmp_path / "none"))
