"""`overtone publish`: weeks named or all that are there, what would change, and calls that make no sense."""

from pathlib import Path

import pytest

from tests.cli.calling import call


@pytest.fixture(scope="module")
def published(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The workspace's folder and a site of its own with one week in it."""
    site = tmp_path_factory.mktemp("site") / "s"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERTONE_SITE", str(site))
        told = call("publish", "--week", "2022-W20", "--lang", "en", "--json", cwd=desk)
    assert told.code == 0, told.err
    assert told.body["done"][0]["week"] == "2022-W20"
    assert "[1/1] 2022-W20" in told.err
    return desk, site


def test_what_is_up_to_date_would_not_change(published: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    desk, site = published
    monkeypatch.setenv("OVERTONE_SITE", str(site))
    told = call("publish", "--around", "--dry-run", "--json", cwd=desk)
    assert told.code == 0, told.err
    assert [(one["week"], one["made"], one["changed"]) for one in told.body["done"]] == [("", True, [])]
    assert "Would change" in call("publish", "--around", "--dry-run", cwd=desk).out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--lang", "en"), "of --week"),
        (("--around", "--all"), "leaves the weeks as they are"),
        (("--week", "2022-41"), "2022-41"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(words: tuple[str, ...], complaint: str, desk: Path) -> None:
    told = call("publish", *words, cwd=desk)
    assert told.code == 2
    assert complaint in told.err
