"""One sender at a time, and none on a database that was restored from a copy.

Each write of the outbox raises a number in the database, and then the same number in a file of the workspace. A copy
of the database that is put back has a lower number than the file: what it believes unsent may have been sent since.
Not a guard against a copy of the whole workspace, file and all: there the deadline of the send is what holds.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from overtone.desk.models import Pulse as Number
from overtone.errors import SendError

LOCK, FILE = "outbox.lock", "outbox.pulse"
_ADVISORY = 0x6F757462  # "outb", for PostgreSQL


@contextmanager
def alone(workspace: Path) -> Iterator[None]:
    """Hold the right to send; SendError where another process has it. It falls with the process, however that ends."""
    with (workspace / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _busy() from None
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:  # another machine may send from the same server
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_ADVISORY])
            if not cursor.fetchone()[0]:
                raise _busy()
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_ADVISORY])


def _busy() -> SendError:
    return SendError("another process is sending", next_step="wait for it; `overtone send status` shows how far it is")


class Pulse:
    """The number of this database and the file that remembers it; open it when you are `alone`."""

    def __init__(self, workspace: Path) -> None:
        self._path = workspace / FILE
        self._number = Number.objects.get_or_create(name="outbox")[0].number

    def restored(self) -> bool:
        """Whether the database is older than what was last sent from this workspace."""
        try:
            told = self._path.read_text("ascii").strip()
        except FileNotFoundError:
            return False
        return bool(told) and int(told) > self._number

    def accept(self) -> None:
        """A person has decided what becomes of the unsent mails: go on from the higher number."""
        self._number = int(self._path.read_text("ascii").strip())
        self.beat()
        self.keep()

    def beat(self) -> None:
        """Raise the number in the database; call it inside the transaction of the write."""
        self._number += 1
        with connection.cursor() as cursor:
            cursor.execute("UPDATE desk_pulse SET number = %s WHERE name = 'outbox'", [self._number])

    def keep(self) -> None:
        """Write the number into the file, when the transaction is through; always of the same length, so never half."""
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.pwrite(descriptor, f"{self._number:020d}\n".encode("ascii"), 0)
        finally:
            os.close(descriptor)
