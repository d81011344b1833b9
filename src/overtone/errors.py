"""What can go wrong and what the person at the keyboard can do about it.

One base, one class per decision a caller can take. Every message says what was wrong, where, and what to do next;
the exit code is the one documented in `docs/cli.md`.
"""


class OvertoneError(Exception):
    """The base of every expected failure: a message for people, and the exit code the command line ends with."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        super().__init__(what)

    def __str__(self) -> str:
        """Where, what, and on a line of its own what to do next."""
        place = f"{self.where}: " if self.where else ""
        step = f"\n  → {self.next_step}" if self.next_step else ""
        return f"{place}{self.what}{step}"


class UsageError(OvertoneError):
    """The command was asked for something that does not exist: correct the words of the call."""

    exit_code = 2


class SettingsError(OvertoneError):
    """No workspace, or an `overtone.toml` that cannot be used: correct the settings."""

    exit_code = 3


class FactsError(OvertoneError):
    """A facts file is wrong: correct the named line and field."""

    exit_code = 3


class JudgementError(OvertoneError):
    """A judgement is wrong, or rests on what is not in the ledger: correct the named line."""

    exit_code = 3


class CorrectionError(OvertoneError):
    """A correction is wrong, or concerns what is neither in the ledger nor on the site: correct the named line."""

    exit_code = 3


class CommentaryError(OvertoneError):
    """A commentary is wrong, or rests on what is unknown or reads differently now: correct the named line."""

    exit_code = 3


class InputError(OvertoneError):
    """A whole input file cannot be read: replace the file (single bad rows are set aside instead)."""

    exit_code = 4


class LedgerError(OvertoneError):
    """The ledger cannot be read or written (permissions, disk space, another writer): free the way and repeat."""

    exit_code = 5


class EvidenceError(OvertoneError):
    """A sentence would be published without its ground: nothing is published."""

    exit_code = 6


class SiteError(OvertoneError):
    """The site cannot be written or its archive cannot be read: free the way and publish again."""

    exit_code = 7


class DeskError(OvertoneError):
    """The desk's database or its key cannot be used, or the service cannot listen: free the way and repeat."""

    exit_code = 8


class SendError(OvertoneError):
    """A mail may not or cannot be sent: what is missing, who must approve, or what the mail server said."""

    exit_code = 9
