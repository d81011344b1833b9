"""Which office a title means, and who leads a state."""

from datetime import date

import pytest

from overtone.read.encounter_offices import crowned, holder, holy_see, leaders, rank_of_title, top
from tests.read.drawn_encounters import desk

DAY = date(2022, 5, 16)


@pytest.mark.parametrize(
    ("state", "leader"), [("by", "lukashenko"), ("ru", "putin"), ("am", "pashinyan"), ("zz", None)]
)
def test_who_speaks_for_a_state_at_summits(state: str, leader: str | None) -> None:
    assert top(desk(), state, DAY) == leader


def test_a_title_means_its_office_and_no_other() -> None:
    assert holder(desk(), "by", "President", DAY) == "lukashenko"
    assert holder(desk(), "by", "Prime Minister", DAY) == "golovchenko"
    assert holder(desk(), "by", "Vice President", DAY) is None
    assert holder(desk(), "kz", "First President", DAY) is None


def test_a_small_organisation_meets_whole_and_a_large_one_never() -> None:
    assert set(leaders(desk(), "csto", "leaders", DAY)) >= {"putin", "lukashenko", "pashinyan"}
    assert leaders(desk(), "nato", "leaders", DAY) == ()


def test_titles_have_ranks() -> None:
    ranks = [rank_of_title(t) for t in ("President", "Prime Minister", "Foreign Minister", "Vice President")]
    assert ranks == [3, 2, 1, 1]
    assert crowned("Crown Prince")
    assert not crowned("President")
    assert holy_see("Pope") == "va"
