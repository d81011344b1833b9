"""Every command, setting, kind of source, fact and measure is documented, and what the pages show can be typed."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import click
import pytest

from overtone import errors, records
from overtone.cli import COMMANDS
from overtone.measure import MEASURES
from overtone.registry.tables import KINDS
from overtone.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
# Records that are parts of others and are explained with them.
PARTS = {
    "Names",
    "Slot",
    "Section",
    "Chart",
    "Sentence",
    "Text",
    "TextChart",
    "TextPortrait",
    "TextRegister",
    "TextSection",
    "Harvest",
    "Identified",
}


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def rows(text: str, before: str) -> list[list[str]]:
    """The cells of the first table after a line."""
    lines = text[text.index(before) :].splitlines()
    table = [line for line in lines if line.startswith("|")]
    start = lines.index(table[0])
    whole = [line for line in lines[start:] if line.startswith("|")][
        : next((n for n, line in enumerate(lines[start:]) if not line.startswith("|")), len(lines))
    ]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in whole[2:]]


def loaded(name: str) -> click.Command:
    command: click.Command = import_module(f"overtone.cli.{name}").command
    return command


def inner(command: click.Command, words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words lead to (`readers add …`), and the words left for it."""
    while isinstance(command, click.Group) and words and words[0] in command.commands:
        command, words = command.commands[words[0]], words[1:]
    return command, words


def shown() -> list[tuple[str, str]]:
    """Page and command line of everything that pages show to be typed: in code blocks, and whole between backquotes."""
    found = []
    for path in PAGES:
        text = path.read_text("utf-8")
        blocks = "\n".join(re.findall(r"```(?:sh|text|console|bash)?\n(.*?)```", text, re.DOTALL))
        lines = re.findall(r"^(?:\$ )?(overtone [^\n]+)", blocks, re.MULTILINE)
        lines += re.findall(r"`(overtone [a-z-][^`]*)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
        found += [(path.name, re.sub(r"\s{2,}#.*| #.*", "", line).strip()) for line in lines]
    return found


def test_the_commands_of_the_page_are_the_commands_there_are() -> None:
    told = {re.match(r"`overtone ([a-z]+)", row[0]) for row in rows(page("cli.md"), "# The command line")}
    assert {match[1] for match in told if match} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_file_holds_the_command_of_its_name(name: str) -> None:
    assert loaded(name).name == name


def test_every_setting_stands_on_the_page_with_its_default() -> None:
    told = {row[0].strip("`"): row[1].strip("`–") for row in rows(page("cli.md"), "## Settings")}
    assert told == {name: default for name, (default, _) in SETTINGS.items()}


def test_every_exit_code_is_explained() -> None:
    told = {int(row[0]) for row in rows(page("cli.md"), "## Exit codes")}
    raised = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.OvertoneError)
    }
    assert told == raised | {0, 130}


def allowed(kind: str, field: str) -> list[str]:
    """The words a field of a facts table takes, as its own complaint lists them."""
    read = next(one.read for one in KINDS[kind].fields if one.name == field)
    with pytest.raises(ValueError, match="expected one of") as told:
        read("no such word")
    return re.findall(r"[a-z-]+", str(told.value).partition("expected one of ")[2].partition(", found")[0])


@pytest.mark.parametrize("field", ["kind", "shape", "sampling"])
def test_every_word_of_a_sources_card_is_documented(field: str) -> None:
    text = page("facts.md") + page("collect.md")
    words = allowed("sources", field)
    assert len(words) >= 2
    assert [word for word in words if f"`{word}`" not in text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_is_documented_with_its_keys(kind: str) -> None:
    line = next((line for line in page("facts.md").splitlines() if re.match(rf"\| `\[+{kind}[.\]]", line)), "")
    assert line, kind
    shared = {"en", "ru", "be", "reference", "forms", "inside"}
    assert [f.name for f in KINDS[kind].fields if f.name not in shared and f"`{f.name}" not in line] == []


@pytest.mark.parametrize("name", [measure.name for measure in MEASURES])
def test_every_measure_has_its_page_with_its_limits(name: str) -> None:
    text = page(f"{name}.md").lower()
    assert "not for" in text


def test_every_record_is_in_the_glossary() -> None:
    text = page("glossary.md").lower()
    names = [name for name in records.__all__ if name[0].isupper() and name not in PARTS]
    spoken = {name: re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower() for name in names}
    assert [name for name, words in spoken.items() if not re.search(rf"^{words}[,\n]", text, re.MULTILINE)] == []


def test_every_page_is_reached_from_the_index() -> None:
    reached: set[str] = {"index"}
    waiting = ["index"]
    while waiting:
        here = waiting.pop()
        for block in re.findall(r"```\{toctree\}\n(.*?)```", page(f"{here}.md"), re.DOTALL):
            names = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith(":")]
            folder = Path(here).parent
            found = [(folder / name).as_posix() for name in names]
            if ":glob:" in block:
                found = [
                    p.relative_to(DOCS).with_suffix("").as_posix()
                    for n in names
                    for p in (DOCS / folder).glob(f"{n}.md")
                ]
            waiting += [name for name in found if name not in reached]
            reached |= set(found)
    assert {
        p.relative_to(DOCS).with_suffix("").as_posix() for p in DOCS.rglob("*.md") if "_build" not in p.parts
    } == reached


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(("where", "line"), shown(), ids=lambda value: str(value)[:60])
def test_what_a_page_shows_can_be_typed(where: str, line: str) -> None:
    words = shlex.split(line.replace("…", "").split(" > ")[0].split(" >> ")[0].split(" | ")[0])[1:]
    while words and words[0] in {"-w", "--workspace"}:
        words = words[2:]
    if not words or words[0].startswith("-") or words[0] == "COMMAND":
        return
    assert words[0] in COMMANDS, f"{where}: {line}"
    command, rest = inner(loaded(words[0]), words[1:])
    known = {name for p in command.params for name in (*p.opts, *p.secondary_opts)} | {"--help", "-h"}
    assert [w for w in rest if w.startswith("-") and w.partition("=")[0] not in known] == [], f"{where}: {line}"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_in_a_commands_help_can_be_typed(name: str) -> None:
    command = loaded(name)
    line = re.search(r"Example:\s+(overtone .*)", command.help or "")
    assert line is not None
    command, words = inner(command, shlex.split(line[1].split(" >> ")[0])[2:])
    command.make_parser(click.Context(command, info_name=name)).parse_args(words)
