"""Letters reach the mail server once, whatever happens in between."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from overtone.bench.mail_sink import noted, sink
from overtone.desk import readers
from overtone.desk.models import Letter
from overtone.desk.postman import HELD, Postman, _claimed, deliver, forget_done, postman_of
from overtone.desk.smtp import Server
from overtone.errors import SendError
from overtone.settings import read_settings
from tests.desk.visiting import subscriber

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("letters")


@pytest.fixture(scope="module")
def port(kept: Path) -> Iterator[int]:
    with sink(kept / "noted", kept) as number:
        yield number


@pytest.fixture
def postman(port: int) -> Postman:
    return Postman(
        server=Server(host="127.0.0.1", port=port, way="plain", seconds=5.0),
        base="https://desk.example.org",
        sender="Overtone <weekly@example.org>",
        bounces="bounces@example.org",
        imprint="",
        rate=1000,
    )


def asked(*names: str, now: datetime) -> None:
    for name in names:
        readers.ask(f"{name}@example.org", "be", now)


def state(name: str) -> str:
    return Letter.objects.filter(reader__address=f"{name}@example.org").latest("pk").state


def test_letters_that_are_due_go_out_once(postman: Postman, kept: Path, now: datetime) -> None:
    before = len(noted(kept / "noted"))
    asked("one", "two", now=now)
    assert deliver(postman, lambda: now) == {"sent": 2}
    assert deliver(postman, lambda: now) == {}
    assert len(noted(kept / "noted")) == before + 2
    mail = (kept / "one@example.org.eml").read_bytes()
    assert f"Message-ID: <{Letter.objects.earliest('pk').message_id}@example.org>".encode() in mail


def test_a_refusal_for_good_ends_a_letter_and_one_for_now_puts_it_off(postman: Postman, now: datetime) -> None:
    asked("gone", "full", "good", now=now)
    assert deliver(postman, lambda: now) == {"failed": 1, "queued": 1, "sent": 1}
    assert Letter.objects.get(reader__address="full@example.org").due_at == now + timedelta(minutes=1)
    assert deliver(postman, lambda: now) == {}
    assert deliver(postman, lambda: now + timedelta(minutes=1)) == {"queued": 1}
    assert Letter.objects.get(reader__address="full@example.org").due_at == now + timedelta(minutes=6)
    assert deliver(postman, lambda: now + timedelta(days=7)) == {"excluded": 1}


def test_who_died_with_a_letter_in_hand_leaves_it_to_be_sent_again(postman: Postman, now: datetime) -> None:
    asked("dropped", now=now)
    letter = Letter.objects.get()
    assert _claimed(letter.pk, now) is not None
    assert _claimed(letter.pk, now) is None, "nobody else takes it meanwhile"
    assert deliver(postman, lambda: now + HELD - timedelta(seconds=1)) == {}
    assert deliver(postman, lambda: now + HELD) == {"sent": 1}
    assert Letter.objects.get().message_id == letter.message_id


def test_a_letter_that_nobody_wants_any_more_is_not_sent(postman: Postman, kept: Path, now: datetime) -> None:
    before = len(noted(kept / "noted"))
    asked("left", "stopped", now=now)
    readers.leave(Letter.objects.earliest("pk").reader.key, now)
    readers.suppress("stopped@example.org", "complained", now)
    assert deliver(postman, lambda: now) == {"excluded": 2}
    assert len(noted(kept / "noted")) == before


def test_a_forgotten_reader_takes_the_letter_along(postman: Postman, now: datetime) -> None:
    asked("forgotten", now=now)
    readers.forget("forgotten@example.org", now)
    assert deliver(postman, lambda: now) == {}


def test_where_the_server_is_gone_letters_wait(postman: Postman, now: datetime) -> None:
    asked("one", "two", now=now)
    away = Postman(
        server=Server(host="127.0.0.1", port=9, way="plain", seconds=1.0),
        base=postman.base,
        sender=postman.sender,
        bounces="",
        imprint="",
        rate=1000,
    )
    assert deliver(away, lambda: now) == {"queued": 1}, "one failure is enough to stop the round"
    assert away.envelope() == "weekly@example.org"
    assert deliver(postman, lambda: now + timedelta(minutes=1)) == {"sent": 2}


def test_letters_that_are_done_are_deleted_after_thirty_days(postman: Postman, now: datetime) -> None:
    asked("one", now=now)
    deliver(postman, lambda: now)
    assert (forget_done(now + timedelta(days=30)), forget_done(now + timedelta(days=31))) == (0, 1)
    subscriber()
    assert forget_done(datetime.now(UTC) + timedelta(days=31)) == 0, "what still waits is kept"


def test_a_setting_that_letters_need_is_named(tmp_path: Path) -> None:
    given = {"OVERTONE_DESK_ADDRESS": "https://desk.example.org"}
    with pytest.raises(SendError) as caught:
        postman_of(read_settings(tmp_path, given))
    assert caught.value.where == "newsletter.sender"
    given |= {
        "OVERTONE_NEWSLETTER_SENDER": "Overtone <a@example.org>",
        "OVERTONE_NEWSLETTER_SMTP": "plain://127.0.0.1:25",
    }
    assert postman_of(read_settings(tmp_path, given)).base == "https://desk.example.org"
