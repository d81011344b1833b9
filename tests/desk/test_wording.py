"""Words of the desk: three languages with one set of keys, and which wording a reader agreed to."""

import re

import pytest

from overtone.brief.phrases import load
from overtone.desk.wording import furniture, preferred, wording_of, wording_told, words_of
from overtone.settings import LANGUAGES

LETTERS = {"en": r"[а-яА-ЯёЁіІўЎ]", "ru": r"[іІўЎa-z]{3,}|[іІўЎ]", "be": r"[иИщЩъЪ]"}
LATIN = re.compile(r"Overtone|cookie|example\.org|name@|UTC|\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_order_with_the_same_slots(language: str) -> None:
    def slots(words: dict[str, str]) -> dict[str, list[str]]:
        return {key: re.findall(r"\{\w+\}", said) for key, said in words.items()}

    assert list(furniture(language)) == list(furniture("en"))
    assert slots(furniture(language)) == slots(furniture("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_has_another_ones_letters(language: str) -> None:
    told = {key: LATIN.sub("", words) for key, words in furniture(language).items()}
    assert {key: words for key, words in told.items() if re.search(LETTERS[language], words)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_and_titles_do_not(language: str) -> None:
    for key, words in furniture(language).items():
        title = key.endswith(("title", "button", "subject", "save", "leave", "again")) and key != "form.again"
        if title:
            assert not words.endswith("."), key
        if key.endswith((".text", ".lead", ".consent", ".late", ".how", "-you", "-kept")):
            assert words[-1] in ".:", key
        assert words == words.strip()
        assert "  " not in words


def test_the_desk_takes_no_key_of_the_publication() -> None:
    assert not furniture("en").keys() & load("en").furniture.keys()
    assert words_of("be").say("desk.name") == load("be").furniture["desk.name"]


def test_a_version_of_the_consent_leads_back_to_its_words() -> None:
    versions = {wording_of(language) for language in LANGUAGES}
    assert len(versions) == 3
    assert wording_told(wording_of("be")) == furniture("be")["form.consent"]
    assert wording_told("0" * 16) == ""


def test_a_browser_is_answered_in_the_first_of_its_languages_that_is_ours() -> None:
    told = {"be": "be", "de, ru;q=0.3, be;q=0.4": "be", "ru;q=0, be;q=0.1": "be", "fr": "en", ";;q=,": "en", "RU": "ru"}
    assert {accepted: preferred(accepted) for accepted in told} == told
