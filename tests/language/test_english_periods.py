"""How English speaks of stretches of time: every word of the tables is found, and no pattern is slow."""

import re
from datetime import date

from overtone.language import language
from overtone.language.english_periods import PERIODS


def test_every_month_is_found_behind_a_word_that_bounds_it() -> None:
    for month in PERIODS.months:
        text = f"by {month.capitalize()} 2023"
        assert [f.last.month for f in language("en").periods(text, date(2022, 5, 18)) if f.last] == [
            PERIODS.months[month]
        ]


def test_every_unit_has_a_known_length() -> None:
    assert set(PERIODS.units.values()) <= {"day", "week", "month", "quarter", "half", "year"}
    assert set(PERIODS.bounds.values()) <= {"by", "since", "in"}


def test_groups_are_those_the_reader_asks_for() -> None:
    known = {"bound", "edge", "order", "unit", "number", "way", "ago", "month", "year", "nth", "vague"}
    assert all(set(re.compile(p.pattern).groupindex) <= known for p in PERIODS.patterns)


def test_bait_is_read_in_linear_time() -> None:
    assert language("en").periods("by the the " * 2000, date(2022, 5, 18)) == []
