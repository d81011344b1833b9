"""The service as it runs: a process that answers, sends letters and ends gently; a reader's whole way through it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from django.db import connection

from overtone.bench.mail_sink import noted, sink
from overtone.desk.abuse import PER_NETWORK
from overtone.desk.books import Books
from overtone.desk.configure import open_desk
from overtone.desk.models import Attempt, Message, Reader, Send
from overtone.desk.outbox import Plan, approve, prepare
from overtone.desk.readers import bring
from overtone.desk.sender import Options, run
from overtone.desk.service import serve
from overtone.desk.smtp import server_of
from overtone.errors import DeskError
from overtone.settings import Settings, read_settings
from tests.desk.outgoing import HEAD
from tests.desk.visiting import stamp

FORM = "application/x-www-form-urlencoded"


class Running:
    """A desk that answers in a process of its own, with a mail server that notes what it takes."""

    def __init__(self, workspace: Path) -> None:
        self.settings = read_settings(workspace)
        self.folder = workspace / "mails"
        words = [sys.executable, "-m", "overtone", "-w", str(workspace), "desk", "--port", "0"]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("OVERTONE_")}
        self.process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=clean)
        assert self.process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.process.stderr.readline())
        if found is None:
            self.process.kill()
            raise AssertionError(self.process.communicate()[1])
        self.port = int(found[1])

    def ask(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> tuple[HTTPResponse, str]:
        """GET, or POST where there are fields."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=20)
        body = urlencode(fields) if fields is not None else None
        told = {"Host": "desk.example.org", **({"Content-Type": FORM} if fields is not None else {}), **headers}
        line.request("GET" if fields is None else "POST", path, body, told)
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer, text

    def mail_to(self, address: str, after: float = 0.0) -> str:
        """The words of the latest mail that this address got."""
        path = self.folder / f"{address}.eml"
        until = time.monotonic() + 20
        while not path.exists() or path.stat().st_mtime < after:
            assert time.monotonic() < until, "no mail came"
            time.sleep(0.05)
        return path.read_bytes().decode("ascii")

    def end(self) -> tuple[int, str]:
        """End it as an operator would; the exit code and what it said."""
        self.process.send_signal(signal.SIGTERM)
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One process for all tests of this file; at the end it must go in peace and have told no secret."""
    workspace = tmp_path_factory.mktemp("service")
    (workspace / "mails").mkdir()
    with sink(workspace / "noted", workspace / "mails") as port:
        (workspace / "overtone.toml").write_text(
            '[desk]\naddress = "http://desk.example.org"\n'
            f'[newsletter]\nsender = "Overtone <weekly@example.org>"\nbounces = "bounces@example.org"\n'
            f'smtp = "plain://127.0.0.1:{port}"\n'
        )
        desk = Running(workspace)
        try:
            yield desk
            assert desk.end() == (0, "")
        finally:
            if desk.process.poll() is None:
                desk.process.kill()
                desk.process.communicate()
            connection.close()


@pytest.fixture
def running(service: Running) -> Running:
    """The service with nobody in its tables, which this process sees too."""
    open_desk(service.settings)
    for table in (Message, Send, Reader, Attempt):
        table._default_manager.all().delete()
    return service


def subscribe(desk: Running, address: str, claimed: str = "192.0.2.1") -> int:
    """Open the form and press the button, as if a while later; the status of the answer."""
    answer, page = desk.ask("/be/")
    forgery = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert forgery is not None
    cookie = SimpleCookie(answer.headers["Set-Cookie"])["overtone"].value
    fields = {"address": address, "language": "be", "stamp": stamp(5), "csrfmiddlewaretoken": forgery[1]}
    told = {"Cookie": f"overtone={cookie}", "Origin": "http://desk.example.org", "X-Forwarded-For": claimed}
    return desk.ask("/be/", fields, **told)[0].status


def path_in(pattern: str, text: str) -> str:
    """The path of the first address in a text."""
    found = re.search(pattern, text)
    assert found is not None
    return urlsplit(found[0]).path


def weekly(settings: Settings, week: str) -> Books:
    """The mail of a week, approved by another person and sent."""
    now = datetime.now(UTC)
    head = replace(HEAD, name=f"{week}.be", unsubscribe="http://desk.example.org/be/unsubscribe/")
    head = replace(head, html=HEAD.html.replace(b"https://desk", b"http://desk"))
    head = replace(head, text=HEAD.text.replace(b"https://desk", b"http://desk"))
    plan = Plan(by="First Person", deadline=now + timedelta(hours=1))
    send = approve(prepare(head, "weekly", week, plan), "Second Person", now)
    return run(send, server_of(settings), settings.workspace, Options(rate=1000.0))


def test_a_reader_subscribes_reads_and_leaves(running: Running) -> None:
    assert subscribe(running, "Reader@example.org") == 302
    letter = message_from_bytes(running.mail_to("reader@example.org").encode(), policy=policy.default)
    link = path_in(r"http://desk\.example\.org/be/confirm/\S+", letter.get_content())
    assert running.ask(link)[0].status == 200
    assert Reader.objects.get().state == "pending"
    assert running.ask(link, {})[0].status == 302
    assert Reader.objects.get().state == "active"
    asked = time.time()
    books = weekly(running.settings, "2022-W41")
    assert (books.candidates, books.balanced) == (1, True)
    mail = message_from_bytes(running.mail_to("reader@example.org", asked).encode(), policy=policy.default)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    away = path_in(r"http://[^>]+", mail["List-Unsubscribe"])
    answer, _ = running.ask(away, {"List-Unsubscribe": "One-Click"})
    assert answer.status == 200
    assert Reader.objects.get().state == "unsubscribed"
    bring("other@example.org", "be", datetime.now(UTC), proof="a list")
    weekly(running.settings, "2022-W42")
    rows = Message.objects.filter(send__name="2022-W42.be").values_list("reader__address", "state")
    assert list(rows) == [("other@example.org", "sent")]
    assert [to for to, _, _ in noted(running.settings.workspace / "noted")].count("reader@example.org") == 2


def test_it_tells_that_it_is_well_and_refuses_what_is_too_large(running: Running) -> None:
    answer, text = running.ask("/health")
    assert (answer.status, json.loads(text)["status"]) == (200, "ok")
    assert "Server" not in answer.headers
    assert running.ask("/be/", {"address": "a" * 40_000})[0].status in (400, 413)
    assert running.ask("/health", Host="elsewhere.example")[0].status == 400
    assert running.ask("/ru/nothing")[0].status == 404


def test_what_a_stranger_says_of_where_it_comes_from_is_not_believed(running: Running) -> None:
    for n in range(PER_NETWORK + 1):
        subscribe(running, f"reader{n}@example.org", f"203.0.113.{n}")
    assert Reader.objects.count() == PER_NETWORK


def test_a_port_that_is_taken_is_told(running: Running) -> None:
    with pytest.raises(DeskError, match="cannot listen"):
        serve(running.settings, "127.0.0.1", running.port, lambda address: None)
