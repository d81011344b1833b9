"""The bench of commitments: its reviewed lists."""

import pytest

from overtone.bench.commitments import CASES


@pytest.mark.parametrize(
    ("path", "columns"),
    [("commitments/diary-beyond-key.tsv", ["item", "home"]), ("counts/diary.tsv", ["item", "ordinal", "kind"])],
)
def test_a_reviewed_list_is_whole_and_names_each_once(path: str, columns: list[str]) -> None:
    rows = [line.split("\t") for line in (CASES / path).read_text("utf-8").splitlines()]
    assert rows[0] == columns
    assert all(len(row) == len(columns) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)
