"""Silence in squares: a zero that chance explains is no silence, a source that was not seen no zero."""

import math

from overtone.assess.drawn_silences import calendars, silences
from overtone.records import Abstention, Signal
from tests.build import W20, material, signal


def declined(actor: str, target: str, reason: str, window: str = W20.label) -> Abstention:
    return Abstention(
        measure="silence", method="silence@1", window=window, actor=actor, target=target, venue="",
        reason=reason, detail="", coverage=0.0, n=0,
    )  # fmt: skip


def test_spoke_silent_not_due_and_not_seen_are_told_apart() -> None:
    found: list[Signal | Abstention] = [
        signal(actor="putin", target="nato", value=0.0, q=0.01, because="silent"),
        signal(actor="putin", target="ua", value=0.0, q=0.6),
        signal(actor="makei", target="nato", value=3.0, q=0.9),
        signal(actor="makei", target="ua", value=0.0, q=0.01, because="not-silent-in-other-words"),
        signal(actor="biden", target="ua", value=2.0, q=0.9),
        declined("biden", "nato", "source-not-seen"),
    ]
    (chart,) = silences(material(), found)
    table = {
        (row.value, column.value): value
        for row, values in zip(chart.rows, chart.values, strict=True)
        for column, value in zip(chart.columns, values, strict=True)
    }
    assert table["putin", "nato"] == 0
    assert table["putin", "ua"] == table["makei", "ua"] == -1
    assert table["makei", "nato"] == 3
    assert math.isnan(table["biden", "nato"])
    told = {slot.name: slot.value for slot in chart.slots}
    assert (told["n"], told["m"], told["actor"], told["target"]) == ("1", "5", "putin", "nato")


def test_words_stand_for_what_is_no_number() -> None:
    (chart,) = silences(
        material(), [signal(actor="putin", target="nato", q=0.01), signal(actor="putin", target="ua", value=2.0)]
    )
    told = {slot.value for row in chart.cells for slot in row if slot}
    assert told == {"silent"}


def test_without_a_silence_that_is_told_there_is_no_picture() -> None:
    assert list(silences(material(), [signal(actor="putin", value=0.0, q=0.4)])) == []
    assert list(silences(material(), [declined("putin", "nato", "source-not-seen")])) == []
    assert list(silences(material(), [signal(actor="putin", value=0.0, q=0.01, window="2022-W19")])) == []


def test_three_weeks_of_one_subject_make_a_calendar_with_blind_weeks() -> None:
    weeks = ("2022-W18", "2022-W19", "2022-W20")
    found: list[Signal | Abstention] = [
        signal(actor="putin", window=weeks[0], value=2.0, q=0.9),
        declined("putin", "nato", "source-not-seen", weeks[1]),
        signal(actor="putin", window=weeks[2], value=0.0, q=0.01),
    ]
    (chart,) = calendars(found)
    assert [slot.value for slot in chart.columns] == list(weeks)
    assert (chart.values[0][0], chart.values[0][2]) == (2.0, 0.0)
    assert math.isnan(chart.values[0][1])
    assert {slot.name: slot.value for slot in chart.slots}["blind"] == "1"
    assert list(calendars(found[1:])) == []
