"""What the tables of sending hold by themselves, whatever the code says."""

import pytest
from django.db import IntegrityError, transaction

from overtone.desk.models import Bounce, Message, Pulse, Send
from tests.desk.outgoing import NOW, approved, readers


@pytest.mark.usefixtures("desk")
def test_a_recipient_stands_once_in_a_send_and_a_token_once_anywhere() -> None:
    send = approved("one", "two")
    row = Message.objects.order_by("id")[0]
    for change in ({"recipient": row.recipient, "token": "new"}, {"recipient": 10**9, "token": row.token}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(send=send, due_at=NOW, **change)


@pytest.mark.usefixtures("desk")
def test_a_report_is_counted_once() -> None:
    approved("one")
    row = Message.objects.get()
    Bounce.objects.create(message=row, kind="hard", digest="d", learnt_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Bounce.objects.create(message=row, kind="hard", digest="d", learnt_at=NOW)


@pytest.mark.usefixtures("small_desk")
def test_rows_say_in_a_word_what_they_are() -> None:
    send = approved("one")
    row = Message.objects.get()
    bounce = Bounce(message=row, kind="hard", status="5.1.1", digest="d", learnt_at=NOW)
    assert [str(one) for one in (send, row, bounce, Pulse(number=3))] == [
        "2022-W41.be (approved)",
        f"{row.token} queued",
        "hard 5.1.1",
        "3",
    ]
    assert Send.objects.count() == 1
    assert readers("two")[-1].pk
