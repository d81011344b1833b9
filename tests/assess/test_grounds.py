"""The ground of a verdict: a phrase for each verdict and for each reason why there is none, with its numbers."""

from dataclasses import replace

import pytest

from overtone.assess.grounds import MOST_EVIDENCE, compared, ground
from overtone.brief.phrases import load, slots_of
from overtone.measure.themes import ThemeWeek
from overtone.measure.verdict import REASONS, verdict
from overtone.records import Evidence

WEEK = ThemeWeek(
    theme="security",
    window="2022-W20",
    statements=40,
    pressing=36,
    easing=1,
    past=((10, 40),) * 12,
    usual=0.25,
    rho=0.01,
    weight=400.0,
    coverage=1.0,
    selected=False,
    evidence=(),
    mentioning=(),
)
EVIDENCE = tuple(Evidence(document="d", start=n, stop=n + 1) for n in range(9))

CASES = {
    "verdict-worsened": WEEK,
    "verdict-improved": replace(WEEK, pressing=0),
    "verdict-unchanged": replace(WEEK, statements=400, pressing=100),
    "verdict-cannot-say-source-not-seen": replace(WEEK, coverage=0.1),
    "verdict-cannot-say-no-data": replace(WEEK, statements=0, pressing=0),
    "verdict-cannot-say-selected-source": replace(WEEK, selected=True),
    "verdict-cannot-say-too-few-statements": replace(WEEK, statements=3, pressing=1),
    "verdict-cannot-say-no-usual-level": replace(WEEK, usual=None),
    "verdict-cannot-say-undecided": replace(WEEK, statements=12, pressing=5),
}


@pytest.mark.parametrize("key", CASES)
def test_each_verdict_has_its_phrase_and_all_its_slots(key: str) -> None:
    found = ground(verdict(CASES[key]), EVIDENCE)
    assert found.key == key
    assert slots_of(load("en").sentence(key)) <= {slot.name for slot in found.slots}
    assert len(found.evidence) == MOST_EVIDENCE


def test_the_opposite_of_last_weeks_verdict_waits() -> None:
    assert ground(verdict(WEEK, previous="improved"), ()).key == "verdict-cannot-say-between"


def test_every_reason_has_a_phrase() -> None:
    told = load("en").sentences
    reasons = [name for name, _ in REASONS] + ["undecided", "between"]
    assert [reason for reason in reasons if f"verdict-cannot-say-{reason}" not in told] == []


def test_a_verdict_that_is_given_is_never_marked_as_a_limit() -> None:
    assert ground(verdict(WEEK), EVIDENCE).mark == "observed"
    assert ground(verdict(WEEK), ()).mark == "observed"
    assert ground(verdict(CASES["verdict-cannot-say-no-data"]), ()).mark == "limit"


def test_a_week_is_held_beside_the_one_before_it() -> None:
    (found,) = compared((13, 9), (8, 2), EVIDENCE)
    assert {s.name: s.value for s in found.slots} == {
        "before": "8",
        "n": "13",
        "share_before": "0.25",
        "share": str(9 / 13),
    }
    assert found.evidence == EVIDENCE[:MOST_EVIDENCE]


@pytest.mark.parametrize(("now", "before"), [((0, 0), (8, 2)), ((13, 9), (0, 0))])
def test_without_statements_in_both_weeks_nothing_is_compared(now: tuple[int, int], before: tuple[int, int]) -> None:
    assert compared(now, before, EVIDENCE) == ()
    assert compared((13, 9), (8, 2), ()) == ()
