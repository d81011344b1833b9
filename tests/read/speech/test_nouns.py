"""Subjects beside an English verb: appositions, brackets, possessives that are none."""

import pytest

from overtone.language.speaking import SPEAKING
from overtone.read.speech.layout import paragraphs
from overtone.read.speech.nouns import main_subject, right_noun, subject, verb_like

ENGLISH = SPEAKING["en"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Minsk the foreign minister said so.", "the foreign minister"),
        ("Annalena Baerbock, the German foreign minister, said so.", "Annalena Baerbock , the German foreign minister"),
        ("Mark Warner (R-NY) said so.", "Mark Warner ( R-NY )"),
        ("The man who said so left.", "who"),
        ("Putin's said so.", None),
    ],
)
def test_a_subject_stands_before_its_verb(text: str, found: str | None) -> None:
    (one,) = paragraphs(text, "en")
    place = subject(one, 0, one.words.index("said"), ENGLISH)
    words = None if place is None else [text[one.starts[n] : one.stops[n]] for n in range(*place)]
    assert words == (None if found is None else found.split())


def test_the_subject_of_the_sentence_stands_behind_adverbial_phrases() -> None:
    (one,) = paragraphs("Hours later, in Minsk, Lavrov met them, saying no.", "en")
    assert main_subject(one, 0, one.words.index("saying"), ENGLISH) == (6, 7)


def test_a_noun_ends_where_the_when_and_where_begin() -> None:
    (one,) = paragraphs("said the press service on Monday", "en")
    assert right_noun(one, 1, len(one.words), ENGLISH) == 4


@pytest.mark.parametrize(("text", "verb"), [("his comments hurt", False), ("she comments on it", True)])
def test_a_word_that_may_be_a_noun_is_told_by_what_stands_before_it(text: str, verb: bool) -> None:
    (one,) = paragraphs(text, "en")
    assert verb_like(one, 0, 1, ENGLISH) is verb
