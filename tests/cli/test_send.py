"""`overtone send` from the first preparation to balanced books, as two persons type it."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.db import connections

from overtone.bench.mail_sink import noted, sink
from overtone.publish.mail import Service
from overtone.publish.site import Beside, publish
from overtone.settings import read_settings
from tests.cli.calling import call
from tests.desk.reported import dsn
from tests.publish.week41 import edition

SETTINGS = """
[edition]
address = "https://overtone.example.org"
languages = ["en", "be"]
[desk]
address = "https://desk.example.org"
[newsletter]
sender = "Overtone <weekly@example.org>"
bounces = "bounces@example.org"
imprint = "Overtone | Example street 1"
rate = 1000
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def port(kept: Path) -> Iterator[int]:
    with sink(kept / "noted", kept) as number:
        yield number


@pytest.fixture
def place(tmp_path: Path, port: int) -> Iterator[Path]:
    """A workspace with a published week, three readers, and a mail server."""
    smtp = f'smtp = "plain://127.0.0.1:{port}"\n'
    (tmp_path / "overtone.toml").write_text(SETTINGS + smtp)
    settings = read_settings(tmp_path)
    service = Service(address=settings.desk_address, imprint=settings.imprint)
    publish(edition(), settings.site, base_url=settings.address, beside=Beside(service=service))
    for name, lang in (("one", "be"), ("two", "be"), ("three", "en")):
        words = ("readers", "add", f"{name}@example.org", "--lang", lang, "--confirmed", "--consent", "a made-up list")
        assert call(*words, cwd=tmp_path).code == 0
    yield tmp_path
    connections.close_all()


def prepared(place: Path) -> None:
    told = call("send", "prepare", "--week", "2022-W41", "--by", "First Person", cwd=place)
    assert told.code == 0, told.err


def test_a_week_is_prepared_approved_sent_and_its_bounces_read(place: Path, kept: Path) -> None:
    (kept / "noted").write_text("")
    prepared(place)
    refused = call("send", "approve", "--by", "first person", cwd=place)
    assert (refused.code, "another person must approve" in refused.err) == (9, True)
    assert call("send", "run", cwd=place).code == 2
    assert call("send", "approve", "--by", "Second Person", cwd=place).code == 0
    ran = call("send", "run", "--json", cwd=place)
    assert ran.code == 0, ran.err
    books = {one["name"]: one["books"] for one in ran.body["sends"]}
    assert {name: (one["candidates"], one["accepted"], one["balanced"]) for name, one in books.items()} == {
        "2022-W41.be": (2, 2, True),
        "2022-W41.en": (1, 1, True),
    }
    mail = message_from_bytes((kept / "one@example.org.eml").read_bytes(), policy=policy.default)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    envelope = next(sender for to, _, sender in noted(kept / "noted") if to == "one@example.org")
    (place / "back.eml").write_bytes(dsn("5.1.1", to=envelope))
    assert call("send", "bounces", "back.eml", "--json", cwd=place).body["suppressed"] == 1
    assert "1 known" in call("send", "bounces", "back.eml", cwd=place).out
    assert call("send", "status", "2022-W41.be", "--json", cwd=place).body["sends"][0]["books"]["bounced"] == 1
    assert (place / "site" / "be" / "mail" / "2022-W41" / "sent.json").is_file()


def test_who_is_refused_shows_in_the_books_and_in_the_exit_code(place: Path) -> None:
    call("readers", "add", "gone@example.org", "--lang", "be", "--confirmed", "--consent", "made up", cwd=place)
    prepared(place)
    call("send", "approve", "--by", "Second Person", cwd=place)
    assert call("send", "run", "2022-W41.be", cwd=place).code == 1
    told = call("send", "status", "2022-W41.be", cwd=place)
    assert "550 5.1.1 no such mailbox" in told.out
    assert "First Person" in told.out


def test_a_dry_run_writes_and_sends_nothing(place: Path, kept: Path) -> None:
    (kept / "noted").write_text("")
    told = call("send", "prepare", "--week", "2022-W41", "--by", "First Person", "--dry-run", "--json", cwd=place)
    assert [one["books"]["candidates"] for one in told.body["sends"]] == [1, 2]
    assert call("send", "status", "--json", cwd=place).body["sends"] == []
    prepared(place)
    call("send", "approve", "--by", "Second Person", cwd=place)
    assert "nothing was sent" in call("send", "run", "--dry-run", cwd=place).err
    assert noted(kept / "noted") == []


def test_a_send_is_paused_resumed_and_cancelled(place: Path) -> None:
    prepared(place)
    call("send", "approve", "--by", "Second Person", cwd=place)
    assert call("send", "pause", cwd=place).code == 0
    assert call("send", "run", "2022-W41.be", cwd=place).code == 9
    assert call("send", "resume", "--json", cwd=place).body["sends"][0]["state"] == "running"
    told = call("send", "cancel", "2022-W41.be", "2022-W41.en", "--json", cwd=place)
    assert {one["state"] for one in told.body["sends"]} == {"cancelled"}
    assert [one["books"]["excluded"] for one in told.body["sends"]] == [2, 1]


def test_a_desk_of_one_person_says_so_in_its_settings(place: Path) -> None:
    text = (place / "overtone.toml").read_text()
    (place / "overtone.toml").write_text(f'{text}approval = "none"\n')
    prepared(place)
    assert call("send", "run", cwd=place).code == 0


def test_a_test_mail_goes_to_one_address(place: Path, kept: Path) -> None:
    told = call("send", "test", "editor@example.org", "--week", "2022-W41", "--lang", "be", cwd=place)
    assert "250" in told.out
    mail = message_from_bytes((kept / "editor@example.org.eml").read_bytes(), policy=policy.default)
    assert mail["Subject"].startswith("[test] ")
    assert call("send", "status", "--json", cwd=place).body["sends"] == []


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("prepare",), 2, "one mail has to be named"),
        (("prepare", "--week", "2022-W40"), 9, "no published mail"),
        (("status", "nothing"), 2, "there is no send 'nothing'"),
        (("run",), 2, "no send is approved or running"),
        (("test", "nobody", "--week", "2022-W41"), 2, "no address of mail"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(words: tuple[str, ...], code: int, says: str, place: Path) -> None:
    told = call("send", *words, cwd=place)
    assert told.code == code
    assert says in told.err
    assert "→" in told.err


def test_without_an_address_of_the_site_no_newsletter_can_be_sent(tmp_path: Path) -> None:
    (tmp_path / "overtone.toml").write_text("")
    told = call("send", "prepare", "--week", "2022-W41", cwd=tmp_path)
    assert told.code == 3
    assert "a newsletter needs edition.address" in told.err


def test_help_needs_no_workspace(tmp_path: Path) -> None:
    assert call("send", "run", "--help", cwd=tmp_path).code == 0
