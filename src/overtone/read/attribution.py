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

from overtone.read.attribution_cases import Case, cases
from overtone.read.attribution_subjects import (
    NEAR,
    Subject,
    closes,
    holder,
    is_passive,
    may_follow,
    name_after,
    of_media,
    office_after,
    stranger_follows,
    subject_before,
)
from overtone.read.names import topics_of, within
from overtone.read.quotations import inside
from overtone.records import Document, Mention, Statement
from overtone.registry import Registry

READER = "attribution@2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks and where the text says so; an empty target where it is somebody the facts do not know."""

    target: str
    start: int
    stop: int


Rule = Callable[[Case], Source | None]


def phrase_with_pronoun(case: Case) -> Source | None:
    """«по его словам»: the speaker of the sentence before."""
    found = _any_of(case.reporting.by_pronoun).search(case.text)
    if found and not inside(case.start + found.start(), case.quoted):
        words = found[0].split()
        target = _meant(case, "she" if "her" in words else words[-1])
        return Source(target=target, start=case.start + found.start(), stop=case.start + found.end())
    return None


def phrase_with_name(case: Case) -> Source | None:
    """ "according to Peskov", «паводле слоў Макея»."""
    for found in _any_of(case.reporting.by).finditer(case.text):
        end = case.start + found.end()
        named = next((m for m in case.names if m.start >= end and case.index(m.start) - case.index(end) <= NEAR), None)
        if named is not None and not re.search(r"[,;:]", case.between(end, named.start)):
            return _source(named)
    return None


def office_beside_verb(case: Case) -> Source | None:
    """ "the Head of State said", «подчеркнул президент», "Elina Svitolina noted": an office's holder or nobody."""
    for verb in _reporting_verbs(case):
        if is_passive(case, verb):
            continue
        if _pronoun_beside(case, verb):
            return None
        subject = _subject(case, verb)
        if subject is not None:
            if subject.mention is not None:
                return None
            return Source(target=holder(case, subject), start=subject.start, stop=subject.stop)
    return None


def name_after_verb(case: Case) -> Source | None:
    """ "…, said Peskov", «…, — заявил Песков»: a name soon after the verb, and nobody before it."""
    for verb in _reporting_verbs(case):
        if _pronoun_beside(case, verb):
            return None
        found = name_after(case, verb)
        free = closes(case, verb) or is_passive(case, verb) or subject_before(case, verb) is None
        if found is not None and free:
            return _source(found)
    return None


def name_before_verb(case: Case) -> Source | None:
    """ "Putin told reporters", «Лукашэнка паведаміў»: the last name before a verb that can be its subject."""
    for verb in _reporting_verbs(case):
        if is_passive(case, verb):
            continue
        if _pronoun_beside(case, verb):
            return None
        subject = subject_before(case, verb)
        if subject is not None and subject.mention is not None:
            return _source(subject.mention)
    return None


def pronoun_beside_verb(case: Case) -> Source | None:
    """ "he added", «растлумачыў ён»: the speaker of the sentence before."""
    for verb in _reporting_verbs(case):
        if is_passive(case, verb):
            continue
        last = verb + 3 if case.reporting.free_order or may_follow(case, verb) else verb
        for number in range(max(0, verb - NEAR), min(len(case.words), last)):
            if case.is_pronoun(number):
                target = _meant(case, case.words[number])
                return Source(target=target, start=case.starts[number], stop=case.end(number))
    return None


RULES: tuple[Rule, ...] = (
    phrase_with_pronoun,
    phrase_with_name,
    office_beside_verb,
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
        for case, _, source in _decided(document, mentions, registry)
        if source is not None and source.target
    )


def explain_attribution(
    document: Document, mentions: Sequence[Mention], registry: Registry | None = None
) -> Iterator[tuple[int, int, str, str]]:
    """The debug twin: each sentence with the rule that decided and the speaker; empty where none did.

    A rule and no speaker: the rule found that somebody speaks whom the facts do not know. Without the registry, offices
    in words are given to nobody and the forms of names are not looked at.
    """
    for case, rule, source in _decided(document, mentions, registry, every=True):
        yield case.start, case.start + len(case.text), rule, source.target if source else ""


def _decided(
    document: Document, mentions: Sequence[Mention], registry: Registry | None, every: bool = False
) -> Iterator[tuple[Case, str, Source | None]]:
    for turn in cases(document, mentions, every, registry):
        rule, source = next(((r.__name__, s) for r in RULES if (s := r(turn.case)) is not None), ("", None))
        turn.speaker = source.target if source else None
        yield turn.case, rule, source


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")


def _reporting_verbs(case: Case) -> Iterator[int]:
    """The verbs of a sentence that may report its speaker's words, not those of the press or of another clause."""
    usable = [v for v in case.verbs if not (_in_relative_clause(case, v) or of_media(case, v))]
    yield from sorted(usable, key=lambda verb: (not closes(case, verb), verb))


def _subject(case: Case, verb: int) -> Subject | None:
    """Whoever speaks by this verb, the nearest before it or, set off from what is said, right after it."""
    named = name_after(case, verb)
    if named is not None:
        after: Subject | None = Subject(start=named.start, stop=named.stop, mention=named)
    else:
        after = office_after(case, verb) or stranger_follows(case, verb)
    if closes(case, verb) and case.reporting.free_order and after is not None:
        return after
    return subject_before(case, verb) or after


def _meant(case: Case, pronoun: str) -> str:
    """Whom a pronoun means: with a quotation the last who spoke; nobody where the gender is another's."""
    if pronoun in case.reporting.of_several:
        facts = case.facts
        return case.before.body if facts is None or case.before.body in facts.institutions else ""
    target = case.before.said if case.quoted else case.before.person
    actor = case.facts.actors.get(target) if case.facts else None
    if actor is not None and (actor.gender == "f") != (pronoun in case.reporting.feminine):
        return ""
    return target


def _pronoun_beside(case: Case, verb: int) -> bool:
    """Whether a pronoun is the subject: before the verb and after any name, or right after in a free order."""
    if case.reporting.free_order and verb + 1 < len(case.words) and case.is_pronoun(verb + 1):
        return True
    subject = subject_before(case, verb)
    first = max(verb - NEAR, case.index(subject.stop) if subject else 0, 0)
    return any(case.is_pronoun(number) for number in range(first, verb))


def _in_relative_clause(case: Case, verb: int) -> bool:
    return any(word in case.reporting.relatives for word in case.words[max(0, verb - 3) : verb])


def _source(mention: Mention) -> Source:
    return Source(target=mention.target, start=mention.start, stop=mention.stop)


def _manner(case: Case) -> str:
    """Direct where most letters stand between quotation marks, mixed where three words do, else indirect."""
    if 2 * sum(b - a for a, b in case.quoted) > len(case.text):
        return "direct"
    return "mixed" if any(len(case.between(a, b).split()) >= 3 for a, b in case.quoted) else "indirect"


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
        manner=_manner(case),
        act="position",
        said_on=day,
        lang=document.lang,
        venue=document.event,
        place=document.place,
        words=len(case.words),
        topics=topics_of(inside),
        mentions=inside,
    )
