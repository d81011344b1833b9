"""Russian: «во» before clusters, names, peoples and acronyms each by their own rules."""

import pytest

from overtone.language import ru
from tests.language.contracted import lacking


def test_russian_offers_what_every_language_does() -> None:
    assert lacking(ru) == []


@pytest.mark.parametrize(
    ("text", "polished"),
    [
        ("в Владивостоке", "во Владивостоке"),
        ("В Франции и в Вьетнаме", "Во Франции и во Вьетнаме"),
        ("встречи в вторник", "встречи во вторник"),
    ],
)
def test_before_a_cluster_the_preposition_is_long(text: str, polished: str) -> None:
    assert ru.polish(text) == polished
    assert ru.polish(polished) == polished


@pytest.mark.parametrize(
    "text",
    ["в Вашингтоне", "в Финляндии", "в Минске", "Львов Владивосток", "в 2022 году", "в ФСБ и в ВТО", "в ВСУ", ""],
)
def test_elsewhere_the_preposition_is_short(text: str) -> None:
    assert ru.polish(text) == text


@pytest.mark.parametrize(
    ("name", "case", "kind", "printed"),
    [
        ("Александр Лукашенко", "ins", "person-m", "Александром Лукашенко"),
        ("Тихановская", "gen", "surname-f", "Тихановской"),
        ("Санкт-Петербург", "loc", "place", "Санкт-Петербурге"),
        ("Российская Федерация", "gen", "phrase", "Российской Федерации"),
    ],
)
def test_each_kind_of_name_declines_by_its_own_rules(name: str, case: str, kind: str, printed: str) -> None:
    assert ru.decline(name, case, kind) == printed


@pytest.mark.parametrize(("name", "kind", "wanted"), [("МИД", "phrase", "МИДа"), ("белорусы", "adjective", "белоруса")])
def test_forms_hold_acronyms_and_peoples_too(name: str, kind: str, wanted: str) -> None:
    assert wanted in ru.forms(name, kind)
    assert wanted not in {ru.decline(name, case, kind) for case in ("nom", "dat", "ins", "loc")}
