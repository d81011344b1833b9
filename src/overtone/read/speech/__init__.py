"""Who says what in news, communiqués and readouts: attributions with source, cue and content as spans."""

from overtone.read.speech.marks import Quoted, quotations, quote_depth
from overtone.read.speech.merging import attribute, merged
from overtone.read.speech.rules import attribute_by_rules, cue_words, explain_rules

__all__ = [
    "Quoted",
    "attribute",
    "attribute_by_rules",
    "cue_words",
    "explain_rules",
    "merged",
    "quotations",
    "quote_depth",
]
