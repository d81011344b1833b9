"""Quotations of a portrait: whole sentences of a length that can be read, byte for byte."""

from overtone.assess.portraits.quotes import newest, telling
from tests.build import material, statement

LONG = statement("putin", "NATO " + "and so on " * 200, on="2022-05-16", topics=("nato",))
TWO = statement(
    "putin", "The weather was very fine on that day. NATO comes nearer to our borders.", on="2022-05-17",
    topics=("nato=NATO",),
)  # fmt: skip
PLAIN = statement("putin", "The weather was very fine on that day. More came later.", on="2022-05-18")
WEEK = material(LONG, TWO, PLAIN)


def test_the_sentence_that_speaks_of_the_topic_is_quoted() -> None:
    piece = telling(WEEK, TWO.said, frozenset({"nato"}))
    assert piece is not None
    assert WEEK.words_of(piece) == "NATO comes nearer to our borders."


def test_words_too_long_to_be_read_are_not_quoted() -> None:
    assert telling(WEEK, LONG.said, frozenset({"nato"})) is None


def test_without_a_topic_the_first_sentence_stands_for_the_statement() -> None:
    piece = telling(WEEK, PLAIN.said)
    assert piece is not None
    assert WEEK.words_of(piece) == "The weather was very fine on that day."
    assert telling(WEEK, PLAIN.said, frozenset({"nato"})) is None


def test_the_newest_comes_first_and_each_quotation_is_the_documents_own() -> None:
    found = list(newest(WEEK, (*LONG.statements, *TWO.statements, *PLAIN.statements)))
    assert [f.evidence[0].document for f in found] == [PLAIN.document.id, TWO.document.id]
    for finding in found:
        (quote,) = [slot.value for slot in finding.slots if slot.kind == "quote"]
        assert quote == WEEK.words_of(finding.evidence[0])
