"""The command line: stdout carries data, stderr speaks to people, the exit code says what to do.

Exit codes: 0 done; 1 done, with something set aside or not holding; 2 a word of the call is wrong; 3 settings, facts
or judgements are wrong; 4 the input cannot be read; 5 the ledger cannot be read or written; 6 a sentence lacks its
evidence; 7 the site cannot be written; 8 the desk's database cannot be used or it cannot listen; 9 a mail may not or
cannot be sent; 130 interrupted.
"""

import os
import sys
from importlib import import_module

import click

from overtone import __version__
from overtone.errors import OvertoneError

COMMANDS = {
    "init": "Make a workspace.",
    "read": "Show what stands in a text, and why it is read so.",
    "demo": "The bundled 2022 diary through the whole flow.",
    "intake": "Read files of a source into the ledger.",
    "aside": "List the rows that were set aside, with the reason.",
    "documents": "List texts, with who and what is named in them.",
    "statements": "List statements by speaker, topic, time, event.",
    "encounters": "List contacts of actors, counted under each rule.",
    "counts": "List the counts of contacts that texts claim.",
    "commitments": "List what was promised, agreed or refused.",
    "votes": "List votes by resolution, state, bloc.",
    "measure": "Measure a week: salience, silence.",
    "assess": "Show questions, indicators, hypotheses and forecasts.",
    "commentary": "Check and lock signed articles.",
    "edition": "Publish the report of a week.",
    "verify": "Check a downloaded data package.",
    "publish": "Bring the site up to date, with its corrections.",
    "rescore": "Give a week's verdicts as they were and as they would be now.",
    "claims": "Check the claims of the founding documents.",
    "readers": "List, add, bring in, export and forget readers of the newsletter.",
    "send": "Prepare, approve and send the newsletter; its books.",
    "desk": "Serve the pages where readers subscribe and unsubscribe.",
    "facts": "List and check the facts of the desk.",
    "phrases": "List every phrase with its forms, for a native reviewer.",
    "config": "Show settings and where each comes from.",
    "compact": "Join the ledger's small files.",
    "calibrate": "Work out how sure the measures may be.",
    "bench": "Measure accuracy and speed.",
    "completion": "Print the completion script of a shell.",
}


class Commands(click.Group):
    """The commands, each in the file of its own name, loaded when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"overtone.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any of them: help answers at once."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="overtone")
@click.option(
    "--workspace",
    "-w",
    type=click.Path(file_okay=False),
    help="Folder with overtone.toml (else OVERTONE_WORKSPACE, this folder, its parents, its only child).",
)
@click.option("--debug", is_flag=True, help="Show the Python traceback of an error.")
@click.pass_context
def overtone(ctx: click.Context, workspace: str | None, debug: bool) -> None:
    """Overtone reads what governments say, and hears what they leave unsaid.

    \b
    Start here:  overtone init my-desk
                 overtone intake releases.jsonl.gz --source kremlin
                 overtone edition --week 2022-W20 --lang en,ru,be
    """
    ctx.obj = {"workspace": workspace, "debug": debug}


def _fail(error: OvertoneError) -> int:
    click.echo(f"overtone: {error}", err=True)
    return error.exit_code


def main() -> None:
    """Run the command line and leave with its exit code."""
    debug = "--debug" in sys.argv
    try:
        code = overtone.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("overtone: interrupted; what was committed is kept. Run the same command again to go on.", err=True)
        code = 130
    except OvertoneError as error:
        if debug:
            raise
        code = _fail(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
