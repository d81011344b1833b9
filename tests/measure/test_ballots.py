from datetime import date

import pytest

from overtone.measure.ballots import ABSENT, UNKNOWN, YES, counted, resolution_of, roll
from tests.measure.views import Row, document, view, vote

PAGES = [document("roll", "2022-03-02", kind="roll-call"), document("a", "2022-03-03"), document("b", "2022-03-03")]


def rows(votes: list[Row]) -> list[dict[str, object]]:
    made: list[dict[str, object]] = (
        counted(view(PAGES, votes=votes), "unga", date(2022, 1, 1), date(2023, 1, 1)).to_pyarrow().to_pylist()
    )
    return made


def test_a_roll_call_goes_before_the_press_and_a_vote_counts_once() -> None:
    told = [vote("ES-11/1", "by", "N", "2022-03-02"), *(vote("es-11/1", "by", "A", "2022-03-02", doc=d) for d in "ab")]
    assert [(r["state"], r["choice"]) for r in rows(told)] == [("by", "N")]


def test_a_press_that_is_divided_tells_nothing_and_a_majority_tells() -> None:
    divided = [vote("1", "by", choice, "2022-03-02", doc=doc) for choice, doc in (("N", "a"), ("A", "b"))]
    more = [vote("2", "by", choice, "2022-03-02", doc=doc) for choice, doc in (("N", "a"), ("N", "b"))]
    more.append(vote("2", "by", "A", "2022-03-02", doc="c"))
    assert [(r["resolution"], r["choice"]) for r in rows(divided + more)] == [("2", "N")]


def test_votes_of_another_body_or_time_are_left_out() -> None:
    other = {**vote("1", "by", "N", "2022-03-02"), "body": "unsc"}
    assert rows([other, vote("2", "by", "N", "2021-03-02"), vote("3", "by", "N", "2023-01-01")]) == []


def test_not_voting_is_neither_an_abstention_nor_unknown() -> None:
    table = roll(rows([vote("1", "am", "NP", "2022-03-02"), vote("1", "kz", "Y", "2022-03-02")]))
    assert table.of(("am", "kz", "ua")).ravel().tolist() == [ABSENT, YES, UNKNOWN]


def test_contested_is_where_no_choice_has_nine_tenths() -> None:
    nine = [vote("1", f"s{n}", "Y" if n < 9 else "N", "2022-03-02") for n in range(10)]
    eight = [vote("2", f"s{n}", "Y" if n < 8 else "N", "2022-03-02") for n in range(10)]
    assert roll(rows(nine + eight)).contested().tolist() == [False, True]


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("76/234 para. 5", "76/234"),
        ("76/234, OP 7", "76/234"),
        ("A/RES/76/234", "a/res/76/234"),
        ("76/234 as a whole", "76/234"),
        ("paragraph 3", "paragraph 3"),
    ],
)
def test_a_vote_on_a_paragraph_belongs_to_its_resolution(name: str, whole: str) -> None:
    assert resolution_of(name) == whole


def test_no_votes_are_an_empty_roll() -> None:
    empty = roll([])
    assert empty.states == ()
    assert empty.of(("by",)).shape == (1, 0)
    assert empty.contested().shape == (0,)
