"""Tone and positions: contrasts only, topics that several share, the newest session."""

import math

from overtone.assess.drawn_places import points, tones
from overtone.records import Signal
from tests.build import signal


def tone(actor: str, target: str, value: float, unit: str = "contrast-with-others") -> Signal:
    return signal("tone", actor=actor, target=target, value=value, low=value - 0.1, high=value + 0.1, unit=unit)


def place(state: str, value: float, session: str = "session-77") -> Signal:
    return signal("ideal", actor=state, target=session, value=value, unit="ideal-point", detail="cast=9 anchor=gb")


def test_a_topic_has_a_ladder_where_two_spoke_of_it() -> None:
    found = [tone("putin", "nato", -0.4), tone("makei", "nato", 0.2), tone("putin", "trade", 0.9)]
    (chart,) = tones([*found, tone("putin", "nato", 5.0, "contrast-with-past")])
    assert [slot.value for slot in chart.columns] == ["nato"]
    assert [slot.value for slot in chart.rows] == ["makei", "putin"]
    assert chart.values == ((0.2,), (-0.4,))
    told = {slot.name: slot.value for slot in chart.slots}
    assert (told["actor"], told["least"], told["other"], told["most"]) == ("putin", "-0.4", "makei", "0.2")


def test_who_did_not_speak_of_a_topic_is_unknown_there() -> None:
    pairs = [(a, t) for t in ("nato", "trade") for a in ("putin", "makei", "biden")][:-1]
    (chart,) = tones([tone(a, t, 0.1) for a, t in pairs])
    assert sum(math.isnan(value) for row in chart.values for value in row) == 1


def test_states_of_the_newest_session_stand_in_order() -> None:
    (chart,) = points([place("by", -1.2), place("us", 1.4), place("pl", 1.1), place("by", 9.0, "session-76")])
    assert [slot.value for slot in chart.rows] == ["us", "pl", "by"]
    assert chart.columns[0].value == "gb"
    assert {slot.name: slot.value for slot in chart.slots}["least"] == "-1.2"


def test_too_few_make_no_picture() -> None:
    assert list(tones([tone("putin", "nato", 0.1)])) == []
    assert list(points([place("by", -1.2), place("us", 1.4)])) == []
    assert list(tones([])) == list(points([])) == []
