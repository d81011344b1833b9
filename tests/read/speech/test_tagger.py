from typing import Any

import numpy as np
import pytest

from overtone.read.speech.loading import NoModelError, load_tagger
from overtone.read.speech.tagger import (
    B_CONTENT,
    B_SOURCE,
    BATCH,
    I_CONTENT,
    I_SOURCE,
    NONE,
    Tagger,
    batches,
    best_tags,
    cues_in,
    distances,
    manner,
    runs,
)
from overtone.read.speech.windows import windows_of_every_paragraph


def test_cues_are_runs_of_words_over_the_threshold() -> None:
    chances = np.array(
        [[1, 0, 0], [0.9, 0.1, 0], [0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.3, 0.6, 0.1], [1, 0, 0]], np.float32
    )
    found = list(cues_in(0, 4, chances, 0.5))
    assert [(cue.first, cue.stop) for cue in found] == [(1, 3), (3, 4)]
    assert found[0].chance == pytest.approx(0.9)


def test_no_span_goes_on_that_has_not_begun() -> None:
    logits = np.zeros((1, 3, 5), np.float32)
    logits[0, 0, I_CONTENT] = 5
    logits[0, 1, I_CONTENT] = 5
    logits[0, 2, I_SOURCE] = 1
    (row,) = best_tags(logits, [3])
    assert row == [B_CONTENT, I_CONTENT, I_CONTENT] or row[:2] == [B_CONTENT, I_CONTENT]
    assert row[2] != I_SOURCE


def test_rows_of_different_length_are_read_to_their_own_end() -> None:
    logits = np.zeros((2, 4, 5), np.float32)
    logits[:, :, NONE] = 1
    assert [len(row) for row in best_tags(logits, [4, 2])] == [4, 2]


def test_runs_are_told_by_how_they_begin() -> None:
    tags = [B_SOURCE, I_SOURCE, NONE, B_CONTENT, B_CONTENT, I_CONTENT]
    assert list(runs(tags, B_CONTENT)) == [(3, 4), (4, 6)]
    assert list(runs(tags, B_SOURCE)) == [(0, 2)]


def test_distances_widen() -> None:
    found = distances(60, 20)
    assert found[20] == 16
    assert found[21] == 17
    assert found[12] == 8
    assert found.min() >= 0
    assert found.max() <= 32
    assert (np.diff(found) >= 0).all()


def test_manner_is_told_by_how_much_is_quoted() -> None:
    assert manner([1] * 9 + [0]) == "direct"
    assert manner([1, 0]) == "mixed"
    assert manner([0, 0]) == "indirect"


def test_batches_hold_windows_of_like_length() -> None:
    text = "\n".join("word " * n + "end." for n in (3, 150, 4, 160) * 8)
    groups = list(batches(list(windows_of_every_paragraph(text, frozenset()))))
    assert all(len(group) == 1 or (max(len(w.words) for w in group) + 2) * len(group) <= BATCH for group in groups)
    assert sum(map(len, groups)) == 32


class Never:
    """A network that finds no cue."""

    def run(self, outputs: None, inputs: dict[str, Any]) -> list[Any]:
        shape = inputs["shapes"].shape
        return [np.zeros((*shape, 4), np.float32), np.tile(np.array([1, 0, 0], np.float32), (*shape, 1))]


class Blank:
    """Pieces without a vocabulary."""

    def of_piece(self, number: int) -> np.ndarray:
        return np.zeros(384, np.float32)

    def vectors(self, words: list[tuple[str, bool]]) -> np.ndarray:
        return np.zeros((len(words), 384), np.float32)


def test_a_text_without_cues_gives_nothing() -> None:
    tagger = Tagger(pieces=Blank(), encoder=Never(), linker=Never(), cue_words={"en": frozenset({"said"})})
    assert tagger.attribute("Peskov said no more.", "en") == ()
    assert tagger.attribute("Peskov said no more.", "uk") == ()


@pytest.fixture(scope="module")
def shipped() -> Tagger:
    try:
        return load_tagger()
    except NoModelError as error:
        pytest.skip(f"the trained reader is not there: {error}")


@pytest.mark.parametrize(
    ("lang", "text", "source", "content"),
    [
        (
            "en",
            "Sergei Lavrov said that Russia was ready for talks.",
            "Sergei Lavrov",
            "that Russia was ready for talks",
        ),
        ("ru", "Лавров заявил, что Россия готова к переговорам.", "Лавров", "Россия готова к переговорам"),
        ("be", "Макей заявіў, што Беларусь гатовая да перамоваў.", "Макей", "Беларусь гатовая да перамоваў"),
    ],
)
def test_the_shipped_reader_links_a_source_to_its_content(
    shipped: Tagger, lang: str, text: str, source: str, content: str
) -> None:
    one = max(shipped.attribute(text, lang), key=lambda made: made.score)
    assert " ".join(text[span.start : span.stop] for span in one.source) == source
    assert content in " ".join(text[span.start : span.stop] for span in one.content) + "."
    assert one.rule == "tagger@1"


def test_one_paragraph_of_two_sources_keeps_them_apart(shipped: Tagger) -> None:
    text = "“We are ready,” Putin said. Biden told reporters that sanctions would stay."
    first, second = (one for one in shipped.attribute(text, "en") if one.score > 0.5)
    assert text[first.source[0].start : first.source[0].stop] == "Putin"
    assert text[second.source[0].start : second.source[0].stop] == "Biden"
    assert (first.manner, second.manner) == ("direct", "indirect")
