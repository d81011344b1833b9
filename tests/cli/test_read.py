"""`overtone read`: one text, in every shape of output, and everything that can be wrong with it."""

import io
import json
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from rich.console import Console

from overtone.cli.explained import write_explained
from overtone.cli.read import text_document
from overtone.read.explaining import explain_reading
from overtone.registry import load
from tests.cli.calling import Call, call
from tests.world.workspace import HERE, SOURCES

ENGLISH = """Lukashenko speaks in Minsk

President of Belarus Alexander Lukashenko said on Monday that sanctions harm everybody. "We will answer," he told
reporters, "and we will answer together."
"""
RUSSIAN = (
    "Президент России Владимир Путин заявил, что переговоры продолжатся. По словам Лукашенко, санкции вредят всем.\n"
)
BELARUSIAN = "Прэзідэнт Беларусі Аляксандр Лукашэнка заявіў журналістам, што санкцыі шкодзяць усім.\n"
DAY = ("--date", "2022-05-16")


def read(folder: Path, text: str | bytes, *words: str, name: str = "speech.txt") -> Call:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return call("read", str(path), *words, cwd=folder)


def test_who_said_what_is_shown_as_a_table(tmp_path: Path) -> None:
    found = read(tmp_path, ENGLISH, *DAY)
    assert (found.code, found.err) == (0, "")
    assert "speech · en · 2022-05-16" in found.out
    assert "Statements (2)" in found.out
    assert "Alexander Lukashenko" in found.out
    assert "Named: " in found.out


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH, "en"), (RUSSIAN, "ru"), (BELARUSIAN, "be")])
def test_the_language_is_told_by_the_words(tmp_path: Path, text: str, lang: str) -> None:
    (document,) = read(tmp_path, text, *DAY, "--json").body["documents"]
    assert document["lang"] == lang
    assert "lukashenko" in {mention["target"] for mention in document["mentions"]}


def test_a_language_given_is_taken_as_given(tmp_path: Path) -> None:
    (document,) = read(tmp_path, "Wait.", *DAY, "--json", "--lang", "be").body["documents"]
    assert document["lang"] == "be"


def test_lines_of_json_are_those_of_the_bench_and_say_more(tmp_path: Path) -> None:
    found = read(tmp_path, ENGLISH, *DAY, "--jsonl")
    record = json.loads(found.out)
    assert record["doc"] == "speech"
    said = record["attributions"][0]
    assert [ENGLISH[start:stop] for start, stop in said["content"]] == ["that sanctions harm everybody"]
    assert {statement["actor"] for statement in record["statements"]} == {"lukashenko"}


def test_brat_files_stand_beside_their_text(tmp_path: Path) -> None:
    found = read(tmp_path, ENGLISH, *DAY, "--brat", "out")
    assert found.code == 0
    assert (tmp_path / "out" / "speech.txt").read_bytes() == ENGLISH.encode()
    annotation = (tmp_path / "out" / "speech.ann").read_text()
    assert "Source 28 69\tPresident of Belarus Alexander Lukashenko" in annotation
    assert "[events]" in (tmp_path / "out" / "annotation.conf").read_text()
    assert read(tmp_path, ENGLISH, *DAY, "--brat", "-").out == annotation


def test_each_rule_that_decided_is_shown_and_what_was_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, ENGLISH, *DAY, "--explain")
    assert "[who1 President of Belarus Alexander Lukashenko] [by1 said]" in found.out
    assert "✗ name" in found.out
    assert "full_name (actor)" in found.out
    assert "\x1b" not in found.out
    (document,) = read(tmp_path, ENGLISH, *DAY, "--explain", "--json").body["documents"]
    assert {step["layer"] for step in document["steps"]} >= {"name", "cue", "source", "content", "speaker"}


def test_in_colour_the_words_stand_as_they_are_printed() -> None:
    document = text_document(ENGLISH, "speech", lang="en", day=load().events["csto-summit-2022-05-16"].start)
    console = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor", no_color=False, width=150)
    with console.capture() as shown:
        write_explained(console, "speech", document, explain_reading(document, load()))
    assert "\x1b[1;36m" in shown.get()
    assert "[who1" not in shown.get()
    assert "¹" in shown.get()


