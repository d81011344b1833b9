"""The bench of the contrast deals what it says it deals, and plants what it says it plants."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from overtone.bench import contrast
from overtone.bench.tone_placebo import Pair
from overtone.measure.tone_scale import WIDTH
from overtone.read.embedding import Vectors


def drawn(count: int, seed: int = 1) -> np.ndarray:
    chance = np.random.default_rng(seed)
    rows = chance.normal(size=(count, WIDTH))
    found: np.ndarray = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return found


def pages(count: int = 48) -> list[contrast.Page]:
    return [contrast.Page(name=f"p{n:02d}", vectors=drawn(3, n)) for n in range(count)]


class Drawn:
    """An encoder whose vectors are drawn by the length of the text."""

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        return np.concatenate([drawn(1, len(text) + len(lang)) for text in texts])


def test_a_planted_shift_is_as_large_as_asked() -> None:
    vectors = drawn(60)
    moved = contrast._moved(vectors, -0.75)
    change = (
        contrast._tones(contrast._whole(moved), "en").mean() - contrast._tones(contrast._whole(vectors), "en").mean()
    )
    assert change == pytest.approx(-0.75, abs=0.08)
    assert np.linalg.norm(moved, axis=1) == pytest.approx(1, abs=1e-4)


def test_every_topic_and_speaker_is_judged_and_the_planted_one_stands_out() -> None:
    made = pages(72)
    lot = np.arange(72)
    ours, naive = contrast._judged(made, lot)
    assert len(ours) == len(naive) == contrast.TOPICS * contrast.SPEAKERS
    planted = contrast._judged(made, lot, -4.0)[0][:: contrast.SPEAKERS]
    assert np.mean(planted) < np.mean(ours)
    assert len(contrast._audiences(made, lot)) == contrast.TOPICS


def test_the_placebo_of_a_text_and_itself_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "x.jsonl.gz").write_bytes(b"x")
    pairs = [Pair(name=f"{n}", langs=("en", "en"), texts=(("a b" * n,), ("a b" * n,))) for n in range(1, 5)]
    (score,) = contrast._placebo("c", iter(pairs), tmp_path, Drawn())
    assert (score.value, score.low, score.high, score.n) == (0, 0, 0, 4)
