"""Chiefs who are named beside those who took part: each sign with its negative."""

import pytest

from overtone.read.encounter_superiors import (
    another_office,
    at_another_time,
    longer_name,
    out_of_office,
    possessor,
    superior,
)


@pytest.mark.parametrize(
    ("before", "is_superior"),
    [
        ("met with the Adviser to the ", True),
        ("met with Oscar, State Secretary for Foreign Affairs to the ", True),
        ("had a call with the Director of the Diplomatic Cabinet of the ", True),
        ("met with the Head of Cabinet to European Commission President ", True),
        ("spoke by phone to ", False),
        ("a meeting of the ", False),
        ("met with Secretary of State ", False),
        ("met the Secretary General of ", False),
    ],
)
def test_a_chief_stands_behind_his_staff(before: str, is_superior: bool) -> None:
    assert superior(before + "President of France", len(before)) is is_superior


@pytest.mark.parametrize(
    ("after", "on_page", "in_item"),
    [
        ("’s war against Ukraine", True, True),
        ("’s Foreign Affairs Adviser", True, True),
        ("’s initiative", True, False),
        ("’s call with National Security Advisor of Greece", False, False),
        ("’ meeting with the press", False, False),
        (" of France", False, False),
    ],
)
def test_what_somebody_has_is_no_contact_of_his(after: str, on_page: bool, in_item: bool) -> None:
    assert possessor("Putin" + after, 5, page=True) is on_page
    assert possessor("Putin" + after, 5, page=False) is in_item


@pytest.mark.parametrize(
    ("text", "start", "lower"),
    [("Executive Vice President", 15, True), ("Deputy Prime Minister", 7, True), ("with the President", 9, False)],
)
def test_a_word_before_a_title_makes_it_a_lower_office(text: str, start: int, lower: bool) -> None:
    assert another_office(text, start) is lower


def test_the_fathers_name_is_not_the_sons() -> None:
    assert longer_name("Salman bin Hamad Al Khalifa", 11)
    assert not longer_name("King Hamad bin Isa", 5)


@pytest.mark.parametrize(
    ("text", "name", "out"),
    [
        ("Singh met officials", "Singh", True),
        ("President Singh met officials", "Singh", False),
        ("Angela Merkel phoned", "Angela Merkel", False),
        ("former Chancellor Angela Merkel phoned", "Angela Merkel", True),
    ],
)
def test_a_bare_surname_is_nobody_out_of_office(text: str, name: str, out: bool) -> None:
    start = text.index(name)
    assert out_of_office(text, start, start + len(name), (), ever=True) is out
    assert not out_of_office(text, start, start + len(name), (), ever=False)


def test_a_contact_to_come_is_only_spoken_of() -> None:
    assert at_another_time("They discussed the upcoming virtual meeting with Prime Minister Kishida", 55)
    assert not at_another_time("They discussed gas with Prime Minister Kishida", 32)
