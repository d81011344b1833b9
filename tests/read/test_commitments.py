"""Commitments: who undertakes what, by when, and what is no undertaking."""

from datetime import date

import pytest

from overtone.read.commitments import explain_commitments, read_commitments
from overtone.read.names import read_names
from overtone.records import Commitment
from tests.read.drawn_encounters import desk, page


def commitments(lang: str, text: str) -> tuple[Commitment, ...]:
    document = page(("Item", text), source="diary", day="2022-05-18", lang=lang, kind="news")
    return read_commitments(document, desk(), read_names(document, desk()))


CASES = [
    ("en", "Vladimir Putin promised to lower gas prices by July.", "putin", "promised", date(2022, 7, 31)),
    (
        "en",
        "Alexander Lukashenko pledged to ratify the treaty by the end of the year.",
        "lukashenko",
        "promised",
        date(2022, 12, 31),
    ),
    ("en", "Alexander Lukashenko ordered the creation of a command.", "lukashenko", "promised", None),
    ("en", "Alexander Lukashenko refused to sign the draft.", "lukashenko", "refused", None),
    (
        "en",
        "Alexander Lukashenko told reporters he would build a plant within two years.",
        "lukashenko",
        "promised",
        date(2024, 5, 18),
    ),
    ("ru", "Владимир Путин пообещал снизить цены до конца года.", "putin", "promised", date(2022, 12, 31)),
    ("ru", "Александр Лукашенко поручил построить завод.", "lukashenko", "promised", None),
    ("ru", "Александр Лукашенко отказался от визита.", "lukashenko", "refused", None),
    ("be", "Уладзімір Пуцін паабяцаў знізіць цэны да ліпеня.", "putin", "promised", date(2022, 7, 31)),
    ("be", "Аляксандр Лукашэнка даручыў пабудаваць завод.", "lukashenko", "promised", None),
    ("be", "Аляксандр Лукашэнка адмовіўся ад візіту.", "lukashenko", "refused", None),
]


@pytest.mark.parametrize(("lang", "text", "who", "status", "due"), CASES)
def test_who_undertakes_and_by_when(lang: str, text: str, who: str, status: str, due: date | None) -> None:
    (found,) = commitments(lang, text)
    assert (found.who, found.status, found.due) == (who, status, due)


def test_what_is_agreed_binds_both() -> None:
    found = commitments("en", "Vladimir Putin and Alexander Lukashenko agreed to open the border soon.")
    assert [c.who for c in found] == ["putin", "lukashenko"]
    assert {c.status for c in found} == {"agreed"}
    assert {c.by_when for c in found} == {"soon"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Vladimir Putin never promised to lower prices."),
        ("en", "Russia will help Belarus, Alexander Lukashenko reported."),
        ("en", "Alexander Lukashenko said the answer would be sharp."),
        ("en", "Vladimir Putin agreed with Alexander Lukashenko."),
        ("ru", "Владимир Путин не обещал снизить цены."),
        ("ru", "Владимир Путин согласился с Александром Лукашенко."),
        ("be", "Уладзімір Пуцін сустрэў гасцей."),
        ("en", "Nobody here is known, and somebody promised to come."),
    ],
)
def test_no_undertaking_is_made_up(lang: str, text: str) -> None:
    assert commitments(lang, text) == ()


def test_what_is_undertaken_may_stand_before_the_verb() -> None:
    text = "Ships would get safe passage, Vladimir Putin promised."
    document = page(("Item", text), source="diary", day="2022-05-18", kind="news")
    ((found, rule),) = explain_commitments(document, desk(), read_names(document, desk()))
    assert document.text[found.what_start : found.what_stop].endswith("Ships would get safe passage")
    assert document.text[found.who_start : found.who_stop] == "Vladimir Putin"
    assert rule == "promised"


def test_bait_is_read_in_linear_time() -> None:
    assert commitments("en", "promised, " * 3000) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Vladimir Putin will attack the city again, Volodymyr Zelenskyy said."),
        ("en", "Volodymyr Zelenskyy warned that Vladimir Putin would close the border."),
        ("en", "Alexander Lukashenko hopes that Vladimir Putin will support the plan."),
        ("en", "When Russia closed the border of Ukraine, the family decided to leave."),
        ("ru", "Александр Лукашенко выразил уверенность, что Владимир Путин подпишет договор."),
        ("be", "Аляксандр Лукашэнка спадзяецца, што Уладзімір Пуцін падпіша пагадненне."),
    ],
)
def test_what_is_foretold_or_hoped_of_another_binds_nobody(lang: str, text: str) -> None:
    assert commitments(lang, text) == ()


@pytest.mark.parametrize(
    ("lang", "text", "what"),
    [
        ("ru", "Белоруссия построит завод, пообещал премьер-министр Роман Головченко.", "Белоруссия построит завод"),
        ("be", "Беларусь пабудуе завод, паабяцаў прэм'ер-міністр Раман Галоўчанка.", "Беларусь пабудуе завод"),
    ],
)
def test_who_stands_behind_the_verb_promises_what_stands_before_it(lang: str, text: str, what: str) -> None:
    (found,) = commitments(lang, text)
    assert found.who == "golovchenko"
    at = "Item\n\n" + text
    assert what in at[found.what_start : found.what_stop]


def test_not_to_do_it_is_refused_in_three_languages() -> None:
    told = [
        ("en", "Alexander Lukashenko said Belarus would not send troops."),
        ("ru", "Александр Лукашенко заявил, что Белоруссия не будет отправлять войска."),
        ("be", "Аляксандр Лукашэнка заявіў, што Беларусь не будзе адпраўляць войскі."),
    ]
    assert [[(c.who, c.status) for c in commitments(*one)] for one in told] == [[("by", "refused")]] * 3


def test_the_presidents_are_the_two_last_named() -> None:
    text = "Vladimir Putin called Emmanuel Macron. Mr Macron thanked him. The presidents agreed to keep in touch."
    assert sorted(c.who for c in commitments("en", text)) == ["macron", "putin"]
