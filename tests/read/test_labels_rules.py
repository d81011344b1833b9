"""Each rule decides what its name says; the order is the one that is printed."""

import pytest

from overtone.read.labels_finding import judged
from overtone.read.labels_rules import LATE_RULES, RULES
from overtone.read.speakers import book
from tests.read.transcript_desk import desk


@pytest.mark.parametrize(
    ("text", "rule", "label"),
    [
        ("Vladimir Putin: Yes.", "registry_name", True),
        ("Question: Why?", "role_word", True),
        ("THE PRESIDENT: Yes.", "capitals", True),
        ("Governor Anna Popova: Yes.", "title_and_name", True),
        ("Anna Popova, Head of the Service: Yes.", "name_and_occupation", True),
        ("Belarus: Minsk waits.", "place_name", False),
        ("I say to Anna Popova: Yes.", "inside_speech", False),
        ("Minister of Sport: Pavel Kolobkov. ", "list_of_names", False),
        ("Anna Popova:", "nothing_follows", False),
    ],
)
def test_a_rule_decides(text: str, rule: str, label: bool) -> None:
    names = book(desk())
    (found, _, decided), *_ = judged(text, 0, len(text), names.knows, names.is_place)
    assert (decided, found is not None) == (rule, label)


def test_rules_have_names_of_their_own() -> None:
    names = [rule.__name__ for rule in (*RULES, *LATE_RULES)]
    assert len(set(names)) == len(names)
