"""Where findings stand: the weightiest lead, a headline for every theme, links to themes that share words."""

import pytest

from overtone.brief.outline import HEADLINES, IN_BODY, IN_LEAD, LINKED, Themed, section
from overtone.brief.phrases import slots_of
from overtone.records import Evidence, Finding, Slot
from tests.brief.samples import phrases, slot

QUIET = Finding(key="verdict-cannot-say-no-data", slots=(), evidence=(), mark="limit")


def finding(key: str, weight: float = 1.0, document: str = "d", **slots: tuple[str, str]) -> Finding:
    made = tuple(Slot(name=name, kind=kind, value=value) for name, (kind, value) in slots.items())
    return Finding(
        key=key, slots=made, evidence=(Evidence(document=document, start=0, stop=int(weight) + 1),), weight=weight
    )


def themed(*findings: Finding, theme: str = "security", topics: tuple[str, ...] = ()) -> Themed:
    return Themed(theme=theme, verdict="cannot-say", ground=QUIET, findings=findings, topics=topics)


SAID = finding("said", 5, actor=("actor", "putin"), quote=("quote", "…"))
TALKS = finding(
    "met-bilateral", 99, parties=("actor", "lukashenko,putin"), place=("place", "sochi"), date=("date", "2022-05-23")
)


def test_the_weightiest_lead_and_the_rest_follow() -> None:
    many = [finding("said", weight, actor=("actor", "putin")) for weight in (3, 9, 1, 7)]
    laid = section(themed(*many), [])
    assert [f.weight for f in (*laid.lead, *laid.body)] == [9, 7, 3, 1]
    assert len(laid.lead) == IN_LEAD


def test_the_order_does_not_hang_on_the_order_of_finding() -> None:
    same = [finding("said", 5, str(n), actor=("actor", "putin")) for n in range(6)]
    assert section(themed(*same), []) == section(themed(*reversed(same)), [])


def test_a_page_has_an_end() -> None:
    many = [finding("said", weight, actor=("actor", "putin")) for weight in range(40)]
    assert len(section(themed(*many), []).body) == IN_BODY


def test_a_quiet_theme_says_so_as_a_limit() -> None:
    laid = section(themed(), [])
    assert [(f.key, f.mark) for f in (*laid.lead, laid.headline)] == [
        ("theme-quiet", "limit"),
        ("headline-quiet", "limit"),
    ]
    assert laid.body == ()


def test_a_meeting_makes_the_headline() -> None:
    headline = section(themed(SAID, TALKS, topics=("nato", "csto")), []).headline
    assert headline.key == "headline-bilateral"
    assert {s.name for s in headline.slots} == {"parties", "place"}
    assert headline.evidence == TALKS.evidence


def test_an_announcement_never_makes_a_headline_that_says_they_met() -> None:
    announced = finding("announced-ahead", 99, parties=("actor", "lukashenko,putin"), date=("date", "2022-05-23"))
    cancelled = finding("cancelled", 98, parties=("actor", "lukashenko,putin"), date=("date", "2022-05-16"))
    headline = section(themed(announced, cancelled), []).headline
    assert not any(s.name == "parties" for s in headline.slots)


@pytest.mark.parametrize(
    ("findings", "topics", "key"),
    [
        ((SAID,), ("nato", "csto"), "headline-topics"),
        ((SAID,), ("nato",), "headline-topic"),
        ((SAID,), (), "headline-event"),
        ((finding("discussed", 5, topic=("topic", "nato")),), ("nato",), "headline-event"),
        ((finding("spoke", 5, actor=("actor", "putin"), topic=("topic", "nato")),), (), "headline-topic"),
    ],
)
def test_without_a_meeting_the_topics_make_it(findings: tuple[Finding, ...], topics: tuple[str, ...], key: str) -> None:
    headline = section(themed(*findings, topics=topics), []).headline
    assert headline.key == key
    assert headline.evidence
    assert slots_of(phrases("en").sentence(key)) <= {s.name for s in headline.slots}


@pytest.mark.parametrize("key", HEADLINES)
def test_every_headline_finds_its_slots_in_its_finding(key: str) -> None:
    headline, wanted = HEADLINES[key]
    assert slots_of(phrases("en").sentence(headline)) == set(wanted)
    assert set(wanted) <= slots_of(phrases("en").sentence(key)) | {"topic"}
    assert slot(wanted[0], headline).value


def test_themes_that_rest_on_the_same_words_lead_to_each_other() -> None:
    one = themed(finding("said", 1, "a"), finding("said", 2, "b"))
    others = [
        themed(finding("said", 1, "a"), theme="economy"),
        themed(finding("said", 1, "a"), finding("said", 1, "b"), theme="society"),
        themed(finding("said", 1, "c"), theme="belarus-west"),
        themed(finding("said", 1, "b"), theme="belarus-russia"),
    ]
    assert section(one, [one, *others]).see_also == ("society", "belarus-russia")
    assert LINKED == 2
    assert section(one, [one, others[2]]).see_also == ()
