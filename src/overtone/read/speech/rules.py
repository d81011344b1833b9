"""Who says what, by named rules over tokens and quotations: the whole rule path, no model needed.

Cue words are looked up, then walks to the left and right of each find the source and the content. Time grows with the
length of the text. After the syntactic method of GenderGapTracker and the policy of PolNeAR (beliefs, intentions and
calls count as attributions). Not for transcripts, where labels tell the speaker.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from overtone.language import language
from overtone.language.speaking import SPEAKING
from overtone.read.speech import fixed_order, free_order
from overtone.read.speech.found import Found
from overtone.read.speech.labelled import labelled
from overtone.read.speech.layout import paragraphs
from overtone.read.speech.quoting import Carried
from overtone.records import Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One decision of the rules: an attribution, or a cue that was seen and rejected and the rule that did so."""

    rule: str
    start: int  # the cue
    stop: int
    attribution: Attribution | None


def attribute_by_rules(text: str, lang: str) -> tuple[Attribution, ...]:
    """The attributions of a text in a language of the house (en, ru, be), in order; UsageError for another language."""
    return tuple(one.attribution for one in _decided(text, lang) if one.attribution)


def explain_rules(text: str, lang: str) -> tuple[Explained, ...]:
    """The debug twin: each attribution, and each cue that gave none, with the rule that decided."""
    return tuple(_decided(text, lang))


def cue_words(lang: str) -> frozenset[str]:
    """Every form of every reporting word of a language, in lower case, folded."""
    return SPEAKING[language(lang).code].every


def _decided(text: str, lang: str) -> Iterator[Explained]:
    speaking = SPEAKING[language(lang).code]
    reader = free_order.read_paragraph if speaking.oblique else fixed_order.read_paragraph
    found: list[Found] = []
    before: Carried | None = None
    turns = {turn.source[0].start: turn for turn in labelled(text)}
    for one in paragraphs(text, lang):
        turn = next((turns[start] for start in (one.starts[0], one.starts[0] + 1) if start in turns), None)
        if turn is not None:
            yield Explained(rule=turn.rule, start=turn.cue[0].start, stop=turn.cue[0].stop, attribution=turn)
            before = None
            continue
        here, before = reader(one, speaking, before)
        found += here
    for item in found:
        attribution = item.attribution() if item.content else None
        start, stop = item.cue[0] if item.cue else (0, 0)
        yield Explained(rule=item.rule, start=start, stop=stop, attribution=attribution)
