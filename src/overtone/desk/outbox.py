"""The outbox: a send is prepared with a row for each reader and approved by another person; its rows change state here.

    prepared --approve--> approved --run--> running --(books balance)--> done
                                     running <--pause / resume--> paused;  any but done --cancel--> cancelled

    queued --hand out--> sending --record--> sent | failed | unknown | queued again, later
    queued --hand out--> excluded, where the reader left since

Every change is one transaction. Who sends lives in `sender.py`; nothing here waits or talks to a server.
"""

import base64
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings as django_settings
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from overtone.desk.books import books_of
from overtone.desk.models import Message, Reader, Send
from overtone.desk.outbox_message import Letterhead, Press, fits
from overtone.desk.smtp import Answer, Outcome
from overtone.errors import SendError, UsageError

State = Message.State
AT_ONCE = 1000  # rows written in one statement
LATEST = 6  # attempts before a mail is given up
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))  # after the first attempt, the second …
SOON = timedelta(seconds=2)  # after the line broke

# What is said for every mail is written out: wording it anew takes the mapper longer than the database needs to do it.
LOOK = """SELECT m.attempts, m.token, r.address, r.key, r.state FROM desk_message m
LEFT JOIN desk_reader r ON r.id = m.reader_id WHERE m.id = %s AND m.state = 'queued'"""
MARK = "UPDATE desk_message SET state = 'sending' WHERE id = %s"
SENT = "UPDATE desk_message SET state = 'sent', attempts = attempts + 1 WHERE id = %s AND state = 'sending'"
EXCLUDE = "UPDATE desk_message SET state = 'excluded', answer = %s WHERE id = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a send is to go, and who says so."""

    by: str  # who prepares it
    deadline: datetime
    on_crash: str = Send.OnCrash.REQUEUE
    two_persons: bool = True
    dry: bool = False  # tell what it would be, and write nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One mail to hand over now."""

    row: int
    attempts: int  # before this one
    address: str
    key: str
    token: str


def named(name: str) -> Send:
    """The send of this name; UsageError with those there are."""
    try:
        return Send.objects.get(name=name)
    except Send.DoesNotExist:
        known = ", ".join(Send.objects.order_by("-prepared_at").values_list("name", flat=True)[:6])
        raise UsageError(f"there is no send {name!r}", next_step=f"one of: {known}" if known else PREPARE) from None


DIED = "on the way when the sender died"
PREPARE = "prepare one with `overtone send prepare --week 2022-W41`"


@transaction.atomic
def prepare(head: Letterhead, kind: str, key: str, plan: Plan) -> Send:
    """Freeze a mail and its readers: every active one of its language gets a row, and nobody who comes later does.

    UsageError where this mail was prepared already and not cancelled; SendError for a mail that cannot be printed, or
    where nobody reads in this language.
    """
    Press(head)
    before = Send.objects.filter(kind=kind, key=key, language=head.language)
    alive = before.exclude(state=Send.State.CANCELLED).first()
    if alive is not None:
        raise UsageError(
            f"{alive.name} is there already ({alive.state})", next_step="cancel it first, or go on with it"
        )
    name = head.name if not before.exists() else f"{head.name}.{before.count() + 1}"
    readers = Reader.objects.filter(state=Reader.State.ACTIVE, language=head.language).order_by("id")
    if not readers.exists():
        raise SendError(f"nobody reads in {head.language}", next_step="see `overtone readers`")
    send = Send(
        name=name,
        kind=kind,
        key=key,
        language=head.language,
        on_crash=plan.on_crash,
        subject=head.subject,
        html=head.html,
        text=head.text,
        sender=head.sender,
        bounces=head.bounces,
        unsubscribe=head.unsubscribe,
        archive=head.archive,
        candidates=0,
        two_persons=plan.two_persons,
        prepared_by=person(plan.by),
        prepared_at=head.date,
        deadline=plan.deadline,
    )
    send.save()
    rows = (_row(send, reader, head.date) for reader in readers.iterator(AT_ONCE))
    Message.objects.bulk_create(rows, batch_size=AT_ONCE)
    send.candidates = Message.objects.filter(send=send).count()
    send.save(update_fields=["candidates"])
    transaction.set_rollback(plan.dry)
    return send


