"""Every measure counts the same on DuckDB and on Spark, over one ledger in which every table has rows."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from overtone.bench.engines import rows
from overtone.bench.ledgers import EVENT, Made, make
from overtone.ledger import View
from overtone.measure import MEASURES, Measure, Options, covered
from overtone.measure.shape import ordered
from overtone.records import Window
from overtone.registry import load
from tests.spark import spark_engine

pytestmark = pytest.mark.slow
MADE = Made(statements=600, weeks=30, resolutions=20)
ASKED = {
    "everything": Options(baseline_weeks=12, members=("am", "by", "kz", "kg", "ru", "tj", *tuple(load().actors)[:6])),
    "one event": Options(baseline_weeks=12, event=EVENT, members=("by", "ru", *tuple(load().actors)[:4])),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """One ledger seen by two engines."""

    duckdb: View
    spark: View
    window: Window


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    engine = spark_engine()
    ledger = make(tmp_path_factory.mktemp("made") / "ledger", MADE)
    with ledger.view() as one, ledger.view(engine=engine) as other:
        yield Both(duckdb=one, spark=other, window=MADE.last_week)


AT_AN_EVENT = ("salience", "silence", "cohesion", "echo")  # each takes its event in a way of its own
CASES = [
    *((measure, "everything") for measure in MEASURES),
    *((measure, "one event") for measure in MEASURES if measure.name in AT_AN_EVENT),
]


@pytest.mark.parametrize(("measure", "asked"), CASES, ids=[f"{measure.name}, {asked}" for measure, asked in CASES])
def test_a_measure_counts_the_same_on_both_engines(measure: Measure, asked: str, both: Both) -> None:
    one = ordered(measure.tally(both.duckdb, both.window, ASKED[asked]).to_pyarrow())
    other = ordered(measure.tally(both.spark, both.window, ASKED[asked]).to_pyarrow())
    assert one.column_names == other.column_names
    assert rows(other) == rows(one)
    assert one.num_rows, "a tally without rows compares nothing"


def test_what_could_have_been_seen_is_the_same_on_both_engines(both: Both) -> None:
    asked = ASKED["everything"]
    assert covered(both.spark, both.window, asked) == covered(both.duckdb, both.window, asked)
