"""One writer: a lock that the system lets go of by itself when the process ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from overtone.errors import LedgerError
from overtone.ledger.trouble import plainly


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Hold the ledger for writing; LedgerError at once if another process holds it.

    Not for network file systems without `flock`.
    """
    path = folder / "writer.lock"
    with plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LedgerError(
                "another intake is writing to this ledger",
                where=str(folder),
                next_step="wait until it has finished, then run the same command again",
            ) from error
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)  # closing is not enough where workers are copies of this process
        os.close(handle)
