"""Sends, their outbox with a row for each recipient, what came back, and the pulse that tells a restored database.

The recipients of a send are frozen when it is prepared. A row is `queued`, `sending` while its mail is on the way,
and then for good `sent` (a server accepted it), `failed`, `excluded` or `unknown`; these counts are the books.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

from overtone.desk.models.readers import LANGUAGES, Reader


class Send(models.Model):
    """One mail in one language on its way to many readers, with the very bytes that were published."""

    class State(models.TextChoices):
        """How far it came; `done` only when the books balance."""

        PREPARED = "prepared"
        APPROVED = "approved"
        RUNNING = "running"
        PAUSED = "paused"
        DONE = "done"
        CANCELLED = "cancelled"

    class OnCrash(models.TextChoices):
        """What becomes of a mail that was on the way when the process died or the connection broke."""

        REQUEUE = "requeue"  # sent again: at most one reader a kill and connection gets it twice
        PARK = "park"  # set aside as unknown: nobody gets it twice

    name: models.CharField[str, str] = models.CharField(
        max_length=80, unique=True
    )  # 2022-W41.en, correction-….ru, 2022-W41.en.2
    kind: models.CharField[str, str] = models.CharField(max_length=10)  # weekly | correction
    key: models.CharField[str, str] = models.CharField(max_length=60)  # the week, or the notice
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES)
    state: models.CharField[str, str] = models.CharField(max_length=9, choices=State.choices, default=State.PREPARED)
    on_crash: models.CharField[str, str] = models.CharField(
        max_length=7, choices=OnCrash.choices, default=OnCrash.REQUEUE
    )
    subject: models.CharField[str, str] = models.CharField(max_length=300)
    html: models.BinaryField[bytes, bytes] = models.BinaryField()
    text: models.BinaryField[bytes, bytes] = models.BinaryField()
    sender: models.CharField[str, str] = models.CharField(max_length=320)  # From, as a header writes it
    bounces: models.CharField[str, str] = models.CharField(
        max_length=254
    )  # where bounces go, before the reader's token is put in
    unsubscribe: models.CharField[str, str] = models.CharField(
        max_length=300
    )  # address that a reader's key is put behind
    archive: models.CharField[str, str] = models.CharField(max_length=300)  # address of the mail's own page
    candidates: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()  # readers frozen at preparation
    two_persons: models.BooleanField[bool, bool] = (
        models.BooleanField()
    )  # whether another one than who prepared it must approve it
    prepared_by: models.CharField[str, str] = models.CharField(max_length=80)
    prepared_at: models.DateTimeField[datetime, datetime] = (
        models.DateTimeField()
    )  # the boundary of every retry; also the Date of each mail
    approved_by: models.CharField[str, str] = models.CharField(max_length=80, blank=True, default="")
    approved_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    deadline: models.DateTimeField[datetime, datetime] = models.DateTimeField()  # nothing goes out after it
    finished_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Send]] = models.Manager()

    class Meta:
        """Two persons are held by the database, not by the command alone."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(two_persons=False) | ~models.Q(approved_by=models.F("prepared_by")),
                name="send_two_persons",
            ),
            models.CheckConstraint(
                condition=~models.Q(approved_by="") | models.Q(state__in=("prepared", "cancelled")),
                name="send_approved_before_it_runs",
            ),
        ]

    def __str__(self) -> str:
        """Its name and how far it came."""
        return f"{self.name} ({self.state})"


class Message(models.Model):
    """One row of the outbox: this mail to this recipient.

    The address stands with the reader alone: a reader who is forgotten leaves a row with a number and no person.
    """

    class State(models.TextChoices):
        """What became of it."""

        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"
        EXCLUDED = "excluded"
        UNKNOWN = "unknown"

    send: models.ForeignKey[Send, Send] = models.ForeignKey(Send, on_delete=models.CASCADE, related_name="messages")
    reader: models.ForeignKey[Reader | None, Reader | None] = models.ForeignKey(
        Reader, on_delete=models.SET_NULL, null=True, related_name="messages"
    )
    recipient: models.PositiveBigIntegerField[int, int] = (
        models.PositiveBigIntegerField()
    )  # the reader's number, kept when the reader is forgotten
    token: models.CharField[str, str] = models.CharField(
        max_length=24, unique=True
    )  # in Message-ID and envelope; the same at every attempt
    state: models.CharField[str, str] = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    attempts: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    due_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()  # not before
    answer: models.CharField[str, str] = models.CharField(
        max_length=300, blank=True, default=""
    )  # the server's last words, or why not

    objects: ClassVar[models.Manager[Message]] = models.Manager()

    class Meta:
        """One row for each recipient of a send; what is due is looked for all the time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["send", "recipient"], name="message_once_a_recipient"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["send", "state", "due_at"], name="message_due")]

    def __str__(self) -> str:
        """Its token and what became of it."""
        return f"{self.token} {self.state}"


class Bounce(models.Model):
    """A report that a mail did not arrive, or that its reader complained; each report counts once."""

    class Kind(models.TextChoices):
        """Hard: no such mailbox. Soft: not now. Complaint: marked as spam."""

        HARD = "hard"
        SOFT = "soft"
        COMPLAINT = "complaint"

    message: models.ForeignKey[Message, Message] = models.ForeignKey(
        Message, on_delete=models.CASCADE, related_name="bounces"
    )
    kind: models.CharField[str, str] = models.CharField(max_length=9, choices=Kind.choices)
    status: models.CharField[str, str] = models.CharField(max_length=12, blank=True, default="")  # 5.1.1
    diagnostic: models.CharField[str, str] = models.CharField(max_length=300, blank=True, default="")
    digest: models.CharField[str, str] = models.CharField(
        max_length=64, unique=True
    )  # of the report: reading a folder twice adds nothing
    learnt_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    objects: ClassVar[models.Manager[Bounce]] = models.Manager()

    def __str__(self) -> str:
        """What kind, with its status."""
        return f"{self.kind} {self.status}".strip()


class Pulse(models.Model):
    """How many times the outbox was written: a file beside the workspace remembers it, so a restored copy is told."""

    name: models.CharField[str, str] = models.CharField(max_length=10, primary_key=True, default="outbox")
    number: models.PositiveBigIntegerField[int, int] = models.PositiveBigIntegerField(default=0)

    objects: ClassVar[models.Manager[Pulse]] = models.Manager()

    def __str__(self) -> str:
        """The count."""
        return str(self.number)
