"""The rule path: every language of the house, and texts that would break a careless reader."""

import pytest

from overtone.errors import UsageError
from overtone.read.speech import attribute_by_rules, cue_words, explain_rules


def test_the_words_of_a_speaker_are_found() -> None:
    text = "“The talks went well,” Lavrov said. “They go on.”"
    (one,) = attribute_by_rules(text, "en")
    assert [text[s.start : s.stop] for s in one.source] == ["Lavrov"]
    assert [text[s.start : s.stop] for s in one.content] == ["“The talks went well,”", "“They go on.”"]
    assert one.manner == "direct"


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_an_empty_text_holds_no_words_of_anybody(lang: str) -> None:
    assert attribute_by_rules("", lang) == ()
    assert explain_rules("", lang) == ()


def test_a_language_the_house_does_not_speak_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        cue_words("xx")
