import numpy as np
import pytest

from overtone.measure.passages import Passages
from overtone.measure.tone_cells import LEAST, cells


def made(rows: list[tuple[str, str, str, float]]) -> Passages:
    """Passages from (document, actor, topics with a bar between, tone)."""
    count = len(rows)
    return Passages(
        actors=np.array([r[1] for r in rows], dtype=np.str_),
        sources=np.full(count, "kremlin"),
        documents=np.array([r[0] for r in rows], dtype=np.str_),
        languages=np.full(count, "en"),
        venues=np.full(count, ""),
        addressed=np.zeros(count, dtype=bool),
        days=np.full(count, np.datetime64("2022-05-17")),
        now=np.ones(count, dtype=bool),
        topics=tuple(tuple(r[2].split("|")) for r in rows),
        spans=tuple((r[0], 0, 10, r[0]) for r in rows),
        vectors=np.zeros((count, 512), dtype=np.int8),
        tones=np.array([[r[3], -r[3]] for r in rows], dtype=np.float64).reshape(count, 2),
    )


def test_a_document_is_one_voice_and_a_second_topic_shares_it() -> None:
    found = cells(made([("d1", "a", "x", 1.0), ("d1", "a", "x", 3.0), ("d2", "a", "x|y", -1.0)]))
    assert list(zip(found.documents, found.topics, found.sizes, found.tones[:, 0], strict=True)) == [
        ("d1", "x", 2.0, 2.0),
        ("d2", "x", 0.5, -1.0),
        ("d2", "y", 0.5, -1.0),
    ]
    assert found.tones[:, 1] == pytest.approx(-found.tones[:, 0])
    assert set(found.settings) == {"kremlin/en/open"}
    assert set(found.weeks) == {"2022-05-16"}
    assert len(set(found.strata().tolist())) == 1


def test_the_noise_of_documents_and_of_passages_is_told_apart() -> None:
    chance = np.random.default_rng(4)
    rows = []
    for document in range(300):
        mean = chance.normal(0, 0.6)
        rows += [(f"d{document:03d}", "a", "x", float(mean + chance.normal(0, 1))) for _ in range(4)]
    found = cells(made(rows))
    assert found.within == pytest.approx(1, rel=0.1)
    assert found.between == pytest.approx(0.36, rel=0.25)
    assert found.noise()[0] == pytest.approx(found.between + found.within / 4)


def test_passages_whose_tone_nobody_tells_are_in_no_cell() -> None:
    found = cells(made([("d1", "a", "x", np.nan), ("d2", "a", "x", 1.0)]))
    assert found.documents.tolist() == ["d2"]
    assert found.within == LEAST
    assert cells(made([("d1", "a", "x", np.nan)])).documents.tolist() == []
    assert len(cells(made([])).tones) == 0


def test_some_cells_alone_keep_their_noise() -> None:
    found = cells(made([("d1", "a", "x", 1.0), ("d2", "b", "x", 1.0)]))
    part = found.where(found.actors == "b")
    assert part.documents.tolist() == ["d2"]
    assert part.noise()[0] == found.noise()[1]
