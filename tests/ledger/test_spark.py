"""Spark shows the very rows that DuckDB shows, with their types, whatever the cut."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from overtone.errors import LedgerError
from overtone.ledger import TABLES, Ledger, View
from overtone.records import Document, Statement
from tests.ledger.build import batch, document, moment
from tests.spark import spark_engine

pytestmark = pytest.mark.slow
CUTS = (1, 2, 4)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Two versions of a page, two readings of one, two rows learnt at once; in a folder with an awkward name."""
    made = Ledger.open(tmp_path_factory.mktemp("place") / "one's own {ledger}")
    made.append(batch(document("a")), moment(1))
    lower = document("b", "Of NATO, lower.", line=10)
    made.append(batch(document("a", "Second."), document("b", "Upper.", line=9), lower), moment(2))
    made.append(batch(document("a", "Second."), reader="paragraphs@2"), moment(3))
    uncommitted = {name: rows for name, rows in batch(document("c")).items() if name != "documents"}
    made.append(uncommitted, moment(4))
    return made


@pytest.fixture(params=CUTS)
def views(request: pytest.FixtureRequest, ledger: Ledger) -> Iterator[tuple[View, View]]:
    engine = spark_engine()
    with ledger.view(moment(request.param)) as one, ledger.view(moment(request.param), engine) as other:
        yield one, other


def told(table: pa.Table) -> tuple[list[str], list[dict[str, object]]]:
    types = [str(kind).replace("<element:", "<item:").replace("<l:", "<item:") for kind in table.schema.types]
    return types, table.to_pylist()


def test_every_table_shows_the_same_rows(views: tuple[View, View]) -> None:
    one, other = views
    for name in TABLES:
        mine, theirs = (told(view.table(name).order_by("id").to_pyarrow()) for view in views)
        assert mine == theirs, name
    assert one.digest() == other.digest()
    assert one.records(Statement) == other.records(Statement)
    ids = [page.id for page in one.records(Document)]
    assert one.documents(ids) == other.documents(ids)
    assert one.learnt(ids) == other.learnt(ids)
    with pytest.raises(LedgerError, match="not visible"):
        other.documents(["no such id"])


def test_the_cut_is_that_of_the_latest_row(ledger: Ledger) -> None:
    with ledger.view(engine=spark_engine()) as view:
        assert view.as_of == ledger.view().as_of == moment(4)


def test_whole_numbers_beside_nulls_keep_every_digit(ledger: Ledger) -> None:
    with ledger.view(engine=spark_engine()) as view:
        rows = view.table("documents")
        whole = rows.select(key=(rows.key == "a").ifelse(2**63 - 2, None).cast("int64")).to_pyarrow()
        assert set(whole["key"].to_pylist()) == {2**63 - 2, None}
        assert whole.schema.field("key").type == pa.int64()


def test_what_is_kept_is_worked_out_once_and_bears_its_types(ledger: Ledger) -> None:
    with ledger.view(engine=spark_engine()) as view:
        rows = view.table("documents")
        kept = view.keep(rows.select("id", "learnt_at", "parts"))
        assert told(kept.order_by("id").to_pyarrow()) == told(
            rows.select("id", "learnt_at", "parts").order_by("id").to_pyarrow()
        )


def test_an_empty_ledger_shows_empty_tables(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "nothing").view(engine=spark_engine()) as view:
        assert view.records(Document) == ()
        assert view.table("votes").count().to_pyarrow().as_py() == 0
