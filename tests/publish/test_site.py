"""The site on disk: whole or as it was."""

import fcntl
import os
import posixpath
import re
import resource
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

import pytest

from overtone.errors import EvidenceError, SiteError
from overtone.publish import Beside, publish, refresh
from tests.publish.noted import of_a_sentence, poorer, reworded
from tests.publish.week41 import edition, empty_edition


def checksum_of_the_week(site: Path) -> str:
    """What publishing the week into a folder tells."""
    return publish(edition(), site).checksum


def everything(site: Path) -> dict[str, bytes]:
    """Every file of a site but the lock."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file() and path.name != ".publish.lock")
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


def dead_links(site: Path) -> list[str]:
    """Every link of every page that leads to no file, or to no place on it."""
    pages = {str(p.relative_to(site)): p.read_text(encoding="utf-8") for p in site.rglob("*.html")}
    places = {path: set(re.findall(r'\bid="([^"]+)"', body)) for path, body in pages.items()}
    dead = []
    for path, body in pages.items():
        for address in re.findall(r'\b(?:href|src)="([^"]*)"', body):
            if re.match(r"[a-z]+:", address):
                continue
            there, _, place = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), there)) if there else path
            if not (site / target).is_file() or (place and place not in places.get(target, ())):
                dead.append(f"{path}: {address}")
    return dead


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


def test_what_a_new_version_no_longer_has_stays_at_its_address(tmp_path: Path) -> None:
    whole = edition()
    lost = whole.exhibits[0].id
    publish(whole, tmp_path)
    told = publish(poorer(), tmp_path)
    assert len(told.versions) == 3
    page = (tmp_path / "be" / "2022-W41" / "evidence" / f"{lost}.html").read_text(encoding="utf-8")
    assert 'class="notice earlier"' in page
    assert f"../{told.versions[0].partition('2022-W41/')[2]}/index.html#s-" in page
    assert dead_links(tmp_path) == []


def test_the_same_edition_twice_adds_no_version_and_touches_no_file(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    publish(reworded(), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    again = publish(reworded(), tmp_path)
    assert (again.changed, again.versions) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")} == before


def test_the_old_version_stays_reachable_and_its_own_links_lead_on(tmp_path: Path) -> None:
    whole = edition()
    publish(whole, tmp_path)
    old = (tmp_path / "ru" / "2022-W41" / "index.json").read_bytes()
    for words in ("(11.10)", "(12.10)"):
        publish(reworded(words), tmp_path, beside=Beside(corrections=(of_a_sentence(whole),)))
    told = (tmp_path / "ru" / "2022-W41" / "versions.html").read_text(encoding="utf-8")
    assert told.count("<section") == 2
    first, second = sorted((tmp_path / "ru" / "2022-W41" / "v").iterdir())
    assert (first / "index.json").read_bytes() == old
    assert 'class="notice earlier"' in (second / "index.html").read_text(encoding="utf-8")
    assert dead_links(tmp_path) == []


def test_a_dry_run_tells_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    before = everything(tmp_path)
    told = publish(reworded(), tmp_path, dry=True)
    assert "en/2022-W41/index.html" in told.changed
    assert len(told.versions) == 3
    assert everything(tmp_path) == before
    assert set(publish(reworded(), tmp_path).changed) == set(told.changed)


def test_only_files_whose_bytes_change_are_written(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in tmp_path.glob("*/2022-W41/**/*.*")}
    publish(reworded(), tmp_path)
    same = {path: inode for path, (inode, body) in before.items() if path.read_bytes() == body}
    assert len(before) > len(same) > len(before) / 2
    assert {path: path.stat().st_ino for path in same} == same


def test_a_notice_that_was_published_is_never_taken_down(tmp_path: Path) -> None:
    whole = edition()
    publish(whole, tmp_path, beside=Beside(corrections=(of_a_sentence(whole),)))
    with pytest.raises(SiteError, match="no longer among the corrections"):
        refresh(tmp_path)


def test_a_refresh_leaves_the_weeks_as_they_are(tmp_path: Path) -> None:
    whole = edition()
    notices = Beside(corrections=(of_a_sentence(whole),))
    publish(whole, tmp_path, beside=notices)
    assert refresh(tmp_path, beside=notices).changed == ()
    (tmp_path / "en" / "index.html").unlink()
    assert refresh(tmp_path, beside=notices).changed == ("en/index.html",)


def test_a_site_without_the_file_of_versions_keeps_what_it_had(tmp_path: Path) -> None:
    publish(edition(), tmp_path)
    for path in tmp_path.rglob("versions.json"):
        path.unlink()
    assert publish(edition(), tmp_path).versions == ()
    for path in tmp_path.rglob("versions.json"):
        path.unlink()
    assert len(publish(reworded(), tmp_path).versions) == 3
    assert dead_links(tmp_path) == []


def killed(site: Path, moves: int) -> None:
    """Publish the changed week and die, as by kill -9, at the given move of a file or folder."""
    left = [moves]

    def counted(move: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def step(self: Path, target: Path) -> Path:
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return move(self, target)

        return step

    with patch.object(Path, "rename", counted(Path.rename)), patch.object(Path, "replace", counted(Path.replace)):
        publish(reworded(), site, beside=Beside(corrections=(of_a_sentence(edition()),)))
    os._exit(0)


def test_killed_at_any_move_the_next_run_completes_it_to_the_same_bytes(tmp_path: Path) -> None:
    notices = Beside(corrections=(of_a_sentence(edition()),))
    publish(edition(), tmp_path / "whole")
    publish(reworded(), tmp_path / "whole", beside=notices)
    wanted = everything(tmp_path / "whole")
    publish(edition(), tmp_path / "start")
    ended = None
    for moves in (*range(7), 12, 10_000):
        site = tmp_path / f"killed-{moves}"
        shutil.copytree(tmp_path / "start", site)
        child = get_context("fork").Process(target=killed, args=(site, moves))
        child.start()
        child.join()
        ended = child.exitcode
        publish(reworded(), site, beside=notices)
        assert everything(site) == wanted, moves
        assert not list(site.glob(".staging-*"))
    assert ended == 0


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
