"""What reporting words do in a sentence, language by language: which take a clause, an object, an infinitive, a person.

Beside `reporting` (who may be a source) this says how a cue stands to its content, for reading attributions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language import belarusian_cues, english_cues, english_grammar, russian_cues, slavic_grammar
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
    clause: frozenset[str] = _NONE  # open a reported clause: that, whether
    hearers: frozenset[str] = _NONE  # to whom words are said, in one word
    openers: frozenset[str] = _NONE  # open a sentence and are no part of its subject
    by: frozenset[str] = _NONE  # «по словам»: the noun after the preposition
    denies: frozenset[str] = _NONE  # cue verbs whose content is denied
    declines: frozenset[str] = _NONE  # cue verbs of refusing, with a verb or noun of speech after them
    comments: frozenset[str] = _NONE  # what is declined: to comment
    impersonal: frozenset[str] = _NONE  # «говорится в заявлении»: the source is the text
    oblique: tuple[str, ...] = ()  # endings of a noun in another case than that of a subject
    verbal: tuple[str, ...] = ()  # endings of finite verbs
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
            denies=english_cues.DENIES,
            declines=english_cues.DECLINES,
            comments=english_cues.COMMENTS,
            weak=english_cues.WEAK,
            takes_to=english_cues.TAKES_TO,
        ),
        "ru": Speaking(
            says=russian_cues.SAYS,
            judges=russian_cues.JUDGES,
            others=RUSSIAN | russian_cues.OTHERS,
            pronouns=slavic_grammar.RUSSIAN_PRONOUNS,
            prepositions=slavic_grammar.RUSSIAN_PREPOSITIONS,
            adverbs=slavic_grammar.RUSSIAN_ADVERBS,
            openers=slavic_grammar.RUSSIAN_OPENERS,
            hearers=slavic_grammar.RUSSIAN_HEARERS,
            conjunctions=slavic_grammar.RUSSIAN_CONJUNCTIONS,
            relatives=slavic_grammar.RUSSIAN_RELATIVES,
            clause=slavic_grammar.RUSSIAN_CLAUSE,
            by=slavic_grammar.RUSSIAN_BY,
            denies=russian_cues.DENIES,
            declines=russian_cues.DECLINES,
            comments=russian_cues.COMMENTS,
            impersonal=russian_cues.IMPERSONAL,
            oblique=slavic_grammar.RUSSIAN_OBLIQUE,
            verbal=slavic_grammar.RUSSIAN_VERBAL,
        ),
        "be": Speaking(
            says=belarusian_cues.SAYS,
            judges=belarusian_cues.JUDGES,
            others=BELARUSIAN | belarusian_cues.OTHERS,
            pronouns=slavic_grammar.BELARUSIAN_PRONOUNS,
            prepositions=slavic_grammar.BELARUSIAN_PREPOSITIONS,
            adverbs=slavic_grammar.BELARUSIAN_ADVERBS,
            openers=slavic_grammar.BELARUSIAN_OPENERS,
            hearers=slavic_grammar.BELARUSIAN_HEARERS,
            conjunctions=slavic_grammar.BELARUSIAN_CONJUNCTIONS,
            relatives=slavic_grammar.BELARUSIAN_RELATIVES,
            clause=slavic_grammar.BELARUSIAN_CLAUSE,
            by=slavic_grammar.BELARUSIAN_BY,
            denies=belarusian_cues.DENIES,
            declines=belarusian_cues.DECLINES,
            comments=belarusian_cues.COMMENTS,
            impersonal=belarusian_cues.IMPERSONAL,
            oblique=slavic_grammar.BELARUSIAN_OBLIQUE,
            verbal=slavic_grammar.BELARUSIAN_VERBAL,
        ),
    }
)
