"""Letters to one reader: the same at every attempt, in the reader's language, with no word of who filled the form."""

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from overtone.desk import readers
from overtone.desk.letters import is_due, letter_message, letter_text
from overtone.desk.links import confirm_link, leave_link, reader_link
from overtone.desk.models import Letter
from overtone.settings import LANGUAGES
from tests.desk.visiting import subscriber

pytestmark = pytest.mark.usefixtures("small_desk")
BASE = "https://desk.example.org"


def made(letter: Letter) -> EmailMessage:
    return letter_message(
        letter, base=BASE, sender="Overtone <weekly@example.org>", domain="example.org", imprint="Publisher, Street 1"
    )


def asked(language: str, now: datetime) -> Letter:
    readers.ask(f"reader-{language}@example.org", language, now)
    return Letter.objects.latest("pk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_to_confirm_says_what_to_do_until_when_and_what_if_not(language: str, now: datetime) -> None:
    letter = asked(language, now)
    text = letter_text(letter, BASE, "Publisher, Street 1")
    assert f"\n{confirm_link(BASE, letter)}\n" in text
    assert "2022" in text
    assert "09:00" in text
    assert text.endswith("\nPublisher, Street 1\n")
    assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_to_who_reads_already_holds_both_links(language: str, now: datetime) -> None:
    reader = subscriber(f"reads-{language}@example.org", language)
    readers.ask(reader.address, "en", now)
    text = letter_text(Letter.objects.latest("pk"), BASE)
    assert f"\n{reader_link(BASE, reader)}\n" in text
    assert f"\n{leave_link(BASE, reader)}\n" in text
    assert "/confirm/" not in text


def test_a_letter_is_the_same_at_every_attempt(now: datetime) -> None:
    letter = asked("be", now)
    again = Letter.objects.select_related("reader").get(pk=letter.pk)
    assert made(letter).as_bytes() == made(again).as_bytes()


def test_a_letter_travels_as_base64_and_is_marked_as_an_answer(now: datetime) -> None:
    letter = asked("be", now)
    found = message_from_bytes(made(letter).as_bytes(), policy=policy.default)
    assert found["Content-Transfer-Encoding"] == "base64"
    assert found["Message-ID"] == f"<{letter.message_id}@example.org>"
    assert (found["To"], found["Auto-Submitted"]) == ("reader-be@example.org", "auto-replied")
    assert found["Subject"] == "Overtone: пацвердзіце падпіску"
    assert found.get_content().replace("\r\n", "\n") == letter_text(letter, BASE, "Publisher, Street 1")
    assert max(len(line) for line in made(letter).as_bytes().split(b"\r\n")) <= 998


def test_a_letter_that_time_overtook_is_not_due(now: datetime) -> None:
    letter = asked("be", now)
    assert is_due(letter)
    readers.leave(letter.reader.key, now)
    assert not is_due(Letter.objects.get(pk=letter.pk))
    reader = subscriber()
    readers.ask(reader.address, "be", now)
    known = Letter.objects.latest("pk")
    assert is_due(known)
    readers.suppress(reader.address, "complained", now)
    assert not is_due(Letter.objects.get(pk=known.pk))
