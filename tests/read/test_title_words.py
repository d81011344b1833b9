"""The lists of words before surnames."""

from overtone.read.title_words import OTHER_HOLDERS, PLAIN_WORDS, SEX_OF_TITLE, TITLES


def test_titles_are_in_small_letters_and_those_of_one_sex_among_them() -> None:
    assert {word.lower() for word in TITLES} == TITLES
    assert set(SEX_OF_TITLE) - TITLES <= {"messrs"}
    assert (SEX_OF_TITLE["mr"], SEX_OF_TITLE["г-жа"], SEX_OF_TITLE["спадар"]) == ("m", "f", "m")


def test_a_month_is_a_plain_word_and_no_holder_is_a_title() -> None:
    assert {"May", "March"} <= PLAIN_WORDS
    assert OTHER_HOLDERS.isdisjoint(TITLES)
