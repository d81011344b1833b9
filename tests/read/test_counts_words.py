"""The words by which contacts are counted."""

from overtone.language import LANGUAGES
from overtone.read.counts_words import CONTACT, FIRST_TIME, LINKED, NOT_COUNTED, ordinal_of, total_of


def test_every_language_numbers_and_sums_contacts() -> None:
    words = {
        "en": ("their eighth face-to-face meeting", "met eight times"),
        "ru": ("восьмая личная встреча", "встречались восемь раз"),
        "be": ("восьмая асабістая сустрэча", "сустракаліся восем разоў"),
    }
    for lang in LANGUAGES:
        numbered, summed = words[lang]
        assert any(p.search(numbered) for p in ordinal_of(lang))
        assert any(p.search(summed) for p in total_of(lang))


def test_rounds_are_told_from_contacts() -> None:
    assert NOT_COUNTED.search("round of ")
    assert not NOT_COUNTED.search("personal ")
    assert CONTACT.search("встретились")
    assert LINKED.search("между ними")
    assert FIRST_TIME.search("упершыню")


def test_to_speak_of_something_is_no_contact() -> None:
    assert not CONTACT.search("впервые говорил в начале года")
    assert CONTACT.search("впервые говорил с ним")
    assert not CONTACT.search("spoke about it")
