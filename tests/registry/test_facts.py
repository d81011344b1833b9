"""Facts: days that a term covers, and what a check is asked."""

from datetime import date

import pytest

from overtone.registry.facts import Check, Term

FIRST, LAST = date(1999, 8, 9), date(2000, 5, 7)
CHECK = Check(test="said", asked=(("actor", "putin | lukashenko"), ("words", "a=b| |c ")))


@pytest.mark.parametrize(
    ("since", "until", "day", "inside"),
    [
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, date(1999, 8, 8), False),
        (FIRST, LAST, date(2000, 5, 8), False),
        (None, LAST, date.min, True),
        (None, LAST, date(2000, 5, 8), False),
        (FIRST, None, date.max, True),
        (FIRST, None, date(1999, 8, 8), False),
        (None, None, FIRST, True),
    ],
)
def test_a_term_covers_its_days_both_ends_included(
    since: date | None, until: date | None, day: date, inside: bool
) -> None:
    assert Term(since=since, until=until, reference="").covers(day) is inside


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("actor", "putin | lukashenko", ("putin", "lukashenko")),
        ("words", "a=b| |c ", ("a=b", "c")),
        ("target", "", ()),
    ],
)
def test_a_check_is_asked_by_name(name: str, value: str, words: tuple[str, ...]) -> None:
    assert CHECK.ask(name) == value
    assert CHECK.words(name) == words
