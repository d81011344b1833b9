"""The sender: takes rows of the outbox one by one to the mail server, over a few lines at once, and keeps the books.

One transaction writes down what became of the last mails and marks the next ones as on their way, so at any moment
there is at most one mail a line of which nobody knows whether it arrived. Such a transaction outlives `kill -9`; every
twentieth is also forced to the disk, so that a power cut repeats at most that many. Where nobody may get a mail twice
(`park`), each one is forced to the disk before the first byte goes out.
Not for exactly-once: a server may take a mail and its answer be lost, and SMTP cannot ask.
"""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import connection, transaction

from overtone.desk.books import Books, books_of
from overtone.desk.bounces_kept import refused_at_once
from overtone.desk.models import Send
from overtone.desk.outbox import Job, abandon, close, due, expire, hand_out, pause, record, recover, set_unsent_aside
from overtone.desk.outbox_message import Letterhead, Press
from overtone.desk.outbox_pulse import Pulse, alone
from overtone.desk.sender_pace import Pace
from overtone.desk.smtp import Answer, Line, Outcome, Server
from overtone.errors import SendError

HAND = 400  # rows known to be due, held ready
DEEPEST = 10_000  # rows held where the limits of domains block the first ones
GROUP = 20  # transactions between two that are forced to the disk
GLANCE = 0.25  # seconds between two looks at whether a person paused or cancelled
TELLING = 1.0  # seconds between two looks at the books
REFUSALS = 10  # mails refused one after the other by their content: the send pauses itself


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run goes."""

    connections: int = 2
    rate: float = 20.0  # mails a second
    per_domain: float = 0.0  # mails a second to any one domain, 0: no limit
    patient: bool = True  # wait for mails that a server put off
    after_restore: str = ""  # park | requeue: what becomes of unsent mails in a restored database
    rests: tuple[float, ...] = (1, 2, 5, 15, 30, 60)  # seconds after the line broke once, twice …; then it is given up
    clock: Callable[[], datetime] = field(default=_now)
    tell: Callable[[Books], None] = field(default=lambda books: None)


def run(send: Send, server: Server, workspace: Path, options: Options) -> Books:
    """Send what is due until the books balance, a person pauses it, or the deadline comes; the books as they are then.

    SendError where the send is not approved, another process sends, the database was restored from a copy, or the
    server cannot be reached or takes nothing from us. What was not sent stays in the outbox; run again to go on.
    """
    with alone(workspace):
        pulse = Pulse(workspace)
        send.refresh_from_db()
        _may_run(send)
        _after_restore(send, pulse, options.after_restore)
        recover(send, options.clock())
        Send.objects.filter(pk=send.pk, state=Send.State.APPROVED).update(state=Send.State.RUNNING)
        return _Run(send, server, pulse, options).finish()


def head_of(send: Send) -> Letterhead:
    """The mail of a send as it was frozen."""
    return Letterhead(
        name=send.name,
        language=send.language,
        sender=send.sender,
        subject=send.subject,
        date=send.prepared_at,
        bounces=send.bounces,
        unsubscribe=send.unsubscribe,
        archive=send.archive,
        html=bytes(send.html),
        text=bytes(send.text),
    )


def _may_run(send: Send) -> None:
    steps = {
        Send.State.PREPARED: f"another person approves it: `overtone send approve {send.name} --by NAME`",
        Send.State.PAUSED: f"`overtone send resume {send.name}`",
        Send.State.DONE: "nothing is left to do",
        Send.State.CANCELLED: "prepare it again",
    }
    if send.state in steps:
        raise SendError(f"{send.name} is {send.state} and does not run", next_step=steps[Send.State(send.state)])


def _after_restore(send: Send, pulse: Pulse, choice: str) -> None:
    if not pulse.restored():
        return
    if not choice:
        raise SendError(
            "the database is older than the last mail that was sent: it was restored from a copy",
            next_step="--after-restore park (nobody gets a mail twice) or requeue (nobody is left out)",
        )
    with transaction.atomic():
        if choice == Send.OnCrash.PARK:
            set_unsent_aside(send)
        pulse.accept()


class _Run:
    """One run of one send, with what it holds in memory; all that matters is in the database."""

    def __init__(self, send: Send, server: Server, pulse: Pulse, options: Options) -> None:
        self.send, self.pulse, self.options = send, pulse, options
        self.press = Press(head_of(send))
        self.pace = Pace(options.rate, options.per_domain)
        self.idle = [Line(server) for _ in range(options.connections)]
        self.lines = tuple(self.idle)
        self.out: dict[Future[Answer], tuple[Line, Job]] = {}
        self.hand: deque[tuple[int, str]] = deque()
        self.breaks = self.refusals = self.since_forced = 0
        self.glanced = self.told = self.rested = 0.0
        self.forced: bool | None = None
        self.stop = ""  # why no further mail is handed out

    def finish(self) -> Books:
        """Run to the end, or to what stops it; nothing stays on the way."""
        with ThreadPoolExecutor(max_workers=len(self.lines)) as pool:
            try:
                while self._turn(pool):
                    pass
            finally:
                self._land(pool)
                for line in self.lines:
                    line.leave()
        now = self.options.clock()
        self._force(disk=True)
        self.send.refresh_from_db()
        if self.send.state == Send.State.CANCELLED:
            abandon(self.send)
        if now >= self.send.deadline:
            expire(self.send)
        close(self.send, now)
        books = books_of(self.send)
        self.options.tell(books)
        if self.stop:
            raise SendError(self.stop, next_step="see `overtone send status`; run it again to go on")
        return books

    def _turn(self, pool: ThreadPoolExecutor) -> bool:
        """Write down, hand out, wait for an answer; False when nothing is left to do in this run."""
        if not self._free_to_go():
            return False
        now = time.monotonic()
        answers = self._answers()
        self._fill(now)
        rows = self.pace.choose(self.hand, len(self.idle), now) if now >= self.rested else []
        self._commit(pool, answers, rows)
        if self.stop:
            return False
        if self.out:
            rest = self.pace.rest(self.hand, now) if self.hand and self.idle else GLANCE
            wait(self.out, timeout=min(GLANCE, max(rest, 0.001)), return_when=FIRST_COMPLETED)
            return True
        return self._waited(now)

    def _free_to_go(self) -> bool:
        if self.options.clock() >= self.send.deadline:
            return False
        now = time.monotonic()
        if now - self.glanced >= GLANCE:
            self.glanced = now
            self.send.refresh_from_db(fields=["state"])
        if now - self.told >= TELLING:
            self.told = now
            self.options.tell(books_of(self.send))
        return self.send.state == Send.State.RUNNING

    def _fill(self, now: float) -> None:
        blocked = self.hand and self.options.per_domain and self.pace.rest(self.hand, now) > 0
        if not self.hand or (blocked and len(self.hand) < DEEPEST):
            held = [row for row, _ in self.hand]
            self.hand.extend(due(self.send, self.options.clock(), HAND, held) if len(held) < DEEPEST else ())

    def _waited(self, now: float) -> bool:
        """Nothing is on the way: rest where more will be due; False where nothing will, or nobody wants to wait."""
        if not self.hand:
            books = books_of(self.send)
            if not books.queued:
                return False
            later = books.next_at is not None and books.next_at - self.options.clock() > timedelta(seconds=5)
            if later and not self.options.patient:
                return False
        rest = max(self.rested - now, self.pace.rest(self.hand, now))
        time.sleep(min(GLANCE, max(rest, 0.005)))
        return True

    def _answers(self) -> list[tuple[Job, Answer]]:
        """What came back since; the lines are free again."""
        done = [future for future in self.out if future.done()]
        found = []
        for future in done:
            line, job = self.out.pop(future)
            self.idle.append(line)
            found.append((job, future.result()))
        return found

    def _commit(self, pool: ThreadPoolExecutor, answers: list[tuple[Job, Answer]], rows: list[int]) -> None:
        if not (answers or rows):
            return
        now = self.options.clock()
        self._judge(answers)
        parked = self.send.on_crash == Send.OnCrash.PARK
        self._force(parked or not rows or self.since_forced >= GROUP)
        with transaction.atomic():
            record(self.send, answers, now)
            for job, answer in answers:
                refused_at_once(job.row, answer, now)
            jobs = hand_out([] if self.stop else rows)
            self.pulse.beat()
        self.pulse.keep()
        for job in jobs:
            line = self.idle.pop()
            mail = self.press.mail(job.address, job.key, job.token)
            self.out[pool.submit(line.deliver, self.press.envelope(job.token), job.address, mail)] = (line, job)

    def _judge(self, answers: list[tuple[Job, Answer]]) -> None:
        """Rest after the line broke; stop where the server takes nothing."""
        for _, answer in answers:
            if answer.outcome in (Outcome.BROKEN, Outcome.UNSURE):
                self.breaks += 1
                at = min(self.breaks, len(self.options.rests)) - 1
                self.rested = time.monotonic() + self.options.rests[at]
                if self.breaks > len(self.options.rests):
                    self.stop = f"the mail server cannot be reached: {answer.words}"
            elif answer.outcome is Outcome.BARRED:
                self.stop = f"the mail server takes nothing from us: {answer.words}"
            else:
                self.breaks = 0
                content = answer.outcome is Outcome.REFUSED and answer.stage == "data"
                self.refusals = self.refusals + 1 if content else 0
        if self.refusals >= REFUSALS and not self.stop:
            self.stop = f"{self.refusals} mails in a row were refused for what they are: {answers[-1][1].words}"
            with suppress(SendError):
                pause(self.send)

    def _land(self, pool: ThreadPoolExecutor) -> None:
        """Wait for what is on the way and write down what became of it."""
        if self.out:
            wait(self.out)
        self._commit(pool, self._answers(), [])

    def _force(self, disk: bool) -> None:
        """Whether the next commit is forced to the disk, or only outlives the process."""
        self.since_forced = 0 if disk else self.since_forced + 1
        if disk == self.forced:
            return
        self.forced = disk
        statement = {
            "sqlite": f"PRAGMA synchronous={'FULL' if disk else 'NORMAL'}",
            "postgresql": f"SET synchronous_commit TO {'ON' if disk else 'OFF'}",
        }
        with connection.cursor() as cursor:
            cursor.execute(statement[connection.vendor])
