"""The mail of one recipient: the published bytes, the reader's own link put in, and the headers mail servers ask for.

All but a few headers and the links is the same for everybody and is made once. Bodies travel in base64, which costs
Cyrillic a third; quoted-printable would treble it. Sources of the headers: RFC 5322, 2369 (List-…), 2919 (List-Id),
3834 (Auto-Submitted), 8058 (one-click unsubscribe). DKIM is left to the relay, which must sign both headers of
unsubscription.
"""

import re
from base64 import encodebytes
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime, formataddr, parseaddr

from overtone.errors import SendError

MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
LEAVE = "-leave"  # behind the token: the mail asks to unsubscribe
_LINE = 57  # bytes of a line of base64
_BOUNDARY = "=_overtone_alternative"  # base64 holds no "=_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What all mails of a send share, before it is made into bytes."""

    name: str  # of the send
    language: str
    sender: str  # Overtone <weekly@example.org>
    subject: str
    date: datetime
    bounces: str  # bounces@example.org
    unsubscribe: str  # address that the reader's key is put behind
    archive: str
    html: bytes
    text: bytes


def mailable(address: str) -> bool:
    """Whether an address may stand in an envelope and a header as it is: nothing that could break out."""
    return MAILBOX.fullmatch(address) is not None and len(address) <= 254


def fits(address: str, key: str) -> bool:
    """Whether a reader's mail can be printed at all."""
    return mailable(address) and re.fullmatch(r"[\w.~-]+", key, re.ASCII) is not None


class Press:
    """Prints the mail of each recipient of one send."""

    def __init__(self, head: Letterhead) -> None:
        """SendError for a header that would hold a line break, or a link to unsubscribe that is not there once."""
        _checked(head)
        self.head = head
        self.host = parseaddr(head.sender)[1].rpartition("@")[2]
        self._fixed = _headers(head, self.host)
        self._text = _Part("text/plain", head.text, head.unsubscribe)
        self._html = _Part("text/html", head.html, head.unsubscribe)

    def message_id(self, token: str) -> str:
        """The same at every attempt, so that a mail that came twice can be seen to be one."""
        return f"<{self.head.name}.{token}@{self.host}>"

    def envelope(self, token: str, tail: str = "") -> str:
        """The address that a bounce of this mail returns to, and by which it is told whose it was (VERP)."""
        name, _, host = self.head.bounces.partition("@")
        return f"{name}+{token}{tail}@{host}"

    def mail(self, address: str, key: str, token: str) -> bytes:
        """The whole mail, with CR LF; SendError for an address or a key that could break out of its header."""
        if not fits(address, key):
            raise SendError("this address cannot stand in a header", next_step="correct it in `overtone readers`")
        own = (
            f"To: {address}\r\nMessage-ID: {self.message_id(token)}\r\n"
            f"List-Unsubscribe: <{self.head.unsubscribe}{key}>,\r\n"
            f" <mailto:{self.envelope(token, LEAVE)}?subject=unsubscribe>\r\n"
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
        ).encode("ascii")
        return b"".join((self._fixed, own, b"\r\n", self._text.printed(key), self._html.printed(key), _END))


class _Part:
    """One alternative: what stands before the reader's link is encoded once, the rest for each reader."""

    def __init__(self, kind: str, body: bytes, link: str) -> None:
        mark = link.encode("ascii", "strict")
        found = [m.end() for m in re.finditer(re.escape(mark), body)]
        if len(found) != 1:
            raise SendError(
                f"the {kind} part holds the link to unsubscribe {len(found)} times, not once",
                next_step="publish the edition again; write to us if that does not help",
            )
        at = found[0]
        cut = at - at % _LINE
        head = (
            f"--{_BOUNDARY}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        ).encode("ascii")
        self._before = head + _base64(body[:cut])
        self._between, self._after = body[cut:at], body[at:]

    def printed(self, key: str) -> bytes:
        return self._before + _base64(self._between + key.encode("ascii") + self._after)


_END = f"--{_BOUNDARY}--\r\n".encode("ascii")


def _base64(body: bytes) -> bytes:
    return encodebytes(body).replace(b"\n", b"\r\n")


def _checked(head: Letterhead) -> None:
    """SendError where a line break, or an address that is none, could get into a header or an envelope."""
    told = (head.name, head.language, head.sender, head.subject, head.bounces, head.unsubscribe, head.archive)
    if any(CONTROL.search(value) for value in told):
        raise SendError("a header would hold a line break", next_step="take it out of the subject or newsletter.sender")
    for name, address in (("sender", parseaddr(head.sender)[1]), ("bounces", head.bounces)):
        if not mailable(address):
            raise SendError(f"{address!r} is no address of mail", where=f"newsletter.{name}", next_step="correct it")


def _headers(head: Letterhead, host: str) -> bytes:
    name, address = parseaddr(head.sender)
    shelf = head.archive.rstrip("/").rpartition("/")[0] + "/"
    told = {
        "From": formataddr((_encoded(name), address)) if name else address,
        "Subject": _encoded(head.subject),
        "Date": format_datetime(head.date),
        "List-Id": f"<weekly-{head.language}.{host}>",
        "List-Archive": f"<{shelf}>",
        "Archived-At": f"<{head.archive}>",
        "Precedence": "list",
        "Auto-Submitted": "auto-generated",
        "Content-Language": head.language,
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="{_BOUNDARY}"',
    }
    if not all(value.isascii() for value in told.values()):
        raise SendError("a header would hold more than plain letters", next_step="see `overtone config`")
    return "".join(f"{key}: {value}\r\n" for key, value in told.items()).encode("ascii")


def _encoded(words: str) -> str:
    """A header's words: as they are where plain, else encoded."""
    return words if words.isascii() and len(words) < 60 else Header(words, "utf-8").encode(linesep="\r\n")
