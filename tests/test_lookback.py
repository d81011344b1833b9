"""Shares of voice from a real ledger: copies and sources that select are left out, an unseen week is unknown."""

import math
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from overtone.lookback import WEEKS, look_back
from overtone.measure import Coverage, Options
from overtone.measure.shape import SeenWeek
from tests.build import W20, Page, desk, statement, view

PAGES: tuple[Page, ...] = (
    *(statement("putin", f"Words number {n}.", on="2022-05-16") for n in range(3)),
    statement("lukashenko", "Other words.", on="2022-05-17"),
    statement("lukashenko", "Earlier words.", on="2022-05-09"),
    statement("lukashenko", "Still earlier words.", on="2022-05-02"),
    statement("putin", "Words of a diary.", on="2022-05-17", source="diary"),
)


def seen(*blind: int) -> Coverage:
    """All weeks of the source seen but those so many weeks before the last."""
    mondays = [(back, W20.start - timedelta(weeks=back)) for back in range(WEEKS)]
    return Coverage(weeks=tuple(_week(monday, back not in blind) for back, monday in mondays))


def _week(monday: date, alive: bool) -> SeenWeek:
    last = monday + timedelta(days=6)
    return SeenWeek(
        source="kremlin", monday=monday, alive=alive, reason="seen" if alive else "not-visited", documents=3,
        first=monday if alive else None, last=last if alive else None,
    )  # fmt: skip


@pytest.fixture(scope="module")
def options() -> Options:
    cards = desk().sources
    return Options(sources=(cards["kremlin"], cards["diary"]))


def test_shares_are_of_all_that_was_said_in_the_week(tmp_path: Path, options: Options) -> None:
    past = look_back(view(tmp_path, *PAGES), W20, options, seen(2))
    assert len(past.weeks) == WEEKS
    assert past.weeks[-1] == W20.label
    assert past.shares["putin"][-1][0] == 0.75
    low, high = past.shares["putin"][-1][1:]
    assert 0 < low < 0.75 < high < 1
    assert past.shares["putin"][-2][0] == 0
    assert all(map(math.isnan, past.shares["putin"][-3]))  # that week was not seen
    assert past.usual["lukashenko"] == 1.0


def test_a_ledger_of_selected_sources_has_no_shares(tmp_path: Path, options: Options) -> None:
    diary = replace(options, sources=(options.sources[1],))
    past = look_back(view(tmp_path, *PAGES), W20, diary, seen())
    assert past.shares == {}


def test_without_a_source_that_was_looked_at_every_week_is_unknown(tmp_path: Path, options: Options) -> None:
    past = look_back(view(tmp_path, *PAGES), W20, options, Coverage())
    assert all(math.isnan(share) for row in past.shares.values() for share, _, _ in row)
