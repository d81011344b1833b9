"""Sentences laid out for the rules of attribution: words, speech verbs, names, quotations, and who spoke before.

Most sentences report nobody's words: those without a speech verb or a phrase such as "according to" are passed over
before anything is laid out. `every` lays them all out, for the debug twin.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from overtone.language import language
from overtone.language.reporting import REPORTING, Reporting
from overtone.read.quotations import clipped, has_quotation, inside, quotations
from overtone.records import Document, Mention
from overtone.registry import Actor, Registry

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"'s?(?!\w)")
STEM = 4  # letters in which two forms of a name agree
STOPS = str.maketrans(dict.fromkeys('.,;:!?…()[]<>/|*«»“”„"–—', " "))  # what may stand against a word
SPEAKERS = ("actor", "institution")
PARTS = ("lead", "body")
MOST = 40  # speech verbs weighed in a sentence; more stand in no sentence, but in a list or a hostile page
BEFORE = 40  # letters in which the word before a name is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Who stood in the sentences before, and may be meant by a pronoun; empty where it was nobody we know."""

    person: str = ""  # who spoke or acted last, or whom the headline is about
    body: str = ""  # the same, an institution too
    said: str = ""  # the last to whom words were given, or the subject of the first sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence and what the rules may know of it."""

    text: str  # folded, lower case
    folded: str  # folded, with its capitals
    start: int  # where it begins in the document
    words: list[str]
    starts: list[int]  # where each word begins in the document
    verbs: tuple[int, ...]  # indices of speech verbs outside quotations
    names: tuple[Mention, ...]  # actors and institutions outside quotations
    quoted: list[tuple[int, int]]
    nouns: tuple[tuple[int, int], ...]  # offices in words that are no names: "the Head of State"
    before: Before
    facts: Registry | None
    document: Document
    reporting: Reporting

    def index(self, place: int) -> int:
        """The number of words that begin before a place."""
        return bisect_left(self.starts, place)

    def end(self, number: int) -> int:
        """Where a word ends in the document."""
        return self.starts[number] + len(self.words[number])

    def is_pronoun(self, number: int) -> bool:
        """Whether a word of the sentence itself, not of a quotation in it, stands for a speaker."""
        return self.words[number] in self.reporting.pronouns and not inside(self.starts[number], self.quoted)

    def between(self, start: int, stop: int) -> str:
        """The text in lower case from one place in the document to another."""
        return self.text[start - self.start : stop - self.start]

    def is_capital(self, number: int) -> bool:
        """Whether a word is written with a capital letter."""
        return self.folded[self.starts[number] - self.start].isupper()

    def oblique(self, mention: Mention) -> bool:
        """Whether a name stands in another form than that of a subject."""
        words = self.between(mention.start, mention.stop)
        return is_oblique(words, forms(self.facts, mention, self.document.lang), self.reporting.endings)

    def stranger_after(self, number: int) -> bool:
        """Whether the next word is a capitalised name that the facts do not know: «сообщает БелТА»."""
        if number + 1 >= len(self.words):
            return False
        start = self.starts[number + 1]
        if start - self.end(number) > 1:
            return False
        return self.folded[start - self.start].isupper() and not any(m.start <= start < m.stop for m in self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What tells, in one language, that a sentence may report words."""

    verbs: frozenset[str]
    phrases: re.Pattern[str]  # "according to", «по его словам»
    nouns: re.Pattern[str]  # "the head of state"
    reporting: Reporting


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document as the cases see it: folded once, in lower case, with the names of those who may speak."""

    document: Document
    folded: str
    text: str  # folded and in lower case, of the same length
    plain: str  # the same without what may stand against a word
    names: tuple[Mention, ...]
    starts: tuple[int, ...]
    quoted: list[tuple[int, int]]
    facts: Registry | None
    cues: Cues


@cache
def cues(lang: str) -> Cues:
    """The cues of a language."""
    reporting = REPORTING[lang]
    phrases = sorted({*reporting.by, *reporting.by_pronoun}, key=len, reverse=True)
    return Cues(
        verbs=(language(lang).speech_verbs | reporting.more_speech) - reporting.not_speech,
        phrases=re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)"),
        nouns=_any_of(reporting.heads | reporting.nouns),
        reporting=reporting,
    )


def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")


class Turn:
    """A case to be decided: whoever decides says who speaks, so that the next sentence knows.

    `speaker` is None where no rule decided, empty where one found that somebody unknown speaks.
    """

    __slots__ = ("case", "speaker")

    def __init__(self, case: Case) -> None:
        self.case = case
        self.speaker: str | None = None


def cases(
    document: Document, mentions: Sequence[Mention], every: bool = False, facts: Registry | None = None
) -> Iterator[Turn]:
    """The sentences that may report words, in order, each to be answered with who speaks in it (`Turn.speaker`)."""
    page = _page(document, mentions, facts)
    if not (every or _may_report(page)) or not (page.names or page.cues.nouns.search(page.text)):
        return
    people = {m.target for m in mentions if m.kind == "actor"}
    first = next((part.start for part in document.parts if part.role in PARTS), 0)
    titled = next((m for m in mentions if m.kind == "actor" and m.stop <= first and not _led(page, 0, m)), None)
    before = Before(person=titled.target, body=titled.target, said=titled.target) if titled else Before()
    for start, stop in _sentences(document):
        names = page.names[bisect_left(page.starts, start) : bisect_left(page.starts, stop)]
        speaker = None
        if every or _may_be_given(page, start, stop, bool(names)):
            turn = Turn(_case(page, (start, stop), names, before))
            yield turn
            speaker = turn.speaker
        if speaker is not None:
            person = speaker if speaker in people or not speaker or speaker in _actors(facts) else before.person
            before = Before(person=person, body=speaker, said=speaker)
        elif names and (subject := _subject(page, (start, stop), names)):
            person = subject if subject in people else before.person
            before = Before(person=person, body=subject, said=before.said or person)


