"""What corrections refer to is found in the ledger and on the site, or refused with file and line."""

from dataclasses import replace
from pathlib import Path

import pytest

from overtone.correcting import look_up
from overtone.errors import CorrectionError
from overtone.publish.known import Known
from overtone.records import Evidence, Statement
from overtone.registry.corrections import load_corrections
from overtone.wiring import Workspace
from tests.registry.test_corrections import WHOLE, put
from tests.world.workspace import settle

KNOWN = Known(sentences=frozenset({"abc"}), exhibits={"ex": Evidence(document="d", start=3, stop=9)})


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """One source of the frozen world."""
    return settle(tmp_path_factory.mktemp("world") / "desk", "moscow")


def written(folder: Path, extra: str) -> Path:
    return put(folder, WHOLE.replace('sentences = ["s-abc"]', extra))


def test_sentences_statements_exhibits_and_documents_are_found(world: Workspace, tmp_path: Path) -> None:
    with world.view() as view:
        said = view.records(Statement)[0]
        page = next(iter(view.documents([said.document]).values()))
        lines = f'sentences = ["s-abc"]\nstatements = ["{said.id}", "ex"]\ndocuments = ["{page.source}/{page.key}"]'
        (one,) = look_up(load_corrections(written(tmp_path, lines)), view, {"2022-W41": KNOWN}).found
    assert one.sentences == {"abc"}
    assert one.exhibits == {"ex"}
    assert Evidence(document=said.document, start=said.start, stop=said.stop, row=said.id) in one.spans
    assert Evidence(document="d", start=3, stop=9) in one.spans
    assert Evidence(document=said.document, start=0, stop=len(page.text)) in one.spans


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('sentences = ["s-abd"]', "sentences: 'abd' is not in 2022-W41 (did you mean 'abc'?)"),
        ('statements = ["nobody-said"]', "statements: 'nobody-said' is not in the ledger or the site"),
        ('signals = ["nothing"]', "signals: 'nothing' is not in 2022-W41"),
        ('documents = ["world-moscow/none"]', "documents: 'world-moscow/none' is not in the ledger or the site"),
    ],
)
def test_what_nobody_knows_is_refused_with_file_and_line(
    lines: str, words: str, world: Workspace, tmp_path: Path
) -> None:
    with world.view() as view, pytest.raises(CorrectionError) as trouble:
        look_up(load_corrections(written(tmp_path, lines)), view, {"2022-W41": KNOWN})
    assert words in str(trouble.value)
    assert trouble.value.where.endswith("2022.toml:8")
    assert "copy" in trouble.value.next_step


def test_a_notice_about_a_week_that_is_not_on_the_site_waits(world: Workspace, tmp_path: Path) -> None:
    with world.view() as view:
        told = look_up(load_corrections(put(tmp_path)), view, {"2022-W40": KNOWN})
    assert told.found == ()
    assert [one.week for one in told.waiting] == ["2022-W41"]


def test_a_notice_about_a_commentary_waits_for_the_commentary(world: Workspace, tmp_path: Path) -> None:
    text = WHOLE.replace('week = "2022-W41"\nsentences = ["s-abc"]', 'commentary = "essay"')
    corrections = load_corrections(put(tmp_path, text))
    with world.view() as view:
        assert len(look_up(corrections, view, {}).waiting) == 1
        assert len(look_up(corrections, view, {}, ["essay"]).found) == 1
    assert replace(corrections.found[0]).commentary == "essay"
