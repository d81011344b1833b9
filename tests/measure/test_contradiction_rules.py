"""The types of contradiction, one worked example each."""

from dataclasses import replace
from datetime import date

import numpy as np

from overtone.measure.contradiction_rules import Side, denies, opposed

VECTOR = np.eye(512, dtype=np.float32)[0]
ONE = Side(
    row="1", document="a", start=0, stop=50, actor="putin", said_on=date(2022, 5, 5), lang="en", stance="affirmed",
    words=("the", "guest", "talk", "on", "trade", "and", "gas", "will", "begin", "in", "may"), vector=VECTOR,
    figures=frozenset(), negated=0, referents=frozenset({"by"}),
)  # fmt: skip
OTHER = replace(
    ONE,
    row="2",
    actor="peskov",
    words=("both", "side", "spoke", "of", "grain", "and", "roads", "for", "a", "long", "time"),
)


def test_numbers_that_differ_are_factual() -> None:
    one, other = replace(ONE, figures=frozenset({"9000"})), replace(OTHER, figures=frozenset({"15000"}))
    assert opposed(one, other).kind(0.0) == "factual-inconsistency"


def test_neither_rule_leaves_it_to_the_ranker() -> None:
    found = opposed(ONE, OTHER)
    assert (found.kind(1.0), found.kind(-1.0)) == ("indirect-inconsistency", "consistent")


def test_far_apart_is_unrelated() -> None:
    assert opposed(ONE, replace(OTHER, vector=np.eye(512, dtype=np.float32)[1])).kind(3.0) == "unrelated"


def test_a_denial_of_what_was_told_of_another_is_of_a_report() -> None:
    denied = replace(OTHER, stance="denied", said_on=date(2022, 5, 6))
    assert opposed(ONE, denied).kind(0.0) == "denial-of-report"
    assert opposed(ONE, denied) == opposed(denied, ONE)


def test_nobody_denies_what_is_said_later() -> None:
    assert opposed(ONE, replace(OTHER, stance="denied", said_on=date(2022, 5, 4))).kind(0.0) != "denial-of-report"


def test_a_denied_denial_affirms() -> None:
    assert denies(replace(ONE, negated=1))
    assert not denies(replace(ONE, negated=1, stance="denied"))
    assert not denies(replace(ONE, negated=2))


def test_a_fragment_weighs_less() -> None:
    assert opposed(ONE, replace(OTHER, words=("gas",))).weight() < opposed(ONE, OTHER).weight()
