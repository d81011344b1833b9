"""`overtone verify` on the command line."""

from pathlib import Path

from overtone.publish.package import package
from tests.cli.calling import call
from tests.publish.week41 import edition


def published(folder: Path) -> Path:
    whole = edition()
    name, body = package(whole, whole.texts[0])
    (folder / name).write_bytes(body)
    return folder / name


def test_a_package_as_published_ends_with_0(tmp_path: Path) -> None:
    told = call("verify", str(published(tmp_path)), "--json")
    assert told.code == 0
    assert told.body["holds"] is True


def test_a_file_that_was_changed_is_named_and_the_code_is_1(tmp_path: Path) -> None:
    (tmp_path / "manifest-sha256.txt").write_text(f"{'0' * 64}  a.csv\n")
    (tmp_path / "a.csv").write_text("a\n")
    told = call("verify", str(tmp_path))
    assert told.code == 1
    assert "changed\ta.csv" in told.out


def test_an_archive_whose_bytes_are_damaged_cannot_be_read(tmp_path: Path) -> None:
    path = published(tmp_path)
    body = bytearray(path.read_bytes())
    body[2000] ^= 255  # the zip's own check sum no longer fits
    path.write_bytes(bytes(body))
    assert call("verify", str(path)).code == 4
