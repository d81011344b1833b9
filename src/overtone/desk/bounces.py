"""Reading what comes back to the address for bounces: whose mail it was, and what the report says of it.

Whose is told by the token in the address it came back to (VERP), by nothing else. What is told by the report's own
fields: delivery status (RFC 3464), complaint (RFC 5965). A mail server that writes in free words only is believed where
it quotes a status code. Not for a mailbox that also gets other letters: these are counted as strange and left alone.
"""

import mailbox
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message as Mail
from hashlib import sha256
from pathlib import Path

from overtone.errors import InputError

TOKEN = re.compile(r"\+([a-z2-7]{20})(-leave)?@", re.IGNORECASE)
STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
BARE = re.compile(r"\b(5[05][0-9]|4[0-9]{2})[ -]")  # a reply code without an enhanced one
GONE = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"})
LARGEST = 2_000_000  # bytes of a report that are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One mail that came back."""

    token: str  # whose mail it was, "" where it does not say
    kind: str  # hard | soft | complaint | leave | "" for what is no report
    status: str
    words: str
    digest: str  # of the mail, so that it counts once


def hard(status: str) -> bool:
    """Whether a status code says that there is no such mailbox, rather than: not now, or not this mail."""
    return status in GONE


def reports(place: Path) -> Iterator[Report]:
    """Every mail of a file, a mailbox (mbox) or a Maildir; InputError where there is none."""
    try:
        if place.is_dir():
            names = sorted(p for part in ("new", "cur") for p in (place / part).glob("*") if p.is_file())
            if not (place / "new").is_dir() and not (place / "cur").is_dir():
                names = sorted(p for p in place.iterdir() if p.is_file())
            yield from (read(path.read_bytes()[:LARGEST]) for path in names)
        elif place.read_bytes()[:5] == b"From ":
            box = mailbox.mbox(place, create=False)
            yield from (read(box.get_bytes(key)[:LARGEST]) for key in box.iterkeys())
            box.close()
        else:
            yield read(place.read_bytes()[:LARGEST])
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", where=str(place), next_step="name a mail, an mbox or a Maildir"
        ) from error


def read(raw: bytes) -> Report:
    """What one mail says; hostile ones are read as far as they can be."""
    mail = message_from_bytes(raw, policy=policy.compat32)
    token, leaves = _token(mail)
    digest = sha256(raw).hexdigest()
    if leaves:
        return Report(token=token, kind="leave", status="", words="", digest=digest)
    kind, status, words = _told(mail)
    return Report(token=token, kind=kind, status=status, words=words, digest=digest)


def _token(mail: Mail) -> tuple[str, bool]:
    """The token in the address it came back to; in a complaint it may stand in the mail that is quoted."""
    names = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc", "Return-Path")
    for part in _parts(mail):
        for name in names:
            for value in part.get_all(name, []):
                found = TOKEN.search(str(value))
                if found:
                    return found[1].lower(), bool(found[2])
    quoted = TOKEN.search(_text(mail, "text/rfc822-headers"))
    return (quoted[1].lower(), False) if quoted else ("", False)


def _told(mail: Mail) -> tuple[str, str, str]:
    """Kind, status code and words of a report."""
    for part in _parts(mail):
        if part.get_content_type() == "message/feedback-report":
            return "complaint", "", "complaint"
        if part.get_content_type() == "message/delivery-status":
            found = _status(part)
            if found[0]:
                return found
    if mail.get("Auto-Submitted", "no").lower().startswith("auto-replied") or mail.get("X-Autoreply"):
        return "", "", ""
    return _free(mail) if _from_a_server(mail) else ("", "", "")


def _status(part: Mail) -> tuple[str, str, str]:
    """The worst that a delivery status says of a recipient; a success or a relay says nothing."""
    blocks = part.get_payload()
    worst = ("", "", "")
    for block in blocks if isinstance(blocks, list) else ():
        if not isinstance(block, Mail):
            continue
        action = str(block.get("Action", "")).strip().lower()
        words = " ".join(str(block.get("Diagnostic-Code", "")).split())
        code = _code(str(block.get("Status", "")), words)
        if action == "failed" and code:
            return ("hard" if hard(code) else "soft"), code, words
        if action == "delayed" and code:
            worst = ("soft", code, words)
    return worst


def _code(status: str, words: str) -> str:
    """The status code of a recipient: the server's own words know better than a general code."""
    found, said = STATUS.search(status), STATUS.search(words)
    if said and (found is None or found[0].endswith(".0.0")):
        return said[0]
    return found[0] if found else ""


def _free(mail: Mail) -> tuple[str, str, str]:
    """A report in free words: the first status code, else the first reply code, in its text."""
    text = _text(mail, "text/plain")[:20_000]
    line = next((line for line in text.splitlines() if STATUS.search(line) or BARE.search(line)), "")
    code = STATUS.search(line)
    if code:
        return ("hard" if hard(code[0]) else "soft"), code[0], " ".join(line.split())
    return ("soft", "", " ".join(line.split())) if line else ("", "", "")


def _from_a_server(mail: Mail) -> bool:
    sender = str(mail.get("From", "")).lower()
    return "mailer-daemon" in sender or "postmaster" in sender or str(mail.get("Return-Path", "")).strip() == "<>"


def _parts(mail: Mail) -> Iterator[Mail]:
    """Every part, as far down as a report goes."""
    return (part for _, part in zip(range(60), mail.walk(), strict=False))


def _text(mail: Mail, kind: str) -> str:
    for part in _parts(mail):
        if part.get_content_type() == kind:
            body = part.get_payload(decode=True)
            return body.decode("utf-8", "replace") if isinstance(body, bytes) else ""
    return ""
