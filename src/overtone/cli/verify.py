"""`overtone verify`: is a downloaded data package still what was published?"""

from dataclasses import asdict
from pathlib import Path

import click

from overtone.cli.output import json_option, print_json, say


@click.command("verify")
@click.argument("path", type=click.Path())
@json_option
@click.pass_context
def command(ctx: click.Context, path: str, as_json: bool) -> None:
    """Check the data package PATH of an edition, zipped or unpacked, against its own manifest of digests.

    Exit code 1 where a file was changed, is missing or does not belong to it.

    \b
    Example:  overtone verify overtone-2022-W41.zip
    """
    from overtone.publish.verifying import verify

    found = verify(Path(path))
    if as_json:
        print_json("verify", {"holds": found.holds, **asdict(found)})
    else:
        for what in ("changed", "missing", "unknown", "misdescribed"):
            for name in getattr(found, what):
                click.echo(f"{what}\t{name}")
        say(f"{found.files} files in the manifest, whose own SHA-256 is {found.manifest}")
        say("everything is as it was published" if found.holds else "this is not what was published")
    if not found.holds:
        ctx.exit(1)
