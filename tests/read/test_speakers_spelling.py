"""Spellings of one Ukrainian name sound alike, and different names do not."""

import pytest

from overtone.read.speakers_spelling import sound


@pytest.mark.parametrize(
    ("printed", "also"),
    [
        ("Володимир Зеленський", "Volodymyr Zelenskyy"),
        ("Володимир Зеленський", "Volodymyr Zelensky"),
        ("Володимир Зеленський", "VOLODYMYR ZELENSKYI"),
        ("Денис Шмигаль", "Denys Shmygal"),
        ("Андрій Єрмак", "Andriy Ermak"),
        ("Михайло Подоляк", "Mykhailo Podolyak"),
        ("Олексій Рєзніков", "Oleksii Reznikov"),
        ("Юлія Свириденко", "Yuliia Svyrydenko"),
        ("Мар’яна Беца", "Mar'iana Betsa"),
    ],
)
def test_spellings_of_one_name_are_one(printed: str, also: str) -> None:
    assert sound(printed) == sound(also) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Володимир Зеленський", "Olena Zelenska"),
        ("Володимир Зеленський", "Volodymyr Klitschko"),
        ("Кирило Тимошенко", "Yulia Tymoshenko"),
        ("Петро Порошенко", "Petro Symonenko"),
    ],
)
def test_different_names_are_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("nothing", ["", " ", "12 — …"])
def test_no_name_has_no_sound(nothing: str) -> None:
    assert sound(nothing) == ""
