"""`overtone intake`: files in, ledger rows out; again and again without doubling anything."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from overtone.cli.output import json_option, print_json, print_table, say
from overtone.intake import Report

FIGURES = ("documents", "fresh", "known", "statements", "encounters", "votes", "aside")


@click.command("intake")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--source", required=True, help="Id of the source's card, as in `overtone facts sources`.")
@click.option("--workers", type=click.IntRange(1, 64), help="Reading processes (settings: intake.workers).")
@click.option("--engine", default="duckdb", show_default=True, help="spark or spark:MASTER: read there, not here.")
@click.option("--no-progress", is_flag=True, help="No progress bar; it is also off where stderr is no terminal.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    source: str,
    workers: int | None,
    engine: str,
    no_progress: bool,
    as_json: bool,
) -> None:
    """Collect, read and commit FILES of one source. Doing it twice adds nothing; an interrupted run goes on.

    A bad row is set aside with its reason (`overtone aside` lists them) and the rest goes on: exit code 1. Ctrl-C
    keeps what was committed: exit code 130.

    \b
    Example:  overtone intake releases.jsonl.gz --source kremlin
    """
    from overtone.wiring import open_workspace

    workspace = open_workspace(ctx.obj["workspace"], say=say)
    reports: list[Report] = []
    for file in files:
        with progress(Path(file).name, hidden=no_progress or as_json) as tick:
            reports.append(workspace.intake(Path(file), source, workers=workers, engine=engine, progress=tick))
        if reports[-1].outcome == "interrupted":
            break
    bodies = [body(report) for report in reports]
    if as_json:
        print_json("intake", {"files": bodies})
    else:
        print_bodies(bodies)
    ctx.exit(max(report.exit_code for report in reports))


def body(report: Report) -> dict[str, Any]:
    """The report of one file as JSON tells it."""
    told = {name: getattr(report, name) for name in ("origin", "source", "outcome", *FIGURES)}
    return told | {"messages": list(report.messages), "reasons": dict(report.reasons)}


def print_bodies(bodies: list[dict[str, Any]]) -> None:
    """The reports of all files as one table, with what has to be known about them on stderr."""
    columns = ("file", ">documents", ">new", ">known", ">statements", ">encounters", ">votes", ">set aside", "outcome")
    print_table("Intake", columns, [[b["origin"], *(b[f] for f in FIGURES), b["outcome"]] for b in bodies])
    for one in bodies:
        for message in one["messages"]:
            say(f"· {message}")
        for reason, number in one["reasons"].items():
            say(f"· set aside, {number} ×: {reason}")
    if any(one["aside"] for one in bodies):
        say("  → `overtone aside` shows the rows; correct them and take the file in again")


@contextmanager
def progress(name: str, hidden: bool) -> Iterator[Callable[[int], None]]:
    """A bar on stderr that counts documents; silent where stderr is no terminal."""
    if hidden or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # It draws itself when it is told: a thread of its own would keep workers from being copied.
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
        task = bar.add_task(name, total=None)
        yield lambda number: bar.update(task, completed=number, refresh=True)
