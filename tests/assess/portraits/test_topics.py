"""The portrait of a topic: its share beside the usual, who spoke of it, in which words."""

import math
from dataclasses import replace

from overtone.assess.portraits import topics
from overtone.records import Portrait
from tests.assess.portraits.behind import WEEKS, background, slots, told
from tests.build import material, signal, statement

PAGES = (
    statement("putin", "The special operation goes on as planned.", on="2022-05-16", topics=("ukraine-war=operation",)),
    statement("putin", "The operation will reach all its aims.", on="2022-05-17", topics=("ukraine-war=operation",)),
    statement("biden", "This war in Ukraine must end very soon.", on="2022-05-18", topics=("ukraine-war=war",)),
    statement("by-mod", "The war is spoken of by a ministry.", on="2022-05-18", topics=("ukraine-war=war",)),
)


def portrait(**more: object) -> Portrait:
    week = material(*PAGES)
    (found,) = topics(week, background(week, **more), 10)
    return found


def test_the_share_of_the_week_stands_beside_the_usual_one() -> None:
    share = replace(signal("salience", target="ukraine-war", value=0.4), low=0.2, high=0.6, baseline=0.1)
    (finding,) = told(portrait(signals=(share, replace(share, actor="putin"))), "share")
    assert (finding.key, slots(finding)["usual"]) == ("portrait-share-usual", "0.1")
    (bare,) = told(portrait(signals=(replace(share, baseline=None),)), "share")
    assert bare.key == "portrait-share"
    assert "usual" not in slots(bare)


def test_those_who_spoke_most_of_it_come_first_and_an_institution_takes_no_verb() -> None:
    found = told(portrait(), "speakers")
    assert [(slots(f)["actor"], slots(f)["n"]) for f in found] == [("putin", "2"), ("biden", "1"), ("by-mod", "1")]
    assert [f.key for f in found] == ["spoke-noffice", "spoke-noffice", "portrait-spoke"]


def test_words_are_counted_as_printed_and_quoted() -> None:
    found = [(slots(f)["quote"], slots(f)["n"], len(f.evidence)) for f in told(portrait(), "words")]
    assert found == [("operation", "2", 2), ("war", "2", 2)]


def test_a_chart_needs_two_known_weeks_and_leaves_the_others_unknown() -> None:
    one = {("ukraine-war", WEEKS[3]): (0.4, 0.2, 0.6)}
    assert portrait(raised=one).charts == ()
    (chart,) = portrait(raised=one | {("ukraine-war", WEEKS[2]): (0.1, 0.0, 0.3)}).charts
    assert math.isnan(chart.values[0][0])
    assert (chart.values[0][3], chart.lows[0][3], chart.highs[0][3]) == (0.4, 0.2, 0.6)
