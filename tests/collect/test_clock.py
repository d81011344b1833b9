"""Clocks: the local day of a source, the moment in UTC, and days that cannot be right."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from overtone.collect.clock import bounded, happening, publication
from overtone.errors import FactsError
from tests.corpus import CARD

LATEST = date(2026, 1, 1)
FALSE_Z = replace(CARD, clock="Europe/Moscow", trust_offset=False)
KYIV = replace(CARD, clock="Europe/Kyiv", trust_offset=False)
TRUE_OFFSET = replace(CARD, clock="America/New_York")

CLOCKS = {
    "Moscow, Z is false": (FALSE_Z, "2022-02-24T06:00:00Z", "2022-02-24T03:00", "2022-02-24"),
    "Moscow, after midnight": (FALSE_Z, "2022-02-24T01:00:00Z", "2022-02-23T22:00", "2022-02-24"),
    "Moscow in 2012 was four hours ahead": (FALSE_Z, "2012-01-10T12:00:00Z", "2012-01-10T08:00", "2012-01-10"),
    "Moscow in summer 2005": (FALSE_Z, "2005-07-01T12:00:00Z", "2005-07-01T08:00", "2005-07-01"),
    "Kyiv in winter": (KYIV, "2022-02-24T06:00:00Z", "2022-02-24T04:00", "2022-02-24"),
    "Kyiv in summer": (KYIV, "2022-06-24T23:23:00Z", "2022-06-24T20:23", "2022-06-24"),
    "a true offset": (TRUE_OFFSET, "2022-01-02 22:57:45-05:00", "2022-01-03T03:57:45", "2022-01-02"),
    "a true Z is another day there": (TRUE_OFFSET, "2022-01-03T02:00:00Z", "2022-01-03T02:00", "2022-01-02"),
    "no offset": (CARD, "2022-05-16T01:00:00", "2022-05-15T22:00", "2022-05-16"),
}
APART = {
    "a clock time": ("9:05", datetime(2022, 5, 16, 6, 5, tzinfo=UTC)),
    "a clock time with seconds": ("9:05:30", datetime(2022, 5, 16, 6, 5, 30, tzinfo=UTC)),
    "just after midnight": ("00:30", datetime(2022, 5, 15, 21, 30, tzinfo=UTC)),
    "no clock time": ("", None),
    "a moment of its own": ("2022-05-16 16:57:45-05:00", datetime(2022, 5, 16, 21, 57, 45, tzinfo=UTC)),
}
WRONG = {
    "words": ("16 May", "", "not a date: '16 May'"),
    "no such day": ("2022-02-30", "", "not a date: '2022-02-30'"),
    "no such day, and a clock time": ("2022-02-30", "9:05", "not a date: '2022-02-30'"),
    "no such hour": ("2022-05-16", "25:00", "not a date: '25:00'"),
    "the future": ("2026-01-02", "", "2026-01-02 lies in the future"),
    "before 1900": ("1822-05-16T10:00:00Z", "", "1822-05-16 lies before 1900"),
}


@pytest.mark.parametrize("case", CLOCKS)
def test_local_clocks_are_corrected_by_the_card(case: str) -> None:
    card, printed, moment, day = CLOCKS[case]
    expected = (date.fromisoformat(day), datetime.fromisoformat(moment).replace(tzinfo=UTC))
    assert publication(printed, "", card, LATEST) == expected


@pytest.mark.parametrize("case", APART)
def test_day_and_clock_time_may_stand_apart(case: str) -> None:
    printed, moment = APART[case]
    assert publication("2022-05-16", printed, CARD, LATEST) == (date(2022, 5, 16), moment)


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_day_says_why(case: str) -> None:
    day, moment, why = WRONG[case]
    assert publication(day, moment, CARD, LATEST) == why


def test_a_zone_that_does_not_exist_is_a_mistake_of_the_card() -> None:
    with pytest.raises(FactsError, match="no time zone 'Europe/Nowhere'") as caught:
        publication("2022-05-16", "", replace(CARD, clock="Europe/Nowhere"), LATEST)
    assert caught.value.where == "card of the source desk, field clock"
    assert "Europe/Moscow" in caught.value.next_step


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("2022-05-16", date(2022, 5, 16)),
        ("2022-05-16T10:00", date(2022, 5, 16)),
        ("2099-01-01", date(2099, 1, 1)),
        ("soon", "not a date: 'soon'"),
        ("2222-01-01", "2222-01-01 lies in the future"),
    ],
)
def test_an_event_may_lie_ahead_but_not_in_another_century(day: str, meant: date | str) -> None:
    assert happening(day) == meant


@pytest.mark.parametrize(
    ("on", "why"),
    [(date(1900, 1, 1), ""), (LATEST, ""), (date(1899, 12, 31), "1899-12-31 lies before 1900")],
)
def test_the_bounds_themselves_are_inside(on: date, why: str) -> None:
    assert bounded(on, LATEST) == why
