"""Subjects beside a Russian or Belarusian verb, told by their endings."""

import pytest

from overtone.language.speaking import SPEAKING
from overtone.read.speech.free_nouns import after_verb, before_verb, collective
from overtone.read.speech.layout import paragraphs


@pytest.mark.parametrize(
    ("lang", "text", "verb", "found"),
    [
        (
            "ru",
            "В понедельник министр обороны Сергей Шойгу вчера заявил об этом.",
            "заявил",
            "министр обороны Сергей Шойгу",
        ),
        (
            "ru",
            "Так, Графиня Уварова, председатель общества, сказала это.",
            "сказала",
            "Графиня Уварова , председатель общества",
        ),
        ("be", "Учора старшыня КДБ паведаміў пра гэта.", "паведаміў", "старшыня КДБ"),
    ],
)
def test_a_subject_before_its_verb(lang: str, text: str, verb: str, found: str) -> None:
    (one,) = paragraphs(text, lang)
    place = before_verb(one, 0, one.words.index(verb), SPEAKING[lang])
    assert place is not None
    assert [text[one.starts[n] : one.stops[n]] for n in range(*place)] == found.split()


def test_a_subject_after_its_verb_stands_behind_hearers_and_phrases() -> None:
    text = "сообщил журналистам в понедельник Дмитрий Песков."
    (one,) = paragraphs(text, "ru")
    assert after_verb(one, 1, len(one.words), SPEAKING["ru"]) == (4, 6)


def test_an_institution_may_be_named_by_its_place() -> None:
    (one,) = paragraphs("Об этом сообщили в Министерстве обороны.", "ru")
    assert collective(one, 0, len(one.words), 2, SPEAKING["ru"]) == (4, 6)
