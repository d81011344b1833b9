"""How Russian declines places, peoples and phrases: the dictionary, and rules where it is silent."""

import pytest

from overtone.language.declension import Paradigm, surface
from overtone.language.russian_phrases import acronym, noun, people_or_adjective, phrase


def first(paradigm: Paradigm) -> list[str]:
    return [variants[0] for variants in paradigm]


@pytest.mark.parametrize(
    ("word", "locative"),
    [
        ("Минск", "Минске"),
        ("Ростов-на-Дону", "Ростове-на-Дону"),
        ("Санкт-Петербург", "Санкт-Петербурге"),
        ("«Беларусь»", "«Беларуси»"),
        ("премьер-министр", "премьер-министре"),
    ],
)
def test_a_place_or_noun_declines(word: str, locative: str) -> None:
    assert first(noun(word))[5] == locative


@pytest.mark.parametrize("word", ["Сочи", "Тбилиси", "ОДКБ", "BBC", "Улан-Удэ"])
def test_some_places_and_all_acronyms_stay(word: str) -> None:
    assert surface(noun(word)) == {word}


@pytest.mark.parametrize(
    ("name", "accusative"),
    [
        ("Организация Договора о коллективной безопасности", "Организацию Договора о коллективной безопасности"),
        ("Российская Федерация", "Российскую Федерацию"),
        ("Республика Беларусь", "Республику Беларусь"),
        ("Босния и Герцеговина", "Боснию и Герцеговину"),
        ("Министерство обороны", "Министерство обороны"),
        ("министр обороны", "министра обороны"),
    ],
)
def test_in_a_phrase_only_the_head_and_its_adjectives_decline(name: str, accusative: str) -> None:
    assert first(phrase(name))[3] == accusative


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("белорусский", "белорусских"),
        ("белорусы", "белорусами"),
        ("белорусы", "белоруса"),
        ("белорус", "белорусов"),
    ],
)
def test_peoples_are_matched_in_both_numbers(word: str, wanted: str) -> None:
    assert wanted in people_or_adjective(word)


@pytest.mark.parametrize("word", ["НАТО", "ОДКБ", "Мид", "ООН?"])
def test_an_acronym_that_does_not_read_like_a_word_takes_no_ending(word: str) -> None:
    assert acronym(word) == frozenset()


def test_an_acronym_that_reads_like_a_word_takes_its_endings() -> None:
    assert acronym("МИД") == {"МИДа", "МИДу", "МИДом", "МИДе"}
