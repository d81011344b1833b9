"""The bench of echo across languages: pools, precision and what is trained on kept apart."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from overtone.bench import translation_echo
from overtone.bench.aligned import Line, Text
from overtone.bench.translation_echo import HELD, TRAINED, half, recall_at, thinned, trial
from overtone.read.embedding import Missing
from overtone.read.passages import packed
from overtone.records import Meaning

LOT = np.random.default_rng(2)
SENSES = LOT.normal(size=(80, 512))


def line(number: int, voice: str) -> Line:
    sense = SENSES[number] + 0.3 * LOT.normal(size=512)
    (vector,) = packed((sense / np.linalg.norm(sense))[None].astype(np.float32))
    meaning = Meaning(
        document="d", reader="r", start=0, stop=9, of_start=0, of_stop=9, lang=voice, model="m", vector=vector
    )
    return Line(number=number, document="d", voice=voice, text="x" * 50, meaning=meaning, mentions=())


def side(voice: str, numbers: Sequence[int]) -> list[Line]:
    return [line(number, voice) for number in numbers]


def test_every_passage_is_asked_against_all_of_the_other_side() -> None:
    made = trial(side("ru", range(40)), side("en", range(20, 60)))
    assert made.sizes == (40, 40)
    assert made.total == 20
    assert recall_at(made.scored(), made.true, made.total)[0] >= 18


def test_thinned_sides_share_few_passages_and_nothing_else() -> None:
    made = thinned(side("ru", range(80)), side("en", range(80)), 0.2)
    assert 0 < made.total < 30
    assert sum(made.sizes) == 80 + made.total


def test_recall_counts_while_precision_holds() -> None:
    scores = np.array([5.0, 4.0, 3.0, 2.0, -np.inf])
    true = np.array([True, True, False, True, True])
    assert recall_at(scores, true, 4, 0.95) == (2, 4.0)
    assert recall_at(scores, true, 4, 0.75) == (3, 2.0)
    assert recall_at(scores, ~true, 4, 0.95) == (0, np.inf)


def test_no_document_is_both_trained_on_and_held() -> None:
    names: list[tuple[str, Mapping[str, Text]]] = [(f"doc{n}", {}) for n in range(50)]
    halves = [{name for name, _ in half(iter(names), which)} for which in (TRAINED, HELD)]
    assert halves[0] | halves[1] == {name for name, _ in names}
    assert not halves[0] & halves[1]
    assert all(halves)


def test_without_an_encoder_there_are_no_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(translation_echo, "open_embedder", lambda: Missing(reason="not installed"))
    assert translation_echo.quick(tmp_path) == ()
    assert translation_echo.run(tmp_path) == ()
