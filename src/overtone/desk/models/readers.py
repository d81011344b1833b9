"""Readers of the newsletter, what they agreed to, and the few letters that are owed to one reader alone.

An address is kept once, in its normal form. Whoever only asked is `pending`; only the button behind the letter makes
`active`. Of a network address nothing is kept but a keyed hash that expires.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

LANGUAGES = [("en", "English"), ("ru", "русский"), ("be", "беларуская")]


class Reader(models.Model):
    """One address that reads, asked to read, or must not be written to."""

    class State(models.TextChoices):
        """Where a reader stands; only `active` ones get the newsletter."""

        PENDING = "pending"
        ACTIVE = "active"
        UNSUBSCRIBED = "unsubscribed"
        SUPPRESSED = "suppressed"

    address: models.CharField[str, str] = models.CharField(max_length=254, unique=True)
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES)
    state: models.CharField[str, str] = models.CharField(
        max_length=12, choices=State.choices, default=State.PENDING, db_index=True
    )
    key: models.CharField[str, str] = models.CharField(
        max_length=43, unique=True
    )  # the secret in the reader's own links
    turn: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(
        default=0
    )  # confirmation links of an earlier turn are void
    reason: models.CharField[str, str] = models.CharField(max_length=200, blank=True, default="")  # of a suppression
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    changed_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    objects: ClassVar[models.Manager[Reader]] = models.Manager()

    def __str__(self) -> str:
        """The address, with where it stands."""
        return f"{self.address} ({self.state})"


class Consent(models.Model):
    """That a reader agreed: when they asked, when they confirmed, and which wording they had before them."""

    reader: models.ForeignKey[Reader, Reader] = models.ForeignKey(
        Reader, on_delete=models.CASCADE, related_name="consents"
    )
    asked_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    confirmed_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES)
    wording: models.CharField[str, str] = models.CharField(
        max_length=16
    )  # first of the digest of the sentence agreed to
    origin: models.CharField[str, str] = models.CharField(
        max_length=200
    )  # "form", or what the operator says of the proof
    network: models.CharField[str, str] = models.CharField(
        max_length=64, blank=True, default=""
    )  # keyed hash of an IP, where the setting asks

    objects: ClassVar[models.Manager[Consent]] = models.Manager()

    def __str__(self) -> str:
        """Where the agreement came from and when it was confirmed."""
        return f"{self.origin}, {self.confirmed_at or 'not confirmed'}"


class Letter(models.Model):
    """A letter to one reader, at their own request: confirm, or "you read already".

    The words are made when it is sent, from `kind`, `language` and the reader; so no secret lies in the table.
    """

    class State(models.TextChoices):
        """`sending` is written before the first byte goes out, as in the outbox of a newsletter."""

        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"
        EXCLUDED = "excluded"

    class Kind(models.TextChoices):
        """Why it is written."""

        CONFIRM = "confirm"
        KNOWN = "known"

    reader: models.ForeignKey[Reader, Reader] = models.ForeignKey(
        Reader, on_delete=models.CASCADE, related_name="letters"
    )
    kind: models.CharField[str, str] = models.CharField(max_length=8, choices=Kind.choices)
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES)
    turn: models.PositiveIntegerField[int, int] = (
        models.PositiveIntegerField()
    )  # the reader's turn when it was asked for
    state: models.CharField[str, str] = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    message_id: models.CharField[str, str] = models.CharField(
        max_length=120, unique=True
    )  # without angle brackets, the same at every attempt
    attempts: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    due_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()  # not before
    expires_at: models.DateTimeField[datetime, datetime] = (
        models.DateTimeField()
    )  # after it the letter is not sent at all
    answer: models.CharField[str, str] = models.CharField(
        max_length=300, blank=True, default=""
    )  # the server's last words

    objects: ClassVar[models.Manager[Letter]] = models.Manager()

    class Meta:
        """What is due is looked for often."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "due_at"], name="letter_due")]

    def __str__(self) -> str:
        """What it is and how far it came."""
        return f"{self.kind} {self.state}"


class Attempt(models.Model):
    """One use of the form, under keyed hashes alone; counted against its limits, then deleted."""

    digest: models.CharField[str, str] = models.CharField(max_length=64, db_index=True)
    expires_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager[Attempt]] = models.Manager()

    def __str__(self) -> str:
        """Nothing that tells a person."""
        return self.digest[:8]


class Barred(models.Model):
    """A forgotten address that must not come back: a keyed hash, from which the address cannot be read."""

    digest: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    since: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    objects: ClassVar[models.Manager[Barred]] = models.Manager()

    def __str__(self) -> str:
        """Nothing that tells a person."""
        return self.digest[:8]
