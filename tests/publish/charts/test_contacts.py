"""Contacts at their days: a line a month, filled, hollow or struck, the number by the rule over them."""

from dataclasses import replace
from datetime import date

from overtone.publish.charts.contacts import contacts
from tests.publish.charts.made_up import UNKNOWN, words
from tests.publish.charts.made_up import contacts as sample

EN = words("en")


def marks(*found: tuple[str, int, int, float]) -> str:
    chart = replace(
        sample("en"),
        rows=tuple(day for day, *_ in found),
        values=tuple((float(date.fromisoformat(d).toordinal()), float(k), float(s), n) for d, k, s, n in found),
        cells=tuple((d, f"kind {k}", "", "") for d, k, *_ in found),
    )
    return "\n".join(contacts(chart, EN).marks)


def test_held_is_filled_announced_hollow_cancelled_struck() -> None:
    drawn = marks(("2022-02-18", 0, 2, 1.0), ("2022-03-11", 1, 1, UNKNOWN), ("2022-03-15", 2, 0, UNKNOWN))
    key = drawn.split(">Mar</text>")[1]
    assert ">cancelled</text>" in key
    assert ">only announced</text>" in key
    assert drawn.count("M-7 7L7 -7") == 2


def test_every_month_from_january_has_its_line() -> None:
    drawn = marks(("2022-03-18", 0, 2, UNKNOWN), ("2022-05-18", 0, 2, UNKNOWN))
    assert [name for name in ("Jan", "Feb", "Mar", "Apr", "May", "June") if f">{name}</text>" in drawn] == [
        "Jan", "Feb", "Mar", "Apr", "May",
    ]  # fmt: skip
    assert ">2022</text>" in drawn


def test_the_number_by_the_rule_stands_over_the_mark_and_in_the_key() -> None:
    drawn = marks(("2022-03-18", 0, 2, 7.0))
    assert ">7</text>" in drawn
    assert "by the rule" in drawn
    assert "by the rule" not in marks(("2022-03-18", 0, 2, UNKNOWN))


def test_contacts_alike_on_one_day_are_one_mark_with_their_number() -> None:
    assert ">×3</text>" in marks(*[("2022-03-18", 0, 2, UNKNOWN)] * 3)


def test_marks_that_would_touch_stand_above_one_another() -> None:
    apart, close = ((5, 20), (5, 6))
    heights = []
    for days in (apart, close):
        found = [(float(date(2022, 3, day).toordinal()), 0.0, 2.0, UNKNOWN) for day in days]
        heights.append(contacts(replace(sample("en"), values=tuple(found)), EN).height)
    assert heights[1] > heights[0]


def test_what_has_no_day_is_not_drawn() -> None:
    chart = replace(sample("en"), values=((UNKNOWN, 0.0, 2.0, 1.0), (1e9, 0.0, 2.0, 1.0), (-5.0, 0.0, 2.0, 1.0)))
    assert contacts(chart, EN).marks == ()
