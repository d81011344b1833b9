"""The portrait of an encounter: reports side by side, its number under each rule with what is counted."""

from dataclasses import replace
from datetime import date

from overtone.assess.portraits import encounters
from overtone.records import CountClaim, Portrait
from tests.assess.portraits.behind import background, slots, told
from tests.build import Page, document, material, report, statement

PAIR = "lukashenko putin"
TALKS = report(PAIR, on="2022-05-17", place="Moscow")
SAME = report(PAIR, on="2022-05-17", place="Moscow", source="president-by")
CALL = report(PAIR, on="2022-03-04", kind="phone")
EARLIER = report(PAIR, on="2022-02-18", place="Moscow")
WORDS = statement("putin", "We have agreed on a great many things today.", on="2022-05-17")
PAGES = (TALKS, SAME, CALL, EARLIER, WORDS)


def portrait(*pages: Page, **more: object) -> Portrait:
    week = material(*(pages or PAGES))
    reports = {r.id: r for p in (pages or PAGES) for r in p.reports}
    (found,) = encounters(week, background(week, reports=reports, **more), 10)
    return found


def test_every_report_is_quoted_in_its_own_words_side_by_side() -> None:
    found = told(portrait(), "reports")
    assert {slots(f)["publisher"] for f in found} == {"kremlin", "president-by"}
    assert all(slots(f)["quote"] == "They met, or were to meet, on 2022-05-17." for f in found)


def test_the_status_counts_what_the_reports_say() -> None:
    status = told(portrait(), "contact")[1]
    assert {k: slots(status)[k] for k in ("n", "held", "announced", "denied")} == {
        "n": "2", "held": "2", "announced": "0", "denied": "0",
    }  # fmt: skip


def test_its_number_under_each_rule_rests_on_every_occasion_counted() -> None:
    found = {slots(f)["rule"]: f for f in told(portrait(), "ordinals")}
    assert {rule: slots(f)["n"] for rule, f in found.items()} == {
        "bilateral-talks": "2", "private-in-person": "2", "in-person": "2", "with-phone-and-video": "3",
    }  # fmt: skip
    assert len(found["with-phone-and-video"].evidence) == 3
    assert [slots(f)["date"] for f in told(portrait(), "behind")] == ["2022-02-18", "2022-03-04", "2022-05-17"]


def test_a_rule_that_does_not_count_it_says_so() -> None:
    call = portrait(report(PAIR, on="2022-05-18", kind="phone"))
    keys = {slots(f)["rule"]: f.key for f in told(call, "ordinals")}
    assert keys["bilateral-talks"] == "portrait-uncounted"
    assert keys["with-phone-and-video"] == "counted-alone"


def test_an_announced_contact_has_no_number() -> None:
    found = portrait(report(PAIR, on="2022-05-18", status="announced", published="2022-05-16"))
    assert told(found, "ordinals") == ()
    assert told(found, "contact")[0].key == "announced-open"


def test_a_claimed_count_stands_beside_ours() -> None:
    page = Page(document=document("Seventh\n\nIt was their seventh meeting this year.", on="2022-05-18"))
    start = page.document.text.index("their seventh")
    claim = CountClaim(
        document=page.document.id, reader="build@1", start=start, stop=start + 13, kind="meeting",
        parties=("lukashenko", "putin"), ordinal=7, period="this year", since=date(2022, 1, 1),
        until=date(2022, 5, 18), claimant="", lang="en",
    )  # fmt: skip
    far = replace(claim, until=date(2022, 6, 18))
    (finding,) = told(portrait(*PAGES, page, claims=(claim, far)), "claims")
    assert (slots(finding)["n"], slots(finding)["low"], slots(finding)["high"]) == ("7", "2", "3")


def test_what_the_parties_said_that_day_is_quoted() -> None:
    (finding,) = told(portrait(), "day")
    assert slots(finding)["quote"] == "We have agreed on a great many things today."


def test_a_large_table_counts_the_pairs_with_the_desks_own_state_and_bears_the_events_name() -> None:
    table = report(
        "lukashenko putin tokayev rahmon japarov", on="2022-05-16", kind="multilateral", event="csto-summit-2022-05-16"
    )
    found = portrait(table)
    assert found.title.key == "headline-portrait-occasion"
    assert all("lukashenko" in slots(f)["pair"] for f in told(found, "ordinals"))
