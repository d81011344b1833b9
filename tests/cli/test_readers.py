"""`overtone readers` and `overtone desk` as they are typed."""

from pathlib import Path

import pytest
from django.db import connection

from tests.cli.calling import Call, call


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "overtone.toml").write_text("")
    return tmp_path


def readers(folder: Path, *words: str) -> Call:
    try:
        return call("readers", *words, cwd=folder)
    finally:
        connection.close()


def test_a_reader_is_added_counted_shown_suppressed_and_forgotten(desk: Path) -> None:
    assert readers(desk, "add", "Reader@Example.org", "--lang", "be").err == "a letter to confirm is queued\n"
    brought = readers(desk, "add", "b@example.org", "--lang", "ru", "--confirmed", "--consent", "paper", "--json")
    assert brought.body["done"] == "active"
    assert readers(desk, "count", "--json").body["states"] == {
        "pending": 1,
        "active": 1,
        "unsubscribed": 0,
        "suppressed": 0,
    }
    listed = readers(desk, "list", "--state", "active", "--json").body["readers"]
    assert [row["address"] for row in listed] == ["b@example.org"]
    shown = readers(desk, "show", "READER@example.org", "--json").body
    assert shown["reader"]["state"] == "pending"
    assert shown["consent"][0]["sentence"].startswith("Націскаючы")
    assert len(shown["letter"]) == 1
    assert "pending" in readers(desk, "show", "reader@example.org").out
    assert readers(desk, "suppress", "b@example.org", "--reason", "complained").code == 0
    assert readers(desk, "add", "b@example.org", "--lang", "ru").code == 2
    assert readers(desk, "forget", "b@example.org", "--json").body["deleted"] == {"reader": 1, "consent": 1}
    gone = readers(desk, "show", "b@example.org")
    assert (gone.code, gone.out) == (2, "")
    assert "1 of 1 who asked" not in readers(desk, "count").out


def test_a_list_comes_in_with_its_bad_rows_told_and_kept(desk: Path) -> None:
    (desk / "list.csv").write_text("address,language\na@example.org,be\nbad,ru\n", encoding="utf-8")
    brought = readers(desk, "import", "list.csv", "--consent", "fair, 2022-10-01")
    assert brought.code == 1
    assert brought.err.splitlines() == [
        "list.csv:3: 'bad': not an address of mail: exactly one @ must stand between name and domain",
        "1 asked, 1 set aside in list.rejected.csv",
    ]
    assert (desk / "list.rejected.csv").read_text("utf-8").splitlines()[0] == "address,language,line,reason"
    again = readers(desk, "import", "list.csv", "--json")
    assert (again.code, again.body["done"]) == (1, {"asked": 1})
    assert again.body["rejected"][0]["line"] == 3


def test_an_export_is_csv_or_json_and_a_file_for_its_owner(desk: Path) -> None:
    readers(desk, "add", "a@example.org", "--lang", "be")
    assert readers(desk, "export").out.splitlines()[1].startswith("a@example.org,be,pending,")
    assert readers(desk, "export", "--json").body["readers"][0]["origin"] == "operator"
    assert readers(desk, "export", "--to", "out.csv").err == "readers in out.csv: 1\n"
    assert (desk / "out.csv").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "no-address", "--lang", "be"), "exactly one @"),
        (("add", "a@example.org", "--lang", "be", "--confirmed"), "--confirmed needs --consent"),
        (("show", "nobody@example.org"), "nothing is kept"),
        (("import", "none.csv"), "does not exist"),
        (("letters",), "letters to confirm cannot be sent"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(desk: Path, words: tuple[str, ...], told: str) -> None:
    found = readers(desk, *words)
    assert found.code != 0
    assert found.out == ""
    assert told in found.err
    assert "Traceback" not in found.err


def test_a_database_that_cannot_be_used_is_told_and_ends_with_8(desk: Path) -> None:
    (desk / "overtone.toml").write_text('[desk]\ndatabase = "postgresql://nobody:hidden@127.0.0.1:9/none"\n')
    found = readers(desk, "count")
    assert found.code == 8
    assert "postgresql://127.0.0.1/none" in found.err
    assert "hidden" not in found.err
    shown = call("config", cwd=desk).out
    assert "nobody:…@127.0.0.1" in shown
    assert "hidden" not in shown


def test_the_desk_without_a_workspace_says_so(tmp_path: Path) -> None:
    assert call("desk", cwd=tmp_path).code == 3
