"""Which quotations are speech, and which go on the words before them."""

import pytest

from overtone.read.speech import attribute_by_rules
from overtone.read.speech.layout import QUOTE, paragraphs
from overtone.read.speech.quoting import is_speech


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We go,” he said.", True),
        ("He saw “Swan Lake” there.", False),
        ("He said “the talks in Geneva are now over for good” there.", True),
        ("Peskov: “No”", True),
    ],
)
def test_speech_is_told_from_titles(text: str, speech: bool) -> None:
    (one,) = paragraphs(text, "en")
    assert is_speech(one, one.words.index(QUOTE)) is speech


def test_a_paragraph_of_nothing_but_a_quotation_goes_on_the_one_before() -> None:
    text = "“It is over,” Peskov said. “We leave.\n\n“We leave today.”"
    (one,) = attribute_by_rules(text, "en")
    assert [text[s.start : s.stop] for s in one.content] == ["“It is over,”", "“We leave.", "“We leave today.”"]


def test_a_paragraph_that_ends_with_a_colon_leads_to_the_next() -> None:
    text = "Peskov put it in other words and added:\n\n“We leave today.”"
    found = [one for one in attribute_by_rules(text, "en") if one.manner == "direct"]
    assert [text[s.start : s.stop] for one in found for s in one.source] == ["Peskov"]


def test_an_open_quotation_waits_for_its_speaker() -> None:
    text = "“We leave.\n\n“We leave today,” said Peskov."
    (one,) = attribute_by_rules(text, "en")
    assert len(one.content) == 2
