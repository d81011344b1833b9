"""The bench of the intake looks at every process and tells what it compares."""

import os
from pathlib import Path

import pytest

from overtone.bench.intake import _family, _resident, run

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def test_a_process_belongs_to_its_family_and_holds_memory() -> None:
    assert os.getpid() in _family(os.getppid())
    assert _resident(os.getpid()) > 1_000_000
    assert _resident(0) == 0


@pytest.mark.shared
@pytest.mark.slow
def test_memory_stays_within_its_limit() -> None:
    if not (SHARED / "data" / "kremlin-1999-2020").is_dir():
        pytest.skip("the corpora are not beside the project")
    pytest.importorskip("spacy", reason="the peer is not installed")
    scores = run(SHARED)
    assert {score.metric for score in scores} == {"ratio", "documents per second", "seconds", "MB"}
    for score in scores:
        assert score.n > 6000
        assert score.metric != "MB" or score.value < (score.target or 0)
