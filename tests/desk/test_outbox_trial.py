"""A test mail goes to one address, says that it is a test, and holds no reader's link."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from overtone.bench.mail_sink import sink
from overtone.desk.outbox_trial import KEY, trial
from overtone.desk.smtp import Server
from overtone.errors import SendError, UsageError
from tests.desk.outgoing import HEAD, LINK


def test_a_test_mail_says_so(tmp_path: Path) -> None:
    with sink(tmp_path / "noted", tmp_path) as port:
        server = Server(host="127.0.0.1", port=port, way="plain")
        assert trial(HEAD, "editor@example.org", server).startswith("250")
        with pytest.raises(SendError, match="550"):
            trial(HEAD, "gone@example.org", server)
    mail = message_from_bytes((tmp_path / "editor@example.org.eml").read_bytes(), policy=policy.default)
    assert mail["Subject"] == f"[test] {HEAD.subject}"
    assert mail["Message-ID"].startswith("<test.2022-W41.be.")
    assert LINK + KEY in mail["List-Unsubscribe"]


def test_without_a_server_it_is_only_printed() -> None:
    assert trial(HEAD, "editor@example.org", None).endswith("not sent")


def test_what_is_no_address_is_told() -> None:
    with pytest.raises(UsageError, match="no address"):
        trial(HEAD, "editor@example.org\r\nBcc: x@example.org", None)
