"""The plain part: what any program shows; headings, items and addresses keep their lines."""

import pytest

from overtone.publish.mail_text import WIDTH, correction_text
from overtone.publish.words import Words
from tests.publish.test_mail import mail
from tests.publish.week41 import LANGS, furniture


def correction(*lines: str) -> str:
    values = {
        "words": Words("en", furniture("en").items()),
        "title": "10 – 16 October 2022",
        "dated": "Corrected on 2 November 2022",
        "lines": lines,
        "about": "https://overtone.example.org/en/corrections/one/",
        "own": "https://overtone.example.org/en/mail/correction-one/",
        "shelf": "https://overtone.example.org/en/mail/",
        "unsubscribe": "https://desk.example.org/en/unsubscribe/",
        "imprint": ("Overtone",),
    }
    return correction_text(values).decode()


def test_long_words_are_wrapped_and_control_characters_do_not_arrive() -> None:
    found = correction("word " * 60, "a\x07b\x1b[31m")
    assert max(len(line) for line in found.splitlines() if "https" not in line) <= WIDTH
    assert not set(found) & {"\x07", "\x1b", "\r"}


def test_what_says_nothing_leaves_no_gap() -> None:
    assert "\n\n\n\n" not in correction("", "words")


@pytest.mark.parametrize("lang", LANGS)
def test_a_heading_is_underlined_as_long_as_it_is(lang: str) -> None:
    lines = mail(lang).text.decode().splitlines()
    rules = [n for n, line in enumerate(lines) if line and set(line) == {"="}]
    assert len(rules) >= 5
    for n in rules:
        assert len(lines[n]) >= len(lines[n - 1]) > 0


@pytest.mark.parametrize("lang", LANGS)
def test_no_markup_is_left_in_it(lang: str) -> None:
    found = mail(lang).text.decode()
    assert not set(found) & set("<>{}")
    assert "&" not in found.replace("ES-11/4 & co", "")
