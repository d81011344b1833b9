"""Parses of sentences: words with lemma, part of speech and the word each hangs on, by whatever model a language has.

Rules ask a parse as a check ("is this name the subject of this verb?") and never need one: where no model is installed,
or it answers otherwise than the one that was measured, `open_parser` says why and the rules decide alone.
Parts of speech, features and relations are those of Universal Dependencies 2 (de Marneffe et al., Computational
Linguistics 47(2), 2021). Not for words inside the quotation: a speaker is looked for outside it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from overtone.read.parsing_belarusian import open_belarusian
from overtone.read.parsing_words import Missing, Token

__all__ = [
    "Missing",
    "Parser",
    "Token",
    "explain_parse",
    "is_subject",
    "open_parser",
    "parse",
    "subject_of",
    "subtree",
    "words_of",
]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_JOINED = ("flat", "flat:name", "appos", "compound")
_CHAINED = ("conj",)


class Parser(Protocol):
    """A model that parses one language."""

    def parse(self, text: str) -> tuple[Token, ...]:
        """Every word of the text in order; heads are places in this tuple."""


_OPENERS: MappingProxyType[str, Callable[[], Parser | Missing]] = MappingProxyType({"be": open_belarusian})


@lru_cache(maxsize=8)
def open_parser(lang: str) -> Parser | Missing:
    """The parser of a language, loaded once in a process, or the reason there is none. Never raises."""
    opener = _OPENERS.get(lang)
    return opener() if opener else Missing(reason=f"no parser for {lang}: rules decide without one")


def parse(text: str, lang: str) -> tuple[Token, ...]:
    """The words of a text in order, each with the place of its head; empty where the language has no parser."""
    parser = open_parser(lang)
    return () if isinstance(parser, Missing) else parser.parse(text)


def words_of(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, ...]:
    """The places of the words that touch a span of the text."""
    return tuple(n for n, token in enumerate(tokens) if token.start < stop and token.stop > start)


def subject_of(tokens: Sequence[Token], verb: int) -> int | None:
    """The place of the word that is the subject of a verb, or of the verb it is joined to by "and"; None where none is.

    «Міністр прыехаў і заявіў»: the subject of «заявіў» is that of «прыехаў». A subject in another case than the
    nominative is no speaker («яму падабаецца») and is left out.
    """
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        for n, token in enumerate(tokens):
            if token.head == verb and token.deprel in SUBJECTS and token.feature("Case") in {"", "Nom"}:
                return n
        above = tokens[verb].head
        if tokens[verb].deprel not in _CHAINED or above is None:
            return None
        verb = above
    return None


def subtree(tokens: Sequence[Token], head: int) -> tuple[int, ...]:
    """The places of a word and everything that hangs on it, in order."""
    kept = {head}
    waiting = [head]
    below: dict[int, list[int]] = {}
    for n, token in enumerate(tokens):
        if token.head is not None:
            below.setdefault(token.head, []).append(n)
    while waiting:
        for n in below.get(waiting.pop(), ()):
            if n not in kept:
                kept.add(n)
                waiting.append(n)
    return tuple(sorted(kept))


def is_subject(tokens: Sequence[Token], span: tuple[int, int], verb: tuple[int, int]) -> bool | None:
    """Whether the words of one span are, or stand beside, the subject of the verb in another; None: no parse tells.

    The name of «прэс-сакратар Наталля Эйсмант» counts though «прэс-сакратар» is the subject: names and appositions
    are followed up to the word they belong to.
    """
    named, verbs = words_of(tokens, *span), words_of(tokens, *verb)
    subjects = {n for v in verbs if (n := subject_of(tokens, v)) is not None}
    if not named or not subjects:
        return None
    return any(_belongs(tokens, n) in subjects or n in subjects for n in named)


def _belongs(tokens: Sequence[Token], word: int) -> int:
    """The word that a name or an apposition belongs to."""
    seen: set[int] = set()
    while word not in seen and tokens[word].deprel in _JOINED:
        seen.add(word)
        above = tokens[word].head
        if above is None:
            break
        word = above
    return word


def explain_parse(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """The debug twin: each word with its part of speech, its lemma, its relation and the word it hangs on."""
    tokens = parse(text, lang)
    for token in tokens:
        above = tokens[token.head].form if token.head is not None else "–"
        yield token.start, token.stop, f"{token.upos} {token.lemma} {token.deprel} ← {above}"