def approve(send: Send, by: str, now: datetime) -> Send:
    """Another person lets the send go; SendError for the one who prepared it, unless the desk is of one person."""
    by = person(by)
    if send.two_persons and by.casefold() == send.prepared_by.casefold():
        raise SendError(
            f"{send.prepared_by} prepared {send.name}; another person must approve it",
            next_step='`overtone send approve … --by OTHER`; a desk of one person sets newsletter.approval = "none"',
        )
    try:
        with transaction.atomic():
            changed = Send.objects.filter(pk=send.pk, state=Send.State.PREPARED).update(
                state=Send.State.APPROVED, approved_by=by, approved_at=now
            )
    except IntegrityError as error:
        raise SendError("the database refuses this approval: two persons", next_step="another must approve") from error
    return _changed(send, changed, "approved")


def approve_alone(send: Send, now: datetime, *, dry: bool = False) -> Send:
    """At a desk of one person, a prepared send is let go by the one who prepared it; any other stays as it is."""
    if dry or send.two_persons or send.state != Send.State.PREPARED:
        return send
    return approve(send, send.prepared_by, now)


def pause(send: Send) -> Send:
    """No further mail goes out until it is resumed; those on the way arrive."""
    return _move(send, (Send.State.APPROVED, Send.State.RUNNING), Send.State.PAUSED, "paused")


def resume(send: Send) -> Send:
    """A paused send may run again."""
    return _move(send, (Send.State.PAUSED,), Send.State.RUNNING, "resumed")


@transaction.atomic
def cancel(send: Send, now: datetime) -> Send:
    """What was not sent yet is not sent: its rows are excluded, and the books of what went out stay."""
    states = [state for state in Send.State if state != Send.State.DONE]
    send = _move(send, states, Send.State.CANCELLED, "cancelled")
    Message.objects.filter(send=send, state=State.QUEUED).update(state=State.EXCLUDED, answer="cancelled")
    Send.objects.filter(pk=send.pk).update(finished_at=now)
    return send


@transaction.atomic
def abandon(send: Send) -> None:
    """Close the books of a cancelled send that no process is sending: what its sender left behind when it died."""
    rows = Message.objects.filter(send=send)
    rows.filter(state=State.SENDING).update(state=State.UNKNOWN, answer=DIED)
    rows.filter(state=State.QUEUED).update(state=State.EXCLUDED, answer="cancelled")


@transaction.atomic
def recover(send: Send, now: datetime) -> int:
    """After a crash: rows that were on the way are queued again or set aside, as the send says; how many there were."""
    left = Message.objects.filter(send=send, state=State.SENDING)
    if send.on_crash == Send.OnCrash.PARK:
        return left.update(state=State.UNKNOWN, answer=DIED)
    return left.update(state=State.QUEUED, attempts=F("attempts") + 1)


@transaction.atomic
def set_unsent_aside(send: Send) -> int:
    """After a restore: what the database believes unsent is set aside as unknown, for it may have gone out before."""
    left = Message.objects.filter(send=send, state__in=(State.QUEUED, State.SENDING))
    return left.update(state=State.UNKNOWN, answer="the database was restored from a copy")


@transaction.atomic
def expire(send: Send) -> int:
    """After the deadline: what is queued fails; how many."""
    return Message.objects.filter(send=send, state=State.QUEUED).update(state=State.FAILED, answer="past the deadline")


@transaction.atomic
def close(send: Send, now: datetime) -> bool:
    """The send is done, if its books balance; a cancelled one stays cancelled."""
    if not books_of(send).balanced:
        return False
    Send.objects.filter(pk=send.pk).exclude(state=Send.State.CANCELLED).update(state=Send.State.DONE, finished_at=now)
    return True


def due(send: Send, now: datetime, most: int, spare: Iterable[int] = ()) -> list[tuple[int, str]]:
    """Rows that may go out now, oldest first, with the domain each goes to; `spare` names those already in hand."""
    rows = Message.objects.filter(send=send, state=State.QUEUED, due_at__lte=now).exclude(pk__in=list(spare))
    found = rows.order_by("due_at", "id").values_list("id", "reader__address")[:most]
    return [(row, (address or "").rpartition("@")[2]) for row, address in found]


