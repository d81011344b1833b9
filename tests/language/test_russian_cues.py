"""Russian reporting words in every form."""

from overtone.language.russian_cues import DENIES, JUDGES, SAYS


def test_every_past_form_is_listed() -> None:
    assert {"призвал", "призвала", "призвали", "отказались", "опровергли"} <= JUDGES | DENIES
    assert "опроверг" in DENIES


def test_nouns_are_no_cue_verbs() -> None:
    assert "словам" not in SAYS
