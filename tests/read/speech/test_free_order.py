"""Russian and Belarusian: sources of impersonal and negated cues, and what reports nothing."""

import pytest

from overtone.read.speech import attribute_by_rules


def test_an_impersonal_cue_may_have_no_source() -> None:
    (one,) = attribute_by_rules("Сообщается, что визит окончен.", "ru")
    assert one.source == ()


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("ru", "Песков не стал комментировать сообщения.", "declined"),
        ("ru", "Лавров отрицает, что визит отменен.", "denied"),
        ("be", "Макей адмаўляе, што візіт адменены.", "denied"),
    ],
)
def test_denials_and_refusals_are_told(lang: str, text: str, stance: str) -> None:
    assert {one.stance for one in attribute_by_rules(text, lang)} == {stance}
