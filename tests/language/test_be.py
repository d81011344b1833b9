"""Belarusian: у after a vowel, two spellings of months, names and peoples each by their own rules."""

import pytest

from overtone.language import be
from tests.language.contracted import lacking


def test_belarusian_offers_what_every_language_does() -> None:
    assert lacking(be) == []


@pytest.mark.parametrize(
    ("text", "polished"),
    [
        ("сустрэчы у Астане", "сустрэчы ў Астане"),
        ("Лукашэнка у Мінску", "Лукашэнка ў Мінску"),
        ("Яна удзельнічала", "Яна ўдзельнічала"),
        ("бакі узялі і увялі", "бакі ўзялі і ўвялі"),
        ("яна у ААН", "яна ў ААН"),
    ],
)
def test_after_a_vowel_the_short_letter_is_written(text: str, polished: str) -> None:
    assert be.polish(text) == polished
    assert be.polish(polished) == polished


@pytest.mark.parametrize(
    "text",
    [
        "паміж Пуціным у 2022",
        "візіт у Мінск",
        "У Мінску",
        "Яна. У Мінску",
        "на Украіне",
        "паехала, у Мінск",
        "мая 2022 у Сочы",
        "наука",
        "",
    ],
)
def test_elsewhere_the_letter_stays(text: str) -> None:
    assert be.polish(text) == text


@pytest.mark.parametrize(
    ("name", "case", "kind", "printed"),
    [
        ("Аляксандр Лукашэнка", "ins", "person-m", "Аляксандрам Лукашэнкам"),
        ("Ціханоўская", "gen", "surname-f", "Ціханоўскай"),
        ("Санкт-Пецярбург", "loc", "place", "Санкт-Пецярбургу"),
        ("Расійская Федэрацыя", "gen", "phrase", "Расійскай Федэрацыі"),
    ],
)
def test_each_kind_of_name_declines_by_its_own_rules(name: str, case: str, kind: str, printed: str) -> None:
    assert be.decline(name, case, kind) == printed


@pytest.mark.parametrize(
    ("name", "wanted"), [("украінскі", "ўкраінскага"), ("украінцы", "ўкраінца"), ("украінцы", "украінца")]
)
def test_forms_hold_the_short_letter_at_the_start(name: str, wanted: str) -> None:
    assert wanted in be.forms(name, "adjective")


def test_a_name_with_a_capital_has_no_short_letter() -> None:
    assert not any(form.startswith(("ў", "Ў")) for form in be.forms("Украіна", "place"))
