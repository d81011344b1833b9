"""Words of opposites in three languages, and denials that turn them round."""

import pytest

from overtone.measure.contradiction_words import AXES, counted, kinds, leanings


@pytest.mark.parametrize(
    ("words", "lang", "axis", "lean"),
    [
        ("it has drag on", "en", "begun", -1),
        ("proceed accord to plan", "en", "begun", 1),
        ("операц затянул", "ru", "begun", -1),
        ("идет по план", "ru", "begun", 1),
        ("не запрет", "ru", "allow", 1),
        ("рэжым увед", "be", "begun", 1),
        ("we will not ban it", "en", "allow", 1),
    ],
)
def test_words_lean_to_an_end(words: str, lang: str, axis: str, lean: int) -> None:
    place = [one for one, _ in AXES].index(axis)
    assert leanings(tuple(words.split()), lang)[place] == lean


def test_a_language_without_lists_says_nothing() -> None:
    assert not kinds("ban", "xx")
    assert counted(("ban",), "xx", "con") == 0
    assert leanings((), "en") == (0,) * len(AXES)
