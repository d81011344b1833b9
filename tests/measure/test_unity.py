import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.measure.unity import agreement_index, at_least, averaged, chance, counts, eligible, rice, spread


@pytest.mark.parametrize(
    ("cast", "index", "blind"),
    [
        ((6, 0, 0), 1.0, 1.0),
        ((2, 2, 2), 0.0, 0.0),
        ((0, 4, 2), 0.5, np.nan),
        ((3, 0, 3), 0.25, 0.0),
        ((1, 0, 1), np.nan, np.nan),
        ((0, 0, 0), np.nan, np.nan),
    ],
)
def test_worked_examples(cast: tuple[int, int, int], index: float, blind: float) -> None:
    table = np.array(cast, dtype=float)[:, None]
    assert float(agreement_index(table)[0]) == pytest.approx(index, nan_ok=True)
    assert float(rice(table)[0]) == pytest.approx(blind, nan_ok=True)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=3))
def test_unity_lies_between_nought_and_one_and_choices_may_change_names(cast: list[int]) -> None:
    index = float(agreement_index(np.array(cast, dtype=float)[:, None])[0])
    if sum(cast) >= 3:
        assert -1e-9 <= index <= 1
        assert index == float(agreement_index(np.array(cast[::-1], dtype=float)[:, None])[0])


def test_absence_is_no_choice() -> None:
    codes = np.array([[0], [0], [0], [3], [4]], dtype=np.int8)
    assert counts(codes).ravel().tolist() == [3, 0, 0]


def test_random_blocs_are_what_a_random_bloc_is_like() -> None:
    generator = np.random.default_rng(3)
    codes = generator.integers(0, 3, (40, 60)).astype(np.int8)
    drawn = chance(codes, [eligible(codes)] * 6)
    one = float(np.mean(agreement_index(counts(codes[:6]))))
    usual = spread(drawn, 0.99)
    assert usual.low <= one <= usual.high
    assert 0.01 < at_least(drawn, one) < 0.99
    assert at_least(drawn, 1.1) == pytest.approx(1 / 1001)


def test_nobody_is_drawn_twice() -> None:
    codes = np.zeros((3, 5), np.int8)
    assert np.isnan(chance(codes, [np.array([0])] * 3)).all()


def test_nothing_to_average_is_no_number() -> None:
    assert np.isnan(averaged(np.array([np.nan]), np.array([0]), 0.9).value)
    assert np.isnan(spread(np.zeros(0), 0.9).value)
