"""The matching of contacts against the diary's key."""

from dataclasses import replace

import pytest

from overtone.bench.encounters_key import BEYOND, Contact, alike, matched

ONE = Contact(
    item="a", lang="en", medium="phone", status="held", day="2022-05-16", parties=frozenset({"putin", "lukashenko"})
)


def test_a_contact_is_like_itself_and_like_one_without_a_day() -> None:
    assert alike(ONE, ONE)
    assert alike(ONE, replace(ONE, day=""))
    assert matched([ONE], [ONE]) == (1, 1)
    assert matched([ONE], []) == (0, 1)


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, item="b"),
        replace(ONE, medium="video"),
        replace(ONE, status="announced"),
        replace(ONE, day="2022-05-17"),
        replace(ONE, parties=frozenset({"putin", "macron"})),
    ],
)
def test_item_medium_status_day_and_parties_must_be_the_same(other: Contact) -> None:
    assert not alike(ONE, other)


def test_a_company_needs_its_greater_part_and_a_group_takes_more() -> None:
    company = replace(ONE, parties=frozenset("abcd"))
    assert alike(company, replace(ONE, parties=frozenset("abc")))
    assert not alike(company, replace(ONE, parties=frozenset("axyz")))
    assert alike(replace(ONE, among=True), replace(ONE, parties=frozenset({"putin", "lukashenko", "rahmon", "x", "y"})))


def test_the_reviewed_list_is_whole() -> None:
    rows = [line.split("\t") for line in BEYOND.read_text("utf-8").splitlines()]
    assert rows[0] == ["item", "medium", "status", "date", "parties"]
    assert all(len(row) == 5 and " " in row[4] for row in rows[1:])
