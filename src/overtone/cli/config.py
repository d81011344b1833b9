"""`overtone config`: every setting, its value and where the value comes from."""

import click

from overtone.cli.output import json_option, print_json, print_table, say


@click.command("config")
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Show every setting with its value and origin: flag, environment, overtone.toml or default.

    \b
    Example:  overtone config
    """
    from overtone.wiring import open_workspace

    settings = open_workspace(ctx.obj["workspace"], say=say, needed=False).settings
    rows = [(name, value, settings.origin(name)) for name, value in settings.items()]
    if as_json:
        told = [{"setting": n, "value": str(v), "origin": o} for n, v, o in rows]
        print_json("config", {"settings": told})
    else:
        print_table("Settings", ("setting", "value", "from"), rows)
