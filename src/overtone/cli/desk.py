"""`overtone desk`: the pages where readers subscribe, confirm and unsubscribe."""

import click

from overtone.cli.output import say
from overtone.errors import SendError


@click.command("desk")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8787, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--no-letters", is_flag=True, help="Send no letters; `overtone readers letters` does it elsewhere.")
@click.pass_context
def command(ctx: click.Context, host: str, port: int, no_letters: bool) -> None:
    """Serve the pages where readers subscribe, confirm, change the language and unsubscribe.

    Letters to confirm go out by themselves, once newsletter.smtp, newsletter.sender and desk.address are set.
    /health answers 200 while all is well. Ends with Ctrl-C or SIGTERM after the answers that were begun.

    \b
    Example:  overtone desk --port 8787
    """
    from overtone.desk import installed

    installed()
    from overtone.desk.configure import open_desk
    from overtone.wiring import open_workspace

    settings = open_workspace(ctx.obj["workspace"], say=say).settings
    open_desk(settings)
    from overtone.desk.postman import postman_of
    from overtone.desk.service import serve

    try:
        postman = None if no_letters else postman_of(settings)
    except SendError as error:
        say(f"letters to confirm are kept and not sent: {error}")
        postman = None
    serve(settings, host, port, lambda address: say(f"the desk answers at {address} (Ctrl-C ends it)"), postman)
