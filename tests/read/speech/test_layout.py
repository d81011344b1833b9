"""Paragraphs of tokens: a quotation is one token, and its sentences break no sentence around it."""

from overtone.read.speech.layout import QUOTE, paragraphs


def test_a_quotation_is_one_token() -> None:
    (one,) = paragraphs("“Yes. And no,” he said. It rained.", "en")
    assert one.words[:4] == [QUOTE, "he", "said", "."]
    assert one.sentences == [(0, 4), (4, 7)]


def test_a_title_ends_no_sentence() -> None:
    (one,) = paragraphs("On Monday Mr. Lavrov and Sen. Warren met.", "en")
    assert len(one.sentences) == 1


def test_an_empty_text_has_no_paragraph() -> None:
    assert not list(paragraphs(" \n\n ", "en"))
