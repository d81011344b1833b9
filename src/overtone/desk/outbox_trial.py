"""A mail to one address as a test: the published bytes, a subject that says so, and no reader's link."""

from dataclasses import replace

from overtone.desk.outbox_message import Letterhead, Press, mailable
from overtone.desk.smtp import Line, Outcome, Server
from overtone.errors import SendError, UsageError

TOKEN = "test" * 5  # of no reader
KEY = "this-is-a-test-and-no-reader"


def trial(head: Letterhead, address: str, server: Server | None) -> str:
    """Send it, or without a server only print it; the server's words.

    UsageError for what is no address, SendError where the server does not take it.
    """
    if not mailable(address):
        raise UsageError(f"{address!r} is no address of mail", next_step="as editor@example.org")
    press = Press(replace(head, name=f"test.{head.name}", subject=f"[test] {head.subject}"))
    mail = press.mail(address, KEY, TOKEN)
    if server is None:
        return f"{len(mail):,} bytes in all, not sent"
    line = Line(server)
    answer = line.deliver(press.envelope(TOKEN), address, mail)
    line.leave()
    if answer.outcome is not Outcome.ACCEPTED:
        raise SendError(
            f"the mail server did not take it: {answer.words or answer.outcome}",
            where=f"{server.host}:{server.port}",
            next_step="check newsletter.smtp, its password, and the address",
        )
    return answer.words
