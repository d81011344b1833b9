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


HOSTILE = (
    "“\"«' ‘„" * 2000,
    "said " * 2000,
    "заявил " * 1000,
    "“a b c d,” " * 3000,
    "«а, — б " * 3000,
    "Name: “x” " * 500,
    "to " * 5000 + "say",
    "\u202e\u05d0\u05d1 said \u200b“\u05e9\u05dc\u05d5\u05dd” he s\u200baid İİ ",
    "HOME | NEWS | CONTACT\nPutin: NO DEAL\nABOUT US",
    "PUTIN SAYS TALKS ARE OVER",
)


@pytest.mark.parametrize("lang", ["en", "ru", "be"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_rules(text: str, lang: str) -> None:
    for one in attribute_by_rules(text, lang):
        places = [*one.source, *one.cue, *one.content]
        assert all(0 <= place.start < place.stop <= len(text) for place in places)


def test_the_debug_twin_tells_each_attribution_and_its_rule() -> None:
    text = "The visit is over, Peskov said."
    (one,) = explain_rules(text, "en")
    assert one.rule == "after"
    assert one.attribution in attribute_by_rules(text, "en")
