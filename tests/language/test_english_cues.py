"""English reporting words in every form."""

from overtone.language.english_cues import JUDGES, SAYS, TELLS


def test_every_form_of_a_verb_is_listed() -> None:
    assert {"note", "notes", "noted", "noting", "quipped", "said"} <= SAYS
    assert {"slammed", "criticizes", "denied"} <= JUDGES
    assert "told" in TELLS
