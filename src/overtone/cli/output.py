"""Where words go: rows to stdout as a table or as JSON, messages to stderr."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

import click

SCHEMA_VERSION = 1
# Published text may hold what a terminal obeys.
UNSAFE = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "�"
)
PLAIN_WIDTH = 130  # of a table that goes into a file or a pipe

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout instead of a table.")


def say(message: str) -> None:
    """A message for people, on stderr."""
    click.echo(message, err=True)


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    return str(value)


def print_json(command: str, body: Mapping[str, Any]) -> None:
    """One JSON object on stdout, with the version of its shape; valid also when there is nothing to tell."""
    document = {"schema_version": SCHEMA_VERSION, "command": command, **body}
    click.echo(json.dumps(document, ensure_ascii=False, indent=1, default=_plain))


def visible(text: str) -> str:
    """Published text as a terminal may show it: signs of control and of direction as �, one for one."""
    return text.translate(UNSAFE)


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table on stdout; a column named with a leading > is aligned right, one with a leading = is never broken."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else PLAIN_WIDTH, highlight=False)
    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        justify: Literal["left", "right"] = "right" if column.startswith(">") else "left"
        table.add_column(column.lstrip(">="), justify=justify, overflow="fold", no_wrap=column.startswith("="))
    for row in rows:
        table.add_row(*(Text("" if cell is None else visible(str(cell))) for cell in row))
    console.print(table)
