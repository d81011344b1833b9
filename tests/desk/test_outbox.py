"""The outbox: who is in it is frozen, two persons let it go, and its books balance whatever happens, in any order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from overtone.desk import outbox
from overtone.desk.books import books_of
from overtone.desk.models import Message, Reader, Send
from overtone.desk.outbox import Job
from overtone.desk.outbox_message import Press
from overtone.desk.sender import head_of
from overtone.desk.smtp import Outcome
from overtone.errors import SendError, UsageError
from tests.desk.outgoing import HEAD, NOW, PLAN, answer, approved, readers, states

LATE = NOW + timedelta(hours=25)


@pytest.mark.usefixtures("desk")
def test_the_readers_are_those_at_preparation() -> None:
    readers("one", "two")
    readers("asked", state="pending")
    readers("left", state="unsubscribed")
    readers("english", language="en")
    send = outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    readers("later")
    assert states(send) == {"one": "queued", "two": "queued"}
    assert send.candidates == 2


@pytest.mark.usefixtures("desk")
def test_who_left_since_or_is_gone_gets_nothing_and_is_counted() -> None:
    send = approved("stays", "leaves", "forgotten", "suppressed")
    Reader.objects.filter(address="leaves@example.org").update(state="unsubscribed")
    Reader.objects.filter(address="suppressed@example.org").update(state="suppressed")
    Reader.objects.filter(address="forgotten@example.org").delete()
    with transaction.atomic():
        jobs = outbox.hand_out([row for row, _ in outbox.due(send, NOW, 10)])
    assert [job.address for job in jobs] == ["stays@example.org"]
    assert {(state, why) for state, why, _ in books_of(send).why} == {
        ("excluded", "unsubscribed"),
        ("excluded", "suppressed"),
        ("excluded", "forgotten"),
    }


@pytest.mark.usefixtures("small_desk")
def test_a_forgotten_reader_leaves_no_address_in_the_outbox() -> None:
    send = approved("forgotten")
    Reader.objects.all().delete()
    row = Message.objects.get(send=send)
    assert "example.org" not in "".join(str(getattr(row, field.name)) for field in Message._meta.fields)


@pytest.mark.usefixtures("small_desk")
def test_an_address_that_cannot_be_mailed_is_excluded_from_the_start() -> None:
    readers("fine", "two words")
    send = outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    assert states(send) == {"fine": "queued", "two words": "excluded"}


@pytest.mark.usefixtures("desk")
def test_who_prepared_a_send_does_not_approve_it() -> None:
    readers("one")
    send = outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    for name in ("First Person", " first   person "):
        with pytest.raises(SendError, match="another person"):
            outbox.approve(send, name, NOW)
    assert outbox.approve(send, "Second Person", NOW).state == Send.State.APPROVED
    with pytest.raises(SendError, match="cannot be approved"):
        outbox.approve(send, "Third Person", NOW)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("change", [{"approved_by": "First Person"}, {"state": "running"}])
def test_the_database_itself_holds_two_persons(change: dict[str, str]) -> None:
    readers("one")
    send = outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Send.objects.filter(pk=send.pk).update(**change)


@pytest.mark.usefixtures("small_desk")
def test_a_desk_of_one_person_says_so_and_is_let_go_by_the_same() -> None:
    readers("one")
    send = outbox.prepare(HEAD, "weekly", "2022-W41", replace(PLAN, two_persons=False))
    assert outbox.approve_alone(send, NOW).approved_by == "First Person"


@pytest.mark.usefixtures("small_desk")
def test_a_mail_is_prepared_once_and_again_only_when_it_was_cancelled() -> None:
    readers("one")
    first = outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    with pytest.raises(UsageError, match="there already"):
        outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    outbox.cancel(first, NOW)
    second = outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)
    assert (first.name, second.name) == ("2022-W41.be", "2022-W41.be.2")
    tokens = set(Message.objects.values_list("token", flat=True))
    assert len(tokens) == 2


@pytest.mark.usefixtures("small_desk")
def test_a_dry_preparation_writes_nothing_and_tells_how_many() -> None:
    readers("one", "two")
    assert outbox.prepare(HEAD, "weekly", "2022-W41", replace(PLAN, dry=True)).candidates == 2
    assert not Send.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.usefixtures("small_desk")
def test_nobody_to_write_to_is_told() -> None:
    with pytest.raises(SendError, match="nobody reads in be"):
        outbox.prepare(HEAD, "weekly", "2022-W41", PLAN)


@pytest.mark.usefixtures("small_desk")
@pytest.mark.parametrize("by", ["", "  ", "a\x00b", "x" * 81])
def test_a_name_is_needed(by: str) -> None:
    readers("one")
    with pytest.raises(UsageError, match="a name is needed"):
        outbox.prepare(HEAD, "weekly", "2022-W41", replace(PLAN, by=by))


@pytest.mark.usefixtures("small_desk")
def test_the_token_of_a_reader_is_always_the_same_and_each_has_another() -> None:
    assert outbox.token_of("a", 1) == outbox.token_of("a", 1)
    assert len({outbox.token_of(name, n) for name in ("a", "b") for n in range(50)}) == 100


@pytest.mark.usefixtures("small_desk")
def test_what_is_frozen_is_what_was_published() -> None:
    send = approved("one")
    assert head_of(Send.objects.get(pk=send.pk)) == HEAD
    assert Press(head_of(send)).message_id("t") == "<2022-W41.be.t@example.org>"


@pytest.mark.usefixtures("small_desk")
@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.ACCEPTED, "sent"),
        (Outcome.REFUSED, "failed"),
        (Outcome.LATER, "queued"),
        (Outcome.BROKEN, "queued"),
        (Outcome.UNSURE, "queued"),
        (Outcome.BARRED, "queued"),
    ],
)
def test_what_a_server_says_decides_the_row(outcome: Outcome, state: str) -> None:
    send = approved("one")
    job = handed(send)[0]
    outbox.record(send, [(job, answer(outcome))], NOW)
    assert states(send) == {"one": state}


@pytest.mark.usefixtures("small_desk")
def test_a_server_that_puts_off_is_asked_less_and_less_often_and_then_no_more() -> None:
    send, now = approved("one"), NOW
    waits = []
    while found := outbox.due(send, now, 1):
        jobs = outbox.hand_out([row for row, _ in found])
        outbox.record(send, [(jobs[0], answer(Outcome.LATER))], now)
        row = Message.objects.get()
        waits.append(row.due_at - now)
        now = row.due_at
    assert waits[:-1] == list(outbox.WAITS)
    assert states(send) == {"one": "failed"}
    assert "given up after 6" in Message.objects.get().answer


@pytest.mark.usefixtures("small_desk")
def test_after_a_crash_what_was_on_its_way_is_queued_again_or_parked() -> None:
    send = approved("one", "two", "three")
    handed(send, 2)
    assert outbox.recover(send, NOW) == 2
    assert books_of(send).queued == 3
    Send.objects.update(on_crash="park")
    send.refresh_from_db()
    handed(send, 1)
    outbox.recover(send, NOW)
    assert (books_of(send).queued, books_of(send).unknown) == (2, 1)


@pytest.mark.usefixtures("small_desk")
def test_a_paused_send_resumes_a_cancelled_one_does_not() -> None:
    send = approved("one", "two")
    assert outbox.pause(send).state == "paused"
    assert outbox.resume(send).state == "running"
    job = handed(send, 1)[0]
    outbox.cancel(send, NOW)
    outbox.record(send, [(job, answer(Outcome.ACCEPTED))], NOW)
    assert sorted(states(send).values()) == ["excluded", "sent"]
    assert books_of(send).balanced
    with pytest.raises(SendError, match="cannot be resumed"):
        outbox.resume(send)


@pytest.mark.usefixtures("small_desk")
def test_a_cancelled_send_whose_sender_died_has_balanced_books_too() -> None:
    send = approved("one", "two")
    handed(send, 1)
    outbox.cancel(send, NOW)
    assert not books_of(send).balanced
    outbox.cancel(send, NOW)
    outbox.abandon(send)
    assert sorted(states(send).values()) == ["excluded", "unknown"]
    assert books_of(send).balanced


def handed(send: Send, most: int = 1) -> list[Job]:
    return outbox.hand_out([row for row, _ in outbox.due(send, NOW, most)])


class Outbox(RuleBasedStateMachine):
    """A send of a few readers under anything that can happen, with a server that remembers what it took."""

    @initialize(number=st.integers(1, 5), park=st.booleans())
    def begin(self, number: int, park: bool) -> None:
        Send.objects.all().delete()
        Reader.objects.all().delete()
        plan = replace(PLAN, on_crash="park" if park else "requeue")
        self.send = approved(*(f"reader{n}" for n in range(number)), plan=plan)
        self.park, self.now = park, NOW
        self.flying: list[Job] = []
        self.taken: dict[str, int] = {}
        self.may_repeat: dict[str, int] = {}  # token → how often a crash or a broken line left it open
        self.wrong: list[str] = []

    @rule(most=st.integers(1, 3))
    def hand(self, most: int) -> None:
        self.send.refresh_from_db()
        if self.send.state in ("approved", "running") and self.now < PLAN.deadline:
            with transaction.atomic():
                self.flying += outbox.hand_out([row for row, _ in outbox.due(self.send, self.now, most)])

    @precondition(lambda self: self.flying)
    @rule(outcome=st.sampled_from(Outcome), arrived=st.booleans())
    def hear(self, outcome: Outcome, arrived: bool) -> None:
        job = self.flying.pop(0)
        if outcome is Outcome.ACCEPTED or (outcome is Outcome.UNSURE and arrived):
            self.take(job)
        if outcome is Outcome.UNSURE:
            self.may_repeat[job.token] = self.may_repeat.get(job.token, 0) + 1
        with transaction.atomic():
            outbox.record(self.send, [(job, answer(outcome))], self.now)

    @rule(arrived=st.integers(0, 3))
    def die(self, arrived: int) -> None:
        for job in self.flying[:arrived]:
            self.take(job)
        for job in self.flying:
            self.may_repeat[job.token] = self.may_repeat.get(job.token, 0) + 1
        self.flying = []
        outbox.recover(self.send, self.now)

    @rule(which=st.integers(0, 4), state=st.sampled_from(["unsubscribed", "suppressed", "active"]))
    def change_reader(self, which: int, state: str) -> None:
        Reader.objects.filter(address=f"reader{which}@example.org").update(state=state)

    @rule(which=st.integers(0, 4))
    def forget(self, which: int) -> None:
        Reader.objects.filter(address=f"reader{which}@example.org").delete()

    @rule(minutes=st.sampled_from([1, 60, 300]))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(act=st.sampled_from([outbox.pause, outbox.resume]))
    def press(self, act: Callable[[Send], Send]) -> None:
        self.send.refresh_from_db()
        try:
            act(self.send)
        except SendError:
            self.send.refresh_from_db()

    def take(self, job: Job) -> None:
        self.taken[job.token] = self.taken.get(job.token, 0) + 1

    @invariant()
    def nobody_is_lost_or_counted_twice(self) -> None:
        books = books_of(self.send)
        assert books.candidates == books.settled + books.queued + books.sending
        assert books.sending == len(self.flying)

    @invariant()
    def nobody_gets_a_mail_twice_without_a_crash(self) -> None:
        for token, times in self.taken.items():
            assert times <= 1 + (0 if self.park else self.may_repeat.get(token, 0))

    @invariant()
    def sent_means_taken(self) -> None:
        for row in Message.objects.filter(send=self.send):
            taken = self.taken.get(row.token, 0)
            assert taken or row.state != "sent"
            assert not taken or row.state not in ("failed", "excluded") or self.may_repeat.get(row.token)

    def teardown(self) -> None:
        if not hasattr(self, "send"):
            return
        self.die(0)
        Send.objects.filter(pk=self.send.pk).update(state="running")
        for _ in range(40):
            self.hand(3)
            while self.flying:
                self.hear(Outcome.ACCEPTED, arrived=True)
            self.now += timedelta(hours=5)
        if self.now >= PLAN.deadline:
            outbox.expire(self.send)
        assert outbox.close(self.send, self.now)
        assert Send.objects.get(pk=self.send.pk).state == "done"
        assert books_of(self.send).balanced
        for row in Message.objects.filter(send=self.send, state="queued"):
            raise AssertionError(row)


@pytest.mark.usefixtures("small_desk")
def test_whatever_happens_no_mail_is_lost_and_the_books_balance() -> None:
    run_state_machine_as_test(Outbox, settings=settings(max_examples=15, stateful_step_count=20, deadline=None))
