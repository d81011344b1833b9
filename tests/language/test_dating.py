"""Dates and the days they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, language
from overtone.language.dating import days_to, nearest
from tests.language import drawn

CASES = [line.split(" ", 2) for line in drawn.lines("dates.txt")]
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


@pytest.mark.parametrize(("code", "published", "case"), CASES)
def test_dates_mean_the_days_drawn(code: str, published: str, case: str) -> None:
    text, expected = drawn.dates(case)
    found = language(code).dates(text, date.fromisoformat(published))
    assert [(text[f.start : f.stop], f.day.isoformat()) for f in found] == expected


@given(DAYS, DAYS)
def test_a_date_without_a_year_is_within_a_year_of_publication(day: date, published: date) -> None:
    found = nearest(day.month, day.day, published)
    if found is None:  # no year nearby has a 29 February
        assert (day.month, day.day) == (2, 29)
        return
    assert (found.month, found.day) == (day.month, day.day)
    limit = 366 if day.month != 2 or day.day != 29 else 366 * 8
    assert -183 <= (found - published).days <= limit or (day.month, day.day) == (2, 29)


@given(st.integers(0, 6), DAYS)
def test_a_bare_weekday_is_the_last_one_not_after_publication(weekday: int, published: date) -> None:
    days = days_to(weekday, "bare", published)
    assert (published + timedelta(days)).weekday() == weekday
    assert -7 < days <= 0


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("edge", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_break_it(code: str, edge: date) -> None:
    text = "yesterday tomorrow вчера завтра учора заўтра next Monday last Friday on 16 May 16 мая в прошлую среду"
    assert all(found.day for found in language(code).dates(text, edge))
