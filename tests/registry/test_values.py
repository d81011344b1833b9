"""Values of facts files: each reader with what it takes, and what it says of what it does not."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from overtone.records import Names
from overtone.registry import values
from overtone.registry.facts import Term


def term(since: str = "", until: str = "", reference: str = "") -> Term:
    days = [date.fromisoformat(day) if day else None for day in (since, until)]
    return Term(since=days[0], until=days[1], reference=reference)


RIGHT: list[tuple[Callable[[object], object], object, object]] = [
    (values.text, "Belarus", "Belarus"),
    (values.texts, "one", ("one",)),
    (values.texts, ["one", "two"], ("one", "two")),
    (values.texts, [], ()),
    (values.address, "https://example.org/a?b=c", "https://example.org/a?b=c"),
    (values.day, date(2022, 5, 16), date(2022, 5, 16)),
    (values.whole, -3, -3),
    (values.flag, False, False),
    (values.bounds, [5, 80], (5, 80)),
    (values.bounds, [0, 0], (0, 0)),
    (values.table, {"a": 1}, {"a": 1}),
    (values.names, {"en": "a", "be": ["б", "в"]}, Names(en=("a",), be=("б", "в"))),
    (values.paths, {"a": "1", "be": {"gen": "2", "x": {"y": "3"}}}, (("a", "1"), ("be.gen", "2"), ("be.x.y", "3"))),
    (values.couples, ["by ru", " by  ua "], (("by", "ru"), ("by", "ua"))),
    (values.one_of("m", "f"), "f", "f"),
    (values.some_of("a", "b"), ["b", "a"], ("b", "a")),
]
WRONG: list[tuple[Callable[[object], object], object, str]] = [
    (values.text, 5, "expected a text, found 5"),
    (values.text, " ", "expected a text, found ' '"),
    (values.texts, {"a": 1}, "expected a text or a list of texts"),
    (values.texts, ["one", 2], "expected a text, found 2"),
    (values.address, "a book", "expected a public address (https://…), found 'a book'"),
    (values.address, "ftp://example.org", "expected a public address"),
    (values.address, "https://nowhere", "expected a public address"),
    (values.day, "2022-05-16", "without quotation marks"),
    (values.day, datetime(2022, 5, 16, tzinfo=UTC), "expected a date such as 2022-05-16"),
    (values.whole, 1.5, "expected a whole number, found 1.5"),
    (values.whole, True, "expected a whole number, found True"),
    (values.flag, "true", "expected true or false, found 'true'"),
    (values.flag, 1, "expected true or false"),
    (values.bounds, [80, 5], "expected the smaller number first"),
    (values.bounds, [-1, 5], "expected the smaller number first"),
    (values.bounds, [5], "expected two whole numbers such as [5, 80]"),
    (values.bounds, [5, "80"], "expected a whole number, found '80'"),
    (values.table, [1], "expected a table, found [1]"),
    (values.names, {"uk": "а"}, "unknown language 'uk': the facts know en, ru, be"),
    (values.names, "Belarus", "expected a table"),
    (values.paths, {"be": {"gen": 1}}, "expected a text, found 1"),
    (values.couples, "by", "expected two ids such as 'by ru', found 'by'"),
    (values.couples, "by ru ua", "expected two ids"),
    (values.one_of("bilateral", "video"), "vidio", "expected one of bilateral, video, found 'vidio' (did you mean"),
    (values.some_of("phone"), ["phone", "fax"], "expected one of phone, found 'fax'"),
    (values.text, ["x" * 99], "xxx…"),
]
TERMS = {
    "am": ("am", term()),
    "by-president 1994-07-20": ("by-president", term("1994-07-20")),
    "ru-pm 1999-08-09..2000-05-07": ("ru-pm", term("1999-08-09", "2000-05-07")),
    "ru-pm 1999-08-09..": ("ru-pm", term("1999-08-09")),
    "kz ..2012-06-28": ("kz", term("", "2012-06-28")),
    "by 2010-07-06 https://example.org/x": ("by", term("2010-07-06", "", "https://example.org/x")),
}
NO_TERMS = {
    "By 2010-07-06": "expected an id and its dates",
    "ru-pm 1999-08-09 to 2000-05-07": "expected an id and its dates",
    "ru-pm 1999-08-092000-05-07": "expected an id and its dates",
    "ru-pm 2000-05-07..1999-08-09": "since is after until",
    "ru-pm 2022-02-30": "there is no day 2022-02-30",
}


@pytest.mark.parametrize(("read", "value", "found"), RIGHT)
def test_a_right_value_is_read(read: Callable[[object], object], value: object, found: object) -> None:
    assert read(value) == found


@pytest.mark.parametrize(("read", "value", "told"), WRONG)
def test_a_wrong_value_says_what_was_expected(read: Callable[[object], object], value: object, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        read(value)


@pytest.mark.parametrize("item", TERMS)
def test_a_term_is_an_id_with_its_days(item: str) -> None:
    assert values.terms(item) == (TERMS[item],)


@pytest.mark.parametrize("item", NO_TERMS)
def test_a_term_that_cannot_be_says_why(item: str) -> None:
    with pytest.raises(ValueError, match=re.escape(NO_TERMS[item])):
        values.terms([item])


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("said; actor=putin", {"actor": "putin"}),
        ("  said ;  actor = putin | lukashenko ", {"actor": "putin | lukashenko"}),
        ("said; words=a=b", {"words": "a=b"}),
        ("voted", {}),
    ],
)
def test_a_check_is_read_part_by_part(line: str, asked: dict[str, str]) -> None:
    (check,) = values.checks(line)
    assert dict(check.asked) == asked


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sayed; actor=putin", "did you mean 'said'"),
        ("said; aktor=putin", "name=value"),
        ("said; actor", "name=value"),
        ("said; actor=", "name=value"),
        ("said;;", "name=value"),
        (7, "expected a text"),
        ("", "expected a text"),
    ],
)
def test_a_check_that_cannot_be_asked_is_refused_with_the_reason(line: object, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        values.checks(line)


@pytest.mark.parametrize(
    ("word", "words"),
    [("lukashenka", " (did you mean 'lukashenko'?)"), ("xyz", "")],
)
def test_a_suggestion_is_made_where_a_word_is_near(word: str, words: str) -> None:
    assert values.suggestion(word, ("lukashenko", "putin")) == words
