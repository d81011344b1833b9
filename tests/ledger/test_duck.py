"""DuckDB reads the files where they lie and keeps steps for as long as the view is open."""

from pathlib import Path

from overtone.ledger import Ledger
from tests.ledger.build import batch, document, moment


def test_a_kept_step_is_fixed_and_an_expression_under_a_name_is_not_opened(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "it's a ledger")
    ledger.append(batch(document("a"), document("b")), moment(1))
    with ledger.view() as view:
        kept = view.keep(view.table("documents").select("id"))
        assert kept.count().to_pyarrow().as_py() == 2
        assert view.keep(kept.filter(kept.id == "none")).count().to_pyarrow().as_py() == 0


def test_two_views_do_not_see_each_others_steps(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger")
    ledger.append(batch(document("a")), moment(1))
    with ledger.view() as one, ledger.view() as other:
        assert one.keep(one.table("documents")).get_name() == other.keep(other.table("documents")).get_name()
