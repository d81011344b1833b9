"""The Belarusian parser: published offsets, both spellings, a golden sentence, and a clear word where it is missing."""

from importlib.resources import files
from importlib.util import find_spec

import pytest

from overtone.read.parsing import explain_parse, parse
from overtone.read.parsing_belarusian import GOLDEN, BelarusianParser, difference, lemma_of, open_belarusian, shown
from overtone.read.parsing_words import Missing

WEIGHTS = files("overtone.read").joinpath("weights", "belarusian.json")
installed = pytest.mark.skipif(
    find_spec("ufal") is None or not WEIGHTS.is_file(),
    reason="ufal.udpipe comes with overtone[reading], the weights from training/belarusian.py",
)


def parser() -> BelarusianParser:
    found = open_belarusian()
    assert isinstance(found, BelarusianParser), found
    return found


@installed
def test_the_shipped_model_answers_as_it_was_measured() -> None:
    assert parser().parse(GOLDEN)


@installed
def test_a_model_that_answers_otherwise_is_said_to() -> None:
    reason = difference(parser(), "0000000000000000")
    assert "ufal.udpipe" in reason
    assert "0000000000000000" in reason


@installed
@pytest.mark.parametrize(
    "text",
    [
        GOLDEN,
        "Прэзыдэнт ня выключыў, што сустрэча адбудзецца ў чацьвер. «Пабачым», — сказаў ён.",
        "Лукашэнка заявiў: «Мы гатовыя».",
        "",
        " \n",
        "🙂 ... 16.05.2022",
    ],
)
def test_words_stand_where_they_were_published(text: str) -> None:
    tokens = parse(text, "be")
    assert all(text[token.start : token.stop] == token.form for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(token.head is None or 0 <= token.head < len(tokens) for token in tokens)
    assert "".join(token.form for token in tokens) == "".join(text.split())


@installed
def test_the_subject_and_the_lemma_of_a_plain_sentence() -> None:
    tokens = {token.form: token for token in parse("Прэзідэнт заявіў пра гэта ў Мінску.", "be")}
    assert (tokens["Прэзідэнт"].deprel, tokens["Прэзідэнт"].feature("Case")) == ("nsubj", "Nom")
    assert tokens["заявіў"].lemma == "заявіць"


@installed
def test_the_classical_spelling_is_parsed_like_the_official() -> None:
    official = parse("Прэзідэнт не заявіў, што пытанне вырашана.", "be")
    classical = parse("Прэзыдэнт ня заявіў, што пытаньне вырашана.", "be")
    assert [(t.lemma, t.upos, t.head, t.deprel) for t in classical] == [
        (t.lemma, t.upos, t.head, t.deprel) for t in official
    ]


@installed
def test_the_debug_twin_names_each_words_head() -> None:
    found = {GOLDEN[a:b]: said for a, b, said in explain_parse(GOLDEN, "be")}
    assert found["заявіў"].startswith("VERB заявіць")


@installed
def test_a_sentence_without_end_is_parsed_in_parts() -> None:
    assert len(parse("слова " * 1000, "be")) == 1000


def test_what_the_model_is_shown() -> None:
    assert [shown("ўрад", False), shown("i", False), shown("сьнег", True)] == ["урад", "і", "снег"]


def test_lemmas_are_small_but_for_names() -> None:
    assert [lemma_of("Гэты", "Гэты", "DET"), lemma_of("Мінску", "Мінск", "PROPN"), lemma_of(",", "0", "PUNCT")] == [
        "гэты", "Мінск", ",",
    ]  # fmt: skip


def test_why_there_is_none_says_what_to_do() -> None:
    found = open_belarusian()
    assert not isinstance(found, Missing) or "install" in found.reason
