"""The words of the page: three files, one set of keys and slots."""

import re

import pytest

from overtone.publish import LABELS
from tests.publish.week41 import LANGS, furniture


def test_no_key_stands_twice() -> None:
    keys = [key for key, _ in LABELS]
    assert len(keys) == len(set(keys))


def test_the_english_files_say_what_the_labels_say() -> None:
    assert dict(LABELS).items() <= furniture("en").items()


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_supplies_every_key_in_the_same_order(lang: str) -> None:
    assert list(furniture(lang)) == list(furniture("en"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_the_same_slots(lang: str) -> None:
    slots = {key: sorted(re.findall(r"\{(\w+)\}", words)) for key, words in furniture(lang).items()}
    assert slots == {key: sorted(re.findall(r"\{(\w+)\}", words)) for key, words in furniture("en").items()}


@pytest.mark.parametrize(("lang", "foreign"), [("ru", "ўіўЎІ"), ("be", "иИщЩъЪ")])
def test_no_letter_of_the_other_language_slipped_in(lang: str, foreign: str) -> None:
    words = {k: v for k, v in furniture(lang).items() if k != "language.name"}
    assert not [key for key, value in words.items() if set(value) & set(foreign)]
