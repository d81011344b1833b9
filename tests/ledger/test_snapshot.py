"""A snapshot: the files that the logs name, no others, and as they were when it was taken."""

from pathlib import Path

import pytest

from overtone.errors import LedgerError
from overtone.ledger import TABLES, Ledger
from overtone.ledger.snapshot import Snapshot, files_of, table_at
from tests.ledger.build import batch, document, moment

DAMAGES = {
    "log": ("_delta_log/*1.json", b"{half", "cannot be read"),
    "file cut short": ("*.parquet", b"PAR1", "missing or cut short"),
}


def files(path: Path, name: str) -> tuple[str, ...]:
    return dict(Snapshot.take(path).files)[name]


def test_only_committed_files_are_listed(tmp_path: Path) -> None:
    Ledger.open(tmp_path).append(batch(document("a")), moment(1))
    before = files(tmp_path, "documents")
    (tmp_path / "documents" / "left-by-a-crash.parquet").write_bytes(b"half")
    assert files(tmp_path, "documents") == before
    assert [Path(file).parent for file in before] == [tmp_path / "documents"]


def test_rows_appended_later_are_not_in_a_snapshot_taken_before(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    ledger.append(batch(document("a")), moment(1))
    before = Snapshot.take(tmp_path)
    ledger.append(batch(document("b")), moment(2))
    earlier, later = dict(before.files), dict(Snapshot.take(tmp_path).files)
    assert set(earlier["documents"]) < set(later["documents"])
    assert (len(earlier["documents"]), len(later["documents"])) == (1, 2)


def test_documents_are_looked_up_before_what_was_read_from_them(tmp_path: Path) -> None:
    order = [name for name, _ in Snapshot.take(tmp_path).files]
    assert sorted(order) == sorted(TABLES)
    assert all(order.index("documents") < order.index(name) for name in ("readings", "statements", "encounters"))


def test_a_ledger_not_yet_begun_has_tables_without_files(tmp_path: Path) -> None:
    assert {found for _, found in Snapshot.take(tmp_path / "nowhere").files} == {()}
    assert table_at(tmp_path / "nowhere" / "documents") is None


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_table_is_named(tmp_path: Path, damage: str) -> None:
    pattern, content, words = DAMAGES[damage]
    Ledger.open(tmp_path).append(batch(document("a")), moment(1))
    sorted((tmp_path / "documents").glob(pattern))[0].write_bytes(content)
    with pytest.raises(LedgerError, match=words) as caught:
        Snapshot.take(tmp_path)
    assert "documents" in caught.value.where
    assert "backup" in caught.value.next_step


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    Ledger.open(tmp_path).append(batch(document("a")), moment(1))
    path = tmp_path / "documents"
    table = table_at(path)
    assert table is not None
    (gone,) = files_of(table, path)
    Path(gone).unlink()
    with pytest.raises(LedgerError, match="missing or cut short") as caught:
        files_of(table, path)
    assert caught.value.where == gone
