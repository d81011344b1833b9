"""The books of a send: how many readers there were, and what became of each of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from overtone.desk.models import Bounce, Message, Send

State = Message.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Counts of one send; `candidates = accepted + excluded + failed + unknown`, or it is not done."""

    candidates: int  # readers frozen when it was prepared
    queued: int
    sending: int
    accepted: int  # by a mail server; no mail server says more
    excluded: int  # left, suppressed, forgotten, cancelled
    failed: int  # refused for good, given up, or past the deadline
    unknown: int  # on the way when the line broke: taken or not, nobody knows
    bounced: int  # of the accepted, reported back since
    why: tuple[tuple[str, str, int], ...] = ()  # state, reason, how many: for failed, excluded and unknown
    next_at: datetime | None = None  # when the next queued mail is due

    @property
    def settled(self) -> int:
        """How many readers have their final state."""
        return self.accepted + self.excluded + self.failed + self.unknown

    @property
    def balanced(self) -> bool:
        """Whether every reader is accounted for: no mail is on its way, none was lost, none counted twice."""
        return self.candidates == self.settled and not self.queued and not self.sending


def books_of(send: Send) -> Books:
    """The books as the outbox has them now."""
    rows = Message.objects.filter(send=send)
    counts = Counter({row["state"]: row["n"] for row in rows.values("state").annotate(n=Count("id"))})
    ended = rows.filter(state__in=(State.FAILED, State.EXCLUDED, State.UNKNOWN))
    reasons: Counter[tuple[str, str]] = Counter()
    for row in ended.values("state", "answer").annotate(n=Count("id")):
        reasons[row["state"], row["answer"]] += row["n"]
    return Books(
        candidates=send.candidates,
        queued=counts[State.QUEUED],
        sending=counts[State.SENDING],
        accepted=counts[State.SENT],
        excluded=counts[State.EXCLUDED],
        failed=counts[State.FAILED],
        unknown=counts[State.UNKNOWN],
        bounced=Bounce.objects.filter(message__send=send).values("message").distinct().count(),
        why=tuple((state, reason, n) for (state, reason), n in reasons.most_common()),
        next_at=rows.filter(state=State.QUEUED).aggregate(at=Min("due_at"))["at"],
    )
