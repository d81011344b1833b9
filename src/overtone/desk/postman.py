"""The postman: takes letters to one reader to the mail server, soon after they were asked for.

A letter is marked `sending` before the first byte goes out, with a time until which nobody else touches it. Whoever
dies in between leaves it to be sent again after that, with the same Message-ID: none is lost, at most one is doubled.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from threading import Event, Thread

from django.db import DatabaseError, connection

from overtone.desk.letters import is_due, letter_message
from overtone.desk.models import Letter
from overtone.desk.smtp import Answer, Line, Outcome, Server, server_of
from overtone.errors import SendError
from overtone.settings import Settings

State = Letter.State
HELD = timedelta(minutes=10)  # a letter on its way belongs to who took it
AGAIN = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240))  # after the first, second … try that came to nothing
KEPT_FOR = timedelta(days=30)  # letters that are done are then deleted
LOOK = 2.0  # seconds between two looks into the letterbox
_FINAL = {Outcome.ACCEPTED: State.SENT, Outcome.REFUSED: State.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Postman:
    """What one needs to deliver letters."""

    server: Server
    base: str  # public address of the service
    sender: str  # Overtone <weekly@example.org>
    bounces: str  # envelope address, "" for the sender's
    imprint: str
    rate: int  # letters a second, at most

    def envelope(self) -> str:
        """Where a letter that cannot be delivered returns to."""
        return self.bounces or parseaddr(self.sender)[1]


def postman_of(settings: Settings) -> Postman:
    """The postman of a workspace; SendError where a setting that letters need is missing."""
    for name, value in (("desk.address", settings.desk_address), ("newsletter.sender", settings.sender)):
        if not value:
            raise SendError("letters to confirm cannot be sent", where=name, next_step="set it in overtone.toml")
    return Postman(
        server=server_of(settings),
        base=settings.desk_address,
        sender=settings.sender,
        bounces=settings.bounces,
        imprint=settings.imprint.replace("|", "\n"),
        rate=settings.rate,
    )


def deliver(postman: Postman, clock: Callable[[], datetime], stopped: Event | None = None) -> dict[str, int]:
    """Every letter that is due goes out, the oldest first; letters by what became of them."""
    done: Counter[str] = Counter()
    line = Line(postman.server)
    stopped = stopped or Event()
    now = clock()
    _take_back(now)
    for number in list(Letter.objects.filter(state=State.QUEUED, due_at__lte=now).order_by("pk").values_list("pk")):
        if stopped.is_set():
            break
        letter = _claimed(number[0], clock())
        if letter is None:
            continue
        answer = _send(letter, postman, line) if _still_wanted(letter, clock()) else None
        done[_record(letter, answer, clock())] += 1
        if answer is not None and answer.outcome in (Outcome.BARRED, Outcome.BROKEN):
            break
        stopped.wait(1 / postman.rate)
    line.leave()
    return dict(done)


@contextmanager
def delivering(postman: Postman | None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Iterator[None]:
    """Letters go out by themselves while this lasts; None: they stay where they are."""
    if postman is None:
        yield
        return
    stopped = Event()
    worker = Thread(target=_rounds, args=(postman, clock, stopped), name="postman")
    worker.start()
    try:
        yield
    finally:
        stopped.set()
        worker.join()


def forget_done(now: datetime) -> int:
    """Letters that are done are deleted after 30 days; their number."""
    old = Letter.objects.filter(created_at__lt=now - KEPT_FOR).exclude(state__in=(State.QUEUED, State.SENDING))
    return old.delete()[0]


def _rounds(postman: Postman, clock: Callable[[], datetime], stopped: Event) -> None:
    told = ""
    while not stopped.is_set():
        trouble = ""
        try:
            done = deliver(postman, clock, stopped)
            trouble = "letters wait: the mail server does not take them" if done.get(State.QUEUED) else ""
        except DatabaseError as error:
            trouble = f"letters wait: the database does not answer ({str(error).strip().splitlines()[0]})"
            connection.close()
        if trouble and trouble != told:
            sys.stderr.write(f"{trouble}\n")
        told = trouble
        stopped.wait(LOOK)
    connection.close()


def _take_back(now: datetime) -> None:
    """What somebody took and never finished can be taken again."""
    Letter.objects.filter(state=State.SENDING, due_at__lte=now).update(state=State.QUEUED)


def _claimed(number: int, now: datetime) -> Letter | None:
    """The letter, if nobody took it meanwhile; it is ours for ten minutes."""
    taken = Letter.objects.filter(pk=number, state=State.QUEUED, due_at__lte=now)
    if not taken.update(state=State.SENDING, due_at=now + HELD):
        return None
    return Letter.objects.select_related("reader").filter(pk=number).first()


def _still_wanted(letter: Letter, now: datetime) -> bool:
    return is_due(letter) and now < letter.expires_at


def _send(letter: Letter, postman: Postman, line: Line) -> Answer:
    domain = parseaddr(postman.sender)[1].rpartition("@")[2]
    message = letter_message(letter, base=postman.base, sender=postman.sender, domain=domain, imprint=postman.imprint)
    return line.deliver(postman.envelope(), letter.reader.address, message.as_bytes())


def _record(letter: Letter, answer: Answer | None, now: datetime) -> str:
    """Write down what became of a letter, as long as it is still there; the state it is in now."""
    state, due = State.EXCLUDED, now
    if answer is not None:
        state = _FINAL.get(answer.outcome, State.QUEUED)
        due = now + AGAIN[min(letter.attempts, len(AGAIN) - 1)]
    Letter.objects.filter(pk=letter.pk, state=State.SENDING).update(
        state=state,
        due_at=due,
        attempts=letter.attempts + (answer is not None),
        answer=answer.words if answer else "no longer wanted",
    )
    return state.value
