"""The mail of one recipient: what it holds, that it is the same at every attempt, that nothing breaks its headers."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.desk.outbox_message import Press, fits, mailable
from overtone.errors import SendError
from tests.desk.outgoing import HEAD, HTML, LINK, TEXT

ADDRESS, KEY, TOKEN = "reader@example.org", "key-of-a-reader", "abcdefghij234567abcd"


def parsed(mail: bytes) -> EmailMessage:
    found = message_from_bytes(mail, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_the_parts_are_what_was_published_but_for_the_readers_link() -> None:
    mail = parsed(Press(HEAD).mail(ADDRESS, KEY, TOKEN))
    text, html = mail.iter_parts()
    assert text.get_payload(decode=True) == TEXT.replace(LINK.encode(), (LINK + KEY).encode())
    assert html.get_payload(decode=True) == HTML.replace(LINK.encode(), (LINK + KEY).encode())
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")


def test_cyrillic_travels_as_base64() -> None:
    mail = parsed(Press(HEAD).mail(ADDRESS, KEY, TOKEN))
    assert {part["Content-Transfer-Encoding"] for part in mail.iter_parts()} == {"base64"}
    assert b"quoted-printable" not in Press(HEAD).mail(ADDRESS, KEY, TOKEN).lower()


def test_the_headers_say_what_mail_servers_ask_for() -> None:
    mail = parsed(Press(HEAD).mail(ADDRESS, KEY, TOKEN))
    assert mail["From"] == "Overtone <weekly@example.org>"
    assert mail["To"] == ADDRESS
    assert mail["Subject"] == HEAD.subject
    assert mail["Message-ID"] == f"<2022-W41.be.{TOKEN}@example.org>"
    assert mail["Date"].datetime == HEAD.date
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    ways = re.findall(r"<([^>]+)>", mail["List-Unsubscribe"])
    assert ways == [LINK + KEY, f"mailto:bounces+{TOKEN}-leave@example.org?subject=unsubscribe"]
    assert mail["List-Id"] == "<weekly-be.example.org>"
    assert mail["List-Archive"] == "<https://overtone.example.org/be/mail/>"
    assert (mail["Precedence"], mail["Auto-Submitted"]) == ("list", "auto-generated")
    assert not mail.defects


def test_every_line_is_short_ends_with_cr_lf_and_is_ascii() -> None:
    mail = Press(HEAD).mail(ADDRESS, KEY, TOKEN)
    assert mail.isascii()
    assert b"\n" not in mail.replace(b"\r\n", b"")
    assert max(map(len, mail.split(b"\r\n"))) <= 200


def test_a_mail_is_the_same_at_every_attempt_and_bounces_to_its_own_address() -> None:
    press = Press(HEAD)
    assert press.mail(ADDRESS, KEY, TOKEN) == Press(HEAD).mail(ADDRESS, KEY, TOKEN)
    assert press.envelope(TOKEN) == f"bounces+{TOKEN}@example.org"


@pytest.mark.parametrize(
    "value",
    ["Week\r\nBcc: all@example.org", "Week\nX: y", "Week\rX", "Week\x00", "Week\r\n folded", "Тыдзень\nX: y", "a\x0bb"],
)
@pytest.mark.parametrize("field", ["subject", "sender", "bounces", "archive", "name", "language"])
def test_a_line_break_never_reaches_a_header(field: str, value: str) -> None:
    broken: Any = {field: value}
    with pytest.raises(SendError):
        Press(replace(HEAD, **broken)).mail(ADDRESS, KEY, TOKEN)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_address_and_no_key_breaks_out(address: str, key: str) -> None:
    press = Press(HEAD)
    if not fits(address, key):
        with pytest.raises(SendError):
            press.mail(address, key, TOKEN)
        return
    mail = parsed(press.mail(address, key, TOKEN))
    assert sorted(mail.keys()) == sorted(parsed(press.mail(ADDRESS, KEY, TOKEN)).keys())


@pytest.mark.parametrize(
    "address",
    [
        "a@b\r\nBcc: c@d.org",
        "a b@example.org",
        "a@example",
        "<a@example.org>",
        "a@example.org>",
        "ё@example.org",
        "@x.org",
    ],
)
def test_what_is_no_plain_address_is_not_mailable(address: str) -> None:
    assert not mailable(address)


def test_a_long_subject_in_cyrillic_is_folded_and_read_back_whole() -> None:
    subject = "Выпраўленне: " + "вельмі доўгая назва выпуску " * 6
    assert parsed(Press(replace(HEAD, subject=subject)).mail(ADDRESS, KEY, TOKEN))["Subject"].strip() == subject.strip()


@pytest.mark.parametrize("body", [b"<p>no link</p>", HTML + HTML])
def test_a_mail_without_its_link_or_with_two_is_not_printed(body: bytes) -> None:
    with pytest.raises(SendError, match="the link to unsubscribe"):
        Press(replace(HEAD, html=body))
