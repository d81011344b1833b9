"""Words of reporting: the same kinds of word in each language, in lower case, none in two minds."""

import re

import pytest

from overtone.language import LANGUAGES, language
from overtone.language.reporting import REPORTING

ALPHABET = {"en": r"[a-z' ]+", "ru": r"[а-яё ]+", "be": r"[абвгдеёжзійклмнопрстуўфхцчшыьэюя'’ ]+"}


def everything(lang: str) -> list[str]:
    words = REPORTING[lang]
    sets = (words.pronouns, words.before_others, words.not_speech, words.more_speech, words.of_several)
    return [*words.by, *words.by_pronoun, *(word for one in sets for word in sorted(one))]


def test_every_language_reports() -> None:
    assert tuple(REPORTING) == LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_words_are_of_the_language_and_in_lower_case(lang: str) -> None:
    assert [word for word in everything(lang) if not re.fullmatch(ALPHABET[lang], word)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_word_is_there(lang: str) -> None:
    words = REPORTING[lang]
    assert all((words.by, words.by_pronoun, words.pronouns, words.before_others, words.more_speech, words.not_speech))
    assert words.of_several <= words.pronouns


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_reports_speech_or_does_not(lang: str) -> None:
    words = REPORTING[lang]
    assert words.more_speech & words.not_speech == frozenset()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phrase_with_a_pronoun_holds_no_place_for_a_name(lang: str) -> None:
    words = REPORTING[lang]
    assert set(words.by) & set(words.by_pronoun) == set()
    assert len(words.by) == len(set(words.by))


@pytest.mark.parametrize(("lang", "verb"), [("en", "said"), ("ru", "заявил"), ("be", "заявіў")])
def test_what_plainly_reports_is_not_taken_away(lang: str, verb: str) -> None:
    assert verb in language(lang).speech_verbs
    assert verb not in REPORTING[lang].not_speech