def hand_out(rows: Sequence[int]) -> list[Job]:
    """Mark rows as on the way and give what is needed to send them; call it inside a transaction.

    Whoever left since the send was prepared is excluded here, in the same transaction as the mark.
    """
    jobs: list[Job] = []
    with connection.cursor() as cursor:
        for row in rows:
            cursor.execute(LOOK, [row])
            found = cursor.fetchone()
            if found is None:
                continue
            attempts, token, address, key, state = found
            reason = _why_not(state, address or "", key or "")
            if reason:
                cursor.execute(EXCLUDE, [reason, row])
                continue
            cursor.execute(MARK, [row])
            jobs.append(Job(row=row, attempts=attempts, address=address, key=key, token=token))
    return jobs


def record(send: Send, answers: Sequence[tuple[Job, Answer]], now: datetime) -> None:
    """Write down what became of mails; call it inside a transaction."""
    with connection.cursor() as cursor:
        for job, answer in answers:
            if answer.outcome is Outcome.ACCEPTED:
                cursor.execute(SENT, [job.row])
            else:
                rows = Message.objects.filter(pk=job.row, state=State.SENDING)
                rows.update(**_fate(send, job, answer, now))


def token_of(name: str, reader: int) -> str:
    """The token of one mail: always the same for a send and a reader, and nobody else can make it."""
    secret = django_settings.SECRET_KEY.encode()
    mark = hmac.new(secret, f"outbox\0{name}\0{reader}".encode(), sha256).digest()
    return base64.b32encode(mark[:12]).decode("ascii").rstrip("=").lower()


def person(name: str) -> str:
    """A name with single spaces; UsageError for none."""
    plain = " ".join(name.split())
    if not plain or not plain.isprintable() or len(plain) > 80:
        raise UsageError("a name is needed, of at most 80 letters", next_step="--by NAME")
    return plain


def _row(send: Send, reader: Reader, now: datetime) -> Message:
    usable = fits(reader.address, reader.key)
    return Message(
        send=send,
        reader=reader,
        recipient=reader.pk,
        token=token_of(send.name, reader.pk),
        due_at=now,
        state=State.QUEUED if usable else State.EXCLUDED,
        answer="" if usable else "no address",
    )


def _why_not(state: str | None, address: str, key: str) -> str:
    """Why a reader gets no mail now, "" where they do."""
    if state is None:
        return "forgotten"
    if state != Reader.State.ACTIVE:
        return str(state)
    return "" if fits(address, key) else "no address"


def _fate(send: Send, job: Job, answer: Answer, now: datetime) -> dict[str, object]:
    """What a row becomes when its mail was not accepted."""
    tried, outcome = job.attempts + 1, answer.outcome
    if outcome is Outcome.REFUSED:
        return {"state": State.FAILED, "attempts": tried, "answer": answer.words}
    if outcome is Outcome.UNSURE and send.on_crash == Send.OnCrash.PARK:
        return {"state": State.UNKNOWN, "attempts": tried, "answer": answer.words}
    if outcome in (Outcome.LATER, Outcome.UNSURE):
        if tried >= LATEST:
            given_up = State.FAILED if outcome is Outcome.LATER else State.UNKNOWN
            return {"state": given_up, "attempts": tried, "answer": f"given up after {tried}: {answer.words}"[:300]}
        wait = WAITS[min(tried, len(WAITS)) - 1] if outcome is Outcome.LATER else SOON
        return {"state": State.QUEUED, "attempts": tried, "due_at": now + wait, "answer": answer.words}
    return {"state": State.QUEUED, "due_at": now + SOON, "answer": answer.words}


def _move(send: Send, before: Sequence[str], after: str, done: str) -> Send:
    changed = Send.objects.filter(pk=send.pk, state__in=list(before)).update(state=after)
    return _changed(send, changed, done)


def _changed(send: Send, changed: int, done: str) -> Send:
    send.refresh_from_db()
    if not changed:
        raise SendError(f"{send.name} is {send.state} and cannot be {done}", next_step="see `overtone send status`")
    return send
