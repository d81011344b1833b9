"""The books of a send: they balance when every reader is accounted for, and not before."""

import pytest

from overtone.desk.books import Books, books_of
from overtone.desk.models import Bounce, Message
from tests.desk.outgoing import NOW, approved


def books(**counts: int) -> Books:
    told = counts.get
    return Books(
        candidates=counts["candidates"],
        queued=told("queued", 0),
        sending=told("sending", 0),
        accepted=told("accepted", 0),
        excluded=told("excluded", 0),
        failed=told("failed", 0),
        unknown=told("unknown", 0),
        bounced=told("bounced", 0),
    )


@pytest.mark.parametrize(
    ("counts", "balanced"),
    [
        ({"candidates": 4, "accepted": 1, "excluded": 1, "failed": 1, "unknown": 1}, True),
        ({"candidates": 4, "accepted": 3, "queued": 1}, False),
        ({"candidates": 4, "accepted": 3, "sending": 1}, False),
        ({"candidates": 4, "accepted": 3}, False),
        ({"candidates": 4, "accepted": 5}, False),
        ({"candidates": 4, "accepted": 4, "bounced": 2}, True),
    ],
)
def test_candidates_are_accepted_excluded_failed_and_unknown(counts: dict[str, int], balanced: bool) -> None:
    assert books(**counts).balanced is balanced


@pytest.mark.usefixtures("desk")
def test_the_books_are_what_the_outbox_holds() -> None:
    send = approved("one", "two", "three", "four", "five")
    for row, (state, words) in zip(
        Message.objects.order_by("id"),
        [("sent", ""), ("failed", "550 no"), ("failed", "550 no"), ("unknown", "?"), ("queued", "")],
        strict=True,
    ):
        Message.objects.filter(pk=row.pk).update(state=state, answer=words)
    first = Message.objects.order_by("id")[0]
    for digest in "ab":
        Bounce.objects.create(message=first, kind="soft", digest=digest, learnt_at=NOW)
    found = books_of(send)
    assert (found.candidates, found.accepted, found.failed, found.unknown, found.queued) == (5, 1, 2, 1, 1)
    assert found.why[0] == ("failed", "550 no", 2)
    assert (found.bounced, found.next_at, found.settled) == (1, NOW, 4)
