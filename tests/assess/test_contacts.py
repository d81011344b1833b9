"""Contacts become sentences by what is known of them: an announcement never reads as a meeting."""

import pytest

from overtone.assess.contacts import Occasions, counted, held, open_announcements, place_id
from overtone.measure.encounters import between, count
from overtone.records import Finding
from tests.build import W20, Page, contacts, desk, material, report

PAIR = "lukashenko putin"
BOTH = "belarus-russia"
MET = ("met-", "phoned")


def slots(finding: Finding) -> dict[str, str]:
    return {slot.name: slot.value for slot in finding.slots}


def told(*pages: Page) -> list[Finding]:
    week = material(*pages)
    return [*held(week, BOTH), *open_announcements(week, BOTH)]


@pytest.mark.parametrize(
    ("kind", "place", "key"),
    [
        ("bilateral", "Sochi", "met-bilateral"),
        ("bilateral", "", "met-bilateral-noplace"),
        ("bilateral", "Nowhere-in-the-facts", "met-bilateral-noplace"),
        ("multilateral", "The Kremlin, Moscow", "met-multilateral"),
        ("sidelines", "Moscow", "met-sidelines"),
        ("phone", "Moscow", "phoned"),
        ("video", "", "met-video"),
    ],
)
def test_a_held_contact_is_told_by_its_kind_and_place(kind: str, place: str, key: str) -> None:
    (found,) = told(report(PAIR, on="2022-05-16", kind=kind, place=place))
    assert found.key == key
    assert slots(found)["parties"] == "lukashenko,putin"
    assert slots(found)["date"] == "2022-05-16"
    assert ("place" in slots(found)) == ("noplace" not in key and kind not in ("phone", "video"))
    assert len(found.evidence) == 1


@pytest.mark.parametrize(
    ("status", "on", "key"),
    [
        ("announced", "2022-05-18", "announced-open"),
        ("announced", "2022-05-23", "announced-ahead"),
        ("cancelled", "2022-05-16", "cancelled"),
    ],
)
@pytest.mark.parametrize("kind", ["bilateral", "multilateral", "sidelines", "phone", "video"])
def test_what_was_not_held_is_never_told_as_held(status: str, on: str, key: str, kind: str) -> None:
    found = told(report(PAIR, on=on, kind=kind, status=status, published="2022-05-16", place="Sochi"))
    assert [f.key for f in found] == [key]
    assert not any(f.key.startswith(MET) for f in found)


def test_an_announcement_that_came_true_is_told_once() -> None:
    found = told(
        report(PAIR, on="2022-05-18", status="announced", published="2022-05-16"),
        report(PAIR, on="2022-05-18", source="diary"),
    )
    assert [f.key for f in found] == ["met-bilateral-noplace"]
    assert len(found[0].evidence) == 2


@pytest.mark.parametrize("on", ["2022-05-15", "2022-05-23"])
def test_contacts_outside_the_week_are_not_told(on: str) -> None:
    assert told(report(PAIR, on=on)) == []


def test_contacts_belong_to_the_themes_of_their_states_and_of_their_bloc() -> None:
    summit = report(PAIR, on="2022-05-16", kind="multilateral", event="csto-summit-2022-05-16")
    talks = report("biden scholz", on="2022-05-17")
    week = material(summit, talks)
    assert [len(list(held(week, theme))) for theme in (BOTH, "security", "belarus-ukraine")] == [1, 1, 0]


def test_a_small_circle_weighs_more_than_a_large_one_and_a_call() -> None:
    pages = [
        report(PAIR, on="2022-05-16"),
        report(f"{PAIR} tokayev japarov", on="2022-05-16", kind="multilateral"),
        report(PAIR, on="2022-05-17", kind="phone"),
    ]
    ranked = sorted(told(*pages), key=lambda f: -f.weight)
    assert [f.key for f in ranked] == ["met-bilateral-noplace", "met-multilateral-noplace", "phoned"]


def numbered(*pages: Page) -> list[Finding]:
    week = material(*pages)

    def counts(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
        met = [e for e in between(contacts(*pages), *pair) if e.date.year == year]
        rules = desk().rules.values()
        return [(r.id, tuple(n.encounters for n in count(met, r, W20.last))) for r in rules]

    return list(counted(week, BOTH, counts))


def test_the_number_of_a_contact_is_told_with_the_range_over_the_rules() -> None:
    (found,) = numbered(
        report(PAIR, on="2022-02-18"),
        report(PAIR, on="2022-03-05", kind="phone"),
        report(PAIR, on="2022-05-16"),
    )
    assert found.key == "counted"
    assert slots(found) == {
        "rule": "bilateral-talks",
        "n": "2",
        "pair": "lukashenko,putin",
        "year": "2022",
        "low": "2",
        "high": "3",
    }
    assert len(found.evidence) == 2


def test_where_all_rules_agree_no_range_is_told() -> None:
    (found,) = numbered(report(PAIR, on="2022-02-18"), report(PAIR, on="2022-05-16"))
    assert (found.key, slots(found)["n"]) == ("counted-alone", "2")


EARLIER = (report(PAIR, on="2022-02-18"), report(PAIR, on="2022-03-11"))


def test_announced_contacts_have_no_number() -> None:
    assert numbered(*EARLIER, report(PAIR, on="2022-05-18", status="announced", published="2022-05-16")) == []


def test_only_the_themes_busiest_pair_is_counted() -> None:
    assert numbered(*EARLIER, report("putin tokayev", on="2022-05-16"), report("putin zas", on="2022-05-17")) == []
    found = numbered(*EARLIER, report(f"{PAIR} tokayev", on="2022-05-16", kind="multilateral"))
    assert [slots(f)["pair"] for f in found] == ["lukashenko,putin"]


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Bocharov Ruchei, Sochi", "sochi"),
        ("у Сочы", "sochi"),
        ("The Kremlin, Moscow", "moscow"),
        ("by telephone", None),
        ("", None),
    ],
)
def test_a_place_is_known_by_any_of_its_names(words: str, known: str | None) -> None:
    assert place_id(material(), words) == known
