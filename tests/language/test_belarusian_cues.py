"""Belarusian reporting words in every form and both spellings."""

from overtone.language.belarusian_cues import DENIES, JUDGES, SAYS


def test_every_past_form_is_listed_in_both_spellings() -> None:
    assert {"заклікаў", "заклікала", "адмовіліся"} <= JUDGES
    assert {"падкрэсліў", "падкрэсьліў"} <= SAYS
    assert "абверглі" in DENIES
