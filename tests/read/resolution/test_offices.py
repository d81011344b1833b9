"""The desk by kind of office and institution."""

from datetime import date

import pytest

from overtone.read.resolution.offices import bodies_of, holders, holds, in_charge, kinds
from tests.read.resolution.drawn import desk

DAY = date(2022, 5, 16)


@pytest.mark.parametrize(
    ("state", "kind", "who"),
    [
        ("by", "president", ("lukashenko",)),
        ("by", "leader", ("lukashenko",)),
        ("am", "leader", ("pashinyan",)),
        ("de", "leader", ("scholz",)),
        ("us", "foreign", ("blinken",)),
        ("gb", "head-of-state", ("elizabeth-ii",)),
        ("xx", "president", ()),
    ],
)
def test_a_title_and_a_state_tell_who_held_it_that_day(state: str, kind: str, who: tuple[str, ...]) -> None:
    assert holders(desk(), state, kind, DAY) == who


def test_an_office_passes_on_with_time() -> None:
    assert holders(desk(), "ru", "president", date(2010, 5, 16)) == ("medvedev",)
    assert holders(desk(), "ru", "president", DAY) == ("putin",)


def test_deputies_are_not_their_chiefs() -> None:
    assert holds(desk(), "lukashenko", "president", DAY)
    assert not holds(desk(), "lavrov", "president", DAY)
    assert holds(desk(), "peskov", "spokesman", DAY)
    assert not holds(desk(), "peskov", "president", DAY)


def test_an_institution_has_its_head_and_its_spokesman() -> None:
    assert in_charge(desk(), "by-mfa", "head", DAY) == ("makei",)
    assert in_charge(desk(), "ru-presidential-service", "spokesman", DAY) == ("peskov",)
    assert in_charge(desk(), "ru-government", "minister", DAY) == ()


def test_a_kind_of_body_and_a_state_tell_the_institution() -> None:
    assert bodies_of(desk(), "press-service", "by") == ("by-presidential-service",)
    assert bodies_of(desk(), "defence-ministry", "gb") == ("gb-mod",)


def test_the_kinds_are_worked_out_once() -> None:
    assert kinds(desk()) is kinds(desk())
