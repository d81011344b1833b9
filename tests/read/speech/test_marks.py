"""Quotation marks of every kind: paired, nested, left open, carried over paragraphs, in linear time."""

import pytest

from overtone.read.speech.marks import quotations, quote_depth

CASES: tuple[tuple[str, list[tuple[int, str]]], ...] = (
    ("He said “yes, it’s the voters’ ‘choice’.”", [(1, "“yes, it’s the voters’ ‘choice’.”"), (2, "‘choice’")]),
    ("'The voters' choice is clear,' he said.", [(1, "'The voters' choice is clear,'")]),
    ("Он: «ООО «Ромашка», — сказал он.", [(1, "«ООО «Ромашка»"), (2, "«Ромашка»")]),
    ("„Да“, сказал “он”.", [(1, "„Да“"), (1, "“он”")]),
    ("''I do,'' he said, `` yes ''", [(1, "''I do,''"), (1, "`` yes ''")]),
    ('"a" "b" "c', [(1, '"a"'), (1, '"b"'), (1, '"c')]),
    ("It's the '90s and 'em dogs' rock 'n' roll", []),
    ("“foo“ bar", [(1, "“foo“")]),
    ("", []),
)


@pytest.mark.parametrize(("text", "found"), CASES)
def test_marks_are_paired(text: str, found: list[tuple[int, str]]) -> None:
    assert [(q.depth, text[q.start : q.stop]) for q in quotations(text)] == found


def test_a_quotation_left_open_goes_on_where_the_next_paragraph_opens_one() -> None:
    regions = quotations("“first\n\n“second\n\n“third.” he said.")
    assert [(q.closed, q.carried) for q in regions] == [(False, False), (False, True), (True, True)]


def test_a_mark_never_reaches_over_a_paragraph_without_marks() -> None:
    text = "“left open\n\nplain words\n\nand more"
    assert [text[q.start : q.stop] for q in quotations(text)] == ["“left open"]


def test_depth_is_told_for_each_character() -> None:
    assert list(quote_depth("a «b «c» d» e")) == [0, 0, 1, 1, 1, 2, 2, 2, 1, 1, 1, 0, 0]


def test_thousands_of_unbalanced_marks_are_read() -> None:
    text = "“\"«' ‘„" * 2000
    assert all(0 <= q.start < q.stop <= len(text) for q in quotations(text))
