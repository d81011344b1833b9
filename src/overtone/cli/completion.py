"""`overtone completion`: the script that completes commands, options and names in a shell."""

import click
from click.shell_completion import get_completion_class

from overtone.cli.output import json_option, print_json


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@json_option
@click.pass_context
def command(ctx: click.Context, shell: str, as_json: bool) -> None:
    """Print the script that completes commands and options in SHELL.

    \b
    Example:  overtone completion bash >> ~/.bashrc
    """
    completer = get_completion_class(shell)
    if completer is None:
        raise click.UsageError(f"no completion for {shell}")
    script = completer(ctx.find_root().command, {}, "overtone", "_OVERTONE_COMPLETE").source()
    if as_json:
        print_json("completion", {"shell": shell, "script": script})
    else:
        click.echo(script)
