"""English: one form in every case, possessives and plurals, nothing spelt by its neighbour."""

import pytest

from overtone.language import en
from overtone.language.declension import CASES
from tests.language.contracted import lacking


def test_english_offers_what_every_language_does() -> None:
    assert lacking(en) == []


@pytest.mark.parametrize("text", ["a meeting in Astana", "an hour", "", "«сустрэчы у Астане»"])
def test_no_word_is_spelt_by_its_neighbour(text: str) -> None:
    assert en.polish(text) == text


def test_a_name_has_one_form_in_every_case() -> None:
    assert {en.decline("Alexander Lukashenko", case, "person-m") for case in CASES} == {"Alexander Lukashenko"}


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("Putin", "surname-m", "Putin's"),
        ("Putin", "surname-m", "Putin’s"),
        ("Abbas", "surname-m", "Abbas’"),
        ("Belarusian", "adjective", "Belarusians"),
    ],
)
def test_forms_reach_the_form_in_the_text(name: str, kind: str, wanted: str) -> None:
    assert wanted in en.forms(name, kind)


@pytest.mark.parametrize(
    ("name", "kind", "unwanted"),
    [
        ("Chinese", "adjective", "Chineses"),
        ("Polish", "adjective", "Polishs"),
        ("Putin", "surname-m", "Putin'"),
        ("Minsk", "place", "Minsks"),
    ],
)
def test_forms_do_not_reach_another_word(name: str, kind: str, unwanted: str) -> None:
    assert unwanted not in en.forms(name, kind)
