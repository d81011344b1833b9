"""Sentences laid out for the rules of attribution: words, speech verbs, names, quotations, and who spoke before.

Most sentences report nobody's words: those without a speech verb or a phrase such as "according to" are passed over
before anything is laid out. `every` lays them all out, for the debug twin.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from overtone.language import language
from overtone.language.reporting import REPORTING, Reporting
from overtone.records import Document, Mention

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
STOPS = str.maketrans(dict.fromkeys('.,;:!?…()[]<>/|*«»“”„"–—', " "))  # what may stand against a word
MARKS = frozenset('«“„"')
SPEAKERS = ("actor", "institution")
PARTS = ("lead", "body")
BEFORE = 40  # letters in which the word before a name is looked for


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
    before: str | None  # person who spoke or acted in the sentence before, or whom the headline is about
    body_before: str | None  # the same, an institution too
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

    def stranger_after(self, number: int) -> bool:
        """Whether the next word is a capitalised name that the facts do not know: «сообщает БелТА»."""
        if number + 1 >= len(self.words):
            return False
        start = self.starts[number + 1]
        return self.folded[start - self.start].isupper() and not any(m.start <= start < m.stop for m in self.names)

    def led_by(self, mention: Mention) -> str:
        """The word right before a name; empty at the beginning of the sentence."""
        number = self.index(mention.start)
        return self.words[number - 1] if number else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What tells, in one language, that a sentence may report words."""

    verbs: frozenset[str]
    phrases: re.Pattern[str]  # "according to", «по его словам»
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
    cues: Cues


@cache
def cues(lang: str) -> Cues:
    """The cues of a language."""
    reporting = REPORTING[lang]
    phrases = sorted({*reporting.by, *reporting.by_pronoun}, key=len, reverse=True)
    return Cues(
        verbs=(language(lang).speech_verbs | reporting.more_speech) - reporting.not_speech,
        phrases=re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)"),
        reporting=reporting,
    )


class Turn:
    """A case to be decided: whoever decides says who speaks, so that the next sentence knows."""

    __slots__ = ("case", "speaker")

    def __init__(self, case: Case) -> None:
        self.case = case
        self.speaker: str | None = None


def cases(document: Document, mentions: Sequence[Mention], every: bool = False) -> Iterator[Turn]:
    """The sentences that may report words, in order, each to be answered with who speaks in it (`Turn.speaker`)."""
    page = _page(document, mentions)
    if not page.names or not (every or _may_report(page)):
        return
    people = {m.target for m in mentions if m.kind == "actor"}
    first = next((part.start for part in document.parts if part.role in PARTS), 0)
    person = body = next((m.target for m in mentions if m.kind == "actor" and m.stop <= first), None)
    for start, stop in _sentences(document):
        names = page.names[bisect_left(page.starts, start) : bisect_left(page.starts, stop)]
        speaker = None
        if every or _may_be_given(page, start, stop, bool(names)):
            turn = Turn(_case(page, (start, stop), names, (person, body)))
            yield turn
            speaker, names = turn.speaker, turn.case.names
        elif names and has_quotation(page.text[start:stop]):
            quoted = _quoted(page.text[start:stop], start)
            names = tuple(m for m in names if not inside(m.start, quoted))
        body = speaker or next((m.target for m in names if not _led(page, start, m)), None) or body
        person = body if body in people else person


def has_quotation(text: str) -> bool:
    """Whether a quotation opens in the text."""
    return any(mark in text for mark in MARKS)


def inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= place < stop for start, stop in spans)


def _may_report(page: Page) -> bool:
    return not page.cues.verbs.isdisjoint(page.plain.split()) or page.cues.phrases.search(page.text) is not None


def _may_be_given(page: Page, start: int, stop: int, named: bool) -> bool:
    """Whether a sentence has a cue and somebody, or a pronoun, to give its words to."""
    words = page.plain[start:stop].split()
    if not page.cues.verbs.isdisjoint(words) and (named or not page.cues.reporting.pronouns.isdisjoint(words)):
        return True
    return page.cues.phrases.search(page.text, start, stop) is not None


def _page(document: Document, mentions: Sequence[Mention]) -> Page:
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


def _quoted(text: str, start: int) -> list[tuple[int, int]]:
    if not has_quotation(text):
        return []
    return [(start + q.start(), start + q.end()) for q in QUOTED.finditer(text)]


def _places(text: str, words: Sequence[str], start: int) -> list[int]:
    """Where each word begins in the document, the words being those of the text in their order."""
    places, place = [], 0
    for word in words:
        place = text.find(word, place)
        places.append(start + place)
        place += len(word)
    return places


def _case(page: Page, span: tuple[int, int], names: tuple[Mention, ...], before: tuple[str | None, str | None]) -> Case:
    start, stop = span
    text, known = page.text[start:stop], page.cues.verbs
    quoted = _quoted(text, start)
    words = page.plain[start:stop].split()
    starts = _places(text, words, start)
    verbs = [n for n, word in enumerate(words) if word in known]
    return Case(
        text=text,
        folded=page.folded[start:stop],
        start=start,
        words=words,
        starts=starts,
        verbs=tuple(n for n in verbs if not inside(starts[n], quoted)) if quoted else tuple(verbs),
        names=tuple(m for m in names if not inside(m.start, quoted)) if quoted else names,
        quoted=quoted,
        before=before[0],
        body_before=before[1],
        reporting=page.cues.reporting,
    )
