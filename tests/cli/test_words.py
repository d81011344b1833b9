"""What the words of a call mean: weeks, days, cuts, and names in any of three languages."""

from datetime import UTC, date, datetime

import pytest

from overtone.cli.words import parse_cut, parse_day, parse_languages, parse_week, resolve, today
from overtone.errors import UsageError
from tests.build import desk


@pytest.mark.parametrize(
    ("text", "first"), [("2022-W20", "2022-05-16"), ("2022-w41", "2022-10-10"), ("2020-W53", "2020-12-28")]
)
def test_a_week_is_read(text: str, first: str) -> None:
    window = parse_week(text)
    assert (window.start.isoformat(), window.days, window.label) == (first, 7, text.upper())


@pytest.mark.parametrize(
    "text", ["2022-W54", "2022-W00", "2022W20", "2022-20", "last", "", "-W1", "2021-W53", "99999-W01"]
)
def test_what_is_no_week_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="ISO week") as told:
        parse_week(text)
    assert "2022-W20" in str(told.value)


def test_this_week_may_be_asked_for_and_the_next_may_not() -> None:
    year, number, _ = today().isocalendar()
    assert parse_week(f"{year}-W{number:02d}").start <= today()
    with pytest.raises(UsageError, match="not come yet"):
        parse_week(f"{year + 2}-W01")


def test_a_day_is_read_or_refused_by_the_name_of_its_option() -> None:
    assert parse_day("2022-05-16", "--from") == date(2022, 5, 16)
    with pytest.raises(UsageError, match="--to"):
        parse_day("16.05.2022", "--to")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (None, None),
        ("2022-10-17", datetime(2022, 10, 17, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2022-10-17T06:00:00+03:00", datetime(2022, 10, 17, 3, tzinfo=UTC)),
        ("2022-10-17T06:00:00", datetime(2022, 10, 17, 6, tzinfo=UTC)),
    ],
)
def test_a_cut_is_the_end_of_a_day_or_a_moment_in_utc(text: str | None, cut: datetime | None) -> None:
    assert parse_cut(text) == cut


@pytest.mark.parametrize(
    ("text", "codes"),
    [(None, None), ("en", ("en",)), (" be, ru ", ("ru", "be")), ("EN,en", ("en",)), ("en,ru,be", ("en", "ru", "be"))],
)
def test_languages_are_read_each_once(text: str | None, codes: tuple[str, ...] | None) -> None:
    assert parse_languages(text) == codes


@pytest.mark.parametrize("text", ["", ",", "uk", "en;ru", "english"])
def test_languages_we_do_not_write_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"no language|is written in"):
        parse_languages(text)


@pytest.mark.parametrize("text", ["2022-13-01", "10/17/2022", "now"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--as-of"):
        parse_cut(text)


@pytest.mark.parametrize(
    "text",
    ["lukashenko", "Lukashenko", "LUKASHENKA", "Лукашенко", "лукашэнка", "Аляксандр Лукашэнка", "Alexander Lukashenko"],
)
def test_a_name_in_any_language_is_the_id(text: str) -> None:
    assert resolve(desk().actors, text, "actor") == "lukashenko"


@pytest.mark.parametrize(
    ("table", "text", "key"),
    [("topics", "санкции", "sanctions"), ("states", "Кыргызстан", "kg"), ("blocs", "АДКБ", "csto")],
)
def test_topics_states_and_blocs_have_names_too(table: str, text: str, key: str) -> None:
    assert resolve(getattr(desk(), table), text, table.rstrip("s")) == key


def test_a_near_name_is_suggested_and_a_far_one_leads_to_the_list() -> None:
    with pytest.raises(UsageError, match="lukashenkoo") as near:
        resolve(desk().actors, "lukashenkoo", "actor")
    assert "did you mean lukashenko" in str(near.value)
    with pytest.raises(UsageError) as far:
        resolve(desk().actors, "qqqqq", "actor")
    assert "overtone facts actors" in str(far.value)
