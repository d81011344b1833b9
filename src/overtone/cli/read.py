"""`overtone read`: what stands in a text: who said what, who met whom, what was promised, and why it is read so."""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from overtone.cli.explained import print_explained
from overtone.cli.output import json_option, print_json, say
from overtone.cli.reading import print_reading
from overtone.cli.words import parse_day, today
from overtone.deadline import Deadline, overtime
from overtone.errors import InputError, UsageError
from overtone.language.identification import language_of
from overtone.read import read
from overtone.read.explaining import Step, attributions_of, explain_reading
from overtone.read.models import FAST, RULES_ONLY, Models, load
from overtone.read.speech import attribute
from overtone.read.standoff import BRAT_CONFIGURATION, json_line, told
from overtone.read.standoff import brat as to_brat
from overtone.records import Attribution, Document, Harvest, Part
from overtone.settings import LANGUAGES

STDIN = "-"
LOOK_AT = 20_000  # characters that tell a language
SHAPES = "--explain, --brat, --jsonl and --json"


@dataclass(slots=True, kw_only=True)
class Call:
    """What a call asks for, and what came of it so far."""

    workspace: Any
    source: str | None
    lang: str | None
    day: date
    models: Models
    read: int = 0  # documents
    aside: int = 0  # documents and files that were told and passed over
    names: set[str] = field(default_factory=set)

    def harvest(self, document: Document) -> Harvest:
        """Everything that stands in a document."""
        found: Harvest = read(document, self.workspace.registry, self.models)
        return found

    def attribute(self, text: str, lang: str) -> tuple[Attribution, ...]:
        """What finds attributions: the rules, with the trained reader where there is one."""
        return attribute(text, lang, self.models.tagger)

    @property
    def exit_code(self) -> int:
        """0 all read, 1 something passed over, 4 nothing could be read."""
        return 0 if not self.aside else 1 if self.read else InputError.exit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document that was read."""

    name: str  # the file's name without its ending, or the key the source gives; each once in a call
    document: Document
    harvest: Harvest


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the texts; else it is told by their words.")
@click.option("--date", "day", help="Day on which they were published, as 2022-05-16; else today.")
@click.option("--source", help="Id of a source's card: FILES are of its shape (JSON Lines, tables).")
@click.option(
    "--fast", is_flag=True, help="By rules alone, without any model; always so where OVERTONE_INTAKE_MODELS is rules."
)
@click.option("--explain", is_flag=True, help="Show each rule or model that decided, span by span.")
@click.option("--brat", metavar="DIR", help="Write brat stand-off files into a folder; - prints the .ann of one text.")
@click.option("--jsonl", is_flag=True, help="Print one JSON object a document, as benches of attribution take it.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    lang: str | None,
    day: str | None,
    source: str | None,
    fast: bool,
    explain: bool,
    brat: str | None,
    jsonl: bool,
    as_json: bool,
) -> None:
    """Read FILES (plain text in UTF-8; - is stdin) and show who said what, who met whom, what was promised.

    Nothing is stored. Names and offices are those of the desk, and of the workspace where there is one. A text that
    cannot be read is told and the others are read: exit code 1; 4 where none could be read.

    \b
    Example:  overtone read speech.txt --lang en --date 2022-05-16 --explain
    """
    from overtone.wiring import open_workspace

    if (explain and not as_json) + jsonl + as_json + (brat is not None) > 1:
        raise UsageError(f"{SHAPES} are different shapes of output", next_step="choose one; --explain goes with --json")
    if brat == STDIN and (len(files) > 1 or source):
        raise UsageError("--brat - prints one text", next_step="name a folder: --brat annotations")
    if not day and not source:
        say(f"· no --date: offices and dates are read as of today, {today().isoformat()}")
    published = parse_day(day, "--date") if day else today()
    workspace = open_workspace(ctx.obj["workspace"], say=say, needed=False)
    fast = fast or workspace.settings.models == RULES_ONLY
    models = FAST if fast else load()
    for reason in models.missing if not fast else ():
        say(f"· {reason}")
    call = Call(workspace=workspace, source=source, lang=lang, day=published, models=models)
    readings = _readings(files, call)
    if as_json:
        print_json("read", {"documents": [_body(one, call, explain) for one in readings]})
    else:
        for one in readings:
            _show(one, call, explain=explain, brat=brat, jsonl=jsonl)
    ctx.exit(call.exit_code)


def _show(one: Reading, call: Call, *, explain: bool, brat: str | None, jsonl: bool) -> None:
    if explain:
        print_explained(one.name, one.document, _steps(one, call))
    elif jsonl:
        click.echo(_json_line(one, call), nl=False)
    elif brat is not None:
        _write_brat(one, call, brat)
    else:
        print_reading(one.name, one.document, one.harvest, call.workspace.registry)


def _body(one: Reading, call: Call, explain: bool) -> dict[str, object]:
    body: dict[str, object] = json.loads(_json_line(one, call))
    return body | ({"steps": told(_steps(one, call))} if explain else {})


def _json_line(one: Reading, call: Call) -> str:
    return json_line(one.name, one.document, _attributions(one, call), one.harvest)


def _attributions(one: Reading, call: Call) -> tuple[Attribution, ...]:
    return attributions_of(one.document, call.workspace.registry, call.attribute)


def _steps(one: Reading, call: Call) -> tuple[Step, ...]:
    return explain_reading(one.document, call.workspace.registry, call.attribute)


def _readings(files: tuple[str, ...], call: Call) -> Iterator[Reading]:
    """Each document of each file, read; what cannot be is told on stderr and counted."""
    deadline = Deadline(float(call.workspace.settings.deadline))
    for file in files:
        try:
            for name, document in _documents(file, call):
                harvest = deadline.within(
                    lambda d: read(d, call.workspace.registry, call.models), document, document.lang
                )
                if harvest is None:
                    _passed_over(call, f"{name}: {overtime(deadline.seconds)}; a longer one: OVERTONE_INTAKE_DEADLINE")
                    continue
                call.read += 1
                yield Reading(name=name, document=document, harvest=harvest)
        except InputError as error:
            _passed_over(call, str(error))


def _passed_over(call: Call, message: str) -> None:
    call.aside += 1
    say(f"· set aside: {message}")


def _documents(file: str, call: Call) -> Iterator[tuple[str, Document]]:
    if call.source is None:
        text = _text(file)
        name = "stdin" if file == STDIN else Path(file).stem
        lang = call.lang or _language(text, file)
        yield _once(name, call), text_document(text, name, lang=lang, day=call.day)
        return
    if file == STDIN:
        raise UsageError("--source takes files, not stdin", next_step="write the rows into a file and name it")
    from overtone.collect import open_rows, to_document

    card = call.workspace.source(call.source)
    for row in open_rows(Path(file), card):
        found = to_document(row, card, today() + timedelta(days=1))
        if isinstance(found, Document):
            yield _once(found.key, call), found
        else:
            _passed_over(call, f"{found.origin}:{found.line}: {found.field and found.field + ': '}{found.reason}")


def _text(file: str) -> str:
    """The text of a file as it stands, line ends too; InputError where there is none or it is not UTF-8."""
    where = "stdin" if file == STDIN else file
    try:
        raw = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except IsADirectoryError:
        raise InputError("this is a folder", where=where, next_step="name the files in it") from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=where, next_step="check the path") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")  # the mark with which such files begin
        old = "utf-16 -t utf-8" if wide else "windows-1251 -t utf-8 for old Cyrillic pages"
        step = f"save it as UTF-8 (iconv -f {old})"
        raise InputError(f"not UTF-8 at byte {error.start}", where=where, next_step=step) from None


def text_document(text: str, name: str, *, lang: str, day: date) -> Document:
    """A plain text as a document: a short first line with a blank line after it, and no full stop, is its headline."""
    head = re.match(r"\s*(\S[^\n]{0,180}?(?<![.…:]))[^\S\n]*\n[^\S\n]*\n\s*(?=\S)", text[:2000])
    body = Part(role="body", start=head.end() if head else 0, stop=len(text))
    parts = (Part(role="headline", start=head.start(1), stop=head.end(1)), body) if head else (body,)
    return Document(
        source="",
        key=name,
        url="",
        lang=lang,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=tuple(parts),
        published_on=day,
        origin=name,
    )


def _language(text: str, where: str) -> str:
    """The language of a text by its words; InputError where it is none of the house's."""
    if not text.strip():
        raise InputError("there is no text in it", where=where, next_step="check the file; nothing was read")
    told = language_of(text[:LOOK_AT])
    if told is None:
        choice = ", ".join(LANGUAGES)
        raise InputError(
            f"its language cannot be told, or is none of {choice}", where=where, next_step="name it: --lang"
        )
    return told


def _once(name: str, call: Call) -> str:
    """A name for files, each once in a call."""
    plain = re.sub(r"[^\w.-]+", "_", name).strip("._")[:120] or "text"
    number, found = 1, plain
    while found in call.names:
        number += 1
        found = f"{plain}-{number}"
    call.names.add(found)
    return found


def _write_brat(one: Reading, call: Call, folder: str) -> None:
    annotation = to_brat(one.document, _attributions(one, call))
    if folder == STDIN:
        click.echo(annotation, nl=False)
        return
    files = {f"{one.name}.txt": one.document.text, f"{one.name}.ann": annotation}
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        if not (Path(folder) / "annotation.conf").exists():
            files["annotation.conf"] = BRAT_CONFIGURATION
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(
            f"--brat {folder} cannot be written ({error.strerror})", next_step="name a folder you may write in"
        ) from None
    say(f"· {one.name}.txt and {one.name}.ann in {folder}")
