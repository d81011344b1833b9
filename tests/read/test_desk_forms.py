"""The surface forms of the names on the desk."""

import pytest

from overtone.language import language
from overtone.read.desk_forms import Entry, capitals, desk_forms, names_beside, place_words
from tests.read.small_desk import small_desk

FORMS = (
    ("en", "Lukashenko Alexander", Entry("full", "lukashenko")),
    ("en", "Jinping Xi", Entry("full", "xi")),
    ("ru", "Путиным Владимиром", Entry("full", "putin")),
    ("ru", "российско", Entry("state", "ru")),
    ("be", "беларуска", Entry("state", "by")),
    ("be", "прэзідэнта Беларусі", Entry("office", "president-by")),
    ("en", "South China Sea", Entry("", "South China Sea")),
)


@pytest.mark.parametrize(("lang", "form", "entry"), FORMS)
def test_a_form_and_what_it_names(lang: str, form: str, entry: Entry) -> None:
    assert (form, entry) in set(desk_forms(small_desk(), language(lang)))


def test_possessives_are_no_forms() -> None:
    assert not [form for form, _ in desk_forms(small_desk(), language("en")) if form.endswith(("'s", "’s"))]


def test_the_names_beside_a_surname_stand_before_or_behind_it() -> None:
    desk = small_desk()
    assert names_beside(desk.actors["xi"], language("en")) == {"Jinping"}
    assert {"Александр", "Александра"} <= names_beside(desk.actors["lukashenko"], language("ru"))


def test_a_phrase_may_begin_small_and_an_adjective_with_a_capital() -> None:
    assert set(capitals("President of Belarus", Entry("office", "x"))) == {
        "President of Belarus",
        "president of Belarus",
    }
    assert set(capitals("белорусский", Entry("state", "by"))) == {"белорусский", "Белорусский"}
    assert set(capitals("Беларусь", Entry("state", "by"))) == {"Беларусь"}


def test_a_desk_without_places_has_no_words_of_places() -> None:
    assert not list(place_words(small_desk(), language("en")))
