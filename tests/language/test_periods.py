"""Stretches of time and the days they span."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, language
from tests.language import drawn

CASES = [line.split(" ", 2) for line in drawn.lines("periods.txt")]
_MARK = re.compile(r"\[([^\]]*)\]\{([^}]*)\}")
EVERY = {
    "en": "last week, by July, since May, within two years, next quarter, by the end of 2030",
    "ru": "на прошлой неделе, к июлю, с мая, через два года, в следующем квартале, до конца 2030 года",
    "be": "на мінулым тыдні, да ліпеня, з мая, праз два гады, у наступным квартале, да канца 2030 года",
}


@pytest.mark.parametrize(("code", "published", "case"), CASES)
def test_stretches_of_time_span_the_days_drawn(code: str, published: str, case: str) -> None:
    text = _MARK.sub(r"\1", case)
    found = language(code).periods(text, date.fromisoformat(published))
    told = [(text[f.start : f.stop], f"{f.first or '-'} {f.last or '-'}") for f in found]
    assert told == _MARK.findall(case)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("edge", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_break_a_stretch(code: str, edge: date) -> None:
    assert language(code).periods(EVERY[code], edge)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(LANGUAGES))
def test_no_stretch_ends_before_it_begins(published: date, code: str) -> None:
    for found in language(code).periods(EVERY[code], published):
        assert found.first is None or found.last is None or found.first <= found.last
