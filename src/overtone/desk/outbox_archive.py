"""The mail as it was published: read from the site, checked, and marked when it goes out."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from overtone.desk.models import Send
from overtone.desk.outbox_message import Letterhead
from overtone.errors import SendError, SettingsError
from overtone.publish.mail import REFUSE, WARN
from overtone.publish.mail_shelf import SENT
from overtone.settings import Settings

NEEDED = {
    "edition.address": ("address", "the public address of the site: all links of a mail lead there"),
    "desk.address": ("desk_address", "the address of the subscription pages: a mail must offer a way out"),
    "newsletter.sender": ("sender", "who the mail is from, as Overtone <weekly@example.org>"),
    "newsletter.bounces": ("bounces", "where undeliverable mails return to, as bounces@example.org"),
    "newsletter.imprint": ("imprint", "publisher and postal address, which a newsletter must name"),
}
HERE = ("localhost", "127.0.0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A published mail that may be prepared."""

    kind: str
    key: str
    head: Letterhead
    weight: int  # bytes of its HTML part as it travels

    @property
    def heavy(self) -> bool:
        """Whether it comes near the size at which mail programs cut a mail off."""
        return self.weight >= WARN


def published(settings: Settings, key: str, lang: str, now: datetime) -> Ready:
    """The mail of a week, or `correction-ID`, as it lies in the site.

    SettingsError where a setting that a mail needs is empty; SendError where the mail is not there, was changed after
    it was published, was made with another address, or is too heavy.
    """
    _settings_there(settings)
    folder = settings.site / lang / "mail" / key
    told, html, text = _files(folder)
    for name, body in (("html", html), ("text", text)):
        if sha256(body).hexdigest() != told[name]["sha256"]:
            raise SendError(f"the {name} part is not the one that was published", where=str(folder), next_step=AGAIN)
    wanted = f"{settings.desk_address.rstrip('/')}/{lang}/unsubscribe/"
    if told["unsubscribe"] != wanted or not told["about"].startswith(settings.address):
        raise SendError(
            "it was published with other addresses than the settings have", where=str(folder), next_step=AGAIN
        )
    weight = int(told["html"]["transferred"])
    if weight >= REFUSE:
        raise SendError(f"it weighs {weight:,} bytes; mail programs cut it off", where=str(folder), next_step=AGAIN)
    head = Letterhead(
        name=f"{key}.{lang}",
        language=lang,
        sender=settings.sender,
        subject=told["title"],
        date=now,
        bounces=settings.bounces,
        unsubscribe=told["unsubscribe"],
        archive=f"{settings.address}/{lang}/mail/{key}/",
        html=html,
        text=text,
    )
    return Ready(kind=told["kind"], key=key, head=head, weight=weight)


def mark_sent(site: Path, send: Send) -> None:
    """Leave a mark beside the mail, so that no publication writes it again; SendError where it was changed since."""
    folder = site / send.language / "mail" / send.key
    _, html, text = _files(folder)
    if (html, text) != (bytes(send.html), bytes(send.text)):
        raise SendError(
            f"the archived mail is not the one that was prepared as {send.name}",
            where=str(folder),
            next_step=f"`overtone send cancel {send.name}`, then prepare it again",
        )
    told = {"send": send.name, "prepared": send.prepared_at.isoformat(), "html": sha256(html).hexdigest()}
    try:
        (folder / SENT).write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise SendError(
            f"cannot be marked as sent ({error.strerror})", where=str(folder), next_step="allow writing"
        ) from error


AGAIN = "publish the week again: `overtone publish --week 2022-W41`"


def _files(folder: Path) -> tuple[dict[str, Any], bytes, bytes]:
    try:
        told = json.loads((folder / "manifest.json").read_bytes())
        return told, (folder / "index.html").read_bytes(), (folder / "mail.txt").read_bytes()
    except (OSError, ValueError) as error:
        raise SendError("there is no published mail", where=str(folder), next_step=AGAIN) from error


def _settings_there(settings: Settings) -> None:
    missing = [name for name, (field, _) in NEEDED.items() if not getattr(settings, field).strip()]
    if missing:
        raise SettingsError(
            f"a newsletter needs {', '.join(missing)}",
            where=settings.origin(missing[0]),
            next_step=f"set {missing[0]} ({NEEDED[missing[0]][1]}), then publish the week again",
        )
    desk = urlsplit(settings.desk_address)
    if desk.scheme != "https" and desk.hostname not in HERE:
        raise SettingsError(
            "desk.address is not https: no mail program offers one-click unsubscription there (RFC 8058)",
            where=settings.origin("desk.address"),
            next_step="give the address that begins with https://",
        )
