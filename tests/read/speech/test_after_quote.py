"""A speaker named after the words: both orders, verbs not listed, stops where a comma should stand."""

import pytest

from overtone.read.speech import attribute_by_rules


@pytest.mark.parametrize(
    ("text", "source", "rule"),
    [
        ("“We leave,” barked Lavrov.", "Lavrov", "quote_before_cue@1"),
        ("“We leave,” he shot back.", "he", "quote_before_cue@1"),
        ("“We leave.” Lavrov said.", "Lavrov", "quote_before_sentence@1"),
        ("“We all leave here this very day” before the talks, she said.", "she", "sentence_before_cue@1"),
        ("“Will they leave?” Lavrov asked.", "Lavrov", "quote_before_cue@1"),
    ],
)
def test_the_speaker_after_a_quotation_is_found(text: str, source: str, rule: str) -> None:
    (one,) = attribute_by_rules(text, "en")
    assert (text[one.source[0].start : one.source[0].stop], one.rule) == (source, rule)
