"""Every contact of the week stands in the catalogue once, with its number under each rule and the contacts counted."""

from overtone.assess.weekly.meetings import MOST, meetings
from tests.assess.weekly.made import keys, slots, week
from tests.build import report

EARLIER = report("lukashenko putin", on="2022-02-18")
SUMMIT = report("lukashenko putin tokayev", on="2022-05-16", kind="multilateral")
CALL = report("lukashenko putin", on="2022-05-19", kind="phone")


def test_a_held_contact_is_told_and_numbered_under_each_rule() -> None:
    found, more = meetings(week(EARLIER, SUMMIT, CALL))
    assert [f.key for f in found] == ["met-multilateral-noplace", "contact-counted", "phoned", "contact-counted"]
    numbered = slots(found[1])
    assert (numbered["pair"], numbered["year"], more) == ("lukashenko,putin", "2022", 0)
    assert dict(one.split("=") for one in numbered["ordinals"].split(";")) == {
        "bilateral-talks": "",
        "private-in-person": "",
        "in-person": "2",
        "with-phone-and-video": "2",
    }
    assert "with-phone-and-video=3" in slots(found[3])["ordinals"]


def test_behind_a_number_stand_the_contacts_it_counts() -> None:
    found, _ = meetings(week(EARLIER, SUMMIT, CALL))
    behind = {e.document for e in found[3].evidence}
    assert behind == {page.document.id for page in (EARLIER, SUMMIT, CALL)}


def test_a_first_contact_has_no_count_and_other_states_have_none_either() -> None:
    foreign = [report("zelensky scholz", on=f"2022-05-1{day}") for day in (6, 8)]
    assert keys(meetings(week(SUMMIT, *foreign))) == ["met-multilateral-noplace", *["met-bilateral-noplace"] * 2]


def test_what_was_announced_cancelled_or_denied_is_told_as_such() -> None:
    pages = [
        report("lukashenko putin", on="2022-05-17", status="announced"),
        report("lukashenko tokayev", on="2022-05-18", status="cancelled"),
        report("lukashenko rahmon", on="2022-05-19", status="denied"),
    ]
    assert keys(meetings(week(*pages))) == ["announced-open", "cancelled", "contact-denied"]


def test_what_lies_ahead_is_news_in_the_week_that_tells_of_it() -> None:
    news = report("lukashenko putin", on="2022-05-23", status="announced", published="2022-05-20")
    old = report("lukashenko tokayev", on="2022-06-01", status="announced", published="2022-05-10")
    assert keys(meetings(week(news, old))) == ["announced-ahead"]


def test_the_desks_own_contacts_stand_first_and_the_list_is_bounded() -> None:
    others = [report(f"zelensky a{n}", on="2022-05-16", kind="phone") for n in range(MOST + 2)]
    found, more = meetings(week(*others, CALL))
    assert (found[0].key, slots(found[0])["parties"], more) == ("phoned", "lukashenko,putin", 3)
