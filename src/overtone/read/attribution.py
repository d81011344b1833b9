"""Who said what in news, readouts and communiqués: a statement for each sentence that reports a known speaker's words.

A sentence is given to a speaker by the first of the rules at the foot of the file that knows one: a phrase ("according
to Peskov"), a name before or after a speech verb, a pronoun for the speaker of the sentence before. The whole sentence
is the span; its words are direct, mixed or indirect by how much of it stands in quotation marks.
Not for sentences that carry on without naming anyone, nor for quotations that run over several sentences.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from overtone.read.attribution_cases import QUOTED, Case, cases, has_quotation
from overtone.read.names import topics_of, within
from overtone.records import Document, Mention, Statement
from overtone.registry import Registry

READER = "attribution@1"
NEAR = 4  # words between a verb and the name after it
FAR = 14  # words between a name and its verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks and where the text says so."""

    target: str
    start: int
    stop: int


Rule = Callable[[Case], Source | None]


def phrase_with_pronoun(case: Case) -> Source | None:
    """«по его словам»: the speaker of the sentence before."""
    found = _any_of(case.reporting.by_pronoun).search(case.text)
    if found and case.before:
        return Source(target=case.before, start=case.start + found.start(), stop=case.start + found.end())
    return None


def phrase_with_name(case: Case) -> Source | None:
    """ "according to Peskov", «паводле слоў Макея»."""
    for found in _any_of(case.reporting.by).finditer(case.text):
        end = case.start + found.end()
        named = next((m for m in case.names if 0 <= case.index(m.start) - case.index(end) <= NEAR), None)
        if named is not None and named.start >= end:
            return _source(named)
    return None


def name_after_verb(case: Case) -> Source | None:
    """ "…, said Peskov", «…, — заявил Песков»: a name soon after the verb, and nobody before it."""
    for verb in case.verbs:
        after = case.end(verb)
        if _in_relative_clause(case, verb):
            continue
        for mention in case.names:
            between = case.index(mention.start) - verb - 1
            if mention.start >= after and between <= NEAR and not _object(case, mention):
                gap = case.text[after - case.start : mention.start - case.start]
                subjects = [m for m in case.names if m.stop <= case.starts[verb] and not _object(case, m)]
                if not re.search(r"[.;:!?]|,", gap) and not subjects and not _pronoun_before(case, verb):
                    return _source(mention)
    return None


def name_before_verb(case: Case) -> Source | None:
    """ "Putin told reporters", «Лукашэнка паведаміў»: the last name before a verb that can be its subject."""
    for verb in case.verbs:
        place = case.starts[verb]
        if case.stranger_after(verb):
            continue
        if _pronoun_before(case, verb):
            return None
        for mention in reversed(case.names):
            between = verb - case.index(mention.stop)
            if _in_relative_clause(case, case.index(mention.start)):
                continue
            if mention.stop <= place and between <= FAR and not _object(case, mention):
                return None if _pronoun_between(case, mention, verb) else _source(mention)
    return None


def pronoun_beside_verb(case: Case) -> Source | None:
    """ "he added", «растлумачыў ён»: the speaker of the sentence before."""
    for verb in case.verbs:
        for number in range(max(0, verb - NEAR), min(len(case.words), verb + 3)):
            speaker = case.body_before if case.words[number] in case.reporting.of_several else case.before
            if case.is_pronoun(number) and speaker:
                return Source(target=speaker, start=case.starts[number], stop=case.end(number))
    return None


RULES: tuple[Rule, ...] = (
    phrase_with_pronoun,
    phrase_with_name,
    name_after_verb,
    name_before_verb,
    pronoun_beside_verb,
)


def read_attribution(document: Document, registry: Registry, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """The statements of a text that reports: one for each sentence with a known speaker.

    Not for transcripts, whose turns are read by `read_transcript`.
    """
    key = document.id
    return tuple(
        _statement(document, key, registry, within(mentions, case.start, case.start + len(case.text)), case, source)
        for case, _, source in _decided(document, mentions)
        if source is not None
    )


def explain_attribution(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, str, str]]:
    """The debug twin: each sentence with the rule that decided and the speaker; empty where none did."""
    for case, rule, source in _decided(document, mentions, every=True):
        yield case.start, case.start + len(case.text), rule, source.target if source else ""


def _decided(
    document: Document, mentions: Sequence[Mention], every: bool = False
) -> Iterator[tuple[Case, str, Source | None]]:
    for turn in cases(document, mentions, every):
        rule, source = next(((r.__name__, s) for r in RULES if (s := r(turn.case)) is not None), ("", None))
        turn.speaker = source.target if source else None
        yield turn.case, rule, source


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")


def _object(case: Case, mention: Mention) -> bool:
    return case.led_by(mention) in case.reporting.before_others


def _pronoun_before(case: Case, verb: int) -> bool:
    return any(case.is_pronoun(number) for number in range(max(0, verb - NEAR), verb))


def _in_relative_clause(case: Case, verb: int) -> bool:
    return any(word in case.reporting.relatives for word in case.words[max(0, verb - 3) : verb])


def _pronoun_between(case: Case, mention: Mention, verb: int) -> bool:
    first = case.index(mention.stop)
    return any(case.is_pronoun(number) for number in range(first, verb))


def _source(mention: Mention) -> Source:
    return Source(target=mention.target, start=mention.start, stop=mention.stop)


def _manner(text: str) -> str:
    """Direct where most letters stand between quotation marks, mixed where three words do, else indirect."""
    if not has_quotation(text):
        return "indirect"
    quotes = [q[0] for q in QUOTED.finditer(text)]
    if 2 * sum(map(len, quotes)) > len(text):
        return "direct"
    return "mixed" if any(len(quote.split()) >= 3 for quote in quotes) else "indirect"


def _statement(
    document: Document, key: str, registry: Registry, mentions: Sequence[Mention], case: Case, source: Source
) -> Statement:
    stop = case.start + len(case.text)
    day = document.happened_on or document.published_on
    inside = tuple(m for m in mentions if m.start != source.start or m.stop != source.stop)
    office = registry.main_office(source.target, day)
    return Statement(
        document=key,
        reader=READER,
        start=case.start,
        stop=stop,
        speaker=document.text[source.start : source.stop],
        speaker_start=source.start,
        speaker_stop=source.stop,
        actor=source.target,
        office=office.id if office else None,
        manner=_manner(document.text[case.start : stop]),
        act="position",
        said_on=day,
        lang=document.lang,
        venue=document.event,
        place=document.place,
        words=len(case.words),
        topics=topics_of(inside),
        mentions=inside,
    )
