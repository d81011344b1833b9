"""A mail server that takes everything in, on this machine only, for benches and tests: it notes each mail it accepted.

What the name before the @ begins with says how it behaves: `gone` has no mailbox, `full` puts off, `later` puts off the
first time only, `spam` refuses the content, `lost` takes the mail and breaks the line before it answers, once.
"""

import asyncio
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

_MAILBOX = re.compile(rb"<([^>]*)>")
_MESSAGE_ID = re.compile(rb"(?im)^message-id:\s*(\S+)")
_HEAD = 4096  # bytes in which the headers stand


@dataclass(slots=True)
class _Rules:
    note: int  # descriptor of the file of accepted mails
    keep: Path | None  # folder for whole mails
    seen: set[bytes] = field(default_factory=set)


class _Talk(asyncio.Protocol):
    """One connection."""

    def __init__(self, rules: _Rules) -> None:
        self.rules = rules
        self.held = bytearray()
        self.in_data = False
        self.sender = self.to = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        self.transport = cast(asyncio.Transport, transport)
        self._say(b"220 sink")

    def data_received(self, data: bytes) -> None:
        """Take commands line by line, and a mail up to its dot."""
        at = max(0, len(self.held) - 4)
        self.held += data
        while self.held and not self.transport.is_closing():
            mark = b"\r\n.\r\n" if self.in_data else b"\r\n"
            end = self.held.find(mark, at)
            at = 0
            if end < 0:
                return
            whole = bytes(self.held[:end])
            del self.held[: end + len(mark)]
            if self.in_data:
                self._mail(whole)
            else:
                self._command(whole)

    def _command(self, line: bytes) -> None:
        word, found = line[:4].upper(), _MAILBOX.search(line)
        if word == b"MAIL":
            self.sender = found[1] if found else b""
            self._say(b"553 no" if self.sender.startswith(b"barred") else b"250 ok")
        elif word == b"RCPT":
            self.to = found[1] if found else b""
            self._say(self._recipient())
        elif word == b"DATA":
            self.in_data = True
            self._say(b"354 go on")
        elif word == b"QUIT":
            self._say(b"221 bye")
            self.transport.close()
        else:
            self._say(b"250 sink")

    def _recipient(self) -> bytes:
        first = self.to not in self.rules.seen
        if self.to.startswith(b"gone"):
            return b"550 5.1.1 no such mailbox"
        if self.to.startswith(b"full"):
            return b"452 4.2.2 mailbox full"
        if self.to.startswith(b"later") and first:
            self.rules.seen.add(self.to)
            return b"451 4.7.1 come again"
        return b"250 ok"

    def _mail(self, body: bytes) -> None:
        self.in_data = False
        if self.to.startswith(b"spam"):
            self._say(b"554 5.7.1 not this")
            return
        found = _MESSAGE_ID.search(body[:_HEAD])
        name = found[1] if found else b"-"
        os.write(self.rules.note, b"%s %s %s\n" % (self.to, name, self.sender))
        if self.rules.keep is not None:
            (self.rules.keep / f"{self.to.decode('ascii')}.eml").write_bytes(body + b"\r\n")
        if self.to.startswith(b"lost") and self.to not in self.rules.seen:
            self.rules.seen.add(self.to)
            self.transport.abort()
            return
        self._say(b"250 2.0.0 taken")

    def _say(self, words: bytes) -> None:
        self.transport.write(words + b"\r\n")


async def _serve(note: Path, keep: Path | None, tell: Connection) -> None:
    rules = _Rules(note=os.open(note, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), keep=keep)
    server = await asyncio.get_running_loop().create_server(lambda: _Talk(rules), "127.0.0.1", 0)
    tell.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _process(note: Path, keep: Path | None, tell: Connection) -> None:
    asyncio.run(_serve(note, keep, tell))


@contextmanager
def sink(note: Path, keep: Path | None = None) -> Iterator[int]:
    """The port of a sink in a process of its own; `note` gets a line for each mail: recipient, Message-ID, envelope."""
    here, there = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_process, args=(note, keep, there), daemon=True)
    process.start()
    try:
        if not here.poll(30):
            raise TimeoutError("the sink does not start")
        yield here.recv()
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()
        there.close()


def noted(note: Path) -> list[tuple[str, str, str]]:
    """What a sink accepted, in order: recipient, Message-ID, sender of the envelope."""
    lines = note.read_text("ascii").splitlines() if note.exists() else []
    return [(to, name, sender) for to, name, sender in (line.split(" ") for line in lines)]
