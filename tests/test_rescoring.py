"""Verdicts of one week at two cuts."""

from datetime import timedelta

import pytest

from overtone.cli.words import parse_week
from overtone.measure.verdict import METHOD
from overtone.records import Verdict
from overtone.rescoring import Rescored, rescored, verdicts
from overtone.wiring import Workspace
from tests.world.workspace import WEEKS, settle


def told(word: str, n: int) -> Verdict:
    return Verdict(
        verdict=word,
        reason="inside",
        value=1.0,
        low=0.9,
        high=1.1,
        level=0.9,
        share=0.1,
        usual=0.1,
        n=n,
        pressing=1,
        worsening=0.0,
        same=1.0,
        improving=0.0,
        coverage=1.0,
        method=METHOD,
    )


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return settle(tmp_path_factory.mktemp("world") / "desk")


def test_what_came_late_is_counted_and_a_changed_verdict_told() -> None:
    one = Rescored(theme="x", then=told("unchanged", 10), now=told("worsened", 14))
    assert not one.held
    assert one.late == 4


def test_at_one_cut_every_verdict_holds(world: Workspace) -> None:
    with world.view() as then, world.view() as now:
        found = rescored(then, now, world.registry, parse_week(WEEKS[-1]))
    assert [one.theme for one in found] == list(verdicts_of(world))
    assert all(one.held and one.late == 0 for one in found)


def verdicts_of(world: Workspace) -> dict[str, Verdict]:
    with world.view() as view:
        return dict(verdicts(view, world.registry, parse_week(WEEKS[-1])))


def test_before_anything_was_learnt_nobody_could_say(world: Workspace) -> None:
    with world.view() as now, world.view(now.as_of - timedelta(days=3650)) as then:
        found = rescored(then, now, world.registry, parse_week(WEEKS[-1]))
    assert {one.then.verdict for one in found} == {"cannot-say"}
    assert any(one.late > 0 for one in found)
