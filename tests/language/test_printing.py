"""Numbers, days and weeks in words."""

from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from overtone.language import LANGUAGES, language

FORMS = {"en": ("one", "other"), "ru": ("one", "few", "many"), "be": ("one", "few", "many")}


@pytest.mark.parametrize(
    ("code", "first", "last", "title"),
    [
        ("en", date(2022, 10, 10), date(2022, 10, 16), "October 10 – October 16, 2022"),
        ("en", date(2022, 12, 26), date(2023, 1, 1), "December 26, 2022 – January 1, 2023"),
        ("ru", date(2022, 10, 10), date(2022, 10, 16), "10–16 октября 2022 г."),
        ("ru", date(2022, 9, 26), date(2022, 10, 2), "26 сентября – 2 октября 2022 г."),
        ("ru", date(2022, 12, 26), date(2023, 1, 1), "26 декабря 2022 г. – 1 января 2023 г."),
        ("be", date(2022, 10, 10), date(2022, 10, 16), "10 – 16 кастрычніка 2022"),
        ("be", date(2022, 9, 26), date(2022, 10, 2), "26 верасня – 2 кастрычніка 2022"),
        ("be", date(2022, 12, 26), date(2023, 1, 1), "26 снежня 2022 – 1 студзеня 2023"),
    ],
)
def test_the_week_has_its_title(code: str, first: date, last: date, title: str) -> None:
    assert language(code).week_title(first, last) == title


@pytest.mark.parametrize(("code", "day"), [("en", "16 May 2022"), ("ru", "16 мая 2022 г."), ("be", "16 мая 2022 года")])
def test_a_day_is_printed_as_the_language_does(code: str, day: str) -> None:
    assert language(code).day(date(2022, 5, 16)) == day


@given(st.integers(0, 100_000), st.sampled_from(LANGUAGES))
def test_plurals_agree_with_cldr(count: int, code: str) -> None:
    assert language(code).plural(count, FORMS[code]) == Locale(code).plural_form(count)


@pytest.mark.parametrize("code", LANGUAGES)
def test_months_agree_with_cldr(code: str) -> None:
    names = tuple(format_date(date(2022, month, 1), "MMMM", locale=code) for month in range(1, 13))
    assert language(code).months == names
