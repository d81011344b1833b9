"""Forms found in a text: borders of words, letters folded at the same length, the longest name."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overtone.errors import UsageError
from overtone.read.gazetteer import gazetteer
from tests.read.small_desk import small_desk

BORDERS = (
    ("en", "Romania and the woman from Romans", 0),
    ("en", "Oman's, Oman’s, (Oman), Oman-Iran, “Oman”, Oman.", 6),
    ("en", "Belarusian, Belarusians", 2),
    ("ru", "Белоруссии, белорусско-российский, Белоруссиянин", 2),
    ("be", "Беларусі, Беларуссю, беларусізм", 2),
)


@pytest.mark.parametrize(("lang", "text", "times"), BORDERS, ids=[case[1][:30] for case in BORDERS])
def test_a_name_is_a_word_of_its_own(lang: str, text: str, times: int) -> None:
    names = gazetteer(small_desk(), lang)
    found = {
        (start, stop)
        for start, stop, meaning in names.find_names(names.fold(text))
        if any(t in ("om", "by") for _, t in meaning.things)
    }
    assert len(found) == times


def test_a_name_broken_over_a_line_is_one_name_and_over_a_paragraph_two() -> None:
    names = gazetteer(small_desk(), "en")
    assert next(meaning.full for _, _, meaning in names.find_names(names.fold("Vladimir\nPutin"))) == ("putin",)
    assert not any(meaning.full for _, _, meaning in names.find_names(names.fold("Vladimir\n\nPutin")))


def test_a_full_name_is_found_with_the_surname_first_and_the_next_word_glued_on() -> None:
    names = gazetteer(small_desk(), "en")
    _, _, meaning = names.find_names("Lukashenko AlexanderPresident of Belarus")[0]
    assert meaning.full == ("lukashenko",)
    assert not any(meaning.full for _, _, meaning in names.find_names("Lukashenko Alexanderplatz"))


def test_two_ministries_of_one_name_are_nobodys() -> None:
    names = gazetteer(small_desk(), "en")
    things = [meaning.things for _, _, meaning in names.find_names("The Foreign Ministry said")]
    assert things == [(("institution", ""),)]


def test_the_gazetteer_of_a_desk_is_built_once() -> None:
    assert gazetteer(small_desk(), "en") is gazetteer(small_desk(), "en")
    assert gazetteer(replace(small_desk(), digest="another"), "en") is not gazetteer(small_desk(), "en")


def test_a_language_the_house_does_not_speak_is_refused() -> None:
    with pytest.raises(UsageError):
        gazetteer(small_desk(), "uk")


@settings(deadline=None)  # the first example builds the gazetteer
@given(text=st.text(alphabet=st.sampled_from("ab İıßЎў’ё—\n\u00a0Путин Лукашэнка\U0001f600"), max_size=80))
@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_folding_keeps_every_offset(lang: str, text: str) -> None:
    names = gazetteer(small_desk(), lang)
    folded = names.fold(text)
    assert len(folded) == len(text)
    for start, stop, _ in (*names.find_names(folded), *names.find_topics(folded)):
        assert 0 <= start < stop <= len(text)
