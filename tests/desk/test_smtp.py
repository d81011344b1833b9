"""The line to a mail server: each outcome in one word, above all whether the mail may have been taken."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from overtone.bench.mail_sink import noted, sink
from overtone.desk.smtp import Line, Outcome, Server, server_of
from overtone.errors import SendError
from overtone.settings import read_settings

WORD = "made-up"
MAIL = b"Message-ID: <one@example.org>\r\nSubject: x\r\n\r\n.hidden dot\r\ntext\r\n"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def port(kept: Path) -> Iterator[int]:
    with sink(kept / "noted", kept) as number:
        yield number


def plain(port: int, seconds: float = 5.0) -> Server:
    return Server(host="127.0.0.1", port=port, way="plain", seconds=seconds)


@pytest.mark.parametrize(
    ("name", "outcome", "stage", "status"),
    [
        ("reader", Outcome.ACCEPTED, "data", "2.0.0"),
        ("gone", Outcome.REFUSED, "rcpt", "5.1.1"),
        ("full", Outcome.LATER, "rcpt", "4.2.2"),
        ("spam", Outcome.REFUSED, "data", "5.7.1"),
        ("lost", Outcome.UNSURE, "answer", ""),
    ],
)
def test_what_became_of_a_mail_is_one_word(port: int, name: str, outcome: Outcome, stage: str, status: str) -> None:
    line = Line(plain(port))
    found = line.deliver("bounces@example.org", f"{name}@example.org", MAIL)
    line.leave()
    assert (found.outcome, found.stage, found.status) == (outcome, stage, status)


def test_one_line_carries_many_mails_and_goes_on_after_a_refusal(port: int, kept: Path) -> None:
    line, before = Line(plain(port)), len(noted(kept / "noted"))
    names = ("one", "gone", "two", "full", "spam", "three")
    found = [line.deliver("bounces@example.org", f"{name}@example.org", MAIL).outcome for name in names]
    line.leave()
    assert [outcome is Outcome.ACCEPTED for outcome in found] == [True, False, True, False, False, True]
    assert [to.partition("@")[0] for to, _, _ in noted(kept / "noted")[before:]] == ["one", "two", "three"]


def test_a_dot_at_the_start_of_a_line_arrives_as_the_server_undoes_it(port: int, kept: Path) -> None:
    line = Line(plain(port))
    line.deliver("bounces@example.org", "dotted@example.org", MAIL)
    line.leave()
    assert (kept / "dotted@example.org.eml").read_bytes() == MAIL.replace(b"\r\n.hidden", b"\r\n..hidden")


def test_a_sender_that_is_refused_bars_the_whole_send(port: int) -> None:
    line = Line(plain(port))
    assert line.deliver("barred@example.org", "reader@example.org", MAIL).outcome is Outcome.BARRED
    line.close()


def test_a_server_that_is_not_there_certainly_took_nothing() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found = Line(plain(free.getsockname()[1])).deliver("a@example.org", "b@example.org", MAIL)
    assert (found.outcome, found.stage) == (Outcome.BROKEN, "connect")


@contextmanager
def telling(*lines: bytes) -> Iterator[int]:
    """A server that says these lines, one to each command, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            there, _ = listening.accept()
            with there:
                for words in lines:
                    there.sendall(words + b"\r\n")
                    there.recv(65_536)

        thread = threading.Thread(target=talk)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ((b"220 hi", b"250 hi", b"250 ok"), Outcome.BROKEN),
        ((b"220 hi", b"250 hi", b"421 going down"), Outcome.BROKEN),
        ((b"220 hi", b"250 hi", b"250 ok", b"250 ok", b"354 go on"), Outcome.UNSURE),
        ((b"220 hi", b"250 hi", b"250 ok", b"250 ok", b"354 go on", b"421 later"), Outcome.BROKEN),
        ((b"554 not you",), Outcome.BROKEN),
    ],
)
def test_a_line_that_breaks_says_whether_the_mail_may_be_there(lines: tuple[bytes, ...], outcome: Outcome) -> None:
    with telling(*lines) as port:
        line = Line(plain(port))
        assert line.deliver("a@example.org", "b@example.org", MAIL).outcome is outcome
        line.close()


def test_a_server_without_encryption_is_not_given_a_password() -> None:
    with telling(b"220 hi", b"250-hi\r\n250 AUTH PLAIN") as port:
        server = Server(host="127.0.0.1", port=port, way="smtp", user="u", password=WORD, seconds=5.0)
        assert Line(server).deliver("a@example.org", "b@example.org", MAIL).outcome is Outcome.BARRED


def test_the_server_comes_from_the_settings_and_its_password_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{WORD}\n")
    text = '[newsletter]\nsmtp = "smtp://weekly%40example.org@mail.example.org"\npassword-file = "secret"\n'
    (tmp_path / "overtone.toml").write_text(text)
    found = server_of(read_settings(tmp_path), {})
    assert (found.host, found.port, found.way, found.user) == ("mail.example.org", 587, "smtp", "weekly@example.org")
    assert found.password == WORD
    assert WORD not in repr(found)
    assert server_of(read_settings(tmp_path), {"OVERTONE_SMTP_PASSWORD": "other"}).password == WORD


@pytest.mark.parametrize(
    ("lines", "match"),
    [
        ("", "no mail server is named"),
        ('smtp = "smtps://me@mail.example.org"', "the password of me at mail.example.org is not known"),
        ('smtp = "plain://127.0.0.1:25"\npassword-file = "none"', "cannot be read"),
        ('smtp = "plain://me@mail.example.org"\npassword-file = "overtone.toml"', "unencrypted"),
    ],
)
def test_what_is_missing_is_told(tmp_path: Path, lines: str, match: str) -> None:
    (tmp_path / "overtone.toml").write_text(f"[newsletter]\n{lines}\n")
    with pytest.raises(SendError, match=match):
        server_of(read_settings(tmp_path), {})
