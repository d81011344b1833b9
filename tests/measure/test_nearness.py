"""The nearest passages and their rivals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overtone.measure import nearness
from overtone.measure.nearness import CANDIDATES, DIMENSIONS, FLOOR, NEAREST, Codes, Vectors, nearest, pairs, unpacked


def drawn(rows: int, seed: int) -> Vectors:
    made = np.random.default_rng(seed).normal(size=(rows, 12)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return made


def codes(*values: int) -> Codes:
    return np.array(values, dtype=np.int64)


@settings(max_examples=15, deadline=None)
@given(rows=st.integers(0, 12), columns=st.integers(0, 900), seed=st.integers(0, 9))
def test_the_nearest_are_those_of_a_full_sort(rows: int, columns: int, seed: int) -> None:
    one, other = drawn(rows, seed), drawn(columns, seed + 100)
    who = np.arange(rows) % 3, np.arange(columns) % 4
    found = nearest(one, other, who)
    cosines = (one @ other.T).astype(float)
    cosines[who[0][:, None] == who[1][None, :]] = -1
    want = -np.sort(-cosines, axis=1)[:, :NEAREST]
    assert found.cosine == pytest.approx(want, abs=1e-6)
    assert all(len(set(row)) == len(row) for row in found.index.tolist())


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = drawn(9, 1), drawn(40, 2)
    who = np.zeros(9, dtype=np.int64), np.ones(40, dtype=np.int64)
    whole = nearest(one, other, who)
    monkeypatch.setattr(nearness, "CELLS", 100)
    assert nearest(one, other, who).index.tolist() == whole.index.tolist()


def test_a_pair_stands_above_its_rivals_by_its_margin() -> None:
    rows = np.array([[1.0, 0, 0]], dtype=np.float32)
    columns = np.array([[0.9, np.sqrt(0.19), 0], [0.5, 0, np.sqrt(0.75)]], dtype=np.float32)
    found = pairs(rows, columns, (codes(0), codes(1, 1)))
    assert found.cosine.tolist() == pytest.approx([0.9, 0.5], abs=1e-6)
    assert found.row_margin.tolist() == pytest.approx([0.4, -0.4], abs=1e-6)
    assert found.gap.tolist() == pytest.approx([0.4, -0.4], abs=1e-6)
    assert found.column_margin.tolist() == pytest.approx([0.9 - FLOOR, 0.5 - FLOOR], abs=1e-6)


def test_copies_of_a_line_are_no_rivals_of_it() -> None:
    rows = np.array([[1.0, 0]], dtype=np.float32)
    columns = np.array([[0.8, 0.6], [0.8, 0.6], [0.81, np.sqrt(1 - 0.81**2)]], dtype=np.float32)
    found = pairs(rows, columns, (codes(0), codes(1, 2, 3)))
    assert len(found.row) == 3
    assert found.gap.min() > 0.4


def test_nobody_is_near_himself_and_days_bound_the_candidates() -> None:
    rows = np.array([[1.0, 0]], dtype=np.float32)
    columns = np.array([[1.0, 0]] * 4, dtype=np.float32)
    who = codes(7), codes(7, 1, 1, 1)
    found = pairs(rows, columns, who, (codes(20), codes(19, 21, 12, 13)))
    assert found.column.tolist() == [3]


def test_few_are_candidates() -> None:
    rows = np.array([[1.0, 0]], dtype=np.float32)
    columns = np.array([[1.0, 0]] * 30, dtype=np.float32)
    assert len(pairs(rows, columns, (codes(0), np.arange(1, 31))).row) == CANDIDATES


def test_nothing_lies_near_nothing() -> None:
    none = np.zeros((0, 3), dtype=np.float32)
    one = np.ones((1, 3), dtype=np.float32)
    assert len(pairs(none, one, (codes(), codes(1))).row) == 0
    assert len(pairs(one, none, (codes(1), codes())).row) == 0


def test_stored_bytes_are_vectors_of_length_one() -> None:
    row = np.zeros(DIMENSIONS, dtype=np.int8)
    row[:2] = 90
    made = unpacked([row.tobytes(), bytes(DIMENSIONS)])
    assert np.linalg.norm(made[0]) == pytest.approx(1)
    assert not made[1].any()
    assert unpacked([]).shape == (0, DIMENSIONS)
