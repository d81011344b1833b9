import tomllib
from importlib.resources import files

import numpy as np
import pytest

from overtone.measure.tone_scale import WIDTH, tone_scale
from overtone.read.embedding import Missing, SentenceEncoder, open_embedder
from overtone.read.passages import packed


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    found = open_embedder()
    if isinstance(found, Missing):
        pytest.skip(found.reason)
    return found


def tones(encoder: SentenceEncoder, texts: list[str], lang: str) -> np.ndarray:
    vectors = np.frombuffer(b"".join(packed(encoder.embed(texts, lang))), np.int8).reshape(-1, WIDTH)
    found: np.ndarray = tone_scale().tones(vectors, np.full(len(texts), lang))
    return found


def test_there_is_an_axis_for_each_pair_left_out_and_they_lie_near() -> None:
    scale = tone_scale()
    pairs = tomllib.loads(files("overtone.measure").joinpath("tone_seeds.toml").read_text("utf-8"))["pairs"]
    assert scale.axes.shape == (1 + len(pairs), WIDTH)
    assert {"en", "ru", "be"} <= set(scale.languages)
    near = scale.axes @ scale.axes[0] / np.linalg.norm(scale.axes, axis=1) / np.linalg.norm(scale.axes[0])
    assert near.min() > 0.98
    assert scale.offsets.shape == scale.slopes.shape == (len(scale.languages), 1 + len(pairs))
    assert (scale.slopes > 0).all()


def test_every_pair_has_two_poles_in_three_languages() -> None:
    pairs = tomllib.loads(files("overtone.measure").joinpath("tone_seeds.toml").read_text("utf-8"))["pairs"]
    assert len({pair["subject"] for pair in pairs}) == len(pairs)
    for pair in pairs:
        assert set(pair["for"]) == set(pair["against"]) == {"en", "ru", "be"}


@pytest.mark.parametrize(
    ("lang", "harsh", "kind"),
    [
        (
            "en",
            "Their ambassador insulted us, and we will not forgive this disgrace.",
            "Their ambassador helped us, and we will always remember his kindness.",
        ),
        (
            "ru",
            "Их посол оскорбил нас, и мы не простим этого позора.",
            "Их посол помог нам, и мы всегда будем помнить его доброту.",
        ),
        (
            "be",
            "Іх пасол абразіў нас, і мы не даруем гэтай ганьбы.",
            "Іх пасол дапамог нам, і мы заўсёды будзем помніць яго дабрыню.",
        ),
    ],
)
def test_friendly_words_lie_above_hostile_ones(encoder: SentenceEncoder, lang: str, harsh: str, kind: str) -> None:
    below, above = tones(encoder, [harsh, kind], lang)
    assert (above > below + 0.3).all()


def test_another_language_has_no_tone_and_nothing_gives_nothing() -> None:
    scale = tone_scale()
    vectors = np.zeros((2, WIDTH), dtype=np.int8)
    found = scale.tones(vectors, np.array(["de", "en"]))
    assert np.isnan(found[0]).all()
    assert np.isfinite(found[1]).all()
    assert scale.tones(vectors[:0], np.array([], dtype=np.str_)).shape == (0, len(scale.axes))
