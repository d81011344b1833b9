"""Whom a source means: cases as data in three languages, negatives, strict known failures."""

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.rules import RULES
from overtone.read.resolution.statements import Resolution, explain_resolution
from tests.read.resolution.drawn import Case, cases, desk, drawn, page


def last(case: Case) -> Resolution:
    """What was decided about the last source of a case."""
    text, attributions = drawn(case[3])
    document = page(case[0], text)
    *_, found = explain_resolution(document, desk(), read_names(document, desk()), attributions)
    return found


@pytest.mark.parametrize("case", cases("cases.txt"), ids=lambda case: f"{case[0]} {case[3][-60:]}")
def test_a_source_is_given_to_whom_it_means_by_the_rule_that_should(case: Case) -> None:
    found = last(case)
    assert (found.target or "-", found.rule) == (case[1], case[2])


@pytest.mark.parametrize("case", cases("cases.failing.txt"), ids=lambda case: case[3][-60:])
def test_known_failures_still_fail(case: Case) -> None:
    assert (last(case).target or "-") != case[1]


def test_the_rules_stand_in_an_order_one_can_see() -> None:
    names = [rule.__name__ for rule in RULES]
    assert names[0] == "pronoun"
    assert names[-1] == "unknown"
