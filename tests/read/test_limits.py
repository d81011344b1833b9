"""How much of a document is read."""

import pytest

from overtone.read import read
from overtone.read.limits import LONGEST_DOCUMENT, TOO_LONG, UNFINISHED, shortened
from tests.read.small_desk import page, small_desk


def test_a_document_of_usual_length_is_read_whole() -> None:
    document = page("Putin\n\n" + "Vladimir Putin said no. " * 100)
    assert shortened(document) == (document, (), ())


@pytest.mark.parametrize("filler", ["word ", "a line\n", "x"])
def test_the_end_of_a_long_one_is_told_as_unread(filler: str) -> None:
    document = page("Headline\n\n" + filler * 300)
    made, (rest,), notes = shortened(document, 200)
    assert made.text + document.text[rest.start : rest.stop] == document.text
    assert 180 <= len(made.text) <= 200
    assert (made.id, notes) == (document.id, (TOO_LONG, UNFINISHED))
    assert max(part.stop for part in made.parts) == len(made.text)


def test_of_ten_megabytes_the_beginning_is_read_and_the_rest_told() -> None:
    said = "Alexander Lukashenko said that sanctions harm everybody. "
    document = page("Talks\n\n" + said + "So it goes on and on. " * 450_000, kind="news")
    assert len(document.text) > 9_800_000
    harvest = read(document, small_desk())
    assert [s.actor for s in harvest.statements] == ["lukashenko"]
    (rest,) = harvest.reading.unread
    assert (LONGEST_DOCUMENT * 0.9 < rest.start <= LONGEST_DOCUMENT, rest.stop) == (True, len(document.text))
    assert TOO_LONG in harvest.reading.notes
