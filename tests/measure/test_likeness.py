import numpy as np
import numpy.typing as npt
import pytest

from overtone.measure.likeness import Day, contributions, error, likeness, of_strangers, permuted
from overtone.measure.unity import at_least

Array = npt.NDArray[np.float64]


def day(vectors: Array, speakers: str) -> Day:
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return Day(products=unit @ unit.T, speakers=tuple(speakers))


def noisy(middle: Array, pieces: int, chance: np.random.Generator) -> Array:
    return middle + chance.normal(size=(pieces, len(middle)))


def test_two_who_say_the_same_are_one_and_two_who_share_nothing_are_nought() -> None:
    same = day(np.array([[1.0, 0], [1, 0], [0, 1]]), "aba")
    assert likeness(day(np.eye(2), "ab"), "ab") == pytest.approx(0)
    assert likeness(same, "ab") == pytest.approx(np.sqrt(0.5))
    assert np.isnan(likeness(same, "az"))


def test_the_one_who_stands_apart_takes_away() -> None:
    found = contributions(day(np.array([[1.0, 0.1], [1, 0], [0, 1]]), "abc"), "abc")
    assert found["c"] < 0 < found["a"]
    assert contributions(day(np.eye(2), "ab"), "ab") == {}


def test_a_planted_bloc_is_found_and_names_dealt_out_are_not() -> None:
    chance = np.random.default_rng(2)
    line = np.zeros(30)
    line[0] = 4
    bloc = [noisy(line, 4, chance) for _ in "abc"]
    rest = [noisy(np.zeros(30), 4, chance) for _ in "defghi"]
    today = day(np.vstack([*bloc, *rest]), "".join(c * 4 for c in "abcdefghi"))
    value = likeness(today, "abc")
    assert at_least(permuted([today], "abc"), value) <= 0.01
    assert at_least(of_strangers([today], "abc"), value) <= 0.05
    surprises = []
    for _ in range(30):
        dealt = Day(products=today.products, speakers=tuple(chance.permutation(list(today.speakers)).tolist()))
        surprises.append(at_least(permuted([dealt], "abc")[:200], likeness(dealt, "abc")))
    assert np.mean([p <= 0.05 for p in surprises]) <= 0.17


def test_more_pieces_leave_less_error() -> None:
    chance = np.random.default_rng(4)
    line = np.ones(20)
    few = day(np.vstack([noisy(line, 3, chance) for _ in "ab"]), "aaabbb")
    many = day(np.vstack([noisy(line, 40, chance) for _ in "ab"]), "a" * 40 + "b" * 40)
    assert 0 < error([many], "ab") < error([few], "ab")


def test_nobody_else_means_no_strangers() -> None:
    assert of_strangers([day(np.eye(3), "abc")], "abc").size == 0
