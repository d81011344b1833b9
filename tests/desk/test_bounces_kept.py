"""What reports do to readers: one hard bounce or complaint ends it, three soft ones do, and each counts once."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from overtone.desk import outbox
from overtone.desk.bounces import Report
from overtone.desk.bounces_kept import Sorted, refused_at_once, take
from overtone.desk.models import Bounce, Message, Reader, Send
from overtone.desk.smtp import Outcome
from tests.desk.outgoing import HEAD, NOW, PLAN, answer, approved

pytestmark = pytest.mark.usefixtures("desk")


def report(kind: str, token: str, digest: str, status: str = "") -> Report:
    return Report(token=token, kind=kind, status=status, words="", digest=digest)


def state() -> str:
    return Reader.objects.get().state


def token() -> str:
    return Message.objects.latest("id").token


def told(*reports: Report, days: int = 0) -> Sorted:
    return take(reports, NOW + timedelta(days=days))


@pytest.mark.parametrize("kind", ["hard", "complaint"])
def test_one_hard_bounce_or_complaint_ends_it(kind: str) -> None:
    approved("reader")
    found = told(report(kind, token(), "a", "5.1.1"))
    assert found.suppressed == 1
    assert (state(), Reader.objects.get().reason.split()[0]) == ("suppressed", kind)


def sends(days: Sequence[int]) -> Sorted:
    """A soft bounce of another mail on each of these days; what the last one did."""
    approved("reader")
    found = None
    for number, day in enumerate(days):
        if number:
            Send.objects.update(state="cancelled")
            outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
        found = told(report("soft", token(), f"digest{number}", "4.2.2"), days=day)
    assert found is not None
    return found


def test_the_third_soft_bounce_of_another_mail_ends_it() -> None:
    assert sends([0, 7, 14]).suppressed == 1
    assert state() == "suppressed"


@pytest.mark.parametrize("days", [[0, 7], [0, 60, 120]])
def test_fewer_or_over_a_long_time_do_not(days: list[int]) -> None:
    assert sends(days).suppressed == 0
    assert state() == "active"


def test_three_reports_of_one_mail_are_one_occasion() -> None:
    approved("reader")
    assert told(*(report("soft", token(), digest) for digest in "abc")).soft == 3
    assert state() == "active"


def test_a_report_that_was_read_before_counts_no_more() -> None:
    approved("reader")
    one = report("soft", token(), "a")
    assert (told(one).known, told(one).known) == (0, 1)
    assert Bounce.objects.count() == 1


def test_a_mail_to_leave_unsubscribes() -> None:
    approved("reader")
    assert told(report("leave", token(), "a")).left == 1
    assert state() == "unsubscribed"


def test_what_is_not_ours_changes_nothing() -> None:
    approved("reader")
    found = told(report("hard", "", "a"), report("hard", "of-nobody", "b"), report("", token(), "c"))
    assert (found.read, found.strange) == (3, 3)
    assert state() == "active"


def test_a_forgotten_reader_is_not_written_down_again() -> None:
    approved("reader")
    name = token()
    Reader.objects.all().delete()
    told(report("hard", name, "a", "5.1.1"), report("leave", name, "b"))
    assert not Reader.objects.exists()


@pytest.mark.parametrize(
    ("words", "stage", "ended"),
    [
        ("550 5.1.1 no such mailbox", "rcpt", True),
        ("550 5.7.1 not from you", "rcpt", False),
        ("550 no", "rcpt", False),
        ("550 5.1.1 odd", "data", False),
    ],
)
def test_a_server_that_says_there_is_no_such_mailbox_is_believed_at_once(words: str, stage: str, ended: bool) -> None:
    approved("reader")
    row = Message.objects.get().pk
    for _ in range(1):
        refused_at_once(row, answer(Outcome.REFUSED, words, stage), NOW)
    assert (state() == "suppressed") is ended
