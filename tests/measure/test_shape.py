from dataclasses import fields
from datetime import date

import ibis
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.errors import UsageError
from overtone.measure import MEASURES, Options, measure
from overtone.measure.shape import Coverage, Measure, SeenWeek, evidence, false_discovery, monday, ordered
from overtone.records import Abstention, Window, week
from tests.measure.views import document, statement, view, visit

W20 = week(2022, 20)


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda m: m.name)
def test_every_measure_says_what_it_rests_on(chosen: Measure) -> None:
    assert chosen.method.startswith(f"{chosen.name}@")
    assert all(getattr(chosen, f.name) for f in fields(chosen))


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda m: m.name)
def test_every_tally_can_be_said_in_sparks_words(chosen: Measure) -> None:
    pytest.importorskip("pyspark", reason="Spark's words need its extra: pip install 'overtone[spark]'")
    assert ibis.pyspark.name == "pyspark"  # Ibis knows the options of a backend once it has been asked for
    world = view([document("d", "2022-05-16")], [statement("s", "d", "putin", "2022-05-16")])
    for options in (Options(), Options(event="csto-summit-2022-05-16")):
        assert "SELECT" in ibis.to_sql(chosen.tally(world, W20, options), dialect="pyspark")


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda m: m.name)
def test_nothing_in_the_ledger_gives_no_number(chosen: Measure) -> None:
    found = measure(chosen.name, view([]), W20, Options(actors=("putin",)))
    assert [f.reason for f in found if isinstance(f, Abstention)] == ["source-not-seen"]
    assert len(found) == 1


def test_a_measure_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(UsageError, match="salience, silence"):
        measure("noise", view([]), W20)


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda m: m.name)
def test_the_order_of_rows_changes_nothing(chosen: Measure) -> None:
    documents = [document(f"d{n}", f"2022-0{m}-{n:02d}") for m in (4, 5) for n in range(11, 23)]
    for n, d in enumerate(documents):
        d["id"] = d["key"] = f"d{n}"
    said = [
        statement(f"s{n}", f"d{n}", "putin", str(d["published_on"]), names="ua" * (n % 2), topics="nato", chars=600 + n)
        for n, d in enumerate(documents)
    ]
    visits = [visit("2022-01-01", "2022-06-01")]
    assert measure(chosen.name, view(documents, said, visits), W20) == measure(
        chosen.name, view(documents[::-1], said[::-1], visits), W20
    )


def test_the_false_discovery_rate_is_the_textbooks() -> None:
    found = false_discovery([0.01, 0.04, 0.03, 0.5])
    assert found == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert false_discovery([]) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_false_discovery_rate_is_never_below_its_probability_and_keeps_its_order(surprises: list[float]) -> None:
    rates = false_discovery(surprises)
    assert all(p <= q + 1e-12 <= 1 + 1e-9 for p, q in zip(surprises, rates, strict=True))
    pairs = sorted(zip(surprises, rates, strict=True))
    assert [q for _, q in pairs] == sorted(q for _, q in pairs)


def test_evidence_has_no_repeats_and_one_order() -> None:
    a = {"document": "b", "start": 3, "stop": 9, "row": "r"}
    b = {"document": "a", "start": 5, "stop": 9, "row": "q"}
    assert [e.document for e in evidence([a, b, a])] == ["a", "b"]


def test_the_share_of_days_seen_counts_each_source_alike() -> None:
    seen = Coverage(
        weeks=(
            SeenWeek(
                source="a",
                monday=W20.start,
                alive=True,
                reason="seen",
                documents=9,
                first=W20.start,
                last=W20.last,
            ),
            SeenWeek(source="b", monday=W20.start, alive=False, reason="not-visited", documents=0),
        )
    )
    assert seen.share(W20) == 0.5
    assert seen.share(W20, ("a",)) == 1.0
    assert seen.share(W20, ("c",)) == 0.0
    assert seen.share(Window(label="none", start=date(2022, 1, 1), stop=date(2022, 1, 1))) == 0.0


def test_a_tallied_day_must_be_a_date() -> None:
    assert monday(date(2022, 5, 22)) == date(2022, 5, 16)
    with pytest.raises(TypeError):
        monday("2022-05-22")


def test_counts_are_laid_in_one_order_whatever_order_the_engine_gives() -> None:
    rows = [{"actor": a, "n": n, "spans": [a]} for a, n in (("b", 2), ("a", 2), ("b", 1))]
    tables = [ordered(pa.Table.from_pylist(some)) for some in (rows, rows[::-1], rows[1:] + rows[:1])]
    assert [t.to_pylist() for t in tables] == [[rows[1], rows[2], rows[0]]] * 3


def test_a_list_of_nothing_is_empty_whatever_the_engine_calls_it() -> None:
    spans = pa.list_(pa.struct([("row", pa.string())]))
    one = pa.table({"n": [2, 1], "spans": pa.array([None, [{"row": "x"}]], spans)})
    other = pa.table({"n": [2, 1], "spans": pa.array([[], [{"row": "x"}]], spans)})
    assert (
        ordered(one).to_pylist()
        == ordered(other).to_pylist()
        == [{"n": 1, "spans": [{"row": "x"}]}, {"n": 2, "spans": []}]
    )


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda m: m.name)
def test_where_nobody_looked_nobody_is_said_to_have_been_silent(chosen: Measure) -> None:
    """No measure takes a ledger in which nothing was ever seen for one in which nothing was said."""
    found = measure(chosen.name, view([]), W20)
    assert found
    assert all(isinstance(item, Abstention) for item in found)
    assert "no-data" not in {item.reason for item in found if isinstance(item, Abstention)}