def is_oblique(words: str, known: frozenset[str], endings: str) -> bool:
    """Whether a name in lower case has a word of somebody's known names in another form than theirs."""
    return any(
        word not in known and any(word[:STEM] == form[:STEM] for form in known)
        for word in WORD.findall(words)
        if len(word) > STEM and word[-1] in endings
    )


def forms(facts: Registry | None, mention: Mention, lang: str) -> frozenset[str]:
    """The words of somebody's names and offices in the form of a subject, in lower case; empty without the facts."""
    if facts is None:
        return frozenset()
    known = _forms_of(facts.digest, lang)
    key = f"{mention.kind} {mention.target}"
    if key not in known:
        known[key] = _forms(facts, mention, lang)
    return known[key]


@lru_cache(maxsize=8)
def _forms_of(digest: str, lang: str) -> dict[str, frozenset[str]]:
    """What has been worked out so far for one state of the facts and one language."""
    return {}


def _forms(facts: Registry, mention: Mention, lang: str) -> frozenset[str]:
    if mention.kind == "actor":
        offices = (facts.offices[t.office].names for t in facts.actors[mention.target].tenures)
        names = [facts.actors[mention.target].names, facts.actors[mention.target].surnames, *offices]
    else:
        names = [facts.institutions[mention.target].names]
    fold = language(lang).fold
    return frozenset(word for each in names for name in each.of(lang) for word in WORD.findall(fold(name).lower()))


def _may_report(page: Page) -> bool:
    return not page.cues.verbs.isdisjoint(page.plain.split()) or page.cues.phrases.search(page.text) is not None


def _may_be_given(page: Page, start: int, stop: int, named: bool) -> bool:
    """Whether a sentence has a cue and somebody, or a pronoun, to give its words to."""
    words = page.plain[start:stop].split()
    if not page.cues.verbs.isdisjoint(words) and (named or not page.cues.reporting.pronouns.isdisjoint(words)):
        return True
    return page.cues.phrases.search(page.text, start, stop) is not None


def _actors(facts: Registry | None) -> Mapping[str, Actor]:
    return facts.actors if facts else {}


def _subject(page: Page, span: tuple[int, int], names: tuple[Mention, ...]) -> str | None:
    """Who does what a sentence tells: the first name outside quotations and clauses, if no office stands before it."""
    start, stop = span
    quoted = clipped(page.quoted, start, stop)
    outside = (m for m in names if not inside(m.start, quoted))
    found = next((m for m in outside if not _led(page, start, m)), None)
    if found is None:
        return None
    ahead = page.text[start : found.start]
    clause = not page.cues.reporting.clauses.isdisjoint(WORD.findall(ahead)[1:])
    owned = POSSESSIVE.match(page.text, found.stop) or clause
    known = forms(page.facts, found, page.document.lang)
    oblique = is_oblique(page.text[found.start : found.stop], known, page.cues.reporting.endings)
    return None if owned or oblique else found.target


def _page(document: Document, mentions: Sequence[Mention], facts: Registry | None) -> Page:
    folded = language(document.lang).fold(document.text)
    lower = folded.lower()
    text = lower if len(lower) == len(folded) else folded
    names = tuple(m for m in mentions if m.kind in SPEAKERS)
    return Page(
        document=document,
        folded=folded,
        text=text,
        plain=text.translate(STOPS),
        names=names,
        starts=tuple(m.start for m in names),
        quoted=quotations(text) if has_quotation(text) else [],
        facts=facts,
        cues=cues(document.lang),
    )


def _led(page: Page, start: int, mention: Mention) -> bool:
    """Whether the word before a name shows that it is not the subject."""
    words = WORD.findall(page.text[max(start, mention.start - BEFORE) : mention.start])
    return bool(words) and words[-1] in page.cues.reporting.before_others


def _sentences(document: Document) -> Iterator[tuple[int, int]]:
    tongue = language(document.lang)
    for part in document.parts:
        if part.role in PARTS:
            for start, stop in tongue.sentences(document.text[part.start : part.stop]):
                yield part.start + start, part.start + stop


def _places(text: str, words: Sequence[str], start: int) -> list[int]:
    """Where each word begins in the document, the words being those of the text in their order."""
    places, place = [], 0
    for word in words:
        place = text.find(word, place)
        places.append(start + place)
        place += len(word)
    return places


def _case(page: Page, span: tuple[int, int], names: tuple[Mention, ...], before: Before) -> Case:
    start, stop = span
    text, known = page.text[start:stop], page.cues.verbs
    quoted = clipped(page.quoted, start, stop)
    words = page.plain[start:stop].split()
    starts = _places(text, words, start)
    verbs = [n for n, word in enumerate(words) if word in known][:MOST]
    return Case(
        text=text,
        folded=page.folded[start:stop],
        start=start,
        words=words,
        starts=starts,
        verbs=tuple(n for n in verbs if not inside(starts[n], quoted)) if quoted else tuple(verbs),
        names=tuple(m for m in names if not inside(m.start, quoted)) if quoted else names,
        quoted=quoted,
        nouns=_nouns(page, span, names, quoted),
        before=before,
        facts=page.facts,
        document=page.document,
        reporting=page.cues.reporting,
    )


def _nouns(
    page: Page, span: tuple[int, int], names: tuple[Mention, ...], quoted: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Offices in words outside quotations and outside names."""
    spans = [(m.start, m.stop) for m in names] + quoted
    found = (match.span() for match in page.cues.nouns.finditer(page.text, *span))
    return tuple((a, b) for a, b in found if not inside(a, spans))
