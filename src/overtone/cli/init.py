"""`overtone init`: a workspace with settings, a folder for own facts, a ledger and a site."""

from pathlib import Path
from shlex import quote

import click

from overtone.cli.output import json_option, print_json, say


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False))
@json_option
def command(folder: str, as_json: bool) -> None:
    """Make a workspace in FOLDER: overtone.toml, facts/, ledger/, site/.

    \b
    Example:  overtone init my-desk
    """
    from overtone.wiring import create_workspace

    root = create_workspace(Path(folder))
    if as_json:
        print_json("init", {"workspace": str(root)})
        return
    click.echo(str(root))
    say(f"A workspace stands in {root}. Next: overtone -w {quote(folder)} intake FILE --source SOURCE")
