"""`overtone desk`: the pages where readers subscribe, confirm and unsubscribe."""

import click

from overtone.cli.output import say


@click.command("desk")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8787, show_default=True, help="Port; 0 takes a free one."
)
@click.pass_context
def command(ctx: click.Context, host: str, port: int) -> None:
    """Serve the pages where readers subscribe, confirm, change the language and unsubscribe.

    Ends with Ctrl-C or SIGTERM after the answers that were begun. /health answers 200 while all is well.

    \b
    Example:  overtone desk --port 8787
    """
    from overtone.desk import installed

    installed()
    from overtone.desk.service import serve
    from overtone.wiring import open_workspace

    settings = open_workspace(ctx.obj["workspace"], say=say).settings
    if not settings.desk_address:
        say("desk.address is not set: links in letters need it, and the site does not link here")
    serve(settings, host, port, lambda address: say(f"the desk answers at {address} (Ctrl-C ends it)"))
