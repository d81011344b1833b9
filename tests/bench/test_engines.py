"""How tallies of two engines are compared."""

import pyarrow as pa

from overtone.bench.engines import same


def table(**columns: list[object]) -> pa.Table:
    return pa.table(columns)


def test_neither_order_nor_the_last_digit_of_a_sum_matters() -> None:
    one = table(key=["a", "b"], spans=[[{"row": "x"}, {"row": "y"}], []], mean=[0.1 + 0.2, float("nan")])
    other = table(key=["b", "a"], spans=[[], [{"row": "y"}, {"row": "x"}]], mean=[float("nan"), 0.3])
    assert same(one, other)


def test_a_row_more_another_value_or_another_column_is_a_difference() -> None:
    one = table(key=["a"], hits=[1])
    assert not same(one, table(key=["a", "a"], hits=[1, 1]))
    assert not same(one, table(key=["a"], hits=[2]))
    assert not same(one, table(key=["a"], hit=[1]))
    assert not same(table(key=["a"], hits=[None]), table(key=["a"], hits=[0]))
