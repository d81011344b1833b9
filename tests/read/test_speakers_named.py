"""A name in a field of its own: one of them, known, and of words that are the speaker's own."""

from datetime import date

import pytest

from overtone.read.speakers import book
from overtone.read.speakers_named import bearer, in_own_words, only_name
from tests.read.transcript_desk import desk

SPRING = date(2022, 5, 16)
NAME = "Володимир Зеленський"


@pytest.mark.parametrize(
    ("stated", "name"),
    [("Anna", "Anna"), (" Anna ", "Anna"), ("Anna, Vera", ""), ("Anna; Vera", ""), ("", ""), (None, ""), (",", "")],
)
def test_only_a_single_name_counts(stated: str | None, name: str) -> None:
    assert only_name(stated) == name


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        (NAME, SPRING, ("zelenskyy", "president-ua")),
        ("Volodymyr Zelensky", SPRING, ("zelenskyy", "president-ua")),
        ("Владимир Путин", SPRING, ("putin", "president-ru")),
        (NAME, date(2018, 1, 1), ("zelenskyy", None)),
        ("Олена Зеленська", SPRING, (None, None)),
        ("Зеленський", SPRING, (None, None)),
        ("…", SPRING, (None, None)),
    ],
)
def test_a_full_name_is_found_in_whatever_letters(name: str, on: date, found: tuple[str | None, str | None]) -> None:
    assert bearer(name, book(desk()), on) == found


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("“Sanctions are needed.”", True),
        ("«They could not.»", True),
        ("I thank you all. We will win, and I will come.", True),
        ("The enemy has lost another day. " * 20, True),
        ("The briefing of today", False),
        ("THE BRIEFING OF TODAY.", False),
        ("“Sanctions are needed.” Interview of the head of the office.", False),
        ("President Volodymyr Zelensky gave awards. " * 20, False),
        ("  ", False),
    ],
)
def test_a_body_is_in_the_speakers_words_or_about_the_speaker(body: str, own: bool) -> None:
    assert in_own_words(body, "The briefing of today", NAME) is own
