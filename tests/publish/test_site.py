"""The site on disk: whole or as it was."""

import fcntl
import resource
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from overtone.errors import EvidenceError, SiteError
from overtone.publish import publish
from tests.publish.week41 import edition, empty_edition


def checksum_of_the_week(site: Path) -> str:
    """What publishing the week into a folder tells."""
    return publish(edition(), site).checksum


def everything(site: Path) -> dict[str, bytes]:
    """Every file of a site but the lock."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file() and path.name != ".publish.lock")
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


def test_the_same_edition_twice_gives_the_same_checksum_and_bytes(tmp_path: Path) -> None:
    first = publish(edition(), tmp_path / "a")
    before = everything(tmp_path / "a")
    assert publish(edition(), tmp_path / "a").checksum == first.checksum
    assert publish(edition(), tmp_path / "b").checksum == first.checksum
    assert everything(tmp_path / "a") == before == everything(tmp_path / "b")


def test_a_fresh_process_gives_the_same_checksum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for seed in ("1", "2"):
        for name, value in (("PYTHONHASHSEED", seed), ("TZ", "Asia/Tokyo"), ("LC_ALL", "C")):
            monkeypatch.setenv(name, value)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            told.append(fresh.submit(checksum_of_the_week, tmp_path / seed).result())
    assert told == [checksum_of_the_week(tmp_path / "here")] * 2


def test_the_order_of_publishing_leaves_no_trace(tmp_path: Path) -> None:
    for place, weeks in (("a", (edition(), empty_edition())), ("b", (empty_edition(), edition()))):
        for week in weeks:
            publish(week, tmp_path / place)
    assert everything(tmp_path / "a") == everything(tmp_path / "b")


def test_earlier_editions_stay_byte_for_byte(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    before = {name: body for name, body in everything(tmp_path).items() if "2022-W41" in name}
    publish(empty_edition(), tmp_path)
    after = everything(tmp_path)
    assert {name: after[name] for name in before} == before
    assert "2022-W41/index.html" in after["be/index.html"].decode()


def test_publishing_again_takes_away_what_the_edition_no_longer_has(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    whole = edition()
    bare = replace(whole, texts=tuple(replace(text, charts=()) for text in whole.texts))
    publish(bare, tmp_path)
    assert not (tmp_path / "en" / "2022-W41" / "data").exists()


def test_a_language_that_is_not_made_again_stays_in_the_archive(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    whole = edition()
    publish(replace(whole, texts=whole.texts[:1]), tmp_path)
    assert (tmp_path / "be" / "2022-W41" / "index.html").exists()
    assert "be/2022-W41/index.html" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_every_path_told_is_there(tmp_path: Path) -> None:
    told = publish(edition(), tmp_path).paths
    assert all(path.is_file() for path in told)
    assert {str(path.relative_to(tmp_path)) for path in told} == set(everything(tmp_path))


def test_an_edition_without_ground_touches_nothing(tmp_path: Path) -> None:
    whole = edition()
    with pytest.raises(EvidenceError):
        publish(replace(whole, exhibits=()), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(SiteError, match="cannot be written") as trouble:
        publish(edition(), tmp_path / "site")
    assert trouble.value.exit_code == 7
    assert (tmp_path / "site").read_text() == "a file"


def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(empty_edition(), tmp_path)
    before = everything(tmp_path)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9000, usual[1]))
    try:
        with pytest.raises(SiteError, match="File too large"):
            publish(edition(), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert everything(tmp_path) == before


def test_two_publishers_do_not_meet(tmp_path: Path) -> None:
    with (tmp_path / ".publish.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(SiteError, match="another process"):
            publish(edition(), tmp_path)
    publish(edition(), tmp_path)


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".staging-dead" / "en").mkdir(parents=True)
    publish(edition(), tmp_path)
    assert not list(tmp_path.glob(".staging-*"))
