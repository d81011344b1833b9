"""The portrait of an actor holds what the ledger holds of him, each line on its ground."""

import math
from dataclasses import replace
from datetime import date

from overtone.assess.portraits import actors
from overtone.records import Abstention, Commitment, Portrait
from tests.assess.portraits.behind import WEEKS, background, slots, told
from tests.build import W20, Page, material, report, signal, statement, vote

SAID = statement(
    "lukashenko", "NATO comes nearer to our borders every year.", on="2022-05-16", topics=("nato=NATO",),
    office="by-president",
)  # fmt: skip
MET = report("lukashenko putin", on="2022-05-17", place="Moscow")
BEFORE = report("lukashenko putin", on="2022-02-18", place="Moscow")
CAST = vote("by=N ua=Y", on="2022-03-02", resolution="ES-11/1")
PAGES = (SAID, MET, BEFORE, CAST)
ECHO = signal(
    "echo", actor="lukashenko", target="putin", value=2.0, unit="echoes", evidence=(),
)  # fmt: skip


def portrait(*pages: Page, actor: str = "lukashenko", **more: object) -> Portrait:
    week = material(*(pages or PAGES))
    return next(p for p in actors(week, background(week, **more), 10) if p.id == actor)


def test_those_who_only_met_have_a_portrait_too_and_their_number_is_bounded() -> None:
    week = material(*PAGES)
    assert [p.id for p in actors(week, background(week), 10)] == ["lukashenko", "putin"]
    assert [p.id for p in actors(week, background(week), 1)] == ["lukashenko"]


def test_the_contacts_of_the_year_stand_newest_first_with_their_number_under_each_rule() -> None:
    found = portrait()
    assert [slots(f)["date"] for f in told(found, "contacts")] == ["2022-05-17", "2022-02-18"]
    counts = {slots(f)["rule"]: slots(f)["n"] for f in told(found, "counts")}
    assert counts["bilateral-talks"] == "2"
    assert len(counts) == 4


def test_a_share_of_statements_comes_with_its_interval_and_its_number() -> None:
    share = replace(signal("salience", actor="lukashenko", target="nato", value=0.5), low=0.2, high=0.8)
    (finding,) = told(portrait(signals=(share,)), "topics")
    assert (slots(finding)["share"], slots(finding)["low"], slots(finding)["high"]) == ("0.5", "0.2", "0.8")
    assert finding.signals == (share,)
    assert finding.evidence


def test_echoes_are_told_both_ways_and_their_absence_as_a_limit() -> None:
    (given,) = told(portrait(signals=(ECHO,)), "echoes")
    (taken,) = told(portrait(actor="putin", signals=(ECHO,)), "echoes")
    assert given == taken
    assert slots(given) == {"actor": "lukashenko", "other": "putin", "n": "2"}
    none = Abstention(
        measure="echo", method="echo@1", window=W20.label, actor="lukashenko", target="", venue="",
        reason="selected-source", detail="", coverage=1.0, n=0,
    )  # fmt: skip
    (limit,) = told(portrait(signals=(none,)), "echoes")
    assert (limit.mark, limit.signals, limit.evidence) == ("limit", (none,), ())


def test_votes_are_those_of_the_actors_state() -> None:
    (finding,) = told(portrait(votes=CAST.votes), "votes")
    assert (finding.key, slots(finding)["states"]) == ("voted-n", "by")


def test_a_commitment_is_quoted_as_it_stands() -> None:
    text, start = SAID.document.text, SAID.said.start
    made = Commitment(
        document=SAID.document.id, reader="build@1", start=start, stop=len(text), who="lukashenko",
        who_start=0, who_stop=1, what_start=start, what_stop=len(text), by_when="", due=None,
        status="promised", said_on=date(2022, 5, 16), lang="en", rule="",
    )  # fmt: skip
    others = (replace(made, who="putin"), replace(made, status="unknown"))
    (finding,) = told(portrait(commitments=(made, *others)), "commitments")
    assert (finding.key, slots(finding)["quote"]) == ("portrait-promised", text[start:])


def test_the_chart_leaves_blind_weeks_unknown_and_is_not_drawn_of_nothing() -> None:
    found = portrait(spoken={("lukashenko", WEEKS[3]): 4}, blind=frozenset({WEEKS[0]}))
    (chart,) = found.charts
    assert chart.kind == "weeks"
    assert math.isnan(chart.values[0][0])
    assert chart.values[0][1:] == (0.0, 0.0, 4.0)
    assert portrait().charts == ()


def test_every_line_has_its_ground() -> None:
    for register in portrait(votes=CAST.votes).registers:
        for finding in register.findings:
            assert finding.evidence or finding.signals, finding.key
