"""`overtone assess` on the frozen world: the desk's judgements of October, and a workspace's own."""

from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.registry.judged import WHOLE, folder


@pytest.fixture
def own(desk: Path) -> Path:
    """The workspace with judgements of its own; taken away again by the next one that writes them."""
    return desk / "my-desk" / "judgements"


def write(own: Path, text: str) -> None:
    folder(own, text, name="mine")


def clear(own: Path) -> None:
    for file in own.glob("*.toml"):
        file.unlink()


def test_everything_is_told_with_what_cannot_be_shown(desk: Path) -> None:
    done = call("assess", "--json", cwd=desk)
    assert done.code == 0, done.err
    body = done.body
    assert {"questions", "indicators", "hypotheses", "forecasts", "record", "reliability"} <= body.keys()
    (purpose, _) = body["hypotheses"]
    assert {one["reason"] for one in purpose["left_out"]} >= {"source-not-held"}
    assert sum(one["probability"] for one in purpose["standings"]) == pytest.approx(1)
    assert all("%" in one["words"] for one in purpose["standings"])


def test_before_anything_was_judged_that_is_said(desk: Path) -> None:
    done = call("assess", "--week", "2022-W21", cwd=desk)
    assert done.code == 0, done.err
    assert "Nothing was judged of 2022-05-29 or before" in done.err


def test_one_kind_in_another_language(desk: Path) -> None:
    done = call("assess", "forecasts", "--lang", "be", cwd=desk)
    assert done.code == 0, done.err
    assert "малаверагодна" in done.out
    assert "Open questions" not in done.out


def test_a_mistake_in_a_judgement_ends_with_code_3_and_names_its_line(desk: Path, own: Path) -> None:
    write(own, WHOLE.replace("prior = 0.4", "prior = 4"))
    try:
        done = call("assess", cwd=desk)
    finally:
        clear(own)
    assert done.code == 3
    assert "mine.toml:" in done.err
    assert "docs/assessment.md" in done.err


def test_a_reference_that_leads_nowhere_ends_with_code_3_and_names_its_line(desk: Path, own: Path) -> None:
    source = call("documents", "--json", "--limit", "1", cwd=desk).body["rows"][0]["source"]
    write(own, WHOLE.replace("kremlin/k1", f"{source}/no-such-page"))
    try:
        done = call("assess", cwd=desk)
    finally:
        clear(own)
    assert done.code == 3
    assert "no-such-page" in done.err
    assert "mine.toml:" in done.err
