"""What an edition hands to the shelves: whom it tells of, and everything it says for the search."""

from dataclasses import replace

from overtone.publish.cards import also, entries, name_forms, subjects
from overtone.publish.proof import sentences
from overtone.publish.words import Words
from overtone.records import Sentence, Text, TextPortrait, TextRegister
from tests.publish.week41 import edition


def line(words: str) -> Sentence:
    return Sentence(id="a1", words=words, mark="limit", exhibits=(), signals=())


def told(portrait: bool = False) -> tuple[Text, Words]:
    text = edition().texts[2]
    labels = dict(text.labels) | {
        "also.lukashenko": "Alexander Lukashenko|Александр Лукашенко|Аляксандр Лукашэнка",
        "forms.lukashenko": "Lukashenko Lukashenko’s|Лукашенко|Лукашэнка Лукашэнкам",
    }
    register = TextRegister(key="said", sentences=(line("Ён сказаў пра мяжу."),), more=0)
    one = TextPortrait(kind="actor", id="lukashenko", title=line("Партрэт"), registers=(register,), charts=())
    text = replace(text, labels=tuple(labels.items()), portraits=(one,) if portrait else ())
    return text, Words("be", text.labels)


def test_whoever_speaks_in_the_evidence_is_a_subject_once() -> None:
    text, words = told(portrait=True)
    found = subjects(edition(), text, words)
    ids = [one.id for one in found if one.kind == "actor"]
    assert len(ids) == len(set(ids))
    assert set(ids) == {exhibit.actor for exhibit in edition().exhibits if exhibit.actor}
    known = next(one for one in found if one.id == "lukashenko")
    assert known.portrait
    assert known.name == "Аляксандр Лукашэнка"
    assert known.exhibits


def test_a_subject_is_known_by_its_names_in_every_language() -> None:
    text, words = told()
    one = next(one for one in subjects(edition(), text, words) if one.id == "lukashenko")
    assert ("en", "Alexander Lukashenko") in also(one)
    assert ("ru", "Александр Лукашенко") in also(one)


def test_every_form_of_a_surname_leads_to_one_key() -> None:
    assert dict(name_forms("Putin|Путин Путина|Пуцін Пуціна"))["путина"] == "путин"
    assert list(name_forms("")) == []


def test_every_sentence_and_every_quotation_can_be_found() -> None:
    text, words = told(portrait=True)
    found = entries(edition(), text, words, subjects(edition(), text, words))
    all_words = " ".join(one.text for one in found)
    shown = [s.words for s in sentences(text) if s.words not in {limit.words for limit in text.limits}]
    assert [said for said in shown if said not in all_words] == []
    assert [e.id for e in edition().exhibits if e.quote not in all_words] == []
    assert "2022-W41/actor/lukashenko.html" in {one.path for one in found}
