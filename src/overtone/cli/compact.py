"""`overtone compact`: many small files of the ledger become few; no row changes."""

import click

from overtone.cli.output import json_option, print_json, say


@click.command("compact")
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Join small files of the ledger into large ones. Rows, ids and digests stay as they are.

    \b
    Example:  overtone compact
    """
    from overtone.wiring import open_workspace

    joined = open_workspace(ctx.obj["workspace"], say=say).ledger.compact()
    if as_json:
        print_json("compact", {"joined": joined})
    else:
        say(f"Joined {sum(joined.values())} files.")
