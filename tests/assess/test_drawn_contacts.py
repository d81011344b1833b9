"""Contacts at their days: what was held, announced and cancelled, numbered by the first rule."""

import math
from datetime import date

from overtone.assess.contacts import Occasions
from overtone.assess.drawn_contacts import contacts
from overtone.records import Chart
from tests.build import material, report

PAIR = "lukashenko putin"
WEEK = material(
    report(PAIR, on="2022-02-18"),
    report(PAIR, on="2022-03-04", kind="phone"),
    report(PAIR, on="2022-05-18", status="announced", published="2022-05-16"),
    report(PAIR, on="2022-05-12", status="cancelled"),
    report(PAIR, on="2022-06-25", status="announced", published="2022-05-17"),
    report("lukashenko tokayev", on="2022-04-01"),
)


def counts(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
    held = sorted(
        (e for e in WEEK.encounters if e.status == "held" and set(pair) <= set(e.parties)), key=lambda e: e.date
    )
    return [("any", tuple((e,) for e in held)), ("other", ())]


def drawn() -> Chart:
    (chart,) = contacts(WEEK, counts)
    return chart


def test_every_contact_of_the_pair_has_its_day_kind_and_standing() -> None:
    chart = drawn()
    assert [slot.value for slot in chart.rows] == ["2022-02-18", "2022-03-04", "2022-05-12", "2022-05-18", "2022-06-25"]
    assert [date.fromordinal(int(row[0])).isoformat() for row in chart.values] == [slot.value for slot in chart.rows]
    assert [row[2] for row in chart.values] == [2.0, 2.0, 0.0, 1.0, 1.0]
    assert [cells[1].value for cells in chart.cells if cells[1]] == ["bilateral", "phone", *["bilateral"] * 3]
    assert (chart.kind, chart.theme) == ("contacts", "belarus-russia")


def test_the_first_rule_numbers_what_it_counts_and_nothing_else() -> None:
    assert [row[3] for row in drawn().values][:2] == [1.0, 2.0]
    assert all(math.isnan(row[3]) for row in drawn().values[2:])
    (plain,) = contacts(WEEK)
    assert all(math.isnan(row[3]) for row in plain.values)


def test_the_words_tell_how_many_and_the_latest() -> None:
    told = {slot.name: slot.value for slot in drawn().slots}
    assert (told["n"], told["open"], told["off"], told["date"]) == ("2", "2", "1", "2022-03-04")


def test_fewer_than_two_contacts_make_no_picture() -> None:
    assert list(contacts(material(report(PAIR, on="2022-05-16")))) == []
    assert list(contacts(material())) == []
