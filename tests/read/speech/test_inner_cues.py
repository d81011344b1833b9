"""A cue between dashes within the marks: its words are not the speaker's."""

import pytest

from overtone.read.speech import attribute_by_rules


@pytest.mark.parametrize(
    ("lang", "text", "source", "content"),
    [
        (
            "ru",
            "«Визит окончен, — сказал Песков. — Все разъехались». В Минске дождь.",
            "Песков",
            ["«Визит окончен", "Все разъехались»"],
        ),
        (
            "be",
            "«Візіт скончаны, — заявіў Макей. — Усе раз'ехаліся».",
            "Макей",
            ["«Візіт скончаны", "Усе раз'ехаліся»"],
        ),
    ],
)
def test_a_cue_inside_the_marks_is_cut_out(lang: str, text: str, source: str, content: list[str]) -> None:
    (one,) = attribute_by_rules(text, lang)
    assert [text[s.start : s.stop] for s in one.source] == [source]
    assert [text[s.start : s.stop] for s in one.content] == content


def test_a_dash_alone_is_no_cue() -> None:
    text = "Песков сказал: «Визит — это не всё, что было»."
    (one,) = attribute_by_rules(text, "ru")
    assert len(one.content) == 1
