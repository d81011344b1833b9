"""A whole site brought up to date: what is required is made again, at the cut it has, and nothing else."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from overtone.errors import UsageError
from overtone.publishing import Press, Task, publish_around, publish_known, publish_week
from overtone.records import Edition, week
from overtone.wiring import create_workspace, open_workspace
from tests.publish.noted import headline
from tests.publish.week41 import CUT, LANGS, edition
from tests.registry.test_corrections import WHOLE

LABEL = "2022-W41"


class Desk:
    """A workspace whose weeks are composed from words at hand; what was asked of it is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.asked: list[Task] = []
        self.notes: list[str] = []

    def compose(self, task: Task) -> Edition:
        """The small week, whoever asks."""
        self.asked.append(task)
        return edition()

    def press(self, inputs: str = "this code") -> Press:
        """The workspace's press with its corrections as they are on the disk now."""
        press: Press = open_workspace(self.folder).press(say=self.notes.append)
        return replace(press, compose=self.compose, inputs=inputs)

    def note(self, words: str = WHOLE) -> None:
        """Put a correction into the workspace."""
        (self.folder / "corrections").mkdir()
        (self.folder / "corrections" / "a.toml").write_text(words.replace("s-abc", f"s-{headline(edition())}"), "utf-8")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one week published, to be copied."""
    folder = tmp_path_factory.mktemp("place") / "desk"
    create_workspace(folder)
    desk = Desk(folder)
    publish_week(desk.press(), Task(window=week(2022, 41), languages=LANGS))
    return folder


@pytest.fixture
def desk(once: Path, tmp_path: Path) -> Desk:
    """A copy that a test may change."""
    shutil.copytree(once, tmp_path / "desk")
    return Desk(tmp_path / "desk")


def test_a_week_that_nothing_requires_is_not_made_again(desk: Desk) -> None:
    week_done, around = publish_known(desk.press())
    assert (week_done.week, week_done.published, desk.asked) == (LABEL, None, [])
    assert around.published is not None
    assert around.published.changed == ()


def test_a_correction_makes_its_week_again_as_it_was_asked_for(desk: Desk) -> None:
    desk.note()
    made, _ = publish_known(desk.press())
    assert made.published is not None
    assert len(made.published.versions) == 3
    (task,) = desk.asked
    assert (task.window.label, task.languages, task.as_of) == (LABEL, LANGS, CUT)
    assert task.themes == tuple(section.theme for section in edition().texts[0].sections)
    assert (desk.site / "be" / "corrections" / "2022-10-24-count" / "index.html").is_file()
    assert 'class="corrected"' in (desk.site / "be" / LABEL / "index.html").read_text("utf-8")
    assert next(iter(publish_known(desk.press()))).published is None


def test_other_facts_or_code_make_a_week_again_and_a_version_only_where_its_bytes_differ(desk: Desk) -> None:
    made = next(iter(publish_known(desk.press("other code"))))
    assert made.published is not None
    assert (made.published.changed, made.published.versions) == ((), ())


def test_a_file_changed_by_somebody_is_put_right(desk: Desk) -> None:
    page = desk.site / "en" / LABEL / "index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"<h1>", b"<h1>!"))
    made = next(iter(publish_known(desk.press())))
    assert made.published is not None
    assert made.published.changed == (f"en/{LABEL}/index.html",)
    assert page.read_bytes() == before


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    desk.note()
    before = {path: path.read_bytes() for path in desk.site.rglob("*") if path.is_file()}
    told = [one.published for one in publish_known(desk.press(), dry=True) if one.published]
    assert f"en/{LABEL}/index.html" in told[0].changed
    assert {path: path.read_bytes() for path in desk.site.rglob("*") if path.is_file()} == before


def test_what_waits_is_told(desk: Desk) -> None:
    desk.note(WHOLE.replace("2022-W41", "2022-W40"))
    publish_around(desk.press())
    assert desk.notes == ["correction 2022-10-24-count waits: 2022-W40 is not on the site"]


def test_a_week_that_is_made_now_may_be_corrected_now(desk: Desk) -> None:
    desk.note()
    shutil.rmtree(desk.site)
    done = publish_week(desk.press(), Task(window=week(2022, 41), languages=LANGS))
    assert done.published is not None
    assert 'class="corrected"' in (desk.site / "en" / LABEL / "index.html").read_text("utf-8")


def test_a_site_without_a_week_says_what_to_do(desk: Desk) -> None:
    shutil.rmtree(desk.site)
    with pytest.raises(UsageError, match="no week on the site") as trouble:
        list(publish_known(desk.press()))
    assert "--week" in trouble.value.next_step
