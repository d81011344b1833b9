"""Courses by week: shares with Wilson's interval, weeks that were not seen unknown, too short a course not shown."""

import math
from dataclasses import replace

import pytest
from scipy.stats import binomtest

from overtone.assess.drawn_weeks import Past, attention, voices, wilson
from overtone.records import week
from tests.build import signal

PAST = Past(
    weeks=tuple(week(2022, n).label for n in range(16, 21)),
    seen=(True, True, False, True, True),
    said={"lukashenko": (5, 4, 1, 6, 12), "putin": (5, 6, 0, 4, 4)},
)


@pytest.mark.parametrize(("number", "total"), [(0, 5), (3, 10), (7, 7), (120, 400)])
def test_the_interval_is_wilsons(number: int, total: int) -> None:
    share, low, high = wilson(number, total)
    reference = binomtest(number, total).proportion_ci(0.9, method="wilson")
    assert share == number / total
    assert (low, high) == pytest.approx((reference.low, reference.high), abs=1e-9)
    assert all(map(math.isnan, wilson(0, 0)))


def test_shares_of_voice_leave_out_what_was_not_seen() -> None:
    (chart,) = voices(PAST)
    assert [slot.value for slot in chart.rows] == ["lukashenko", "putin"]
    assert chart.values[0][4] == 0.75
    assert math.isnan(chart.values[0][2])
    assert chart.usual == (0.5, 0.5)
    told = {slot.name: slot.value for slot in chart.slots}
    assert (told["actor"], told["share"], told["m"]) == ("lukashenko", "0.75", "5")


def test_a_short_course_or_a_last_week_that_was_not_seen_makes_no_picture() -> None:
    assert list(voices(None)) == []
    assert list(voices(replace(PAST, seen=(True, False, False, True, True)))) == []
    assert list(voices(replace(PAST, seen=(True, True, True, True, False)))) == []
    assert list(voices(replace(PAST, said={}))) == []


def test_what_was_spoken_of_runs_over_the_weeks_that_were_measured() -> None:
    found = [
        signal("salience", target=t, value=v + n / 100, window=week(2022, n).label, baseline=0.1)
        for n in range(17, 21)
        for t, v in (("nato", 0.1), ("trade", 0.3))
    ]
    (chart,) = attention(found)
    assert [slot.value for slot in chart.rows] == ["trade", "nato"]
    assert len(chart.columns) == 4
    assert chart.usual == (0.1, 0.1)
    assert list(attention(found[:6])) == []
