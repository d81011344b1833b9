"""What can go wrong with a ledger on disk, said in words a person can act on."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
from deltalake.exceptions import DeltaError

from overtone.errors import LedgerError

# Words of the system or of a library → what is wrong, what to do. The first that occurs decides.
SIGNS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("No space left", "os error 28", "StorageFull", "Disk quota"),
        "the disk is full; what was committed before is safe, the rest was not written",
        "free some space and run the same command again: it goes on where it stopped",
    ),
    (
        ("File too large", "os error 27"),
        "a file grew over the limit of the file system; what was committed before is safe, the rest was not written",
        "raise the limit (ulimit -f) or move the ledger, then run the same command again",
    ),
    (
        ("Permission denied", "os error 13", "Read-only file system", "os error 30", "PermissionDenied"),
        "no permission to write or read here",
        "give yourself the right to write in the folder, or set `ledger` in overtone.toml to one you own",
    ),
)
BROKEN = "the table cannot be read"
MEND = "restore the folder from a backup, or move it away and take in the source files again"


def trouble(error: BaseException, path: Path) -> LedgerError:
    """The LedgerError that says what `error` means for the ledger at `path`."""
    words = str(error)
    for signs, what, next_step in SIGNS:
        if any(sign in words for sign in signs):
            return LedgerError(what, where=str(path), next_step=next_step)
    first = words.strip().splitlines()[0] if words.strip() else type(error).__name__
    return LedgerError(f"{BROKEN} ({first})", where=str(path), next_step=MEND)


@contextmanager
def hushed() -> Iterator[None]:
    """Keep what a library writes to the standard error of the process while it stores, and let it out if all goes well.

    On a full disk the storage library prints the panic of one of its threads there beside the error it raises; the
    error says all that a person needs.
    """
    with tempfile.TemporaryFile() as kept:
        before = os.dup(2)
        os.dup2(kept.fileno(), 2)
        failed = True
        try:
            yield
            failed = False
        finally:
            os.dup2(before, 2)
            os.close(before)
            if not failed:
                kept.seek(0)
                os.write(2, kept.read())


@contextmanager
def plainly(path: Path, *others: type[Exception]) -> Iterator[None]:
    """Turn what the storage libraries, and others named, raise into a LedgerError with path and next step."""
    try:
        yield
    except (DeltaError, OSError, pa.ArrowException, *others) as error:
        raise trouble(error, path) from error
