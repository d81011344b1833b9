"""The secrets in a reader's own links, and hashes from which nobody reads what was hashed.

A link to confirm is signed and says until when it holds; looking at it changes nothing. The key in the links to
unsubscribe and to change the language is the reader's own and holds for as long as they are kept.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac

CONFIRM_FOR = timedelta(days=7)
FORM_FOR = timedelta(hours=12)
FORM_AFTER = timedelta(seconds=2)  # nobody types an address faster


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a link to confirm says, once its signature was found good."""

    key: str
    turn: int
    language: str
    expires_at: datetime

    def expired(self, now: datetime) -> bool:
        """Whether it has to be asked for anew."""
        return now >= self.expires_at


def new_key() -> str:
    """A secret of 192 bits, fit for an address."""
    return secrets.token_urlsafe(24)


def confirm_token(key: str, turn: int, language: str, expires_at: datetime) -> str:
    """The last part of a link to confirm."""
    return _signer("confirm").sign(f"{key}.{turn}.{language}.{int(expires_at.timestamp())}")


def read_token(token: str) -> Claim | None:
    """What a link to confirm claims; None where it was not made here. An expired one is read too."""
    try:
        key, turn, language, expires = _signer("confirm").unsign(token).split(".")
    except BadSignature:
        return None
    return Claim(key=key, turn=int(turn), language=language, expires_at=_moment(expires))


def form_stamp(now: datetime) -> str:
    """What a form carries to tell when it was shown."""
    return _signer("form").sign(str(int(now.timestamp())))


def form_age(stamp: str, now: datetime) -> timedelta | None:
    """How long ago a form was shown; None where the stamp was not made here."""
    try:
        return now - _moment(_signer("form").unsign(stamp))
    except BadSignature:
        return None


def hidden(kind: str, value: str) -> str:
    """A keyed hash: equal values look equal, and without the desk's key nobody can try values out. 64 hex digits."""
    return str(salted_hmac(f"overtone.desk.{kind}", value, algorithm="sha256").hexdigest())


def _signer(kind: str) -> Signer:
    return Signer(salt=f"overtone.desk.{kind}", sep=".")


def _moment(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)
