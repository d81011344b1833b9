"""Made-up ledgers: the same seed gives the same rows, every table has some, and what should hurt is in them."""

from collections import Counter
from pathlib import Path

import pytest

from overtone.bench.ledgers import AT_ONCE, Made, make
from overtone.ledger import TABLES, View

MADE = Made(statements=400, weeks=20, resolutions=8)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return make(tmp_path_factory.mktemp("made") / "ledger", MADE).view()


def test_every_table_but_that_of_rows_set_aside_has_rows(view: View) -> None:
    empty = [name for name in TABLES if view.table(name).count().to_pyarrow().as_py() == 0]
    assert empty == ["aside"]
    assert view.table("statements").count().to_pyarrow().as_py() == MADE.statements < AT_ONCE


def test_the_same_seed_gives_the_same_rows(view: View, tmp_path: Path) -> None:
    again = make(tmp_path / "again", MADE).view()
    for name in ("statements", "wordings", "meanings", "votes"):
        mine, theirs = (one.table(name).order_by("id").to_pyarrow() for one in (view, again))
        assert mine.equals(theirs), name


def test_the_last_week_has_statements_and_all_lie_before_its_end(view: View) -> None:
    days = view.table("statements").select("said_on").to_pyarrow()["said_on"].to_pylist()
    assert max(days) < MADE.last_week.stop
    assert sum(day >= MADE.last_week.start for day in days) == pytest.approx(MADE.statements / MADE.weeks, abs=4)


def test_each_statement_has_its_words_and_a_key_for_each_run_of_three(view: View) -> None:
    rows = view.table("wordings").to_pyarrow().to_pylist()
    assert {len(row["lemmas"].split()) for row in rows} == {40}
    assert all(0 <= key < 2**63 for row in rows for key in row["grams"])
    assert all(len(set(row["grams"])) == len(row["grams"]) <= 38 for row in rows)
    runs = {key: run for row in rows for key, run in zip(row["grams"], _runs(row["lemmas"]), strict=False)}
    assert len(runs) > 5000


def _runs(lemmas: str) -> list[tuple[str, ...]]:
    words = lemmas.split()
    return [tuple(words[n : n + 3]) for n in range(len(words) - 2)]


def test_stock_formulas_and_repetitions_are_in_it(view: View) -> None:
    rows = view.table("wordings").to_pyarrow()["grams"].to_pylist()
    seen = Counter(key for keys in rows for key in keys)
    assert max(seen.values()) > MADE.statements / 50
    whole = Counter(tuple(keys) for keys in rows)
    assert max(whole.values()) > 1
