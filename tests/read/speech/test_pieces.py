from pathlib import Path

import numpy as np
import pytest

from overtone.read.speech.loading import NoModelError, vectors_file
from overtone.read.speech.pieces import WIDTH, ModelFileError, Pieces


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    try:
        return Pieces(vectors_file())
    except NoModelError as error:
        pytest.skip(f"the extra `reading` is not installed: {error}")


def test_words_are_split_into_the_likeliest_pieces(pieces: Pieces) -> None:
    assert len(pieces) > 200_000
    assert len(pieces.split("president", True)) == 1
    assert len(pieces.split("ядзерна-бяспечны", True)) > 1


def test_a_word_has_one_vector_the_mean_of_its_pieces(pieces: Pieces) -> None:
    rows = pieces.vectors([("talks", True), ("Лукашэнка", True), ("talks", True)])
    assert rows.shape == (3, WIDTH)
    assert np.array_equal(rows[0], rows[2])
    mean = np.mean([pieces.of_piece(number) for number in pieces.split("Лукашэнка", True)], axis=0)
    assert np.allclose(rows[1], mean, atol=1e-3)


def test_a_letter_that_is_no_piece_is_unknown(pieces: Pieces) -> None:
    assert pieces.unknown in pieces.split("𐌰𐌱", False)


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"not weights at all")
    with pytest.raises(ModelFileError, match=r"x\.bin does not begin"):
        Pieces(tmp_path / "x.bin")
