"""Lines: chosen without looking at who was first."""

import pytest

from overtone.measure import Options
from overtone.measure.lines import line_uses
from tests.measure.line_worlds import SEEN, W20, Use, ledger
from tests.measure.views import Row, document, statement, view, wording


def lines(uses: list[Use]) -> list[Row]:
    found = line_uses(ledger(uses), W20, Options()).to_pyarrow().to_pylist()
    return [r for r in found if r["line"]]


def said(line: str, *days: tuple[str, int]) -> list[Use]:
    return [Use(actor=actor, day=day, line=line) for actor, day in days]


def test_a_borrowed_sentence_is_one_line() -> None:
    found = lines(said("a", ("putin", 60), ("lukashenko", 64)))
    assert len({r["line"] for r in found}) == 1
    assert sorted(str(r["actor"]) for r in found) == ["lukashenko", "putin"]


@pytest.mark.parametrize(
    ("uses", "many"),
    [
        (said("a", ("putin", 60), ("putin", 70)), 0),
        (said("a", ("putin", 60), ("zas", 60)), 1),
        (said("a", ("putin", 5), ("zas", 60)), 0),
        (said("a", *((who, day) for who in ("putin", "zas") for day in range(60, 100))), 0),
        (said("a", ("putin", 60), ("zas", 61)) + said("b", ("putin", 60), ("zas", 62)), 2),
    ],
    ids=["one speaker", "two speakers", "used at the beginning", "every day", "two lines"],
)
def test_a_line_is_shared_new_and_no_grammar(uses: list[Use], many: int) -> None:
    assert len({r["line"] for r in lines(uses)}) == many


def test_twice_on_one_day_is_once() -> None:
    assert len(lines(said("a", ("putin", 60), ("putin", 60), ("zas", 61)))) == 2


def test_reported_speech_and_statements_without_wording_bring_no_line() -> None:
    told = [
        statement("a", "d", "putin", "2022-03-01", manner="indirect"),
        statement("b", "e", "zas", "2022-03-02", chars=700),
        statement("c", "f", "zas", "2022-03-03", chars=800),
    ]
    words = [wording(one, "x y z u v") for one in told[:2]]
    made = view([document(d, "2022-03-01") for d in "def"], told, SEEN, wordings=words)
    found = line_uses(made, W20, Options()).to_pyarrow().to_pylist()
    assert {(r["actor"], r["line"], r["words"]) for r in found} == {("zas", 0, 100)}
