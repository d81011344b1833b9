"""The line to the mail server: one mail at a time, and a plain word for what became of it.

What matters is whether the server may have taken a mail: until the last byte is out it cannot; from then until its
answer nobody knows; SMTP has no way to ask (RFC 5321, 4.5.5 and 6.1).
"""

import os
import re
import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from overtone.errors import SendError
from overtone.settings import Settings

PORTS = {"smtp": 587, "smtps": 465, "plain": 25}
HERE = ("localhost", "127.0.0.1")
VARIABLE = "OVERTONE_SMTP_PASSWORD"
SECONDS = 60.0


class Outcome(StrEnum):
    """What became of one mail."""

    ACCEPTED = "accepted"
    REFUSED = "refused"  # for good
    LATER = "later"  # not now
    BROKEN = "broken"  # the line broke and the mail was certainly not taken
    UNSURE = "unsure"  # the line broke after the last byte: taken or not, nobody knows
    BARRED = "barred"  # the server does not take mails from us at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An outcome with the server's words and the stage they were said at: mail | rcpt | data."""

    outcome: Outcome
    words: str
    stage: str = ""

    @property
    def status(self) -> str:
        """The enhanced status code (RFC 3463), as 5.1.1; "" where the server gave none."""
        found = re.search(r"\b[245]\.\d{1,3}\.\d{1,3}\b", self.words)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where mails are handed over, and how."""

    host: str
    port: int
    way: str  # smtp: STARTTLS; smtps: TLS from the first byte; plain: no encryption
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = SECONDS  # of silence after which a line counts as broken


def server_of(settings: Settings, environment: Mapping[str, str] = os.environ) -> Server:
    """The mail server of the settings; SendError where none is named or its password cannot be read."""
    if not settings.smtp:
        raise SendError("no mail server is named", where="newsletter.smtp", next_step="set it, as smtp://user@host:587")
    parts = urlsplit(settings.smtp)
    password = environment.get(VARIABLE, "")
    if settings.password_file:
        try:
            password = Path(settings.password_file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SendError(
                "the file with the mail server's password cannot be read",
                where=settings.password_file,
                next_step="check newsletter.password-file and its rights",
            ) from error
    user = unquote(parts.username or "")
    if user and not password:
        raise SendError(
            f"the password of {user} at {parts.hostname} is not known",
            next_step=f"set {VARIABLE}, or newsletter.password-file",
        )
    if user and parts.scheme == "plain" and parts.hostname not in HERE:
        raise SendError(
            f"the password would go to {parts.hostname} unencrypted",
            where="newsletter.smtp",
            next_step="use smtp:// or smtps://; plain:// is for a relay on this machine",
        )
    port = parts.port or PORTS[parts.scheme]
    return Server(host=parts.hostname or "", port=port, way=parts.scheme, user=user, password=password)


class Line:
    """One connection, opened when the first mail comes and again after it broke. Not for two threads."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._smtp: smtplib.SMTP | None = None
        self._stage = "connect"

    def deliver(self, envelope: str, to: str, mail: bytes) -> Answer:
        """Hand one mail over; every failure is an answer."""
        self._stage = "connect"
        try:
            return self._talk(envelope, to, mail)
        except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError) as error:
            self.close()
            return Answer(outcome=Outcome.BARRED, words=_told(error), stage="login")
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            lost = Outcome.UNSURE if self._stage == "answer" else Outcome.BROKEN
            return Answer(outcome=lost, words=_told(error), stage=self._stage)

    def _talk(self, envelope: str, to: str, mail: bytes) -> Answer:
        smtp = self._opened()
        steps: tuple[tuple[str, Callable[[], tuple[int, bytes]], int], ...] = (
            ("mail", lambda: smtp.mail(envelope), 250),
            ("rcpt", lambda: smtp.rcpt(to), 250),
            ("data", lambda: smtp.docmd("DATA"), 354),
        )
        for self._stage, ask, wanted in steps:
            code, words = ask()
            if code not in (wanted, wanted + 1):  # 251: will forward
                return self._refused(code, words, self._stage)
        smtp.send(_stuffed(mail))
        self._stage = "answer"
        code, words = smtp.getreply()
        if code != 250:
            return self._refused(code, words, "data")
        return Answer(outcome=Outcome.ACCEPTED, words=_plain(code, words), stage="data")

    def close(self) -> None:
        """Hang up without waiting for an answer."""
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def leave(self) -> None:
        """Say goodbye, if the line still stands."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (OSError, smtplib.SMTPException):
                self._smtp.close()
            self._smtp = None

    def _opened(self) -> smtplib.SMTP:
        if self._smtp is None:
            server = self.server
            if server.way == "smtps":
                context = ssl.create_default_context()
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.seconds, context=context)
            else:
                smtp = smtplib.SMTP(server.host, server.port, timeout=server.seconds)
            self._smtp = smtp
            if server.way == "smtp":
                smtp.starttls(context=ssl.create_default_context())
            if server.user:
                smtp.login(server.user, server.password)
            smtp.ehlo_or_helo_if_needed()
        return self._smtp

    def _refused(self, code: int, words: bytes, stage: str) -> Answer:
        """A refusal of the recipient or of the mail; one of the sender's address bars the whole send."""
        told = _plain(code, words)
        if code == 421 or code < 400:
            self.close()
            return Answer(outcome=Outcome.BROKEN, words=told, stage=stage)
        final = Outcome.BARRED if stage == "mail" else Outcome.REFUSED
        outcome = Outcome.LATER if code < 500 else final
        self._reset()
        return Answer(outcome=outcome, words=told, stage=stage)

    def _reset(self) -> None:
        if self._smtp is not None:
            try:
                self._smtp.rset()
            except (OSError, smtplib.SMTPException):
                self.close()


def _stuffed(mail: bytes) -> bytes:
    """A mail as it goes over the line: a dot at the start of a line doubled, a dot alone at the end."""
    body = re.sub(rb"(?m)^\.", b"..", mail) if b"\n." in mail or mail.startswith(b".") else mail
    return body + (b".\r\n" if body.endswith(b"\r\n") else b"\r\n.\r\n")


def _plain(code: int, words: bytes | str) -> str:
    told = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(f"{code} {told}".split())[:300]


def _told(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:300]
