"""Quotations: over several sentences, to the end of a paragraph, nested ones whole, apostrophes none."""

import pytest

from overtone.read.quotations import clipped, inside, quotations

CASES: tuple[tuple[str, list[str]], ...] = (
    ('He said "yes. And no" today.', ['"yes. And no"']),
    ("Он сказал «да «и» нет» вчера.", ["«да «и» нет»"]),
    ('A "first part\nof it" and on.', ['"first part', 'of it"']),
    ("It is Putin's word.", []),
)


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quotations_are_found_with_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:stop] for start, stop in quotations(text)] == quoted


def test_a_quotation_is_clipped_to_the_sentence() -> None:
    assert clipped([(0, 5), (8, 30)], 10, 20) == [(10, 20)]


def test_a_place_is_inside_a_span_up_to_its_end() -> None:
    assert [inside(place, [(2, 4)]) for place in (1, 2, 3, 4)] == [False, True, True, False]
