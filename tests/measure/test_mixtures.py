import numpy as np
import pytest

from overtone.measure.mixtures import codebooks, divergences, mixtures, unpacked

CHANCE = np.random.default_rng(7)


def unit(rows: int) -> np.ndarray:
    drawn = CHANCE.normal(size=(rows, 512))
    scaled: np.ndarray = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return scaled


def test_the_books_that_ship_hold_centres_of_length_one() -> None:
    books = codebooks()
    assert books.shape[2] == 512
    assert len(books) >= 10
    assert np.allclose(np.linalg.norm(books, axis=2), 1)


def test_every_item_is_shared_out_whole() -> None:
    found = mixtures(unit(6), np.array([0, 0, 1, 2, 2, 2]), codebooks()[:3])
    assert found.shape == (3, 3, codebooks().shape[1])
    assert np.allclose(found.sum(axis=2), 1)
    assert (found > 0).all()


def test_nothing_is_far_from_itself_and_all_else_is_far_from_it() -> None:
    apart = divergences(mixtures(unit(5), np.arange(5), codebooks()))
    assert np.allclose(np.diag(apart), 0)
    assert (apart[~np.eye(5, dtype=bool)] > 0).all()


def test_the_divergence_is_that_of_kullback_and_leibler_in_bits() -> None:
    p, q = np.array([0.5, 0.5]), np.array([0.25, 0.75])
    apart = divergences(np.array([[p, q]]))
    assert apart[0, 1] == pytest.approx(0.5 * np.log2(2) + 0.5 * np.log2(2 / 3))
    assert apart[1, 0] == pytest.approx(0.25 * np.log2(0.5) + 0.75 * np.log2(1.5))


def test_stored_vectors_come_back_with_length_one() -> None:
    given = unit(2)
    back = unpacked([np.rint(row * 127).astype(np.int8).tobytes() for row in given])
    assert np.allclose(back, given, atol=0.01)
    assert unpacked([bytes(512)]).sum() == 0
    assert unpacked([]).size == 0
