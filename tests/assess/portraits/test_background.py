"""What stands behind a portrait: a blind week is unknown, never silence; lists are bounded and say what they leave."""

import math
from dataclasses import replace
from datetime import date

from overtone.assess.portraits.background import named_week, register
from overtone.records import Finding
from tests.assess.portraits.behind import WEEKS, background
from tests.build import material, signal


def finding(key: str) -> Finding:
    return Finding(key=key, slots=(), evidence=())


def test_a_week_in_which_nobody_looked_is_unknown_and_another_without_words_is_silent() -> None:
    known = background(material(), blind=frozenset({WEEKS[0]}), spoken={("putin", WEEKS[1]): 3})
    first, *others = known.by_week("putin")
    assert math.isnan(first)
    assert others == [3.0, 0.0, 0.0]


def test_a_topic_has_no_share_in_a_week_without_statements() -> None:
    known = background(material(), raised={("nato", WEEKS[3]): (0.5, 0.2, 0.8)})
    *before, last = known.share_by_week("nato")
    assert last == (0.5, 0.2, 0.8)
    assert all(math.isnan(share) for share, _, _ in before)


def test_shares_are_those_of_the_actor_asked_for_the_greatest_first() -> None:
    one = signal("salience", actor="putin", target="nato", value=0.2)
    two = replace(one, target="csto", value=0.4)
    others = (replace(one, actor=""), replace(one, venue="csto-summit-2022-05-16"), replace(one, value=0.0))
    assert background(material(), signals=(one, two, *others)).shares("putin") == (two, one)


def test_a_register_holds_each_finding_once_and_counts_what_it_leaves_out() -> None:
    (made,) = register("said", [finding("a"), finding("a"), finding("b"), finding("c")], most=2)
    assert (made.key, [f.key for f in made.findings], made.more) == ("portrait-said", ["a", "b"], 1)
    assert register("said", []) == ()


def test_weeks_bear_their_iso_names() -> None:
    assert named_week(date(2022, 5, 16)) == "2022-W20"
    assert named_week(date(2022, 1, 3)) == "2022-W01"
    assert named_week(date(2021, 12, 27)) == "2021-W52"
