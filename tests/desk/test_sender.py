"""The sender: it ends with balanced books, through refusals, broken lines, kills, a deadline, a restored copy."""

import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from django.db import connections

from overtone.bench.mail import How, storm
from overtone.bench.mail_sink import noted, sink
from overtone.desk import outbox
from overtone.desk.books import Books, books_of
from overtone.desk.models import Message, Reader, Send
from overtone.desk.outbox_pulse import alone
from overtone.desk.sender import Options, run
from overtone.desk.smtp import Server
from overtone.errors import SendError
from tests.desk.outgoing import HEAD, PLAN, approved, readers, states

SOON = replace(PLAN, deadline=datetime.now(UTC) + timedelta(hours=1))
NUMBER = count()
FAST = Options(rate=10_000, patient=False, rests=(0.01, 0.01, 0.01))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sink")


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with sink(folder / "noted") as number:
        yield number


@pytest.fixture
def server(port: int, folder: Path) -> Server:
    (folder / "noted").write_text("")
    return Server(host="127.0.0.1", port=port, way="plain", seconds=5.0)


def got(folder: Path) -> Counter[str]:
    return Counter(to.partition("@")[0] for to, _, _ in noted(folder / "noted"))


@pytest.mark.usefixtures("desk")
def test_every_reader_gets_one_mail_and_the_books_balance(server: Server, folder: Path, tmp_path: Path) -> None:
    send = approved("60", plan=SOON)
    books = run(send, server, tmp_path, replace(FAST, connections=3))
    assert (books.accepted, books.balanced) == (60, True)
    assert set(got(folder).values()) == {1}
    assert Send.objects.get().state == "done"
    assert len({name for _, name, _ in noted(folder / "noted")}) == 60


@pytest.mark.usefixtures("desk")
def test_each_answer_has_its_place_in_the_books(server: Server, folder: Path, tmp_path: Path) -> None:
    lost = f"lost{next(NUMBER)}"
    send = approved("fine", "gone", "spam", "full", lost, plan=SOON)
    books = run(send, server, tmp_path, FAST)
    assert states(send) == {"fine": "sent", "gone": "failed", "spam": "failed", "full": "queued", lost: "sent"}
    assert not books.balanced
    assert got(folder)[lost] == 2
    assert len({name for to, name, _ in noted(folder / "noted") if to.startswith("lost")}) == 1
    assert Reader.objects.get(address="gone@example.org").state == "suppressed"
    assert Send.objects.get().state == "running"


@pytest.mark.usefixtures("desk")
def test_where_nobody_may_get_it_twice_a_broken_line_leaves_an_unknown(
    server: Server, folder: Path, tmp_path: Path
) -> None:
    lost = f"lost{next(NUMBER)}"
    send = approved("fine", lost, plan=replace(SOON, on_crash="park"))
    books = run(send, server, tmp_path, FAST)
    assert (books.accepted, books.unknown, books.balanced) == (1, 1, True)
    assert got(folder)[lost] == 1


@pytest.mark.usefixtures("small_desk")
def test_what_was_put_off_goes_out_when_it_is_due(server: Server, tmp_path: Path) -> None:
    send = approved(f"later{next(NUMBER)}", plan=SOON)
    assert run(send, server, tmp_path, FAST).queued == 1
    assert Message.objects.get().answer.startswith("451")
    ahead = replace(FAST, clock=lambda: datetime.now(UTC) + timedelta(minutes=2))
    assert run(send, server, tmp_path, ahead).accepted == 1


@pytest.mark.usefixtures("small_desk")
def test_a_send_that_two_persons_did_not_let_go_does_not_run(server: Server, tmp_path: Path) -> None:
    readers("one")
    send = outbox.prepare(HEAD, "weekly", "2022-W41", SOON)
    with pytest.raises(SendError, match="is prepared and does not run") as caught:
        run(send, server, tmp_path, FAST)
    assert "approve" in caught.value.next_step


@pytest.mark.usefixtures("small_desk")
def test_after_the_deadline_nothing_goes_out(server: Server, folder: Path, tmp_path: Path) -> None:
    send = approved("one", "two", plan=replace(PLAN, deadline=datetime.now(UTC) - timedelta(seconds=1)))
    books = run(send, server, tmp_path, FAST)
    assert (books.failed, books.balanced) == (2, True)
    assert not got(folder)


