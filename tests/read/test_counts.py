"""Claimed counts: numbers with their period, whose they are, and what is no count."""

from datetime import date

import pytest

from overtone.read.counts import explain_counts, read_counts, sums_up
from overtone.read.names import read_names
from overtone.records import CountClaim
from tests.read.drawn_encounters import desk, page


def claims(lang: str, text: str, day: str = "2022-10-07") -> tuple[CountClaim, ...]:
    document = page(("Item", text), source="diary", day=day, lang=lang, kind="news")
    return read_counts(document, desk(), read_names(document, desk()))


CASES = [
    (
        "en",
        "Vladimir Putin and Alexander Lukashenko held their eighth meeting this year.",
        "meeting",
        8,
        date(2022, 1, 1),
    ),
    ("en", "Vladimir Putin has met Alexander Lukashenko five times since May.", "meeting", 5, date(2022, 5, 1)),
    ("en", "It is the third call of Vladimir Putin and Emmanuel Macron this month.", "call", 3, date(2022, 10, 1)),
    ("en", "Alexander Lukashenko and Vladimir Putin met for the ninth time in 2022.", "meeting", 9, date(2022, 1, 1)),
    ("ru", "Это восьмая встреча Владимира Путина и Александра Лукашенко в этом году.", "meeting", 8, date(2022, 1, 1)),
    (
        "ru",
        "Встреча Владимира Путина и Александра Лукашенко стала девятой с начала года.",
        "meeting",
        9,
        date(2022, 1, 1),
    ),
    ("ru", "Владимир Путин и Александр Лукашенко встречались трижды в этом году.", "meeting", 3, date(2022, 1, 1)),
    ("be", "Гэта пятая сустрэча Уладзіміра Пуціна і Аляксандра Лукашэнкі за год.", "meeting", 5, date(2022, 1, 1)),
    ("be", "Аляксандр Лукашэнка і Уладзімір Пуцін сустракаліся восем разоў сёлета.", "meeting", 8, date(2022, 1, 1)),
]


@pytest.mark.parametrize(("lang", "text", "kind", "ordinal", "since"), CASES)
def test_a_claim_keeps_number_period_and_parties(lang: str, text: str, kind: str, ordinal: int, since: date) -> None:
    (claim,) = claims(lang, text)
    assert (claim.kind, claim.ordinal, claim.since, claim.until) == (kind, ordinal, since, date(2022, 10, 7))
    assert len(claim.parties) == 2
    assert "putin" in claim.parties


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Vladimir Putin and Alexander Lukashenko held a second round of talks this year."),
        ("en", "Vladimir Putin and Alexander Lukashenko opened the third session of the council this year."),
        ("en", "Vladimir Putin and Alexander Lukashenko met on 7 October."),
        ("ru", "Владимир Путин и Александр Лукашенко открыли третье заседание совета в этом году."),
        ("be", "Уладзімір Пуцін і Аляксандр Лукашэнка правялі другі раўнд перамоў сёлета."),
        ("en", "It was the eighth bridge built this year, said Vladimir Putin to Alexander Lukashenko."),
    ],
)
def test_rounds_sessions_and_bridges_are_no_counts_of_contacts(lang: str, text: str) -> None:
    assert claims(lang, text) == ()


def test_whoever_claims_is_told_where_the_facts_know_him() -> None:
    (claim,) = claims("en", "Alexander Lukashenko said the meeting with Vladimir Putin was their fifth this year.")
    assert claim.claimant == "lukashenko"


def test_the_words_claimed_stand_in_the_text_and_the_rule_is_told() -> None:
    text = "Vladimir Putin and Alexander Lukashenko held their eighth meeting this year."
    document = page(("Item", text), source="diary", day="2022-10-07", kind="news")
    ((claim, rule),) = explain_counts(document, desk(), read_names(document, desk()))
    assert document.text[claim.start : claim.stop] == "eighth meeting this year"
    assert rule == "ordinal"


def test_a_total_is_known_from_a_contact() -> None:
    assert sums_up("They have met eight times this year.", "en", date(2022, 10, 7))
    assert not sums_up("They met this year.", "en", date(2022, 10, 7))


def test_bait_is_read_in_linear_time() -> None:
    assert claims("en", "the eighth " * 3000 + "meeting") == ()
