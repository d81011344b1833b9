"""Whose surname it is: the rules, one by one."""

from dataclasses import replace
from datetime import date

import pytest

from overtone.read.bearers import RULES
from overtone.read.names import explain_names
from overtone.registry import Term
from tests.read.small_desk import REFERENCE, page, small_desk

DECIDED = (
    ("Vladimir Putin came. Putin spoke.", "2022-05-16", "named_before", "putin"),
    ("Ivanov came; it was Igor Ivanov.", "2022-05-16", "named_below", "ivanov-igor"),
    ("Mr Putin came.", "2022-05-16", "in_office", "putin"),
    ("Mr Putin came.", "2010-05-16", "once_in_office", "putin"),
    ("Mr Putin came.", "1990-05-16", "nobody_known", ""),
    ("Oleg Putin came.", "2022-05-16", "given_name_beside", ""),
    ("They saw Wolfram Putin.", "2022-05-16", "unknown_word_beside", ""),
    ("Mrs Putin came.", "2022-05-16", "title_of_the_other_sex", ""),
    ("In May.", "2017-05-16", "plain_word", ""),
    ("V. Putin came.", "2022-05-16", "initial_beside", "putin"),
    ("Putin Street.", "2022-05-16", "longer_name", ""),
)


@pytest.mark.parametrize(("text", "on", "rule", "actor"), DECIDED, ids=[case[2] + case[1] for case in DECIDED])
def test_the_rule_that_decides(text: str, on: str, rule: str, actor: str) -> None:
    decided = [d for d in explain_names(page(text, on=on), small_desk()) if d.kind == "actor"]
    assert (rule, actor) in {(d.rule, d.target) for d in decided}


def test_one_of_a_crowd_is_not_known_by_his_surname_alone() -> None:
    desk = small_desk()
    crowd = tuple((f"governor-{n}", Term(since=date(2000, 1, 1), until=None, reference=REFERENCE)) for n in range(120))
    crowded = replace(desk, posts={**desk.posts, "president-by": crowd}, digest="crowded")
    alone = [d.target for d in explain_names(page("Mr Lukashenko came."), crowded) if d.kind == "actor"]
    named = [d.target for d in explain_names(page("Alexander Lukashenko; Mr Lukashenko."), crowded)]
    assert alone == [""]
    assert named == ["lukashenko", "lukashenko"]


def test_every_rule_has_a_name_and_its_ground() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)
