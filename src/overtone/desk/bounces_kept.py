"""What reports of bounces and complaints do to the readers they are about.

A mailbox that does not exist, and a complaint, end it at once. A mailbox that was full or away three times, for three
different mails within ninety days, ends it too; a refusal of what the mail says (5.7.x) is counted like one of these,
for it may be our fault. Nothing is deleted, and a report is counted once however often its folder is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from overtone.desk.bounces import Report, hard
from overtone.desk.models import Bounce, Message, Reader
from overtone.desk.readers import leave, suppress
from overtone.desk.smtp import Answer, Outcome

TIMES, WITHIN = 3, timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What a folder of reports held."""

    read: int
    hard: int
    soft: int
    complaints: int
    left: int  # asked by mail to unsubscribe
    known: int  # counted before
    strange: int  # no report, or none of a mail of ours
    suppressed: int  # readers that nothing is sent to from now on


def take(reports: Iterable[Report], now: datetime) -> Sorted:
    """Count each report once, and act on it."""
    counts = dict.fromkeys(("read", "hard", "soft", "complaint", "left", "known", "strange", "suppressed"), 0)
    for report in reports:
        counts["read"] += 1
        fate, ended = _take(report, now)
        counts[fate] += 1
        counts["suppressed"] += ended
    counts["complaints"] = counts.pop("complaint")
    return Sorted(**counts)


def refused_at_once(row: int, answer: Answer, now: datetime) -> None:
    """A server that said while we sent that there is no such mailbox: a hard bounce without a report."""
    if answer.outcome is Outcome.REFUSED and answer.stage == "rcpt" and hard(answer.status):
        message = Message.objects.select_related("reader").get(pk=row)
        told = Report(token=message.token, kind="hard", status=answer.status, words=answer.words, digest="")
        digest = sha256(f"smtp\0{message.token}".encode()).hexdigest()
        _count(message, told, digest, now)


@transaction.atomic
def _take(report: Report, now: datetime) -> tuple[str, bool]:
    """What it was counted as, and whether the reader is suppressed by it."""
    message = Message.objects.select_related("reader").filter(token=report.token).first() if report.token else None
    if message is None or not report.kind:
        return "strange", False
    if report.kind == "leave":
        if message.reader is not None:
            leave(message.reader.key, now)
        return "left", False
    if Bounce.objects.filter(digest=report.digest).exists():
        return "known", False
    return report.kind, _count(message, report, report.digest, now)


def _count(message: Message, report: Report, digest: str, now: datetime) -> bool:
    """Write a bounce down; True where it ends what its reader gets."""
    Bounce.objects.create(
        message=message,
        kind=report.kind,
        status=report.status[:12],
        diagnostic=report.words[:300],
        digest=digest,
        learnt_at=now,
    )
    reader = message.reader
    if reader is None or reader.state == Reader.State.SUPPRESSED:
        return False
    if report.kind == Bounce.Kind.SOFT:
        before = Bounce.objects.filter(message__reader=reader, kind=Bounce.Kind.SOFT, learnt_at__gte=now - WITHIN)
        if before.values("message__send").distinct().count() < TIMES:
            return False
    suppress(reader.address, f"{report.kind} {report.status}: {report.words}".strip(), now)
    return True
