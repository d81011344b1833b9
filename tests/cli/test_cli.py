"""The whole command line: help for every command, JSON and nothing else on stdout, codes that say what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from overtone.cli import COMMANDS, overtone
from tests.cli.calling import call
from tests.world.workspace import HERE
from tests.world.workspace import overtone as in_process_of_its_own

SERVES = frozenset({"desk"})  # what serves pages until it is stopped shows no data
HEAVY = ("pyarrow", "ibis", "duckdb", "deltalake", "scipy", "numpy", "rich")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself(name: str) -> None:
    found = call(name, "--help")
    assert (found.code, found.err) == (0, "")
    assert f"Example:  overtone {name}" in found.out
    command = overtone.get_command(click.Context(overtone), name)
    inner = command.commands if isinstance(command, click.Group) else {}
    for one in inner:
        told = call(name, one, "--help").out
        assert f"Example:  overtone {name} {one}" in told, one
        assert "--json" in told, one
    assert inner or "--json" in found.out or name in SERVES


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    command = overtone.get_command(click.Context(overtone), name)
    assert command is not None
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


def test_help_lists_every_command_and_loads_nothing_heavy() -> None:
    told = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr))\n"
        "sys.argv = ['overtone', '--help']\n"
        "from overtone.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, env=environment())
    assert done.stderr.strip() == "[]"
    assert [name for name in COMMANDS if name not in done.stdout] == []


def test_the_version_is_told() -> None:
    assert call("--version").out.startswith("overtone")


JSON = [
    ("aside",),
    ("documents",),
    ("votes",),
    ("statements", "--limit", "3"),
    ("statements", "--actor", "lukashenko", "--topic", "nato", "--from", "2022-05-01", "--to", "2022-05-31"),
    ("statements", "--actor", "rahmon", "--week", "2021-W20"),
    ("encounters", "putin", "lukashenko", "--year", "2022"),
    ("encounters", "biden", "rahmon"),
    ("encounters", "putin", "lukashenko", "--status", "denied"),
    ("counts",),
    ("counts", "putin", "lukashenko", "--year", "2022"),
    ("commitments",),
    ("commitments", "--who", "Беларусь", "--status", "promised", "--due-by", "2022-12-31"),
    ("measure", "salience", "--week", "2022-W20"),
    ("measure", "silence", "--week", "2022-W20", "--event", "csto-summit-2022-05-16"),
    ("measure", "silence", "--week", "1999-W20"),
    ("claims", "--number", "35"),
    ("claims",),
    ("facts",),
    ("facts", "actors", "--search", "лука"),
    ("facts", "claims"),
    ("facts", "topics", "--search", "no such thing"),
    ("config",),
    ("compact",),
    ("completion", "bash"),
]


@pytest.mark.parametrize("words", JSON, ids=" ".join)
def test_json_is_one_object_with_its_version_and_nothing_else(words: tuple[str, ...], desk: Path) -> None:
    found = call(*words, "--json", cwd=desk)
    assert found.code in (0, 1), found.err
    assert (found.body["schema_version"], found.body["command"]) == (1, words[0])


@pytest.mark.parametrize("words", JSON, ids=" ".join)
def test_tables_are_for_people_and_come_with_the_same_code(words: tuple[str, ...], desk: Path) -> None:
    found = call(*words, cwd=desk)
    assert found.code == call(*words, "--json", cwd=desk).code
    assert "Traceback" not in found.err
    assert "schema_version" not in found.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("nonsense",), 2, "No such command"),
        (("statements", "--actor", "lukashenkoo"), 2, "did you mean"),
        (("statements", "--actor", "Лукашенкко"), 2, "lukashenko"),
        (("statements", "--topic", "weather"), 2, "overtone facts topics"),
        (("statements", "--from", "yesterday"), 2, "2022-05-16"),
        (("statements", "--limit", "-1"), 2, "--limit"),
        (("statements", "--as-of", "soon"), 2, "--as-of"),
        (("encounters", "nobody-at-all"), 2, "overtone facts actors"),
        (("counts", "putinn"), 2, "did you mean"),
        (("commitments", "--who", "lukashenkoo"), 2, "did you mean"),
        (("commitments", "--due-by", "soon"), 2, "2022-05-16"),
        (("commitments", "--from", "2022-06-01", "--to", "2022-05-01"), 2, "swap"),
        (("measure", "silence", "--week", "2022-W60"), 2, "ISO week"),
        (("measure", "silence", "--week", "2190-W20"), 2, "has not come yet"),
        (("measure", "warmth", "--week", "2022-W20"), 2, "salience"),
        (("edition", "--week", "2190-W20"), 2, "has not come yet"),
        (("edition", "--week", "week 20"), 2, "2022-W20"),
        (("edition", "--week", "2022-W20", "--lang", "en,fr"), 2, "'fr'"),
        (("edition", "--week", "2022-W20", "--lang", ","), 2, "en,ru,be"),
        (("intake", "nowhere.jsonl", "--source", "world-minsk"), 4, "nowhere.jsonl"),
        (("intake", "nowhere.jsonl", "--source", "kremln"), 2, "kremlin"),
        (("facts", "persons"), 2, "actors"),
        (("-w", "elsewhere", "statements"), 3, "overtone init"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)  # fmt: skip
def test_an_error_says_what_where_and_what_next_with_its_code(
    words: tuple[str, ...], code: int, told: str, desk: Path
) -> None:
    found = call(*words, cwd=desk)
    assert (found.code, found.out) == (code, ""), found.err
    assert told in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    "words", [("statements",), ("edition", "--week", "2022-W20"), ("claims",), ("aside",), ("compact",)]
)
def test_without_a_workspace_the_way_to_one_is_told(words: tuple[str, ...], tmp_path: Path) -> None:
    found = call(*words, "--json", cwd=tmp_path)
    assert (found.code, found.out) == (3, "")
    assert "overtone init" in found.err


def test_two_workspaces_are_not_guessed_between(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert call("init", name, cwd=tmp_path).code == 0
    found = call("statements", cwd=tmp_path)
    assert found.code == 3
    assert "--workspace" in found.err


def test_a_workspace_is_made_once(tmp_path: Path) -> None:
    made = call("init", "my-desk", "--json", cwd=tmp_path)
    assert made.body["workspace"] == "my-desk"
    assert {p.name for p in (tmp_path / "my-desk").iterdir()} == {
        "overtone.toml",
        "facts",
        "judgements",
        "ledger",
        "site",
    }
    assert call("init", "my-desk", cwd=tmp_path).code == 3


def test_a_typo_in_the_facts_is_told_with_file_line_and_field(tmp_path: Path) -> None:
    call("init", "my-desk", cwd=tmp_path)
    own = tmp_path / "my-desk" / "facts" / "own.toml"
    own.write_text('# mine\n[states.xx]\nen = "Nowhere"\niso3 = "XXX"\nreferense = "https://example.org/x"\n', "utf-8")
    found = call("facts", "--json", cwd=tmp_path)
    assert (found.code, found.out) == (3, "")
    assert "own.toml:5" in found.err
    assert "did you mean 'reference'" in found.err


def test_a_typo_in_the_settings_is_told_with_file_line_and_name(tmp_path: Path) -> None:
    call("init", "my-desk", cwd=tmp_path)
    (tmp_path / "my-desk" / "overtone.toml").write_text("[intake]\nworker = 3\n", "utf-8")
    found = call("config", cwd=tmp_path / "my-desk")
    assert found.code == 3
    assert "overtone.toml:2" in found.err
    assert "intake.workers" in found.err


def test_the_only_workspace_here_is_used_and_said_on_stderr(desk: Path) -> None:
    found = call("statements", "--limit", "1", "--json", cwd=desk)
    assert "my-desk" in found.err
    assert found.body["total"] > 10
    assert call("-w", "my-desk", "statements", "--json", cwd=desk).err == ""


def test_settings_tell_where_they_come_from(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTONE_EDITION_LANGUAGES", "be")
    told = {s["setting"]: (s["value"], s["origin"]) for s in call("config", "--json", cwd=desk).body["settings"]}
    assert told["edition.languages"][1] == "OVERTONE_EDITION_LANGUAGES"
    assert told["intake.batch"] == ("2500", "default")


def test_taking_a_file_in_twice_adds_nothing(tmp_path: Path) -> None:
    settle = ("init", "my-desk")
    call(*settle, cwd=tmp_path)
    (tmp_path / "my-desk" / "facts" / "own.toml").write_text(
        (HERE / "facts" / "sources.toml").read_text("utf-8"), "utf-8"
    )
    words = ("intake", str(HERE / "pages" / "minsk.jsonl"), "--source", "world-minsk", "--workers", "1", "--json")
    first, second = call(*words, cwd=tmp_path), call(*words, cwd=tmp_path)
    assert (first.code, second.code) == (0, 0)
    (one,), (two,) = first.body["files"], second.body["files"]
    assert (one["documents"], one["fresh"], one["known"]) == (5, 5, 0)
    assert (two["documents"], two["fresh"], two["known"], two["statements"], two["encounters"]) == (5, 0, 5, 0, 0)


def test_a_bad_row_is_set_aside_and_listed(tmp_path: Path) -> None:
    call("init", "my-desk", cwd=tmp_path)
    (tmp_path / "my-desk" / "facts" / "own.toml").write_text(
        (HERE / "facts" / "sources.toml").read_text("utf-8"), "utf-8"
    )
    good = (HERE / "pages" / "minsk.jsonl").read_text("utf-8").splitlines()[0]
    undated = json.dumps(json.loads(good) | {"date": None})
    (tmp_path / "in.jsonl").write_text(f"{good}\n{{broken\n{undated}\n", "utf-8")
    found = call("intake", "in.jsonl", "--source", "world-minsk", "--workers", "1", "--json", cwd=tmp_path)
    assert found.code == 1
    (one,) = found.body["files"]
    assert (one["documents"], one["aside"], sum(one["reasons"].values())) == (1, 2, 2)
    rows = call("aside", "--json", cwd=tmp_path).body["rows"]
    assert [row["line"] for row in rows] == [2, 3]
    assert all(row["reason"] and row["raw"] for row in rows)


def test_a_reader_that_leaves_early_is_no_error(desk: Path) -> None:
    command = [sys.executable, "-m", "overtone", "-w", "my-desk", "facts", "actors", "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=desk, env=environment(), stdout=pipe, stderr=pipe) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert (running.wait(timeout=60), running.stderr.read()) == (0, b"")


def environment() -> dict[str, str]:
    """This environment, with the package under test found first."""
    return os.environ | {"PYTHONPATH": str(Path(sys.modules["overtone"].__file__ or "").resolve().parents[1])}


INTERRUPTED = """
import os, signal, sys
from overtone import cli

signal.signal(signal.SIGINT, signal.default_int_handler)

class Pressed(cli.Commands):
    def get_command(self, ctx, name):
        os.kill(os.getpid(), signal.SIGINT)
        return super().get_command(ctx, name)

cli.overtone.__class__ = Pressed
sys.argv = ["overtone", "statements"]
cli.main()
"""


def test_ctrl_c_ends_with_130_and_says_what_is_kept(desk: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(command, cwd=desk, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (130, "")
    assert "interrupted" in done.stderr


def test_a_debug_flag_shows_the_traceback(desk: Path) -> None:
    done = in_process_of_its_own("--debug", "statements", "--actor", "nobody-at-all", cwd=desk)
    assert done.returncode != 0
    assert "Traceback" in done.stderr
