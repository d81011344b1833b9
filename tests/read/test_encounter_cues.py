"""Cues: any case of letters, three languages side by side, offsets of the text itself."""

import pytest

from overtone.read.encounter_cues import ANNOUNCED, CANCELLED, PHONE, TALKS, VIDEO, Cue


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        (PHONE, "Telephone conversation"),
        (PHONE, "Президенты созвонились"),
        (PHONE, "па тэлефоне"),
        (VIDEO, "via VIDEOCONFERENCE"),
        (VIDEO, "па відэасувязі"),
        (TALKS, "Владимир Путин принял гостя"),
        (ANNOUNCED, "will hold talks"),
        (ANNOUNCED, "сустрэнуцца ў Сочы"),
        (CANCELLED, "встреча не состоялась"),
    ],
)
def test_a_cue_is_found_in_any_case_and_language(cue: Cue, text: str) -> None:
    assert cue.search(text) is not None


@pytest.mark.parametrize(
    ("cue", "text"),
    [(PHONE, "calls Belarus to account"), (TALKS, "received little attention"), (ANNOUNCED, "goodwill")],
)
def test_a_look_alike_is_no_cue(cue: Cue, text: str) -> None:
    assert cue.search(text) is None


def test_offsets_are_those_of_the_text() -> None:
    match = PHONE.search("İstanbul: by phone", 3)
    assert match is not None
    assert "İstanbul: by phone"[match.start() : match.end()] == "by phone"
