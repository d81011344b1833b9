"""Claims: all checks met, some, none; one that cannot be made leaves the claim untested."""

import pytest

from overtone.assess.checks import Base
from overtone.assess.claims import HOLDS, IN_PART, NOT, UNTESTED, check
from overtone.registry import Claim, values
from tests.build import contacts, desk, statement

PAGE = statement("putin", "On NATO and on trade.", on="2022-05-16")
BASE = Base(
    registry=desk(),
    statements=PAGE.statements,
    encounters=contacts(PAGE),
    votes=(),
    documents={PAGE.document.id: PAGE.document},
    ordinals=lambda parties, year: {},
)
YES, NO, BLIND = "said; actor=putin; words=NATO", "said; actor=putin; words=Iran", "said; actor=rahmon; words=Iran"


def claim(*lines: str, expected: str = HOLDS, number: int = 1) -> Claim:
    made = values.checks(list(lines))
    return Claim(number=number, text="…", checks=made, expected=expected, note="", reference="https://example.org")


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ((YES,), HOLDS),
        ((YES, YES), HOLDS),
        ((YES, NO), IN_PART),
        ((NO,), NOT),
        ((NO, NO), NOT),
        ((BLIND,), UNTESTED),
        ((YES, BLIND), UNTESTED),
        ((), UNTESTED),
    ],
)
def test_the_verdict_follows_from_the_checks(lines: tuple[str, ...], verdict: str) -> None:
    (found,) = check([claim(*lines)], BASE)
    assert found.verdict == verdict
    assert len(found.outcomes) == len(lines)


def test_a_verdict_agrees_with_the_one_found_by_hand_or_is_not_compared() -> None:
    asked = [claim(YES, number=2), claim(NO, number=1), claim(BLIND, number=3)]
    assert [(r.claim.number, r.agrees) for r in check(asked, BASE)] == [(1, False), (2, True), (3, None)]


def test_what_holds_rests_on_passages() -> None:
    (found,) = check([claim(YES, NO)], BASE)
    assert [bool(outcome.passages) for outcome in found.outcomes] == [True, False]
