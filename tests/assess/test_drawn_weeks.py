"""Courses by week: shares with their intervals, weeks that were not seen unknown, too short a course not shown."""

import math
from dataclasses import replace

from overtone.assess.drawn_weeks import Past, attention, voices
from overtone.records import week
from tests.build import signal

NOT_SEEN = (math.nan, math.nan, math.nan)


def course(*shares: float) -> tuple[tuple[float, float, float], ...]:
    return tuple(NOT_SEEN if math.isnan(share) else (share, share / 2, min(share * 1.5, 1.0)) for share in shares)


PAST = Past(
    weeks=tuple(week(2022, n).label for n in range(16, 21)),
    shares={"lukashenko": course(0.5, 0.4, math.nan, 0.6, 0.75), "putin": course(0.5, 0.6, math.nan, 0.4, 0.25)},
    usual={"lukashenko": 0.5, "putin": 0.5},
)


def test_who_spoke_most_in_the_last_week_stands_first_and_is_told() -> None:
    (chart,) = voices(PAST)
    assert [slot.value for slot in chart.rows] == ["lukashenko", "putin"]
    assert (chart.lows[0][4], chart.values[0][4], chart.highs[0][4]) == (0.375, 0.75, 1.0)
    assert math.isnan(chart.values[0][2])
    assert chart.usual == (0.5, 0.5)
    told = {slot.name: slot.value for slot in chart.slots}
    assert (told["actor"], told["share"], told["m"]) == ("lukashenko", "0.75", "5")


def test_a_short_course_or_a_last_week_that_was_not_seen_makes_no_picture() -> None:
    assert list(voices(None)) == []
    assert list(voices(replace(PAST, shares={}))) == []
    short = {"putin": course(math.nan, math.nan, 0.3, 0.4, 0.5)}
    assert list(voices(replace(PAST, shares=short))) == []
    unseen = {"putin": course(0.1, 0.2, 0.3, 0.4, math.nan)}
    assert list(voices(replace(PAST, shares=unseen))) == []


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
