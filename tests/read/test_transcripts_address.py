"""Addresses without a label."""

import pytest

from overtone.read.transcripts_address import find_address, is_spoken, speaks_at_once
from tests.read.transcript_desk import desk, document

SPEECH = "Friends! I thank you, and we go on. Our cities will be ours, as you know."


@pytest.mark.parametrize(
    ("body", "spoken"),
    [
        (SPEECH, True),
        ("He said that we go on. He noted our work. He added it to you.", False),
        ("The road is open.", False),
        ("", False),
    ],
)
def test_speech_is_in_the_first_person_and_does_not_report(body: str, spoken: bool) -> None:
    assert is_spoken(body) is spoken


def test_a_quoted_message_or_a_report_does_not_speak_at_once() -> None:
    assert speaks_at_once(SPEECH)
    assert not speaks_at_once(f"“{SPEECH}”")
    assert not speaks_at_once(f"President of Russia told: {SPEECH}")


@pytest.mark.parametrize(
    ("headline", "printed"),
    [
        ("Address by the President of Ukraine on the day of unity", "the President of Ukraine"),
        ("Article by Vladimir Putin “On trade”", "Vladimir Putin"),
        ("Обращение Владимира Путина", "Владимира Путина"),
        ("A day of unity", None),
    ],
)
def test_the_headline_prints_the_speaker(headline: str, printed: str | None) -> None:
    made = document(SPEECH, headline=headline, source="kyiv")
    found = find_address(made, desk(), (), (made.parts[-1].start, made.parts[-1].stop))
    assert (made.text[found.start : found.stop] if found else None) == printed
