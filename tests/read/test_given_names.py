"""The list of common given names."""

from overtone.read.given_names import COMMON_GIVEN_NAMES


def test_names_of_three_languages_and_no_surnames() -> None:
    assert {"Anna", "Анна", "Ганна"} <= COMMON_GIVEN_NAMES
    assert COMMON_GIVEN_NAMES.isdisjoint({"Putin", "Путин", "Пуцін", "President"})
    assert all(name[0].isupper() for name in COMMON_GIVEN_NAMES)


def test_common_english_names_so_that_another_bearer_is_known_where_a_sentence_begins() -> None:
    assert {"Ron", "Kevin", "Рон"} <= COMMON_GIVEN_NAMES