def test_a_terminal_is_not_obeyed_by_a_text(tmp_path: Path) -> None:
    evil = 'Alexander Lukashenko said that "\x1b[2J\u202esanctions\x07" harm everybody and that all of us know it.\n'
    for shape in ((), ("--explain",)):
        found = read(tmp_path, evil, *DAY, *shape)
        assert found.code == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(found.out)


def test_an_empty_file_is_told_as_empty_and_utf_16_by_its_name(tmp_path: Path) -> None:
    empty = read(tmp_path, " \n", *DAY)
    assert empty.code == 4
    assert "there is no text in it" in empty.err
    wide = read(tmp_path, "Putin said so.".encode("utf-16"), *DAY)
    assert wide.code == 4
    assert "iconv -f utf-16" in wide.err


def test_the_setting_without_models_holds_here_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTONE_INTAKE_MODELS", "rules")
    with patch("overtone.cli.read.load", side_effect=AssertionError):
        assert read(tmp_path, ENGLISH, *DAY).code == 0


def test_text_from_a_pipe_is_read_as_it_comes() -> None:
    pipe = io.TextIOWrapper(io.BytesIO(ENGLISH.encode()))
    with patch.object(sys, "stdin", pipe):
        found = call("read", "-", *DAY, "--jsonl")
    assert json.loads(found.out)["doc"] == "stdin"


def test_rows_of_a_source_are_read_by_its_card(desk: Path) -> None:
    rows = HERE / "pages" / f"{SOURCES[0]}.jsonl"
    found = call("-w", str(desk / "my-desk"), "read", str(rows), "--source", f"world-{SOURCES[0]}", "--jsonl", cwd=desk)
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert len(lines) > 1
    assert len({line["doc"] for line in lines}) == len(lines)


MISTAKES = [
    (("missing.txt",), 4, "cannot be read"),
    ((".",), 4, "this is a folder"),
    (("old.txt",), 4, "not UTF-8 at byte 0"),
    (("polish.txt",), 4, "name it: --lang"),
    (("speech.txt", "--date", "May"), 2, "is not a day"),
    (("speech.txt", "--jsonl", "--brat", "x"), 2, "different shapes"),
    (("speech.txt", "polish.txt", "--brat", "-"), 2, "prints one text"),
    (("speech.txt", "--source", "nowhere"), 2, "no source 'nowhere'"),
    (("-", "--source", "diary"), 2, "not stdin"),
    (("speech.txt", "--brat", "speech.txt"), 2, "cannot be written"),
    (("speech.txt", "old.txt", "--jsonl"), 1, "set aside"),
]


@pytest.mark.parametrize(("words", "code", "told"), MISTAKES, ids=lambda value: str(value)[:40])
def test_a_mistake_is_told_without_a_traceback(tmp_path: Path, words: tuple[str, ...], code: int, told: str) -> None:
    (tmp_path / "speech.txt").write_text(ENGLISH)
    (tmp_path / "old.txt").write_bytes("Путин сказал".encode("cp1251"))
    (tmp_path / "polish.txt").write_text("Prezydent powiedział, że nie jest to jego wina i że się nie zgadza.\n")
    found = call("read", *words, cwd=tmp_path)
    assert (found.code, "Traceback" in found.err) == (code, False), found.err
    assert told in found.err


def test_what_cannot_be_read_in_time_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("overtone.deadline.Deadline.within", lambda *_: None)
    found = read(tmp_path, ENGLISH, *DAY)
    assert found.code == 4
    assert "speech: reading took longer than 30 s" in found.err


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Head\n\nBody.", [("headline", "Head"), ("body", "Body.")]),
        ("\n\n  Head \n \n\n Body.", [("headline", "Head"), ("body", "Body.")]),
        ("One line.\nAnother.", [("body", "One line.\nAnother.")]),
        ("", [("body", "")]),
        ("Head\n\n", [("body", "Head\n\n")]),
    ],
)
def test_a_first_line_by_itself_is_the_headline(text: str, parts: list[tuple[str, str]]) -> None:
    document = text_document(text, "x", lang="en", day=load().events["csto-summit-2022-05-16"].start)
    assert [(part.role, text[part.start : part.stop]) for part in document.parts] == parts
