"""`overtone verify` on the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from overtone.cli import overtone
from overtone.publish.package import package
from overtone.publish.words import Words
from tests.publish.week41 import edition


def published(folder: Path) -> Path:
    whole = edition()
    name, body = package(whole, whole.texts[0], Words("en", whole.texts[0].labels))
    (folder / name).write_bytes(body)
    return folder / name


def test_a_package_as_published_ends_with_0(tmp_path: Path) -> None:
    told = CliRunner().invoke(overtone, ["verify", str(published(tmp_path)), "--json"])
    assert told.exit_code == 0
    assert json.loads(told.stdout)["holds"] is True


def test_one_that_was_changed_ends_with_1_and_names_the_file(tmp_path: Path) -> None:
    path = published(tmp_path)
    body = path.read_bytes()
    path.write_bytes(body.replace(b"worsened", b"improved"))  # the zip's own check sum is caught first
    told = CliRunner().invoke(overtone, ["verify", str(path)])
    assert told.exit_code == 4
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / "manifest-sha256.txt").write_text(f"{'0' * 64}  a.csv\n")
    (folder / "a.csv").write_text("a\n")
    told = CliRunner().invoke(overtone, ["verify", str(folder)])
    assert told.exit_code == 1
    assert "changed\ta.csv" in told.stdout
