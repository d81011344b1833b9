"""Every record goes into Arrow and comes back equal."""

import dataclasses
from datetime import UTC, datetime
from typing import Any, get_type_hints

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overtone.errors import LedgerError
from overtone.ledger import TABLES, from_arrow, schema, stored_schema, to_arrow
from overtone.records import Document, Statement

st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
st.register_type_strategy(int, st.integers(-(2**40), 2**40))
AWARE = st.datetimes(timezones=st.just(UTC))
MOMENTS: dict[object, Any] = {datetime: AWARE, datetime | None: AWARE | st.none()}


@pytest.mark.parametrize("record", TABLES.values(), ids=TABLES)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_what_goes_in_comes_out(record: Any, data: st.DataObject) -> None:
    hints = get_type_hints(record)
    times: dict[str, Any] = {name: MOMENTS[hint] for name, hint in hints.items() if hint in MOMENTS}
    rows = data.draw(st.lists(st.builds(record, **times), max_size=4))
    table = to_arrow(record, rows)
    assert table.schema == schema(record)
    assert from_arrow(record, table) == tuple(rows)
    assert table["id"].to_pylist() == [row.id for row in rows]


def test_columns_are_the_fields_and_the_ledgers_two() -> None:
    names = [field.name for field in dataclasses.fields(Statement)]
    assert stored_schema(Statement).names == ["id", *names, "learnt_at"]
    assert stored_schema(Statement).field("mentions").type == pa.list_(
        pa.struct([("kind", pa.string()), ("target", pa.string()), ("start", pa.int64()), ("stop", pa.int64())])
    )


def test_rows_without_a_field_are_refused() -> None:
    with pytest.raises(LedgerError, match="no column text"):
        from_arrow(Document, to_arrow(Document, []).drop_columns(["text"]))


def test_a_type_that_no_column_holds_is_refused() -> None:
    made = dataclasses.make_dataclass("Odd", [("heap", set)])
    with pytest.raises(TypeError, match="no column holds"):
        schema(made)
