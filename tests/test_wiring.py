"""A workspace is found, made and opened; its doors stand where the settings say."""

import subprocess
import sys
from pathlib import Path

import pytest

from overtone.errors import SettingsError, UsageError
from overtone.records import Document, Statement
from overtone.registry import default_desk, load
from overtone.settings import FILE
from overtone.wiring import create_workspace, find_workspace, open_workspace

ROOT = Path(__file__).resolve().parents[1]
DIARY = ROOT / "src" / "overtone" / "diary"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OVERTONE_WORKSPACE", raising=False)


def test_init_makes_a_workspace_that_opens(tmp_path: Path) -> None:
    root = create_workspace(tmp_path / "desk")
    assert {path.name for path in root.iterdir()} == {FILE, "facts", "judgements", "ledger", "site"}
    workspace = open_workspace(root)
    assert workspace.settings.ledger == root / "ledger"
    assert "kremlin" in workspace.registry.sources


def test_init_leaves_a_workspace_as_it_is(tmp_path: Path) -> None:
    create_workspace(tmp_path / "desk")
    with pytest.raises(SettingsError, match="a workspace already"):
        create_workspace(tmp_path / "desk")


def test_init_does_not_overwrite_what_lies_there(tmp_path: Path) -> None:
    (tmp_path / "desk" / "facts").mkdir(parents=True)
    (tmp_path / "desk" / "facts" / "example.toml").write_text("# mine")
    create_workspace(tmp_path / "desk")
    assert (tmp_path / "desk" / "facts" / "example.toml").read_text() == "# mine"


def test_the_example_loads_once_its_comment_signs_are_taken_away(tmp_path: Path) -> None:
    facts = create_workspace(tmp_path / "desk") / "facts"
    _, _, example = (facts / "example.toml").read_text(encoding="utf-8").partition("\n#\n")
    plain = "".join(line.removeprefix("# ") for line in example.splitlines(keepends=True))
    (facts / "example.toml").write_text(plain, encoding="utf-8")
    card = load(default_desk(), facts).sources["my-ministry"]
    assert (card.names.en, card.state, card.clock) == (("Ministry press releases",), "by", "Europe/Minsk")
    assert dict(card.fields)["published"] == "date"


def test_init_says_why_it_cannot(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="cannot be made"):
        create_workspace(tmp_path / "file" / "desk")


def test_the_name_given_goes_before_the_environment_and_that_before_here(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        create_workspace(tmp_path / name)
    here = tmp_path / "c" / "facts"
    variable = {"OVERTONE_WORKSPACE": str(tmp_path / "b")}
    assert find_workspace(tmp_path / "a", variable, here) == (tmp_path / "a", "")
    assert find_workspace(None, variable, here) == (tmp_path / "b", "")
    assert find_workspace(None, {}, here) == (tmp_path / "c", "")


def test_the_only_workspace_below_is_taken_and_told(tmp_path: Path) -> None:
    create_workspace(tmp_path / "desk")
    told: list[str] = []
    assert open_workspace(say=told.append).settings.workspace == tmp_path / "desk"
    assert told == ["workspace: desk (the only one here)"]


def test_of_two_workspaces_below_none_is_guessed(tmp_path: Path) -> None:
    create_workspace(tmp_path / "a")
    create_workspace(tmp_path / "b")
    with pytest.raises(SettingsError, match="several workspaces here: a, b"):
        open_workspace()


def test_without_a_workspace_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        open_workspace()
    assert "overtone init" in caught.value.next_step
    assert open_workspace(needed=False).settings.workspace == tmp_path


@pytest.mark.parametrize("named", ["absent", "."])
def test_a_folder_that_is_no_workspace_is_refused(named: str) -> None:
    with pytest.raises(SettingsError, match="is not a workspace") as caught:
        open_workspace(named)
    assert caught.value.where == "--workspace"


def test_an_unknown_source_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    workspace = open_workspace(create_workspace(tmp_path / "desk"))
    with pytest.raises(UsageError) as caught:
        workspace.intake(DIARY / "items.jsonl", "kremlinn")
    assert "kremlin" in caught.value.next_step


def test_new_facts_mean_a_new_reading(tmp_path: Path) -> None:
    root = create_workspace(tmp_path / "desk")
    before = open_workspace(root).reader.version
    desk = (ROOT / "src/overtone/facts/sources/diary.toml").read_text().replace("Overtone diary 2022", "My diary")
    (root / "facts" / "mine.toml").write_text(desk)
    assert open_workspace(root).reader.version != before


def test_the_diary_goes_through_the_whole_left_side(tmp_path: Path) -> None:
    workspace = open_workspace(create_workspace(tmp_path / "desk"))
    items = DIARY / "items.jsonl"
    report = workspace.intake(items, "diary", workers=1)
    assert (report.documents, report.aside, report.outcome) == (213, 0, "complete")
    assert workspace.intake(items, "diary", workers=1).read == 0
    with workspace.view() as view:
        assert len(view.records(Document)) == 213
        assert {one.reader for one in view.records(Statement)} == {workspace.reader.version}


def test_wiring_imports_nothing_heavy() -> None:
    heavy = "{'pyarrow', 'ibis', 'duckdb', 'deltalake', 'scipy', 'numpy'}"
    code = f"import sys, overtone.wiring, overtone.settings; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
