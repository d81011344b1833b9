import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.measure.echo_weight import Piece, bits, longest, surprise


def pieces(*places: int, often: int = 0, shift: int = 0) -> list[Piece]:
    return [Piece(x=place, y=place + shift, often=often) for place in places]


def test_a_run_nobody_used_weighs_by_how_much_was_said() -> None:
    assert surprise(Piece(x=0, y=0, often=0), said=1023) == pytest.approx(11)
    assert surprise(Piece(x=0, y=0, often=0), said=0) == 1


def test_runs_that_overlap_are_counted_once() -> None:
    one = bits(pieces(0), said=1023)
    assert bits(pieces(0, 1, 2), said=1023) == one
    assert bits(pieces(0, 3), said=1023) == 2 * one


def test_the_heaviest_chain_is_taken() -> None:
    rare, usual = Piece(x=1, y=1, often=0), [Piece(x=0, y=0, often=500), Piece(x=3, y=3, often=500)]
    assert bits([*usual, rare], said=1023) == pytest.approx(11)


def test_what_everybody_says_weighs_little() -> None:
    assert bits(pieces(*range(30), often=900), said=1000) < 2


def test_what_somebody_signs_every_text_with_weighs_little() -> None:
    signed = [Piece(x=n, y=n, often=1, own=50) for n in range(9)]
    assert bits(signed, said=5000, own=50) < 0.2
    assert bits(signed, said=5000, own=5000) > 15


def test_the_longest_stretch_stands_in_both_texts_alike() -> None:
    assert longest(pieces(0, 1, 2, 7)) == 5
    assert longest([Piece(x=0, y=0, often=0), Piece(x=1, y=9, often=0)]) == 3
    assert longest([]) == 0


@given(st.sets(st.integers(0, 40)), st.integers(0, 50), st.integers(50, 10_000))
def test_more_shared_runs_never_weigh_less(places: set[int], often: int, said: int) -> None:
    every = pieces(*places, often=often)
    assert bits(every[:-1], said) <= bits(every, said) <= math.log2(2 * said + 2) * len(every) + 1e-9
