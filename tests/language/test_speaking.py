"""What reporting words do in a sentence, for each language of the house."""

from overtone.language import LANGUAGES
from overtone.language.speaking import SPEAKING


def test_every_language_has_its_cue_words() -> None:
    assert set(SPEAKING) == set(LANGUAGES)
    assert all(SPEAKING[lang].says <= SPEAKING[lang].every for lang in LANGUAGES)
