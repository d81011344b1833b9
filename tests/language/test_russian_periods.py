"""How Russian speaks of stretches of time: every word of the tables is found, and no pattern is slow."""

import re
from datetime import date

from overtone.language import language
from overtone.language.russian_periods import PERIODS


def test_every_month_is_found_behind_a_word_that_bounds_it() -> None:
    for month in PERIODS.months:
        text = f"до {month} 2023"
        assert [f.last.month for f in language("ru").periods(text, date(2022, 5, 18)) if f.last] == [
            PERIODS.months[month]
        ]


def test_every_unit_has_a_known_length() -> None:
    assert set(PERIODS.units.values()) <= {"day", "week", "month", "quarter", "half", "year"}
    assert set(PERIODS.bounds.values()) <= {"by", "since", "in"}


def test_groups_are_those_the_reader_asks_for() -> None:
    known = {"bound", "edge", "order", "unit", "number", "way", "ago", "month", "year", "nth", "vague"}
    assert all(set(re.compile(p.pattern).groupindex) <= known for p in PERIODS.patterns)


def test_bait_is_read_in_linear_time() -> None:
    assert language("ru").periods("до в к " * 2000, date(2022, 5, 18)) == []
