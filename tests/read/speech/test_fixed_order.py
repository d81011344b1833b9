"""English attribution: before and after the words, according to, with the subject on either side."""

import pytest

from overtone.read.speech.rules import attribute_by_rules

CASES = (
    ("Putin said that the visit is over.", "Putin", "that the visit is over"),
    ("The visit is over, according to the Kremlin.", "the Kremlin", "The visit is over"),
    ("“It is over,” said Lavrov.", "Lavrov", "“It is over,”"),
)


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_source_and_content_are_found(text: str, source: str, content: str) -> None:
    (one,) = attribute_by_rules(text, "en")
    assert " ".join(text[s.start : s.stop] for s in one.source) == source
    assert " ".join(text[s.start : s.stop] for s in one.content).rstrip(",") == content
