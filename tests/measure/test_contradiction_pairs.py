"""Candidates: bounded, each pair once, no quotation of the other."""

from datetime import date

from overtone.measure import Options
from overtone.measure.contradiction_pairs import candidates
from overtone.records import Window
from tests.measure.views import document, meaning, statement, view, wording

WINDOW = Window(label="w", start=date(2022, 5, 2), stop=date(2022, 5, 9))


def pairs(*stated: dict[str, object]) -> int:
    pages = sorted({str(one["document"]) for one in stated})
    of = view(
        [document(page, "2022-05-05") for page in pages],
        stated,
        wordings=[wording(one, "a b c") for one in stated],
        meanings=[meaning(one, (1, n)) for n, one in enumerate(stated)],
    )
    return int(candidates(of, WINDOW, Options()).count().to_pyarrow().as_py())


def test_each_pair_is_told_once() -> None:
    one = statement("1", "a", "putin", "2022-05-05", names="ua ru")
    assert pairs(one, statement("2", "b", "peskov", "2022-05-06", names="ua ru")) == 1


def test_a_statement_inside_another_is_its_quotation() -> None:
    one = statement("1", "a", "putin", "2022-05-05", names="ua", chars=600)
    assert pairs(one, statement("2", "a", "peskov", "2022-05-05", names="ua", start=5, chars=90)) == 0


def test_more_than_four_weeks_apart_is_no_pair() -> None:
    one = statement("1", "a", "putin", "2022-04-01", names="ua")
    assert pairs(one, statement("2", "b", "peskov", "2022-05-06", names="ua")) == 0
