"""How sends and their books are told: a table, JSON, a line of progress."""

import sys
import time
from collections.abc import Sequence
from typing import Any

import click

from overtone.cli.output import print_table

Send = Any  # overtone.desk.models.Send
Books = Any  # overtone.desk.books.Books
COUNTS = ("candidates", "accepted", "excluded", "failed", "unknown", "queued", "sending", "bounced")
HEADS = ("readers", "accepted", "excluded", "failed", "unknown", "queued", "on way", "bounced")
EVERY = 10.0  # seconds between two lines of progress where nobody watches a screen


def show(sends: Sequence[Send], *, why: bool = False, books: bool = True) -> None:
    """The books as a table on stdout; with `why` the reasons below it."""
    told = [body(send, books=books) for send in sends]
    rows = [
        (
            one["name"],
            one["state"],
            *(one["books"].get(name, "") for name in COUNTS),
            {True: "yes", False: "no"}.get(one["books"].get("balanced"), ""),
        )
        for one in told
    ]
    print_table("Sends", ("=send", "=state", *(f">={name}" for name in HEADS), "balanced"), rows)
    who = [
        (one["name"], one["prepared_by"], one["approved_by"], _minute(one["deadline"]), one["on_crash"]) for one in told
    ]
    print_table(
        "Who let them go, and until when", ("=send", "prepared by", "approved by", "=deadline, UTC", "on a crash"), who
    )
    reasons = [(one["name"], *reason.values()) for one in told for reason in one["books"].get("why", ())]
    if why and reasons:
        print_table("Not accepted, and why", ("=send", "state", "reason", ">mails"), reasons)


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")


def body(send: Send, *, books: bool = True) -> dict[str, Any]:
    """A send with its books, as JSON tells it."""
    from overtone.desk.books import books_of

    if books:
        send.refresh_from_db()
    told = {
        "name": send.name,
        "kind": send.kind,
        "language": send.language,
        "state": str(send.state),
        "subject": send.subject,
        "on_crash": str(send.on_crash),
        "prepared_by": send.prepared_by,
        "prepared_at": send.prepared_at.isoformat(),
        "approved_by": send.approved_by,
        "deadline": send.deadline.isoformat(),
        "books": {"candidates": send.candidates},
    }
    if books:
        found = books_of(send)
        why = [{"state": state, "reason": reason, "mails": n} for state, reason, n in found.why]
        told["books"] = {**{name: getattr(found, name) for name in COUNTS}, "balanced": found.balanced, "why": why}
    return told


def worst(sends: Sequence[Send]) -> int:
    """The exit code of a run: 1 where a mail failed, is unknown, or still waits."""
    from overtone.desk.books import books_of

    found = [books_of(send) for send in sends]
    return int(any(one.failed or one.unknown or not one.balanced for one in found))


class Progress:
    """Tells how far a send is: a line that is overwritten on a screen, one now and then elsewhere."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.last = float("-inf")

    def __call__(self, books: Books) -> None:
        """Called by the sender with the books as they are now."""
        screen, now = sys.stderr.isatty(), time.monotonic()
        ended = books.balanced
        if not screen and not ended and now - self.last < EVERY:
            return
        self.last = now
        rest = f", {books.failed} failed" if books.failed else ""
        told = f"{self.name}: {books.settled} of {books.candidates} settled, {books.accepted} accepted{rest}"
        click.echo(f"\r{told}" if screen else told, err=True, nl=not screen or ended)
