"""Ties in a picture: direction, order, and nothing where chance explains all."""

import math

from overtone.assess.drawn_ties import MOST_PAIRS, leads, network
from overtone.records import Signal
from tests.build import signal


def lead(actor: str, target: str, value: float, q: float, **more: float) -> Signal:
    more = {"low": value - 0.1, "high": value + 0.1, "baseline": 0.4, **more}
    return signal("lead", actor=actor, target=target, value=value, q=q, unit="share-of-lines-led", **more)


def echo(actor: str, target: str, value: float, q: float) -> Signal:
    return signal("echo", actor=actor, target=target, value=value, q=q, unit="echoes")


def test_leads_stand_by_how_sure_they_are_and_the_clearest_is_told() -> None:
    (chart,) = leads([lead("putin", "makei", 0.5, 0.3), lead("lukashenko", "makei", 0.7, 0.01)])
    assert [slot.value for slot in chart.rows] == ["lukashenko,makei", "putin,makei"]
    assert chart.values[0] == (0.7, 0.4, 0.01)
    told = {slot.name: slot.value for slot in chart.slots}
    assert (told["n"], told["m"], told["leader"], told["follower"]) == ("1", "2", "lukashenko", "makei")


def test_where_chance_explains_all_or_the_sure_one_lags_there_is_no_picture() -> None:
    assert list(leads([lead("putin", "makei", 0.5, 0.3)])) == []
    assert list(leads([lead("putin", "makei", 0.1, 0.01)])) == []
    assert list(network([echo("makei", "putin", 3, 0.3)])) == []
    assert list(leads([])) == list(network([])) == []


def test_of_many_pairs_only_some_are_shown_but_all_are_counted() -> None:
    many = [lead("putin", f"a{n:02}", 0.6, 0.01 + n / 100) for n in range(MOST_PAIRS + 5)]
    (chart,) = leads(many)
    assert len(chart.rows) == MOST_PAIRS
    assert {slot.name: slot.value for slot in chart.slots}["m"] == str(MOST_PAIRS + 5)


def test_an_echo_leads_from_who_said_it_first() -> None:
    (chart,) = network([echo("makei", "putin", 7, 0.01), echo("lukashenko", "putin", 3, 0.04)])
    assert [slot.value for slot in chart.rows] == ["putin,makei", "putin,lukashenko"]
    assert [row[2] for row in chart.values] == [7, 3]
    told = {slot.name: slot.value for slot in chart.slots}
    assert (told["leader"], told["follower"], told["m"]) == ("putin", "makei", "3")


def test_who_was_compared_and_has_no_tie_stands_alone() -> None:
    (chart,) = network([echo("makei", "putin", 7, 0.01), echo("rahmon", "putin", 1, 0.9)])
    assert chart.rows[-1].value == "rahmon"
    assert math.isnan(chart.values[-1][1])
