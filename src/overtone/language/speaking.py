"""What reporting words do in a sentence, language by language: which take a clause, an object, an infinitive, a person.

Beside `reporting` (who may be a source) this says how a cue stands to its content, for reading attributions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language import english_cues, english_speech
from overtone.language.belarusian_speech import SPEECH_VERBS as BELARUSIAN
from overtone.language.russian_speech import SPEECH_VERBS as RUSSIAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Cue words of a language by what may follow them, every form in lower case, folded."""

    says: frozenset[str]  # a clause or a quotation: said, noted, tweeted
    tells: frozenset[str]  # a person, then a clause or a quotation: told, assured
    holds: frozenset[str]  # a clause, but seldom a quotation: thinks, hopes
    judges: frozenset[str]  # an object: criticised, called, endorsed
    wants: frozenset[str]  # an infinitive or an object: vowed, wants
    others: frozenset[str] = frozenset()  # nouns and phrases' words

    @property
    def every(self) -> frozenset[str]:
        """All cue words."""
        return self.says | self.tells | self.holds | self.judges | self.wants | self.others


SPEAKING: Mapping[str, Speaking] = MappingProxyType(
    {
        "en": Speaking(
            says=english_cues.SAYS,
            tells=english_cues.TELLS,
            holds=english_cues.HOLDS,
            judges=english_cues.JUDGES,
            wants=english_cues.WANTS,
            others=english_speech.SPEECH_VERBS | english_cues.OTHERS,
        ),
        "ru": Speaking(says=RUSSIAN, tells=frozenset(), holds=frozenset(), judges=frozenset(), wants=frozenset()),
        "be": Speaking(says=BELARUSIAN, tells=frozenset(), holds=frozenset(), judges=frozenset(), wants=frozenset()),
    }
)
