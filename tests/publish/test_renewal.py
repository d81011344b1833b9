"""A week beside what is on the disk: what becomes an earlier version, in which languages, and what cannot be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from overtone.errors import SiteError
from overtone.publish import publish
from overtone.publish.pages import pages
from overtone.publish.renewal import checksum, history_of, renewed
from tests.publish.noted import reworded
from tests.publish.week41 import edition


def test_a_first_week_has_one_version_and_no_list_of_them(tmp_path: Path) -> None:
    whole = edition()
    made = renewed(tmp_path, whole, pages(whole), "", "")
    assert (made.stay, made.added) == ((), ())
    assert not [path for path in made.files if path.endswith("versions.html")]
    assert len([path for path in made.files if path.endswith("versions.json")]) == 3


def test_the_checksum_is_of_paths_and_bytes() -> None:
    assert checksum({"a": b"1", "b": b"2"}) == checksum({"b": b"2", "a": b"1"})
    assert checksum({"a": b"1"}) != checksum({"b": b"1"}) != checksum({"b": b"2"})


def test_a_language_made_alone_gets_a_version_alone(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    changed = reworded()
    told = publish(replace(changed, texts=changed.texts[:1]), tmp_path)
    assert [folder.partition("/")[0] for folder in told.versions] == ["en"]
    page = (tmp_path / told.versions[0] / "index.html").read_text("utf-8")
    assert 'href="../../../../ru/2022-W41/index.html"' in page
    ru, en = history_of(tmp_path, "ru", "2022-W41"), history_of(tmp_path, "en", "2022-W41")
    assert ru is not None
    assert en is not None
    assert (ru.earlier, len(en.earlier)) == ((), 1)


def test_the_language_switch_of_an_old_version_stays_in_that_version(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    told = publish(reworded(), tmp_path)
    folder = told.versions[0].partition("2022-W41/")[2]
    page = (tmp_path / told.versions[0] / "index.html").read_text("utf-8")
    assert f'href="../../../../be/2022-W41/{folder}/index.html"' in page


@pytest.mark.parametrize("body", ["{}", "not json", '{"present": 1, "earlier": [], "kept": []}'])
def test_a_file_of_versions_that_somebody_changed_is_told(body: str, tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    (tmp_path / "en" / "2022-W41" / "versions.json").write_text(body)
    with pytest.raises(SiteError, match="cannot be read") as trouble:
        publish(edition(), tmp_path)
    assert "2022-W41" in trouble.value.where
    assert "restore" in trouble.value.next_step


def test_a_week_that_is_not_there_has_no_history(tmp_path: Path) -> None:
    assert history_of(tmp_path, "en", "2022-W41") is None
