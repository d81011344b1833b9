"""The words for somebody without a name: the same kinds in each language, in lower case."""

import pytest

from overtone.language.referring import REFERRING


@pytest.mark.parametrize("lang", ["ru", "be"])
def test_the_languages_know_the_same_kinds(lang: str) -> None:
    assert set(REFERRING[lang].titles) == set(REFERRING["en"].titles)
    assert set(REFERRING[lang].bodies) == set(REFERRING["en"].bodies)


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_the_words_are_in_lower_case_and_the_genders_apart(lang: str) -> None:
    words = REFERRING[lang]
    titles = [name for names in words.titles.values() for name in names]
    assert titles == [name.lower() for name in titles]
    assert not words.he & words.she
