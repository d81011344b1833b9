"""Names, days and numbers as each language writes them."""

from datetime import UTC, date, datetime

import pytest

from overtone.publish.words import Words
from tests.publish.week41 import SIGNALS, furniture


def words(lang: str = "en", **labels: str) -> Words:
    return Words(lang, {**furniture(lang), **labels}.items())


@pytest.mark.parametrize(
    ("lang", "written"),
    [("en", "16 October 2022"), ("ru", "16 октября 2022\u00a0г."), ("be", "16 кастрычніка 2022\u00a0года")],
)
def test_days_are_written_as_the_language_writes_them(lang: str, written: str) -> None:
    assert words(lang).day(date(2022, 10, 16)) == written


def test_a_moment_is_given_in_utc() -> None:
    moscow = datetime.fromisoformat("2022-10-17T02:30:00+03:00")
    assert words().moment(moscow) == "16 October 2022, 23:30"
    assert words().moment(datetime(2022, 10, 16, 23, 30, tzinfo=UTC)) == "16 October 2022, 23:30"


@pytest.mark.parametrize(
    ("share", "en", "be"),
    [(0.43, "43%", "43\u00a0%"), (0.071, "7.1%", "7,1\u00a0%"), (0.0996, "10%", "10\u00a0%"), (0.0, "0%", "0\u00a0%")],
)
def test_shares_are_percentages(share: float, en: str, be: str) -> None:
    assert words().percent(share) == en
    assert words("be").percent(share) == be


@pytest.mark.parametrize("unknown", [None, float("nan"), float("inf")])
def test_the_unknown_is_a_dash_and_never_nought(unknown: float | None) -> None:
    assert words().percent(unknown) == words().number(unknown) == words().measured(unknown, "mentions") == "–"
    assert words().span(unknown, 0.5, "share-of-words") == "–"


def test_an_interval_of_shares_bears_one_sign() -> None:
    assert words("ru").span(0.34, 0.52, "share-of-words") == "34–52\u00a0%"
    assert words().span(1.0, 4.0, "mentions") == "1–4"


def test_a_small_negative_number_is_not_minus_nought() -> None:
    assert words().number(-0.001) == "0"
    assert words().number(-1.5) == "−1.5"


def test_a_missing_label_shows_in_english_and_a_missing_name_as_its_id() -> None:
    bare = Words("be", ())
    assert bare.say("edition.evidence") == "Evidence"
    assert bare.name("actor", "lukashenko") == "lukashenko"
    assert bare.name("actor", None) == ""


def test_a_signal_is_named_with_its_unit_and_what_it_is_about() -> None:
    named = words("en", **{"target.security": "Security"})
    assert named.subject(SIGNALS[0]) == ("Salience, share of statements", "Security")
    assert named.subject(SIGNALS[2]) == ("Silence", "lukashenko · ua")
