"""A speaker named before the words, by a verb, a colon, or a signature after them."""

import pytest

from overtone.read.speech import attribute_by_rules


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lavrov smiled, adding: “We leave.”", "Lavrov"),
        ("Hours later, Lavrov met the press, telling Reuters: “We leave.”", "Lavrov"),
        ("As Lavrov put it, “we leave today.”", "Lavrov"),
        ("But, said Lavrov, “we leave today.”", "Lavrov"),
        ("Lavrov went on to say: “We leave.”", "Lavrov"),
        ("“We leave today.”\n\n— Sergei Lavrov.", "Sergei Lavrov"),
    ],
)
def test_the_speaker_before_a_quotation_is_found(text: str, source: str) -> None:
    sources = [text[s.start : s.stop] for one in attribute_by_rules(text, "en") for s in one.source]
    assert source in sources


def test_a_question_put_to_somebody_has_no_known_source() -> None:
    found = attribute_by_rules("Lavrov was asked: “Will you leave today?”", "en")
    assert [one.source for one in found] == [()]
