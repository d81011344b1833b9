"""A parsed word, and why there may be no parse."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a parse, in the terms of Universal Dependencies; offsets are characters of the published text."""

    form: str  # as published
    lemma: str  # dictionary form, in the official spelling, for matching
    upos: str  # NOUN, PROPN, VERB …
    feats: str  # "Case=Nom|Number=Sing", "" where none
    head: int | None  # place of the governing word in the parse, None for the root of a sentence
    deprel: str  # nsubj, obj, root …
    start: int
    stop: int

    def feature(self, name: str) -> str:
        """The value of one feature ("Nom" for "Case"), "" where the word has none."""
        for feature in self.feats.split("|"):
            key, _, value = feature.partition("=")
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why there is no parser here: rules alone decide then."""

    reason: str
