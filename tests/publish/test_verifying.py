"""Checking a downloaded package: whatever was changed on the way is named."""

import zipfile
from pathlib import Path

import pytest

from overtone.errors import InputError
from overtone.publish.package import DESCRIPTOR, package
from overtone.publish.verifying import verify
from tests.publish.week41 import edition


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    whole = edition()
    name, body = package(whole, whole.texts[0])
    (tmp_path / name).write_bytes(body)
    return tmp_path / name


@pytest.fixture
def folder(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as there:
        there.extractall(archive.parent / "unpacked")
    return archive.parent / "unpacked" / archive.stem


def test_a_package_as_published_holds_zipped_and_unpacked(archive: Path, folder: Path) -> None:
    for path in (archive, folder):
        found = verify(path)
        assert found.holds
        assert found.files == 9
    assert verify(archive).manifest == verify(folder).manifest


def test_a_changed_a_missing_and_an_added_file_are_named(folder: Path) -> None:
    (folder / "themes.csv").write_text("theme\n")
    (folder / "signals.csv").unlink()
    (folder / "more.csv").write_text("a\n")
    found = verify(folder)
    assert (found.changed, found.missing, found.unknown) == (("themes.csv",), ("signals.csv",), ("more.csv",))
    assert not found.holds


def test_a_descriptor_that_tells_other_digests_is_named(folder: Path) -> None:
    told = (folder / DESCRIPTOR).read_text()
    digest = told.split('"hash": "sha256:')[1][:64]
    (folder / DESCRIPTOR).write_text(told.replace(digest, "0" * 64))
    found = verify(folder)
    assert found.changed == (DESCRIPTOR,)
    assert found.misdescribed == ("charts.csv",)


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"no archive"])
def test_what_is_no_archive_is_refused(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(body)
    with pytest.raises(InputError, match="archive"):
        verify(tmp_path / "a.zip")


def test_a_folder_without_a_manifest_and_a_path_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="manifest"):
        verify(tmp_path)
    with pytest.raises(InputError, match="no such"):
        verify(tmp_path / "nowhere")
