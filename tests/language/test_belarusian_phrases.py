"""How Belarusian declines places, peoples and phrases: rules by the end of the word."""

import pytest

from overtone.language.belarusian_phrases import noun, people_or_adjective, phrase
from overtone.language.declension import Paradigm, surface


def first(paradigm: Paradigm) -> list[str]:
    return [variants[0] for variants in paradigm]


@pytest.mark.parametrize(
    ("word", "locative"),
    [
        ("Масква", "Маскве"),
        ("Брэст", "Брэсце"),
        ("Гродна", "Гродне"),
        ("Самарканд", "Самаркандзе"),
        ("Растоў-на-Доне", "Растове-на-Доне"),
        ("«Беларусь»", "«Беларусі»"),
    ],
)
def test_a_place_declines_and_softens_its_stem(word: str, locative: str) -> None:
    assert first(noun(word))[5] == locative


@pytest.mark.parametrize(("word", "instrumental"), [("Беларусь", "Беларуссю"), ("Казань", "Казанню")])
def test_a_soft_end_doubles_before_the_instrumental(word: str, instrumental: str) -> None:
    assert first(noun(word))[4] == instrumental


@pytest.mark.parametrize("word", ["Сочы", "Тбілісі", "АДКБ", "НАТА", "Осла"])
def test_some_places_and_all_acronyms_stay(word: str) -> None:
    assert surface(noun(word)) == {word}


@pytest.mark.parametrize(
    ("name", "accusative"),
    [
        ("Арганізацыя Дагавора аб калектыўнай бяспецы", "Арганізацыю Дагавора аб калектыўнай бяспецы"),
        ("Расійская Федэрацыя", "Расійскую Федэрацыю"),
        ("Злучаныя Штаты Амерыкі", "Злучаныя Штаты Амерыкі"),
        ("Боснія і Герцагавіна", "Боснію і Герцагавіну"),
        ("міністр замежных спраў", "міністра замежных спраў"),
    ],
)
def test_in_a_phrase_only_the_head_and_its_adjectives_decline(name: str, accusative: str) -> None:
    assert first(phrase(name))[3] == accusative


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("беларускі", "беларускай"),
        ("беларускі", "беларускімі"),
        ("беларусы", "беларусаў"),
        ("украінцы", "украінца"),
        ("палякі", "паляку"),
    ],
)
def test_peoples_are_matched_in_both_numbers(word: str, wanted: str) -> None:
    assert wanted in people_or_adjective(word)


def test_a_people_is_not_taken_for_another() -> None:
    assert not people_or_adjective("палякі") & people_or_adjective("літоўцы")
