"""The words of undertakings."""

import pytest

from overtone.read.commitments_cues import AGREED, HOPED, ORDERED, OTHERS, PASSIVE, PROMISED, REFUSED, WILL, WILL_SLAVIC


@pytest.mark.parametrize(
    "text",
    [
        "promised to",
        "gave his word",
        "took it upon himself",
        "пообещал",
        "обязался",
        "паабяцаў",
        "узяў на сябе абавязак",
    ],
)
def test_promises(text: str) -> None:
    assert PROMISED.search(text)


def test_a_state_of_mind_is_no_promise() -> None:
    assert not PROMISED.search("Armenia remains committed to the treaty")


def test_agreements_orders_refusals_and_plans() -> None:
    assert AGREED.search("договорились о встрече")
    assert AGREED.search("settled on a date")
    assert not AGREED.search("согласился с коллегой")
    assert ORDERED.search("даручыў стварыць")
    assert REFUSED.search("отказался от поездки")
    assert not REFUSED.search("declined to comment")
    assert WILL.search("would brief them")
    assert not WILL.search("would be cold")
    assert PASSIVE.search("will be banned")
    assert WILL_SLAVIC.search("подпишем договор")


def test_a_subject_without_a_name_is_another() -> None:
    assert OTHERS.search("When Russia came, the family ")
    assert OTHERS.search("Lukashenko said the rebels ")
    assert not OTHERS.search("Lukashenko met Putin, and the president ")


def test_hope_is_no_plan() -> None:
    assert HOPED.search("expressed confidence that")
    assert HOPED.search("выразил надежду")
    assert HOPED.search("спадзяецца, што")