@pytest.mark.usefixtures("small_desk")
@pytest.mark.parametrize(("act", "left"), [(outbox.pause, "queued"), (outbox.cancel, "excluded")])
def test_a_person_stops_it_while_it_runs(act: object, left: str, server: Server, folder: Path, tmp_path: Path) -> None:
    send = approved("200", plan=SOON)

    def tell(books: Books) -> None:
        if books.accepted and Send.objects.get().state == "running":
            outbox.pause(send) if act is outbox.pause else outbox.cancel(send, datetime.now(UTC))

    books = run(send, server, tmp_path, replace(FAST, rate=60, tell=tell))
    assert 0 < books.accepted < 200
    assert Counter(states(send).values())[left] == 200 - books.accepted
    assert books.balanced is (left == "excluded")
    assert sum(got(folder).values()) == books.accepted


@pytest.mark.usefixtures("small_desk")
def test_a_server_that_is_away_stops_the_run_and_leaves_everything_queued(tmp_path: Path) -> None:
    send = approved("3", plan=SOON)
    with pytest.raises(SendError, match="cannot be reached"):
        run(send, Server(host="127.0.0.1", port=9, way="plain"), tmp_path, replace(FAST, patient=True, rests=(0.01,)))
    assert set(states(send).values()) == {"queued"}
    assert {row.attempts for row in Message.objects.all()} == {0}


@pytest.mark.usefixtures("small_desk")
def test_a_server_that_takes_nothing_from_us_stops_the_run(server: Server, tmp_path: Path) -> None:
    send = approved("3", plan=SOON, head=replace(HEAD, bounces="barred@example.org"))
    with pytest.raises(SendError, match="takes nothing from us: 553"):
        run(send, server, tmp_path, FAST)
    assert set(states(send).values()) == {"queued"}


@pytest.mark.usefixtures("small_desk")
def test_many_refusals_of_the_content_pause_the_send(server: Server, tmp_path: Path) -> None:
    send = approved(*(f"spam{n}" for n in range(30)), plan=SOON)
    with pytest.raises(SendError, match="refused for what they are"):
        run(send, server, tmp_path, replace(FAST, connections=1))
    assert Send.objects.get().state == "paused"
    assert Counter(states(send).values()) == {"failed": 10, "queued": 20}


@pytest.mark.usefixtures("small_desk")
def test_the_rate_is_kept(server: Server, tmp_path: Path) -> None:
    send = approved("20", plan=SOON)
    begun = time.monotonic()
    run(send, server, tmp_path, replace(FAST, rate=40))
    assert time.monotonic() - begun > 0.4


@pytest.mark.usefixtures("desk")
def test_one_sender_at_a_time(server: Server, tmp_path: Path) -> None:
    send = approved("one", plan=SOON)
    with alone(tmp_path), pytest.raises(SendError, match="another process is sending"):
        run(send, server, tmp_path, FAST)
    assert run(send, server, tmp_path, FAST).accepted == 1


@pytest.mark.parametrize(("choice", "mails"), [("", 0), ("park", 0), ("requeue", 5)])
def test_a_restored_database_does_not_send_again_unasked(
    small_desk: str, choice: str, mails: int, server: Server, folder: Path, tmp_path: Path
) -> None:
    send = approved("5", plan=SOON)
    connections.close_all()
    copy = tmp_path / "copy.sqlite3"
    for name in ("", "-wal"):
        if Path(f"{small_desk}{name}").exists():
            shutil.copy(f"{small_desk}{name}", f"{copy}{name}")
    run(send, server, tmp_path, FAST)
    connections.close_all()
    Path(f"{small_desk}-wal").unlink(missing_ok=True)
    Path(f"{small_desk}-shm").unlink(missing_ok=True)
    for name in ("", "-wal"):
        if Path(f"{copy}{name}").exists():
            shutil.copy(f"{copy}{name}", f"{small_desk}{name}")
    (folder / "noted").write_text("")
    if not choice:
        with pytest.raises(SendError, match="restored from a copy"):
            run(send, server, tmp_path, FAST)
        assert books_of(send).queued == 5
        return
    books = run(send, server, tmp_path, replace(FAST, after_restore=choice))
    assert (books.accepted, books.unknown, books.balanced) == (mails, 5 - mails, True)
    assert sum(got(folder).values()) == mails


@pytest.mark.parametrize("park", [False, True])
def test_kills_lose_nothing_and_repeat_at_most_one_each(park: bool, desk: str, tmp_path: Path) -> None:
    how = How(park=park, between=(0.02, 0.15), database=desk)
    found = storm(tmp_path / "storm", 200 if park else 400, 6, how)
    assert found.kills >= 3
    assert found.balanced
    assert found.renamed == 0
    if park:
        assert (found.twice, found.lost <= found.kills) == (0, True)
    else:
        assert (found.lost, found.twice <= found.kills) == (0, True)
