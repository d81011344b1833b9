"""Opening: the card names the shape, the shape names the reader."""

from dataclasses import replace
from pathlib import Path

import pytest

from overtone.collect.opening import SHAPES, open_rows
from overtone.errors import FactsError
from overtone.registry.tables import KINDS
from tests.corpus import CARD, release, write


def test_rows_come_in_order_and_once(tmp_path: Path) -> None:
    rows = open_rows(write(tmp_path / "in.jsonl", release(1), release(2)), CARD)
    assert [(row.origin, row.line) for row in rows] == [("in.jsonl", 1), ("in.jsonl", 2)]
    assert list(rows) == []
    assert rows.damage == ""


def test_the_shape_of_the_card_decides_not_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("id,link,headline,summary,body,date,location\n7,,A,,b,2022-05-16,\n")
    (row,) = open_rows(tmp_path / "in.jsonl", replace(CARD, shape="csv"))
    assert dict(row.values)["id"] == "7"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_card_may_name_every_shape_that_can_be_opened(shape: str) -> None:
    (field,) = [field for field in KINDS["sources"].fields if field.name == "shape"]
    assert field.read(shape) == shape


def test_a_shape_that_does_not_exist_is_a_mistake_of_the_card(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="no shape 'xml'") as caught:
        open_rows(write(tmp_path / "in", release(1)), replace(CARD, shape="xml"))
    assert caught.value.where == "card of the source desk, field shape"
    assert caught.value.next_step == "one of: jsonl, csv, roll-call"
