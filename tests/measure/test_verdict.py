from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.measure.verdict import VerdictOptions, verdict
from overtone.records import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    statements: int = 60
    pressing: int = 18
    usual: float | None = 0.3
    rho: float = 0.02
    weight: float = 300.0
    coverage: float = 1.0
    selected: bool = False


WEEKS = st.builds(
    lambda n, k, usual, rho, weight: Week(statements=n, pressing=min(n, k), usual=usual, rho=rho, weight=weight),
    st.integers(1, 200),
    st.integers(0, 200),
    st.floats(0.02, 0.98),
    st.floats(0.001, 0.4),
    st.floats(5, 500),
)


@pytest.mark.parametrize(
    ("week", "word", "reason"),
    [
        (Week(pressing=45), "worsened", "beyond"),
        (Week(pressing=2), "improved", "beyond"),
        (Week(statements=100, pressing=30), "unchanged", "inside"),
        (Week(statements=12, pressing=4), "cannot-say", "undecided"),
        (Week(statements=30, pressing=1, usual=0.02), "unchanged", "inside"),
        (Week(statements=30, pressing=8, usual=0.02, rho=0.2), "worsened", "beyond"),
        (Week(statements=9, pressing=9), "cannot-say", "too-few-statements"),
        (Week(statements=0, pressing=0), "cannot-say", "no-data"),
        (Week(coverage=0.4, pressing=45), "cannot-say", "source-not-seen"),
        (Week(usual=None, pressing=45), "cannot-say", "no-usual-level"),
        (Week(selected=True, pressing=45), "cannot-say", "selected-source"),
    ],
)
def test_a_verdict_has_its_word_and_its_reason(week: Week, word: str, reason: str) -> None:
    found = verdict(week)
    assert (found.verdict, found.reason) == (word, reason)


def test_hand_picked_sources_are_trusted_only_when_asked() -> None:
    assert verdict(Week(selected=True, pressing=45), VerdictOptions(trust_selected=True)).verdict == "worsened"


def test_few_statements_never_mean_unchanged() -> None:
    for size in range(1, 20):
        assert verdict(Week(statements=size, pressing=round(0.3 * size), rho=0.0005)).verdict == "cannot-say"


@pytest.mark.parametrize(
    ("previous", "word", "reason"),
    [
        ("", "cannot-say", "undecided"),
        ("worsened", "worsened", "holding"),
        ("unchanged", "cannot-say", "undecided"),
        ("improved", "cannot-say", "undecided"),
    ],
)
def test_a_verdict_of_last_week_holds_at_a_lower_bar(previous: str, word: str, reason: str) -> None:
    week = Week(statements=40, pressing=22)
    assert 0.8 <= (verdict(week).worsening or 0) < 0.9
    found = verdict(week, previous=previous)
    assert (found.verdict, found.reason) == (word, reason)


def test_the_opposite_of_last_week_waits_one_week() -> None:
    week = Week(pressing=45)
    assert (verdict(week, previous="improved").verdict, verdict(week, previous="improved").reason) == (
        "cannot-say",
        "between",
    )
    assert verdict(week, previous="cannot-say").verdict == "worsened"


@given(WEEKS)
def test_probabilities_sum_to_one_and_the_interval_holds_the_value(week: Week) -> None:
    found = verdict(week)
    assert _sum(found) == pytest.approx(1)
    assert found.low is not None
    assert found.value is not None
    assert found.high is not None
    assert found.low <= found.value <= found.high


@given(WEEKS)
def test_one_more_pressing_statement_never_makes_a_week_calmer(week: Week) -> None:
    if week.pressing < week.statements:
        more = verdict(replace(week, pressing=week.pressing + 1))
        assert (more.worsening or 0) >= (verdict(week).worsening or 0) - 1e-9


@given(WEEKS)
def test_what_presses_and_what_does_not_are_mirror_images(week: Week) -> None:
    mirrored = replace(week, pressing=week.statements - week.pressing, usual=1 - (week.usual or 0))
    assert verdict(mirrored).improving == pytest.approx(verdict(week).worsening, abs=2e-3)


def test_the_grid_gives_what_simulation_gives() -> None:
    week = Week(statements=50, pressing=24)
    chance = np.random.default_rng(1)
    prior = min((1 - week.rho) / week.rho, week.statements / 2)
    now = chance.beta(0.3 * prior + 24, 0.7 * prior + 26, 400_000)
    usual = chance.beta(0.3 * 300, 0.7 * 300, 400_000)
    ratio = now / (1 - now) / (usual / (1 - usual))
    found = verdict(week)
    assert found.worsening == pytest.approx(float(np.mean(ratio > 1.5)), abs=0.004)
    assert found.value == pytest.approx(float(np.median(ratio)), rel=0.01)
    assert [found.low, found.high] == pytest.approx([float(q) for q in np.quantile(ratio, (0.05, 0.95))], rel=0.01)


def test_the_same_counts_give_the_same_verdict_to_the_last_digit() -> None:
    assert verdict(Week()) == verdict(Week())


def _sum(found: Verdict) -> float:
    return (found.worsening or 0) + (found.same or 0) + (found.improving or 0)
