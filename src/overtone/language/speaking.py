"""What reporting words do in a sentence, language by language: which take a clause, an object, an infinitive, a person.

Beside `reporting` (who may be a source) this says how a cue stands to its content, for reading attributions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language import english_cues, english_grammar
from overtone.language.belarusian_speech import SPEECH_VERBS as BELARUSIAN
from overtone.language.english_speech import SPEECH_VERBS as ENGLISH
from overtone.language.russian_speech import SPEECH_VERBS as RUSSIAN

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Cue words of a language by what may follow them, and the words around them. Lower case, folded."""

    says: frozenset[str]  # a clause or a quotation: said, noted, tweeted
    tells: frozenset[str] = _NONE  # a person, then a clause or a quotation: told, assured
    holds: frozenset[str] = _NONE  # a clause, but seldom a quotation: thinks, hopes
    judges: frozenset[str] = _NONE  # an object: criticised, called, endorsed
    wants: frozenset[str] = _NONE  # an infinitive or an object: vowed, wants
    others: frozenset[str] = _NONE  # nouns, and words of phrases
    pronouns: frozenset[str] = _NONE
    auxiliaries: frozenset[str] = _NONE
    negations: frozenset[str] = _NONE
    be: frozenset[str] = _NONE  # with a participle, a passive
    relatives: frozenset[str] = _NONE  # right before a verb, its subject: who, which
    nounlike: frozenset[str] = _NONE  # cue forms that are nouns as well
    adverbs: frozenset[str] = _NONE  # may stand between subject and verb
    conjunctions: frozenset[str] = _NONE  # no noun phrase reaches over one
    prepositions: frozenset[str] = _NONE
    adjuncts: frozenset[str] = _NONE  # open the when, where and to whom after a verb
    determiners: frozenset[str] = _NONE
    weekdays: frozenset[str] = _NONE
    weak: frozenset[str] = _NONE  # cue verbs that report only with a clause: supports, finds
    takes_to: frozenset[str] = _NONE  # verbs whose "to" belongs to the cue: referred to

    def verb(self, word: str) -> bool:
        """Whether a word is a verb of reporting in some form."""
        return (
            word in self.says or word in self.tells or word in self.holds or word in self.judges or word in self.wants
        )

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
            others=ENGLISH | english_cues.OTHERS,
            pronouns=english_grammar.PRONOUNS,
            auxiliaries=english_grammar.AUXILIARIES,
            negations=english_grammar.NEGATIONS,
            be=english_grammar.BE,
            relatives=frozenset({"who", "which", "that"}),
            nounlike=english_cues.NOUNLIKE,
            adverbs=english_grammar.ADVERBS,
            conjunctions=english_grammar.CONJUNCTIONS,
            prepositions=english_grammar.PREPOSITIONS,
            adjuncts=english_grammar.ADJUNCTS,
            determiners=english_grammar.DETERMINERS,
            weekdays=english_grammar.WEEKDAYS,
            weak=english_cues.WEAK,
            takes_to=english_cues.TAKES_TO,
        ),
        "ru": Speaking(says=RUSSIAN),
        "be": Speaking(says=BELARUSIAN),
    }
)
