"""Who said what in news, readouts and communiqués: a statement for each sentence that reports a known speaker's words.

A sentence is given to a speaker by the first of the rules at the foot of the file that knows one: a phrase ("according
to Peskov"), a name before or after a speech verb, a pronoun for the speaker of the sentence before. The whole sentence
is the span; its words are direct, mixed or indirect by how much of it stands in quotation marks.
Not for sentences that carry on without naming anyone, nor for quotations that run over several sentences.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from overtone.language import language
from overtone.language.reporting import REPORTING, Reporting
from overtone.read.names import topics_of, within
from overtone.records import Document, Mention, Statement
from overtone.registry import Registry

READER = "attribution@1"
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
NEAR = 4  # words between a verb and the name after it
FAR = 14  # words between a name and its verb
SPEAKERS = ("actor", "institution")
PARTS = ("lead", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a sentence, folded, with its place in the document."""

    text: str
    start: int
    stop: int
    capital: bool  # begins with a capital letter in the text
    quoted: bool  # stands between quotation marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence and what the rules may know of it."""

    text: str  # folded, lower case
    start: int  # where it begins in the document
    words: tuple[Word, ...]
    verbs: tuple[int, ...]  # indices of speech verbs outside quotations
    names: tuple[Mention, ...]  # actors and institutions outside quotations
    before: str | None  # person who spoke or acted in the sentence before, or whom the headline is about
    body_before: str | None  # the same, an institution too
    reporting: Reporting

    def index(self, place: int) -> int:
        """The number of words that begin before a place."""
        return bisect_left([word.start for word in self.words], place)

    def is_pronoun(self, word: Word) -> bool:
        """Whether a word of the sentence itself, not of a quotation in it, stands for a speaker."""
        return word.text in self.reporting.pronouns and not word.quoted

    def stranger_after(self, number: int) -> bool:
        """Whether the next word is a capitalised name that the facts do not know: «сообщает БелТА»."""
        if number + 1 >= len(self.words):
            return False
        word = self.words[number + 1]
        return word.capital and not any(m.start <= word.start < m.stop for m in self.names)

    def led_by(self, mention: Mention) -> str:
        """The word right before a name; empty at the beginning of the sentence."""
        number = self.index(mention.start)
        return self.words[number - 1].text if number else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks and where the text says so."""

    target: str
    start: int
    stop: int


Rule = Callable[[Case], Source | None]


def phrase_with_pronoun(case: Case) -> Source | None:
    """«по его словам»: the speaker of the sentence before."""
    for phrase in case.reporting.by_pronoun:
        found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", case.text)
        if found and case.before:
            return Source(target=case.before, start=case.start + found.start(), stop=case.start + found.end())
    return None


def phrase_with_name(case: Case) -> Source | None:
    """ "according to Peskov", «паводле слоў Макея»."""
    for phrase in case.reporting.by:
        for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", case.text):
            end = case.start + found.end()
            named = next((m for m in case.names if 0 <= case.index(m.start) - case.index(end) <= NEAR), None)
            if named is not None and named.start >= end:
                return _source(named)
    return None


def name_after_verb(case: Case) -> Source | None:
    """ "…, said Peskov", «…, — заявил Песков»: a name soon after the verb, and nobody before it."""
    for verb in case.verbs:
        after = case.words[verb].stop
        for mention in case.names:
            between = case.index(mention.start) - verb - 1
            if mention.start >= after and between <= NEAR and not _object(case, mention):
                gap = case.text[after - case.start : mention.start - case.start]
                subjects = [m for m in case.names if m.stop <= case.words[verb].start and not _object(case, m)]
                if not re.search(r"[.;:!?]|,", gap) and not subjects and not _pronoun_before(case, verb):
                    return _source(mention)
    return None


def name_before_verb(case: Case) -> Source | None:
    """ "Putin told reporters", «Лукашэнка паведаміў»: the last name before a verb that can be its subject."""
    for verb in case.verbs:
        place = case.words[verb].start
        if case.stranger_after(verb):
            continue
        for mention in reversed(case.names):
            between = verb - case.index(mention.stop)
            if mention.stop <= place and between <= FAR and not _object(case, mention):
                return None if _pronoun_between(case, mention, verb) else _source(mention)
    return None


def pronoun_beside_verb(case: Case) -> Source | None:
    """ "he added", «растлумачыў ён»: the speaker of the sentence before."""
    for verb in case.verbs:
        for number in range(max(0, verb - NEAR), min(len(case.words), verb + 3)):
            word = case.words[number]
            several = word.text in case.reporting.of_several
            speaker = case.body_before if several else case.before
            if case.is_pronoun(word) and speaker:
                return Source(target=speaker, start=word.start, stop=word.stop)
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
    return tuple(
        _statement(document, registry, mentions, case, source)
        for case, _, source in _decided(document, mentions)
        if source is not None
    )


def explain_attribution(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, str, str]]:
    """The debug twin: each sentence with the rule that decided and the speaker; empty where none did."""
    for case, rule, source in _decided(document, mentions):
        yield case.start, case.start + len(case.text), rule, source.target if source else ""


def _decided(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Case, str, Source | None]]:
    person = next((m.target for m in mentions if m.kind == "actor" and m.stop <= _body_start(document)), None)
    body = person
    people = {m.target for m in mentions if m.kind == "actor"}
    for start, stop in _sentences(document):
        case = _case(document, mentions, (start, stop), (person, body))
        rule, source = next(((r.__name__, s) for r in RULES if (s := r(case)) is not None), ("", None))
        yield case, rule, source
        subject = next((m.target for m in case.names if not _object(case, m)), None)
        body = source.target if source else subject or body
        person = body if body in people else person


def _body_start(document: Document) -> int:
    return next((part.start for part in document.parts if part.role in PARTS), 0)


def _sentences(document: Document) -> Iterator[tuple[int, int]]:
    tongue = language(document.lang)
    for part in document.parts:
        if part.role in PARTS:
            for start, stop in tongue.sentences(document.text[part.start : part.stop]):
                yield part.start + start, part.start + stop


def _case(
    document: Document, mentions: Sequence[Mention], span: tuple[int, int], before: tuple[str | None, str | None]
) -> Case:
    start, stop = span
    tongue = language(document.lang)
    folded = tongue.fold(document.text[start:stop])
    text = folded.lower() if len(folded.lower()) == len(folded) else folded
    quoted = [(start + q.start(), start + q.end()) for q in QUOTED.finditer(text)]
    words = tuple(
        Word(
            text=w[0],
            start=start + w.start(),
            stop=start + w.end(),
            capital=folded[w.start()].isupper(),
            quoted=_inside(start + w.start(), quoted),
        )
        for w in WORD.finditer(text)
    )
    reporting = REPORTING[document.lang]
    spoken = (tongue.speech_verbs | reporting.more_speech) - reporting.not_speech
    return Case(
        text=text,
        start=start,
        words=words,
        verbs=tuple(n for n, w in enumerate(words) if w.text in spoken and not w.quoted),
        names=tuple(m for m in within(mentions, start, stop) if m.kind in SPEAKERS and not _inside(m.start, quoted)),
        before=before[0],
        body_before=before[1],
        reporting=reporting,
    )


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < stop for start, stop in spans)


def _object(case: Case, mention: Mention) -> bool:
    return case.led_by(mention) in case.reporting.before_others


def _pronoun_before(case: Case, verb: int) -> bool:
    return any(case.is_pronoun(word) for word in case.words[max(0, verb - NEAR) : verb])


def _pronoun_between(case: Case, mention: Mention, verb: int) -> bool:
    first = case.index(mention.stop)
    return any(case.is_pronoun(word) for word in case.words[first:verb])


def _source(mention: Mention) -> Source:
    return Source(target=mention.target, start=mention.start, stop=mention.stop)


def _manner(text: str) -> str:
    """Direct where most letters stand between quotation marks, mixed where three words do, else indirect."""
    quotes = [q[0] for q in QUOTED.finditer(text)]
    if 2 * sum(map(len, quotes)) > len(text):
        return "direct"
    return "mixed" if any(len(quote.split()) >= 3 for quote in quotes) else "indirect"


def _statement(
    document: Document, registry: Registry, mentions: Sequence[Mention], case: Case, source: Source
) -> Statement:
    stop = case.start + len(case.text)
    day = document.happened_on or document.published_on
    inside = tuple(m for m in within(mentions, case.start, stop) if (m.start, m.stop) != (source.start, source.stop))
    office = registry.main_office(source.target, day)
    return Statement(
        document=document.id,
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
