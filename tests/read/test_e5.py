import numpy as np
import pytest

from overtone.read.e5 import E5, LONGEST
from overtone.read.speech.loading import NoModelError, vectors_file
from overtone.read.speech.pieces import WIDTH


@pytest.fixture(scope="module")
def encoder() -> E5:
    try:
        return E5(vectors_file())
    except NoModelError as error:
        pytest.skip(f"the extra `reading` is not installed: {error}")


def test_a_sentence_lies_nearer_its_translation_than_another(encoder: E5) -> None:
    texts = ["They must withdraw their troops.", "Они должны вывести свои войска.", "It rains in Paris today."]
    rows = encoder.means(texts, (12,))[:, 0]
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    near, far = unit[0] @ unit[1], unit[0] @ unit[2]
    assert near == pytest.approx(0.92, abs=0.05)
    assert near > far + 0.08


def test_company_changes_nothing(encoder: E5) -> None:
    texts = ["Short.", "A rather longer sentence about the talks in the capital.", "Short."]
    together = encoder.means(texts, (3, 9))
    alone = np.concatenate([encoder.means([text], (3, 9)) for text in texts])
    assert together.shape == (3, 2, WIDTH)
    assert together == pytest.approx(alone, abs=1e-3)
    assert together[0] == pytest.approx(together[2])


def test_nothing_and_very_much_are_read_within_bounds(encoder: E5) -> None:
    assert encoder.means([], (9,)).shape == (0, 1, WIDTH)
    rows = encoder.means(["", "peace " * 3 * LONGEST], (1,))
    assert np.isfinite(rows).all()
